namespace Plumbline.Core;

/// <summary>What came of a conversion.</summary>
public enum ConversionVerdict
{
    /// <summary>There is a grade.</summary>
    Converted = 1,

    /// <summary>An axis is ambiguous: a person grades it, from the item.</summary>
    NeedsPerson = 2,

    /// <summary>There is no table between the two schemes.</summary>
    None = 3,
}

/// <summary>What the converted code cannot say.</summary>
[Flags]
public enum ConversionFlags
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary><c>suspected_false</c>: the provider suspected it to be false; the other scheme has no code for that.</summary>
    SuspectedFalse = 1,

    /// <summary><c>not_graded_by_provider</c>: X4 was set here because the provider gave no grade.</summary>
    NotGradedByProvider = 2,

    /// <summary><c>pending_analyst</c>: "cannot be judged" stands until an analyst has judged how likely it is.</summary>
    PendingAnalyst = 4,
}

/// <summary>What is known beside the grade and decides an ambiguous cell.</summary>
/// <param name="NotGradedByProvider">The grade was set here because the provider gave none.</param>
/// <param name="FirstHandShown">The item shows that the source knows it at first hand.</param>
/// <param name="CorroboratingItem">Another item of a different origin corroborates it.</param>
public sealed record ConversionEvidence(bool NotGradedByProvider = false, bool FirstHandShown = false, bool CorroboratingItem = false)
{
    /// <summary>Nothing is known beside the grade.</summary>
    public static ConversionEvidence None { get; } = new();
}

/// <summary>A grade in another scheme, derived by the tables; a separate record that never replaces the grade as received.</summary>
/// <param name="Received">The grade as received: only such a grade converts. Chains of conversions would improve grades.</param>
/// <param name="To">The scheme asked for.</param>
/// <param name="Verdict">What came of it.</param>
/// <param name="Grade">The converted grade; null unless <see cref="ConversionVerdict.Converted"/>.</param>
/// <param name="Source">The source code where that axis converts, even if the other needs a person.</param>
/// <param name="Information">The information code where that axis converts, even if the other needs a person.</param>
/// <param name="Flags">What the code cannot say; it travels with the grade.</param>
/// <param name="RuleVersion">The version of the tables.</param>
public sealed partial record GradeConversion(
    Grade Received, GradingScheme To, ConversionVerdict Verdict, Grade? Grade, char? Source, char? Information,
    ConversionFlags Flags, string RuleVersion)
{
    /// <summary>The version of the tables below; it changes with any cell.</summary>
    public const string Rules = "plumbline-grades-1";

    /// <summary>The flags as text, in a fixed order.</summary>
    public IReadOnlyList<string> FlagTexts =>
    [
        .. Flags.HasFlag(ConversionFlags.SuspectedFalse) ? ["suspected_false"] : Array.Empty<string>(),
        .. Flags.HasFlag(ConversionFlags.NotGradedByProvider) ? ["not_graded_by_provider"] : Array.Empty<string>(),
        .. Flags.HasFlag(ConversionFlags.PendingAnalyst) ? ["pending_analyst"] : Array.Empty<string>(),
    ];

    /// <summary>Converts a grade as received. Never pass a converted one.</summary>
    /// <param name="received">The grade as the provider gave it, or the X4 that was set because there was none.</param>
    /// <param name="to">The scheme wanted; the grade's own scheme gives the grade itself.</param>
    /// <param name="evidence">What decides the ambiguous cells.</param>
    public static GradeConversion Of(Grade received, GradingScheme to, ConversionEvidence? evidence = null)
    {
        evidence ??= ConversionEvidence.None;
        var flags = evidence.NotGradedByProvider ? ConversionFlags.NotGradedByProvider : ConversionFlags.None;
        if (received.Scheme == to)
            return new(received, to, ConversionVerdict.Converted, received, received.Source, received.Information, flags, Rules);
        if (Table(received, to, evidence) is not { } cell)
            return new(received, to, ConversionVerdict.None, null, null, null, flags, Rules);

        flags |= cell.Flags;
        var grade = cell is { Source: { } source, Information: { } information } ? GradeTable.Find(to, source, information) : null;
        var verdict = grade is null ? ConversionVerdict.NeedsPerson : ConversionVerdict.Converted;
        return new(received, to, verdict, grade, cell.Source, cell.Information, flags, Rules);
    }
}
