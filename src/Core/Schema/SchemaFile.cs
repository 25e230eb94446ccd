using System.Globalization;

namespace Plumbline.Core;

/// <summary>Reads the file of one type.</summary>
internal static class SchemaFile
{
    private const string Extension = ".yaml";

    /// <summary>The type as written; null, with faults, if the file is no mapping.</summary>
    public static TypeDraft? Read(string file, string yaml, SchemaFaults faults)
    {
        if (YamlMap.Parse(file, yaml, faults) is not { } map) return null;
        var name = map.Text("name");
        if (!IsName(name)) map.Fault($"\"{name}\" is no name: lower-case letters, digits and _.");
        if (Path.GetFileName(file) != name + Extension) map.Fault($"The file of type \"{name}\" is named {name}{Extension}.");
        var mapping = map.Map("mapping");
        var draft = new TypeDraft(file, name)
        {
            Label = map.Caption("label"),
            Plural = map.Caption("plural"),
            Description = map.Caption("description"),
            Icon = map.Optional("icon"),
            Abstract = map.Flag("abstract", otherwise: false),
            Kin = map.Flag("kin", otherwise: false),
            Parents = map.Texts("parents"),
            Featured = map.Has("featured") ? map.Texts("featured") : null,
            Required = map.Texts("required"),
            CaptionFrom = map.Has("caption") ? map.Texts("caption") : null,
            Own = [.. map.Maps("properties").Select(row => ReadProperty(name, row.Key, row.Map))],
            Link = map.Map("link") is { } link ? ReadEnds(link) : null,
            Stix = mapping?.Optional("stix"),
            FollowTheMoney = mapping?.Optional("ftm"),
        };
        mapping?.RefuseOthers();
        map.RefuseOthers();
        return draft;
    }

    private static Property ReadProperty(string owner, string name, YamlMap map)
    {
        if (!IsName(name)) map.Fault($"\"{name}\" is no name: lower-case letters, digits and _.");
        if (!int.TryParse(map.Text("id"), NumberStyles.None, CultureInfo.InvariantCulture, out var id) || id < 1)
            map.Fault($"The id of {name} is a whole number from 1.");
        var typeName = map.Text("type");
        var type = PropertyTypes.Find(typeName);
        if (type is null && typeName.Length > 0)
            map.Fault($"{name} has the unknown type \"{typeName}\"; known are {string.Join(", ", PropertyTypes.All.Select(known => known.Name))}.");
        var property = new Property(
            id, name, owner, type ?? PropertyTypes.Text, map.Caption("label"), map.Has("reverse") ? map.Caption("reverse") : null,
            Sensitive: map.Flag("sensitive", otherwise: false), Selector: map.Flag("selector", otherwise: true), Single: map.Flag("single", otherwise: false));
        if (property is { Reverse: not null, IsReference: false }) map.Fault($"{name} has a reverse label but points to no entity.");
        map.RefuseOthers();
        return property;
    }

    private static LinkEnds ReadEnds(YamlMap map)
    {
        var ends = new LinkEnds(map.Text("source"), map.Text("target"), map.Flag("directed", otherwise: true), map.Caption("label"), map.Caption("reverse"));
        map.RefuseOthers();
        return ends;
    }

    private static bool IsName(string name) =>
        name.Length > 0 && char.IsAsciiLetterLower(name[0]) && name.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '_');
}
