using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Plumbline.Core;

/// <summary>A mapping of a data file. What is missing or misspelt becomes a fault with its line, and reading goes on.</summary>
internal sealed class YamlMap
{
    private readonly YamlMappingNode node;
    private readonly SchemaFaults faults;
    private readonly HashSet<string> asked = new(StringComparer.Ordinal);

    private YamlMap(string file, YamlMappingNode node, SchemaFaults faults) => (File, this.node, this.faults) = (file, node, faults);

    public string File { get; }

    public long Line => node.Start.Line;

    /// <summary>The mapping that is the whole file; null, with a fault, if it is none.</summary>
    public static YamlMap? Parse(string file, string text, SchemaFaults faults)
    {
        try
        {
            var yaml = new YamlStream();
            yaml.Load(new StringReader(text));
            if (yaml.Documents is [{ RootNode: YamlMappingNode root }]) return new YamlMap(file, root, faults);
            faults.Add(file, 0, "Expected one YAML mapping.");
        }
        catch (YamlException e)
        {
            faults.Add(file, e.Start.Line, $"Not YAML: {e.Message}");
        }

        return null;
    }

    public void Fault(string message) => faults.Add(File, Line, message);

    public bool Has(string key) => node.Children.ContainsKey(key);

    /// <summary>The text of a key; a fault and an empty text if it is not there.</summary>
    public string Text(string key) => Optional(key) ?? Missing(key, "");

    /// <summary>The text of a key; null if it is not there.</summary>
    public string? Optional(string key) => Find(key) switch
    {
        null => null,
        YamlScalarNode { Value.Length: > 0 } scalar => scalar.Value,
        _ => Missing<string?>(key, null),
    };

    /// <summary>true or false.</summary>
    public bool Flag(string key, bool otherwise)
    {
        if (Optional(key) is not { } text) return otherwise;
        if (text is not ("true" or "false")) Fault($"{key} is true or false, not \"{text}\".");
        return text == "true";
    }

    /// <summary>The texts of a list; empty if it is not there.</summary>
    public IReadOnlyList<string> Texts(string key) => Find(key) switch
    {
        null => [],
        YamlSequenceNode list => [.. list.Children.Select(child => (child as YamlScalarNode)?.Value ?? Missing(key, ""))],
        _ => Missing<IReadOnlyList<string>>(key, []),
    };

    /// <summary>A mapping below; null if it is not there.</summary>
    public YamlMap? Map(string key) => Find(key) switch
    {
        null => null,
        YamlMappingNode map => new YamlMap(File, map, faults),
        _ => Missing<YamlMap?>(key, null),
    };

    /// <summary>The mappings of a mapping or list below, with their keys (or numbers from 0); empty if it is not there.</summary>
    public IEnumerable<(string Key, YamlMap Map)> Maps(string key) => Find(key) switch
    {
        YamlMappingNode map => [.. map.Children.Select(row => (((YamlScalarNode)row.Key).Value!, Child(key, row.Value))).Where(row => row.Item2 is not null)!],
        YamlSequenceNode list => [.. list.Children.Select((row, at) => ($"{at}", Child(key, row))).Where(row => row.Item2 is not null)!],
        null => [],
        _ => Missing<IEnumerable<(string, YamlMap)>>(key, []),
    };

    /// <summary>A caption in the three languages; a fault for each that is missing.</summary>
    public Caption Caption(string key) => Map(key) is { } map ? map.AsCaption() : Missing(key, new Caption("", "", ""));

    /// <summary>The mapping itself as a caption.</summary>
    public Caption AsCaption()
    {
        var caption = new Caption(Text("en"), Text("ar"), Text("ckb"));
        RefuseOthers();
        return caption;
    }

    /// <summary>A fault for each key nobody asked for: it is misspelt.</summary>
    public void RefuseOthers()
    {
        foreach (var row in node.Children)
        {
            if (row.Key is YamlScalarNode { Value: { } key } && !asked.Contains(key)) faults.Add(File, row.Key.Start.Line, $"Unknown key \"{key}\".");
        }
    }

    private YamlMap? Child(string key, YamlNode child) =>
        child is YamlMappingNode map ? new YamlMap(File, map, faults) : Missing<YamlMap?>(key, null);

    private YamlNode? Find(string key)
    {
        asked.Add(key);
        return node.Children.TryGetValue(key, out var found) ? found : null;
    }

    private T Missing<T>(string key, T instead)
    {
        Fault(Has(key) ? $"{key} is empty or of another form than expected." : $"{key} is missing.");
        return instead;
    }
}
