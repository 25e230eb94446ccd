using Plumbline.Core;

namespace Plumbline.Intelligence;

/// <summary>A file as it came in, whole.</summary>
/// <param name="Name">As the sender named it; shown, never used as a path.</param>
/// <param name="MediaType">Such as <c>text/plain</c>.</param>
/// <param name="Bytes">All of it; kept and hashed.</param>
public sealed record ReceivedFile(string Name, string MediaType, ReadOnlyMemory<byte> Bytes);

/// <summary>One numbered item of a report before it is in the register.</summary>
/// <param name="Number">From 1, in the report's order.</param>
/// <param name="From">Where its text begins in the report's text, in UTF-16 units.</param>
/// <param name="To">Where it ends, exclusive.</param>
public sealed record ReceivedItem(int Number, string Text, int From, int To, string Language);

/// <summary>What a person or a reader says of a report when it is received.</summary>
public sealed record ReceivedReport(ReceivedFile File, string Title, string Kind, string Language, string Text, IReadOnlyList<ReceivedItem> Items)
{
    /// <summary>Who sent it, in the letter's words.</summary>
    public string? Sender { get; init; }

    /// <summary>Number of the letter (العدد).</summary>
    public string? LetterNumber { get; init; }

    /// <summary>Date of the letter (التاريخ), as a partial date's text.</summary>
    public string? LetterDate { get; init; }

    /// <summary>Code of the legal basis; one of the policy's.</summary>
    public string LegalBasis { get; init; } = "police-task";

    /// <summary>The sender's label; the case restriction is part of it.</summary>
    public Label Label { get; init; } = Label.None;

    /// <summary>Reference of the origin: what items must not share to corroborate one another.</summary>
    public string? Origin { get; init; }

    /// <summary>Reference number of the source; never a name.</summary>
    public string? Source { get; init; }

    /// <summary>Date of the information, where the whole report has one.</summary>
    public PartialDate? DateOfInformation { get; init; }

    /// <summary>Whether anyone was deprived of liberty when it was said: <c>no</c>, <c>yes</c> or <c>unknown</c>.</summary>
    public string Custody { get; init; } = "no";
}

/// <summary>What was made of a received report.</summary>
public sealed record ReceivedAs(long Report, IReadOnlyList<long> Items, string Sha256);
