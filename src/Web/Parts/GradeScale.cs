namespace Plumbline.Web.Parts;

/// <summary>A grade as it is shown: the scheme's text form, the two letters or figures, and the handling if the label has one.</summary>
/// <param name="Scheme">"3x5x2", "4x4", "5x5x5" or "6x6".</param>
/// <param name="Meaning">Both evaluations in words, in the reader's language.</param>
/// <param name="Proposed">Not yet confirmed by another officer.</param>
public sealed record GradeView(string Scheme, char Source, char Information, string? Handling, string Meaning, bool Proposed = false);

/// <summary>How far down its scale an evaluation stands; only for the hatching.</summary>
internal static class GradeScale
{
    /// <summary>0 (best) to 4 (worst); -1 if it says that nothing can be judged, which is not bad.</summary>
    public static int Hatch(string scheme, char code, bool source)
    {
        var scale = Scale(scheme, source);
        var at = scale.IndexOf(code, StringComparison.Ordinal);
        if (at < 0 || code == Unjudged(scheme, source)) return -1;
        var judged = scale.Count(letter => letter != Unjudged(scheme, source));
        return judged < 2 ? 0 : at * 4 / (judged - 1);
    }

    private static string Scale(string scheme, bool source) => (scheme, source) switch
    {
        ("3x5x2", true) => "132",   // 2 is "untested": nothing is known yet
        ("3x5x2", false) => "ABCED",
        ("4x4", true) => "ABCX",
        ("4x4", false) => "1234",
        ("5x5x5", true) => "ABCDE",
        ("5x5x5", false) => "12354",
        ("6x6", true) => "ABCDEF",
        ("6x6", false) => "123456",
        _ => "",
    };

    private static char Unjudged(string scheme, bool source) => (scheme, source) switch
    {
        ("3x5x2", true) => '2',
        ("3x5x2", false) => 'D',
        ("4x4", true) => 'X',
        ("4x4", false) => '4',
        ("5x5x5", true) => 'E',
        ("5x5x5", false) => '4',
        ("6x6", true) => 'F',
        ("6x6", false) => '6',
        _ => '\0',
    };
}
