using YamlDotNet.RepresentationModel;

namespace Plumbline.Core;

/// <summary>A file of meanings that travels inside the assembly: maps of code to en, ar and ckb.</summary>
internal sealed class MeaningFile
{
    private readonly string name;
    private readonly YamlMappingNode root;

    /// <exception cref="InvalidDataException">The file is not there or no mapping: the assembly was built wrongly.</exception>
    public MeaningFile(string name)
    {
        this.name = name;
        using var stream = typeof(MeaningFile).Assembly.GetManifestResourceStream(name) ?? throw Damaged("is missing");
        using var reader = new StreamReader(stream);
        var yaml = new YamlStream();
        yaml.Load(reader);
        root = yaml.Documents is [{ RootNode: YamlMappingNode map }] ? map : throw Damaged("is no mapping");
    }

    /// <summary>The meanings of a section, in the order of the file.</summary>
    public IReadOnlyList<CodeMeaning> Section(string section) =>
        [.. from row in Map(root, section).Children select Read(Text(row.Key), (row.Value as YamlMappingNode) ?? throw Damaged($"has no map in {section}"))];

    /// <summary>The one meaning of a key that is no section.</summary>
    public CodeMeaning Single(string key) => Read(key, Map(root, key));

    private CodeMeaning Read(string code, YamlMappingNode map) => new(code, Text(map, "en"), Text(map, "ar"), Text(map, "ckb"));

    private string Text(YamlMappingNode map, string key) => Text(map.Children.TryGetValue(key, out var node) ? node : throw Damaged($"lacks {key}"));

    private string Text(YamlNode node) => node is YamlScalarNode { Value.Length: > 0 } scalar ? scalar.Value : throw Damaged("has an empty text");

    private YamlMappingNode Map(YamlMappingNode map, string key) =>
        map.Children.TryGetValue(key, out var node) && node is YamlMappingNode found ? found : throw Damaged($"lacks {key}");

    private InvalidDataException Damaged(string what) => new($"{name} {what}.");
}
