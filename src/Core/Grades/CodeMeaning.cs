namespace Plumbline.Core;

/// <summary>What a code means, in the three languages of the house.</summary>
/// <param name="Code">The code as written, such as <c>B</c> or <c>amber+strict</c>.</param>
/// <param name="En">In English.</param>
/// <param name="Ar">In Arabic.</param>
/// <param name="Ckb">In Sorani Kurdish.</param>
public sealed record CodeMeaning(string Code, string En, string Ar, string Ckb)
{
    /// <summary>The languages of the reference data.</summary>
    public static IReadOnlyList<string> Languages { get; } = ["en", "ar", "ckb"];

    /// <summary>The meaning in a language; English for one that is not there.</summary>
    /// <param name="language">A language tag, such as <c>ar</c>, <c>ar-IQ</c>, <c>ckb</c> or <c>ku-Arab-IQ</c>.</param>
    public string In(string language) => language.Split('-')[0].ToLowerInvariant() switch
    {
        "ar" => Ar,
        "ckb" or "ku" => Ckb,
        _ => En,
    };
}
