using YamlDotNet.RepresentationModel;

namespace Plumbline.Core;

/// <summary>The countries of <c>data/schema/values/countries.yaml</c>, and those that country packs name.</summary>
public static class Countries
{
    private static readonly Lazy<Table> TheTable = new(Table.Read);

    /// <summary>Code and caption of every country, ordered by code. A Kurdish name that nobody has confirmed is the English one.</summary>
    public static IReadOnlyDictionary<string, Caption> All => TheTable.Value.Captions;

    /// <summary>The caption of a code; null for one that is in no table.</summary>
    public static Caption? Find(string code) => All.GetValueOrDefault(code);

    /// <summary>The alpha-2 code that a code or name means; null if it means none.</summary>
    public static string? CodeOf(string text)
    {
        var key = Key(text);
        return TheTable.Value.Codes.GetValueOrDefault(key) ?? (IsUserAssigned(key) ? key.ToUpperInvariant() : null);
    }

    private static bool IsUserAssigned(string key) => key is "aa" or "zz"
        || key.Length == 2 && (key[0] == 'x' && key[1] is >= 'a' and <= 'z' || key[0] == 'q' && key[1] is >= 'm' and <= 'z');

    // "Korea, North", "Cote d’Ivoire" and "KOREA NORTH" are written with and without their signs.
    private static string Key(string text) => Compact.Lower(text);

    private sealed record Table(SortedDictionary<string, Caption> Captions, Dictionary<string, string> Codes)
    {
        public static Table Read()
        {
            var table = new Table(new(StringComparer.Ordinal), new(StringComparer.Ordinal));
            var yaml = new YamlStream();
            yaml.Load(new StringReader(Packaged.Text("data/schema/values/countries.yaml")));
            foreach (var (key, value) in (YamlMappingNode)yaml.Documents[0].RootNode)
            {
                var cells = ((YamlSequenceNode)value).Children.Select(cell => ((YamlScalarNode)cell).Value!).ToList();
                table.Add(((YamlScalarNode)key).Value!, new Caption(cells[1], cells[2], cells[3] == "~" ? cells[1] : cells[3]), cells);
            }

            foreach (var pack in CountryPack.All) table.Add(pack.Code, pack.Label, [pack.Label.En, pack.Label.Ar, pack.Label.Ckb]);
            return table;
        }

        private void Add(string code, Caption caption, IEnumerable<string> names)
        {
            Captions.TryAdd(code, caption);
            foreach (var name in names.Prepend(code)) Codes.TryAdd(Key(name), code);
        }
    }
}
