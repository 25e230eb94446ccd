namespace Plumbline.Core;

/// <summary>A word or sentence that people read, in the three languages of the house.</summary>
/// <param name="En">In English.</param>
/// <param name="Ar">In Arabic.</param>
/// <param name="Ckb">In Sorani Kurdish, in Kurdish letters.</param>
public sealed record Caption(string En, string Ar, string Ckb)
{
    /// <summary>The caption in a language; English for one that is not there.</summary>
    /// <param name="language">A language tag, such as <c>ar</c>, <c>ar-IQ</c>, <c>ckb</c> or <c>ku-Arab-IQ</c>.</param>
    public string In(string language) => language.Split('-')[0].ToLowerInvariant() switch
    {
        "ar" => Ar,
        "ckb" or "ku" => Ckb,
        _ => En,
    };

    /// <summary>The English caption.</summary>
    public override string ToString() => En;
}
