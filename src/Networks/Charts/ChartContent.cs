using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Plumbline.Core;

namespace Plumbline.Networks.Charts;

/// <summary>What was drawn, as the drawing keeps it: positions of the items, ties, pins, groups, notes, styles. Kept as it came; only items that are not there are taken out.</summary>
public sealed partial class ChartContent
{
    private const int MostCharacters = 4 << 20;
    private const int MostMembers = 10_000;

    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly JsonObject root;

    private ChartContent(JsonObject root, IReadOnlyDictionary<long, (double X, double Y)> positions, IReadOnlyList<long> ties)
    {
        this.root = root;
        Positions = positions;
        Ties = ties;
    }

    /// <summary>Where each item stands, by key of the entity; its keys are the members.</summary>
    public IReadOnlyDictionary<long, (double X, double Y)> Positions { get; }

    /// <summary>Keys of the links that were drawn.</summary>
    public IReadOnlyList<long> Ties { get; }

    /// <summary>Reads a content.</summary>
    /// <returns>Refused with <c>chart.content</c> for what is no content, and <c>chart.too-large</c>.</returns>
    public static Outcome<ChartContent> Read(string json, PublicIds ids)
    {
        if (json.Length > MostCharacters) return TooLarge;
        try
        {
            if (JsonNode.Parse(json, documentOptions: new() { MaxDepth = 16 }) is not JsonObject root || root["format"]?.GetValue<int>() != 1 || root["positions"] is not JsonObject places) return Unreadable;
            if (places.Count > MostMembers) return TooLarge;
            var positions = new Dictionary<long, (double, double)>(places.Count);
            foreach (var (id, place) in places)
            {
                if (!ids.TryRead(id, out var kind, out var key) || kind != PublicKind.Entity || place is not JsonArray { Count: 2 } pair) return Unreadable;
                positions[key] = (pair[0]!.GetValue<double>(), pair[1]!.GetValue<double>());
            }
            var ties = (root["ties"] as JsonArray ?? []).Select(tie => ids.TryRead(tie?.GetValue<string>(), out var kind, out var key) && kind == PublicKind.Entity ? key : -1).Where(key => key >= 0).ToList();
            return new ChartContent(root, positions, ties);
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException or FormatException or NullReferenceException)
        {
            return Unreadable;
        }
    }

    /// <summary>A content of items at places, and nothing more.</summary>
    public static ChartContent Of(IReadOnlyDictionary<long, (double X, double Y)> positions, IReadOnlyList<long> ties, PublicIds ids) => new(new JsonObject
    {
        ["format"] = 1,
        ["positions"] = new JsonObject(positions.OrderBy(one => one.Key).Select(one => KeyValuePair.Create(ids.Show(PublicKind.Entity, one.Key), (JsonNode?)new JsonArray(one.Value.X, one.Value.Y)))),
        ["ties"] = new JsonArray([.. ties.Select(key => (JsonNode?)ids.Show(PublicKind.Entity, key))]),
        ["pins"] = new JsonArray(),
        ["hidden"] = new JsonArray(),
        ["groups"] = new JsonArray(),
        ["annotations"] = new JsonArray(),
        ["styles"] = new JsonArray(),
        ["window"] = null,
        ["unbundled"] = new JsonArray(),
        ["faces"] = 4,
        ["annotated"] = true,
        ["snap"] = false,
        ["view"] = null,
    }, positions, ties);

    /// <summary>The same without the items that a reader does not see.</summary>
    /// <param name="exists">By key.</param>
    public ChartContent Only(Func<long, bool> exists, Func<long, bool> tied, PublicIds ids)
    {
        if (Positions.Keys.All(exists) && Ties.All(tied)) return this;
        var copy = (JsonObject)root.DeepClone();
        var gone = Positions.Keys.Where(key => !exists(key)).Concat(Ties.Where(key => !tied(key))).Select(key => ids.Show(PublicKind.Entity, key)).ToHashSet(StringComparer.Ordinal);
        foreach (var id in gone) ((JsonObject)copy["positions"]!).Remove(id);
        foreach (var list in (string[])["ties", "pins", "hidden", "unbundled"]) Strip(copy[list] as JsonArray, gone);
        foreach (var group in copy["groups"] as JsonArray ?? []) Strip(group?["members"] as JsonArray, gone);
        return new(copy, Positions.Where(one => exists(one.Key)).ToDictionary(), [.. Ties.Where(tied)]);
    }

    /// <summary>The same with a place for each record that leads others which stand on it; those keep theirs, for the day when they are apart again.</summary>
    /// <param name="lead">The key under which a member stands.</param>
    public ChartContent Led(Func<long, long> lead, PublicIds ids)
    {
        var missing = Positions.OrderBy(one => one.Key).Select(one => (Lead: lead(one.Key), one.Value)).Where(one => !Positions.ContainsKey(one.Lead)).DistinctBy(one => one.Lead).ToList();
        if (missing.Count == 0) return this;
        var copy = (JsonObject)root.DeepClone();
        foreach (var (key, place) in missing) ((JsonObject)copy["positions"]!)[ids.Show(PublicKind.Entity, key)] = new JsonArray(place.X, place.Y);
        return new(copy, Positions.Concat(missing.Select(one => KeyValuePair.Create(one.Lead, one.Value))).ToDictionary(), Ties);
    }

    /// <summary>As it is kept.</summary>
    public override string ToString() => root.ToJsonString(Plain);

    private static Refusal Unreadable { get; } = new("chart.content", "This is no chart that can be read: load the page again.");

    private static Refusal TooLarge { get; } = new("chart.too-large", $"A chart holds at most {MostMembers} items and {MostCharacters >> 20} MiB: take the pictures out, or make two charts.");

    private static void Strip(JsonArray? list, HashSet<string> gone)
    {
        for (var at = (list?.Count ?? 0) - 1; at >= 0; at--)
            if (list![at] is JsonValue value && value.TryGetValue<string>(out var id) && gone.Contains(id)) list.RemoveAt(at);
    }
}
