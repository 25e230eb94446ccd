using System.Collections.Frozen;
using YamlDotNet.RepresentationModel;

namespace Plumbline.Core;

/// <summary>How one language's letters are written in Latin: letters, letters read as a long vowel, pairs, and whole words with their vowels.</summary>
internal sealed class RomanisationTable
{
    /// <exception cref="InvalidDataException">The file is missing or damaged: the assembly was built wrongly.</exception>
    public RomanisationTable(string language)
    {
        var name = $"data/names/romanisation/{language}.yaml";
        var yaml = new YamlStream();
        yaml.Load(new StringReader(Packaged.Text(name)));
        if (yaml.Documents is not [{ RootNode: YamlMappingNode root }]) throw new InvalidDataException($"{name} is no mapping.");
        Letters = Section(root, "letters");
        Long = Section(root, "long");
        Pairs = Section(root, "pairs");
        Words = Section(root, "words");
    }

    /// <summary>A letter, and what it becomes.</summary>
    public FrozenDictionary<string, string> Letters { get; }

    /// <summary>A letter read otherwise by its place: as a long vowel, or at the beginning of a word.</summary>
    public FrozenDictionary<string, string> Long { get; }

    /// <summary>Two letters that become one sound.</summary>
    public FrozenDictionary<string, string> Pairs { get; }

    /// <summary>Whole words.</summary>
    public FrozenDictionary<string, string> Words { get; }

    private static FrozenDictionary<string, string> Section(YamlMappingNode root, string name) =>
        root.Children.TryGetValue(name, out var node) && node is YamlMappingNode map
            ? map.Children.ToFrozenDictionary(row => ((YamlScalarNode)row.Key).Value!, row => ((YamlScalarNode)row.Value).Value ?? "", StringComparer.Ordinal)
            : FrozenDictionary<string, string>.Empty;
}
