namespace Plumbline.Exchange.Lists;

/// <summary>How much a reader takes before it refuses; the defaults are far above every published list.</summary>
public sealed record ListLimits
{
    /// <summary>The defaults.</summary>
    public static ListLimits Default { get; } = new();

    /// <summary>Largest unpacked file, in bytes.</summary>
    public long FileBytes { get; init; } = 4L << 30;

    /// <summary>Largest ratio of unpacked to packed bytes, counted from 16 MiB unpacked on.</summary>
    public int PackingRatio { get; init; } = 250;

    /// <summary>Longest record (a CSV line, an XML entry), and longest run of XML without a tag, in characters.</summary>
    public int RecordChars { get; init; } = 4 << 20;

    /// <summary>Deepest nesting of XML elements.</summary>
    public int Depth { get; init; } = 32;

    /// <summary>Elements and attributes in one XML entry.</summary>
    public int RecordParts { get; init; } = 100_000;

    /// <summary>Characters that may be held at once where records must be joined (ALT and ADD lines, lines of one UK group).</summary>
    public long HeldChars { get; init; } = 128L << 20;

    /// <summary>Notes kept word for word; more are counted.</summary>
    public int Notes { get; init; } = 200;
}
