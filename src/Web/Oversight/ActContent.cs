using System.Text.RegularExpressions;

namespace Plumbline.Web.Oversight;

/// <summary>What was kept beside an act, in its parts: a hash and the officer's words run into one another where one is written from the right.</summary>
/// <param name="Sha256">Of the file that came or went; null where there was none.</param>
/// <param name="Words">The rest.</param>
public sealed partial record ActContent(string? Sha256, string Words)
{
    /// <summary>Reads <c>sha256 HEX: words</c>; anything else is words.</summary>
    public static ActContent Read(string? content) => Form().Match(content ?? "") is { Success: true } found
        ? new(found.Groups["hash"].Value, found.Groups["words"].Value)
        : new(null, content ?? "");

    [GeneratedRegex("^sha256 (?<hash>[0-9a-f]{64})(?:: (?<words>.*))?$", RegexOptions.Singleline)]
    private static partial Regex Form();
}
