using System.Text.RegularExpressions;

namespace Plumbline.Exchange.Lists.Ofac;

/// <summary>Numbers as OFAC writes them.</summary>
internal static partial class OfacNumbers
{
    /// <summary>"A123 (Country) issued 19 Jun 2013 expires 19 Jun 2023" into the number and what is said of it.</summary>
    public static (string Number, string? Note) Number(string text)
    {
        var match = Parts().Match(text);
        if (!match.Success) return (text, null);
        var rest = match.Groups[2].Value.Trim();
        if (rest.Length == 0) return (match.Groups[1].Value, null);
        var country = Country().Match(rest);
        if (!country.Success) return (match.Groups[1].Value, rest);
        var more = country.Groups[2].Value.Trim();
        return (match.Groups[1].Value, "country: " + country.Groups[1].Value + (more.Length == 0 ? "" : "; " + more));
    }

    /// <summary>"(98)(9121115315)" as an international number; other ways of writing as they are.</summary>
    public static string Phone(string text) =>
        Bracketed().Match(text) is { Success: true } match ? $"+{match.Groups[1].Value} {match.Groups[2].Value}" : text;

    [GeneratedRegex(@"^(.+?)((?:\s+\(|\s+issued |\s+expires ).*)?$")]
    private static partial Regex Parts();

    [GeneratedRegex(@"^\(([^()]+)\)(.*)$")]
    private static partial Regex Country();

    [GeneratedRegex(@"^\((\d{1,4})\)\s*\((\d[\d\s-]*)\)$")]
    private static partial Regex Bracketed();
}
