using System.Text.RegularExpressions;

namespace Plumbline.Core;

/// <summary>One form of a country's number plates, such as the current governorate-coded one.</summary>
/// <remarks>Patterns are regular expressions over the lower-case letters and digits of a plate, with {part} for each part.
/// The parts <c>governorate</c>, <c>plate_code</c> and <c>class</c> come from the pack; the others are given with the form.</remarks>
public sealed class PlateForm
{
    private readonly IReadOnlyList<Regex> patterns;
    private readonly string text;
    private readonly string key;

    private PlateForm(IReadOnlyList<Regex> patterns, string text, string key) => (this.patterns, this.text, this.key) = (patterns, text, key);

    /// <summary>The name of the form, such as <c>current</c>.</summary>
    public required string Name { get; init; }

    /// <summary>What it is called.</summary>
    public required Caption Label { get; init; }

    /// <summary>An invented plate of this form.</summary>
    public required string Example { get; init; }

    /// <summary>Where this comes from.</summary>
    public required PackSource Source { get; init; }

    /// <summary>Text and key of a plate of this form; null if it is of another.</summary>
    internal (string Text, string Key)? Read(string compact, PlateParts parts)
    {
        foreach (var pattern in patterns)
        {
            if (pattern.Match(compact) is { Success: true } match) return (Fill(text, part => parts.Shown(part, match)), Fill(key, part => parts.Key(part, match)));
        }

        return null;
    }

    internal static PlateForm Read(YamlMap map, PlateParts parts)
    {
        var own = map.Map("parts");
        var form = new PlateForm(
            [.. map.Texts("patterns").Select(pattern => new Regex("^(?:" + Fill(pattern, part => $"(?<{part}>{parts.Pattern(part) ?? own?.Text(part)})") + ")$",
                RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1)))],
            map.Text("text"), map.Text("key"))
        {
            Name = map.Text("name"),
            Label = map.Caption("label"),
            Example = map.Text("example"),
            Source = PackSource.Read(map),
        };
        if (form.Read(Compact.Lower(form.Example), parts) is null) map.Fault($"The example \"{form.Example}\" does not fit its own patterns.");
        map.RefuseOthers();
        return form;
    }

    private static string Fill(string template, Func<string, string> part) => Regex.Replace(template, @"\{([a-z_]+)\}", match => part(match.Groups[1].Value)).Trim();
}
