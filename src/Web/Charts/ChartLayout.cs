using System.Numerics;
using Plumbline.Core;
using Plumbline.Networks.Graphs;
using Plumbline.Networks.Layouts;
using Plumbline.Networks.Measures;

namespace Plumbline.Web.Charts;

/// <summary>Places a drawing's vertices by the engine: it knows ties and places, and nothing of what they stand for.</summary>
internal static class ChartLayout
{
    private const int Most = 10_000;
    private const int MostTies = 100_000;

    private static readonly Dictionary<string, LayoutMethod> Methods = new(StringComparer.Ordinal)
    {
        ["force"] = LayoutMethod.Force,
        ["stress"] = LayoutMethod.Stress,
        ["hierarchy"] = LayoutMethod.Hierarchy,
        ["circle"] = LayoutMethod.Circle,
        ["concentric"] = LayoutMethod.Concentric,
        ["grid"] = LayoutMethod.Grid,
        ["time"] = LayoutMethod.Time,
        ["tidy"] = LayoutMethod.Tidy,
    };

    /// <summary>Places in the order of the request; null for a request that makes no sense.</summary>
    public static IReadOnlyList<float[]>? Place(AskedLayout asked, CancellationToken ct)
    {
        var n = asked.Nodes.Count;
        if (n > Most || asked.Edges?.Count > MostTies || asked.Positions.Count != n || !Methods.TryGetValue(asked.Method, out var method)) return null;
        if (n == 0) return [];
        var ties = (asked.Edges ?? []).Where(edge => edge is [>= 0, >= 0, ..] && edge[0] < n && edge[1] < n && edge[0] != edge[1]).ToList();
        var built = GraphBuilder.Build(n, method == LayoutMethod.Hierarchy, new() { Source = ties.Select(edge => (int)edge[0]).ToArray(), Target = ties.Select(edge => (int)edge[1]).ToArray() }, Repeats.First, ct);
        if (built is not Outcome<GraphSnapshot>.Done { Value: var graph }) return null;
        using var owned = graph;
        Vector2[] before = [.. asked.Positions.Select(place => place is [var x, var y] && float.IsFinite(x) && float.IsFinite(y) ? new Vector2(x, y) : new Vector2(float.NaN))];
        var names = asked.Types?.Count == n ? asked.Types.Distinct().Order(StringComparer.Ordinal).ToList() : [];
        var request = new LayoutRequest(method)
        {
            Seed = (ulong)Math.Clamp(asked.Seed, 0, uint.MaxValue),
            Length = asked.Ideal is > 1 and < 100_000 and var ideal ? ideal : 100,
            Before = before,
            Pinned = asked.Fixed?.Count == n ? [.. asked.Fixed.Select((pinned, at) => pinned && !float.IsNaN(before[at].X))] : [],
            Roots = asked.Root is >= 0 and var root && root < n ? [root] : [],
            Direction = asked.Flow switch { "up" => LayoutDirection.Up, "forwards" => LayoutDirection.Onward, "backwards" => LayoutDirection.Back, _ => LayoutDirection.Down },
            Values = asked.Values?.Count == n && asked.Values.Any(value => value is not null) ? [.. asked.Values.Select(value => value ?? double.NaN)] : method == LayoutMethod.Time ? [.. Enumerable.Repeat(double.NaN, n)] : [],
            Groups = names.Count > 0 ? [.. asked.Types!.Select(name => names.IndexOf(name))] : [],
        };
        return [.. GraphLayout.Place(graph, request, new Effort(Environment.ProcessorCount), ct).Places.Select(place => (float[])[place.X, place.Y])];
    }
}
