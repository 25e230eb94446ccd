namespace Plumbline.Screening.Matching;

/// <summary>How a part is written, as the cost tables tell it apart. Other alphabets are first brought to one of these.</summary>
public enum PartScript : byte
{
    /// <summary>Latin letters, and Greek, Armenian and Georgian brought to them.</summary>
    Latin,

    /// <summary>Arabic letters, Kurdish and Persian ones included, and Hebrew brought to them.</summary>
    Arabic,

    /// <summary>Cyrillic letters, written with the Latin symbols.</summary>
    Cyrillic,

    /// <summary>A figure: equal or not, never fuzzy.</summary>
    Number,

    /// <summary>A script without a table: equal or not.</summary>
    Other,
}
