using Plumbline.Networks.Graphs;

namespace Plumbline.Networks.Paths;

/// <summary>The ties on shortest paths between two ends, and the paths they make.</summary>
internal sealed class TightTies
{
    private const double Least = 1e-9;
    private readonly Dictionary<int, int[]> next = [];
    private readonly int source;
    private readonly int target;

    public TightTies(GraphSnapshot graph, PathRules rules, LeastCost search, int source, int target, CancellationToken ct)
    {
        (this.source, this.target) = (source, target);
        var (onward, counts) = (new Dictionary<int, List<int>>(), new Dictionary<int, double> { [target] = 1 });
        var order = new List<int> { target };
        var seen = new HashSet<int> { target };
        for (var at = 0; at < order.Count; at++)   // backwards from the target along ties that lose nothing
        {
            ct.ThrowIfCancellationRequested();
            var vertex = order[at];
            var backs = graph.In(vertex);
            var ties = graph.InTies(vertex);
            for (var place = 0; place < backs.Length; place++)
            {
                var (back, tie) = (backs[place], ties.IsEmpty ? -1 : ties[place]);
                if (rules.Chance(tie) <= 0 || (back != source && !rules.Opens(graph, back)) || vertex == source) continue;
                if (!(Math.Abs(search[back] + rules.Length(tie) - search[vertex]) <= Least * Math.Max(1, search[vertex])) || search[back] >= search[vertex]) continue;
                (onward.TryGetValue(back, out var list) ? list : onward[back] = []).Add(vertex);
                if (seen.Add(back)) order.Add(back);
            }
        }
        foreach (var (vertex, list) in onward) next[vertex] = [.. list.OrderBy(graph.Outside)];
        foreach (var vertex in order.OrderByDescending(vertex => search[vertex]))
            if (vertex != target) counts[vertex] = next[vertex].Sum(other => counts[other]);
        Count = counts.GetValueOrDefault(source);
    }

    public double Count { get; }

    public IEnumerable<int[]> Paths(int most, CancellationToken ct)
    {
        if (source == target)
        {
            yield return [source];
            yield break;
        }
        var (way, places) = (new List<int> { source }, new Stack<int>([0]));
        for (var given = 0; given < most && places.Count > 0;)
        {
            ct.ThrowIfCancellationRequested();
            var place = places.Pop();
            if (way[^1] == target)
            {
                yield return [.. way];
                given++;
            }
            else if (place < next[way[^1]].Length)
            {
                places.Push(place + 1);
                way.Add(next[way[^1]][place]);
                places.Push(0);
                continue;
            }
            way.RemoveAt(way.Count - 1);
        }
    }
}
