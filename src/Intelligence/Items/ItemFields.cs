namespace Plumbline.Intelligence;

/// <summary>What a grader says of an item where its report was silent; null leaves a field as it is.</summary>
public sealed record ItemFields(long Item)
{
    /// <summary>Date of the information, as a partial date's text.</summary>
    public string? Date { get; init; }

    /// <summary>Reference of the origin.</summary>
    public string? Origin { get; init; }

    /// <summary>Reference number of the source; never a name.</summary>
    public string? Source { get; init; }

    /// <summary>Whether anyone was deprived of liberty when it was said: <c>no</c>, <c>yes</c> or <c>unknown</c>.</summary>
    public string? Custody { get; init; }

    /// <summary>Who held the person, in words.</summary>
    public string? HeldBy { get; init; }

    /// <summary>Whether a lawyer was there: <c>yes</c>, <c>no</c> or <c>unknown</c>.</summary>
    public string? Lawyer { get; init; }

    /// <summary>Whether a physician saw the person: <c>yes</c>, <c>no</c> or <c>unknown</c>.</summary>
    public string? Medical { get; init; }

    /// <summary>Whether there is a complaint of ill-treatment: <c>yes</c>, <c>no</c> or <c>unknown</c>.</summary>
    public string? Complaint { get; init; }
}
