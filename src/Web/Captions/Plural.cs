namespace Plumbline.Web;

/// <summary>Plural categories of the Unicode CLDR for whole numbers in our three languages.</summary>
/// <remarks>Rules: CLDR 46, supplemental/plurals.xml, for en, ar and ckb.</remarks>
public static class Plural
{
    /// <summary>The forms a language needs; a spec checks that every plural caption has them.</summary>
    public static IReadOnlyList<string> Forms(Language language) =>
        language == Language.Arabic ? ["zero", "one", "two", "few", "many", "other"] : ["one", "other"];

    public static string Form(Language language, long count)
    {
        var n = Math.Abs(count);
        if (language != Language.Arabic) return n == 1 ? "one" : "other";
        return n switch
        {
            0 => "zero",
            1 => "one",
            2 => "two",
            _ => (n % 100) switch
            {
                >= 3 and <= 10 => "few",
                >= 11 => "many",
                _ => "other",
            },
        };
    }
}
