using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Plumbline.Screening.Matching;

/// <summary>What a first look needs of a part, in half a cache line: of the hundreds of parts that a query meets in a long list each is a line fetched from afar.</summary>
internal struct PartRecord
{
    private byte length, article;
    private PartScript script;
    private Letters letters;

    /// <summary>How many letters it has.</summary>
    public readonly int Length => length;

    /// <summary>How many of them are its article.</summary>
    public readonly int Article => article;

    /// <summary>How they are written.</summary>
    public readonly PartScript Script => script;

    /// <summary>What it tells, as <see cref="PreparedPart.Weight"/>; below 0 where it counts for nothing.</summary>
    public float Told { get; private init; }

    /// <summary>Whether nothing but its letters says how alike it is to another such part.</summary>
    public readonly bool IsPlain => length > 0;

    /// <summary>Its letters.</summary>
    [UnscopedRef]
    public readonly ReadOnlySpan<byte> Symbols => ((ReadOnlySpan<byte>)letters)[..length];

    public static PartRecord Of(PreparedPart part)
    {
        var record = new PartRecord { Told = part.Role is PartRole.Title or PartRole.Legal ? -part.Weight : part.Weight };
        if (part.Script is PartScript.Number or PartScript.Other || part.Role == PartRole.Initial || part.Concept != 0 || part.Given != 0 || part.Symbols[0] is Matching.Symbols.Abd or Matching.Symbols.Abu) return record;
        (record.length, record.article, record.script) = ((byte)part.Symbols.Length, (byte)part.Article, part.Script);
        part.Symbols.CopyTo(record.letters);
        return record;
    }

    /// <summary>How alike two plain parts are: what <see cref="AlignmentSet.Similarity(PreparedPart, PreparedPart)"/> says of them.</summary>
    public static float Similarity(AlignmentSet alignments, in PartRecord a, in PartRecord b)
    {
        return a.IsSame(b) ? 1 : alignments.Similarity(a.Symbols, a.article, a.script, b.Symbols, b.article, b.script);
    }

    /// <summary>Whether two plain parts have the same letters.</summary>
    public readonly bool IsSame(in PartRecord other) => script == other.script && Symbols.SequenceEqual(other.Symbols);

    [InlineArray(Matching.Symbols.Longest)]
    private struct Letters
    {
        private byte first;
    }
}
