namespace Plumbline.Exchange.Export;

/// <summary>In which form things leave.</summary>
public enum ExportFormat
{
    /// <summary>Everything, for machines.</summary>
    Json = 1,

    /// <summary>One line a statement, for spreadsheets.</summary>
    Csv = 2,
}

/// <summary>A file that leaves the house.</summary>
/// <param name="Name">Such as <c>plumbline-E-7K3F9QXA.json</c>; never a person's name.</param>
/// <param name="MediaType">Such as <c>application/json</c>.</param>
/// <param name="Bytes">All of it.</param>
/// <param name="Sha256">Of the bytes, in hexadecimal; the act of the export holds it.</param>
/// <param name="Loss">What is not in it, and why.</param>
public sealed record ExportedFile(string Name, string MediaType, ReadOnlyMemory<byte> Bytes, string Sha256, LossNote Loss);

/// <summary>What an export does not contain.</summary>
/// <param name="LeftOut">Statements and items that a rule kept in, by rule. Only what the reader sees is counted: what is hidden is not mentioned.</param>
/// <param name="Format">What the form cannot carry, in sentences.</param>
public sealed record LossNote(IReadOnlyList<LeftOut> LeftOut, IReadOnlyList<string> Format);

/// <summary>How many a rule left out.</summary>
/// <param name="Rule">Code, such as <c>h2</c>.</param>
/// <param name="Count">At least 1.</param>
/// <param name="Words">The rule in a sentence.</param>
public sealed record LeftOut(string Rule, int Count, string Words);
