namespace Plumbline.Screening.Matching;

/// <summary>What a part does in a name.</summary>
public enum PartRole : byte
{
    /// <summary>A part of a person's name or the telling word of an organisation.</summary>
    Name,

    /// <summary>A single letter that stands for a part.</summary>
    Initial,

    /// <summary>Abu or Umm with the name that follows.</summary>
    Kunya,

    /// <summary>A title: weak evidence, free when it is missing.</summary>
    Title,

    /// <summary>The legal form of an organisation.</summary>
    Legal,

    /// <summary>A word that says what an organisation does.</summary>
    Sector,

    /// <summary>A figure.</summary>
    Number,
}

/// <summary>A part of a prepared name.</summary>
/// <param name="Symbols">Its letters, 1 to 24; the first <paramref name="Article"/> of them may be the article, free on either side.</param>
/// <param name="Key">Hash of its vowel-less key, alike for the spellings and scripts of one name.</param>
/// <param name="Weight">How much it tells, 0.02 to 1: the rarer, the more.</param>
/// <param name="Start">Where it begins in the text.</param>
/// <param name="End">After its last letter in the text.</param>
public sealed record PreparedPart(byte[] Symbols, int Article, PartScript Script, PartRole Role, uint Key, float Weight, int Start, int End)
{
    /// <summary>The number of its meaning, which words of other languages share; 0 for a name.</summary>
    public byte Concept { get; init; }

    /// <summary>Given names that it stands for besides itself, as Bill for William, a bit each.</summary>
    public UInt128 Given { get; init; }

    /// <summary>It follows bin, ibn, bint, oglu: a father's or child's name.</summary>
    public bool IsOfFather { get; init; }

    /// <summary>It was given as a family name, before a comma.</summary>
    public bool IsFamily { get; init; }

    /// <summary>Its number in an index; -1 outside.</summary>
    internal int Number { get; init; } = -1;

    /// <summary>Position in the name, from 0.</summary>
    public int Position { get; init; }
}
