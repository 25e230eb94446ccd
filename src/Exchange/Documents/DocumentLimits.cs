namespace Plumbline.Exchange.Documents;

/// <summary>How large a report may be before its text is refused (the file is kept all the same).</summary>
public sealed record DocumentLimits
{
    /// <summary>The defaults.</summary>
    public static DocumentLimits Default { get; } = new();

    /// <summary>Largest file, in bytes.</summary>
    public int FileBytes { get; init; } = 64 << 20;

    /// <summary>Longest text, in characters.</summary>
    public int TextChars { get; init; } = 8 << 20;

    /// <summary>Deepest nesting of HTML or DOCX elements.</summary>
    public int Depth { get; init; } = 200;

    /// <summary>Files inside a DOCX.</summary>
    public int PackedFiles { get; init; } = 2_000;

    /// <summary>All files of a DOCX unpacked, in bytes.</summary>
    public long UnpackedBytes { get; init; } = 256L << 20;

    /// <summary>Largest ratio of unpacked to packed bytes of one file in a DOCX, counted from 1 MiB on.</summary>
    public int PackingRatio { get; init; } = 200;
}
