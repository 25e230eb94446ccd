using System.Text.RegularExpressions;

namespace Plumbline.Core;

/// <summary>What the parts of a country's plates mean: governorates by name, code and plate number, and classes of vehicles.</summary>
internal sealed class PlateParts
{
    private const string GovernoratePart = "governorate";
    private const string CodePart = "plate_code";
    private const string ClassPart = "class";

    private readonly Dictionary<string, Governorate> governorates = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (string Code, string Shown)> classes = new(StringComparer.Ordinal);
    private readonly HashSet<string> codes = new(StringComparer.Ordinal);

    public PlateParts(IEnumerable<Governorate> governorates, IEnumerable<(string Code, YamlMap Map)> classes)
    {
        foreach (var governorate in governorates)
        {
            if (governorate.PlateCode is { } plate) codes.Add(plate);
            foreach (var name in governorate.Names.Append(governorate.Code)) this.governorates.TryAdd(Compact.Lower(name), governorate);
        }

        foreach (var (code, map) in classes)
        {
            var label = map.Caption("label");
            foreach (var name in map.Texts("other").Append(label.En).Append(label.Ar).Append(label.Ckb).Append(code)) this.classes.TryAdd(Compact.Lower(name), (code, label.Ar));
            map.RefuseOthers();
        }
    }

    /// <summary>What a part looks like; null for one that the form itself describes.</summary>
    public string? Pattern(string part) => part switch
    {
        GovernoratePart => Alternatives(governorates.Keys),
        CodePart => Alternatives(codes),
        ClassPart => Alternatives(classes.Keys),
        _ => null,
    };

    /// <summary>A part as it is shown.</summary>
    public string Shown(string part, Match match) => Value(part, match, governorate => governorate.Label.Ar, known => known.Shown);

    /// <summary>A part as it is compared.</summary>
    public string Key(string part, Match match) => Value(part, match, governorate => governorate.Code, known => known.Code).ToUpperInvariant();

    private string Value(string part, Match match, Func<Governorate, string> ofGovernorate, Func<(string Code, string Shown), string> ofClass)
    {
        var found = match.Groups[part].Value;
        return part switch
        {
            _ when found.Length == 0 => "",
            GovernoratePart => ofGovernorate(governorates[found]),
            ClassPart => ofClass(classes[found]),
            _ => found.ToUpperInvariant(),
        };
    }

    // The longest first: one name may begin another.
    private static string Alternatives(IEnumerable<string> words) => string.Join('|', words.OrderByDescending(word => word.Length).ThenBy(word => word, StringComparer.Ordinal).Select(Regex.Escape));
}
