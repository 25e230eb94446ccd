using System.Text.Json.Nodes;
using Plumbline.Core;

namespace Plumbline.Networks.Charts;

/// <summary>Two contents on one sheet.</summary>
public sealed partial class ChartContent
{
    private const double Apart = 200;

    /// <summary>This content with the items, ties and pins of another. What stands on both keeps its place here; the rest of the other moves as a whole, so that
    /// what they share lies as near as it can to where it is here, or beside this one where they share nothing.</summary>
    /// <remarks>Notes, groups, styles and the window of the other stay with it: they may tell of what was taken off it, and its label says how they must be handled.</remarks>
    public ChartContent With(ChartContent other, PublicIds ids)
    {
        var (dx, dy) = Shift(other);
        var added = other.Positions.Where(one => !Positions.ContainsKey(one.Key)).OrderBy(one => one.Key).Select(one => KeyValuePair.Create(one.Key, (X: one.Value.X + dx, Y: one.Value.Y + dy))).ToList();
        var copy = (JsonObject)root.DeepClone();
        foreach (var (key, place) in added) ((JsonObject)copy["positions"]!)[ids.Show(PublicKind.Entity, key)] = new JsonArray(place.X, place.Y);
        List<long> ties = [.. Ties, .. other.Ties.Except(Ties)];
        copy["ties"] = new JsonArray([.. ties.Select(key => (JsonNode?)ids.Show(PublicKind.Entity, key))]);
        // What is asked for again is shown; what was pinned there stays where it is put.
        var shown = other.Listed("hidden");
        copy["hidden"] = Strings(Listed("hidden").Where(id => shown.Contains(id) || !other.Holds(id, ids)).Concat(shown.Where(id => !Holds(id, ids))));
        copy["pins"] = Strings(Listed("pins").Concat(other.Listed("pins").Where(id => !Holds(id, ids))));
        return new(copy, Positions.Concat(added).ToDictionary(), ties);
    }

    private (double X, double Y) Shift(ChartContent other)
    {
        var shared = Positions.Keys.Where(other.Positions.ContainsKey).ToList();
        if (shared.Count > 0) return (Math.Round(shared.Average(key => Positions[key].X - other.Positions[key].X), 2), Math.Round(shared.Average(key => Positions[key].Y - other.Positions[key].Y), 2));
        if (Positions.Count == 0 || other.Positions.Count == 0) return (0, 0);
        return (Math.Round(Positions.Values.Max(place => place.X) + Apart - other.Positions.Values.Min(place => place.X), 2), Math.Round(Positions.Values.Average(place => place.Y) - other.Positions.Values.Average(place => place.Y), 2));
    }

    private bool Holds(string id, PublicIds ids) => ids.TryRead(id, out var kind, out var key) && kind == PublicKind.Entity && Positions.ContainsKey(key);

    private List<string> Listed(string list) => [.. (root[list] as JsonArray ?? []).OfType<JsonValue>().Select(value => value.TryGetValue<string>(out var id) ? id : "").Where(id => id.Length > 0)];

    private static JsonArray Strings(IEnumerable<string> texts) => new([.. texts.Distinct(StringComparer.Ordinal).Select(text => (JsonNode?)text)]);
}
