namespace Plumbline.Core;

/// <summary>What a part of a person's name is. The text form is lower-case, such as <c>great_grandfather</c>.</summary>
/// <remarks>The mother's name is no part of a name: it is a property of its own.</remarks>
public enum NamePartKind
{
    /// <summary>The person's own name.</summary>
    Given,

    /// <summary>The father's own name.</summary>
    Father,

    /// <summary>The paternal grandfather's own name.</summary>
    Grandfather,

    /// <summary>The paternal great-grandfather's own name.</summary>
    GreatGrandfather,

    /// <summary>Family name or nisba.</summary>
    Family,

    /// <summary>Kunya: Abu or Umm and a name.</summary>
    Kunya,

    /// <summary>Laqab: a by-name, an epithet.</summary>
    Laqab,

    /// <summary>Title of rank, office, learning or pilgrimage.</summary>
    Title,

    /// <summary>Not known which part it is; a whole name that nobody took apart is one unknown part.</summary>
    Unknown,
}

/// <summary>One part of a name. A compound is one part: <c>Abd al-Rahman</c>, <c>ibn Yusuf</c>, <c>Nur al-Din</c>.</summary>
public sealed record NamePart
{
    /// <summary>A part of a name.</summary>
    /// <param name="kind">What it is.</param>
    /// <param name="text">As written, in its script; surrounding blanks are taken off.</param>
    /// <exception cref="ArgumentException">Blank, or with a NUL or a lone surrogate.</exception>
    public NamePart(NamePartKind kind, string text)
    {
        if (!Enum.IsDefined(kind)) throw new ArgumentOutOfRangeException(nameof(kind));
        if (string.IsNullOrWhiteSpace(text) || !TextNormalisation.IsClean(text))
            throw new ArgumentException("A part of a name has text without NUL and lone surrogates.", nameof(text));
        (Kind, Text) = (kind, text.Trim());
    }

    /// <summary>What the part is.</summary>
    public NamePartKind Kind { get; }

    /// <summary>The part as written; never blank.</summary>
    public string Text { get; }

    /// <summary>Kind and text.</summary>
    public void Deconstruct(out NamePartKind kind, out string text) => (kind, text) = (Kind, Text);
}

/// <summary>The text form of the kinds of name parts.</summary>
public static class NamePartKinds
{
    /// <summary>The kind in lower case, such as <c>great_grandfather</c>.</summary>
    public static string Word(this NamePartKind kind) =>
        kind == NamePartKind.GreatGrandfather ? "great_grandfather" : kind.ToString().ToLowerInvariant();

    /// <summary>Reads the text form.</summary>
    public static bool TryParse(string? text, out NamePartKind kind)
    {
        foreach (var candidate in Enum.GetValues<NamePartKind>())
        {
            if (candidate.Word() != text) continue;
            kind = candidate;
            return true;
        }

        kind = NamePartKind.Unknown;
        return false;
    }
}
