using Plumbline.Networks.Graphs;

namespace Plumbline.Networks.Paths;

/// <summary>Paths between two vertices, named by their numbers in the input. Null or none where the ends are not joined.</summary>
public static class PathSearch
{
    /// <summary>A shortest path. Dijkstra 1959.</summary>
    public static FoundPath? Shortest(GraphSnapshot graph, int from, int to, PathRules rules, CancellationToken ct) => One(graph, from, to, rules, tie => Walked(rules, tie, rules.Length(tie)), ct);

    /// <summary>A path whose ties exist together with the greatest chance, if each exists independently of the others.</summary>
    public static FoundPath? StrongestProduct(GraphSnapshot graph, int from, int to, PathRules rules, CancellationToken ct) => One(graph, from, to, rules, tie => Walked(rules, tie, Math.Max(0, -Math.Log(rules.Chance(tie)))), ct);

    /// <summary>A path whose weakest tie is as strong as can be; among these one of the fewest ties. No independence is assumed.</summary>
    public static FoundPath? StrongestBottleneck(GraphSnapshot graph, int from, int to, PathRules rules, CancellationToken ct)
    {
        double[] chances = [.. Chances(graph, rules).Distinct().Order()];
        var (low, high, best) = (0, chances.Length - 1, (FoundPath?)null);
        while (low <= high)   // the greatest chance that ties may all have and still join the ends
        {
            var middle = (low + high) / 2;
            var floor = chances[middle];
            var found = One(graph, from, to, rules, tie => rules.Chance(tie) >= floor ? 1 : double.PositiveInfinity, ct);
            if (found is null) high = middle - 1;
            else (best, low) = (found, middle + 1);
        }
        return best ?? (from == to ? FoundPath.Of(graph, rules, [graph.Inside(from)]) : null);
    }

    /// <summary>The k shortest paths without repeated vertices, in rising length, equal ones in the order of the input. Yen 1971 with the savings of Lawler 1972.</summary>
    public static IReadOnlyList<FoundPath> KShortest(GraphSnapshot graph, int from, int to, int k, PathRules rules, CancellationToken ct)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(k, 1);
        double Cost(int tie) => Walked(rules, tie, rules.Length(tie));
        var search = new LeastCost(graph, rules, Cost);
        var (source, target) = (graph.Inside(from), graph.Inside(to));
        search.Search(source, target, [], null, ct);
        if (search.Way(target) is not { } first) return [];
        var (found, known) = (new List<int[]>(), new HashSet<string>());
        var waiting = new PriorityQueue<(int[] Way, int Spur), (double Length, int Ties, string Key)>(Comparer<(double Length, int Ties, string Key)>.Create((one, other) =>
            one.Length != other.Length ? one.Length.CompareTo(other.Length) : one.Ties != other.Ties ? one.Ties.CompareTo(other.Ties) : string.CompareOrdinal(one.Key, other.Key)));
        Offer(first, 0);
        var shut = new bool[graph.VertexCount];
        while (found.Count < k && waiting.TryDequeue(out var next, out _))
        {
            found.Add(next.Way);
            if (found.Count == k) break;
            for (var spur = next.Spur; spur + 1 < next.Way.Length; spur++)   // before its own spur others have looked
            {
                ct.ThrowIfCancellationRequested();
                var root = next.Way.AsSpan(0, spur + 1);
                var taken = new HashSet<int>();
                foreach (var way in found)
                    if (way.Length > spur + 1 && way.AsSpan(0, spur + 1).SequenceEqual(root)) taken.Add(way[spur + 1]);
                foreach (var vertex in root[..spur]) shut[vertex] = true;
                if (spur == 0 || rules.Opens(graph, root[spur]))
                {
                    search.Search(root[spur], target, shut, taken, ct);
                    if (search.Way(target) is { } rest) Offer([.. root[..spur], .. rest], spur);
                }
                foreach (var vertex in root[..spur]) shut[vertex] = false;
            }
        }
        return [.. found.Select(way => FoundPath.Of(graph, rules, way))];

        void Offer(int[] way, int spur)
        {
            var key = string.Join(' ', way.Select(vertex => graph.Outside(vertex).ToString("D10", System.Globalization.CultureInfo.InvariantCulture)));
            if (known.Add(key)) waiting.Enqueue((way, spur), (Math.Round(FoundPath.Of(graph, rules, way).Length, 9), way.Length, key));
        }
    }

    /// <summary>All shortest paths, in the order of the input, at most so many.</summary>
    /// <returns>The paths and how many there are in all, as a double, for they may be more than can be counted in whole numbers.</returns>
    public static (IReadOnlyList<FoundPath> Paths, double Count) AllShortest(GraphSnapshot graph, int from, int to, int most, PathRules rules, CancellationToken ct)
    {
        var search = new LeastCost(graph, rules, tie => Walked(rules, tie, rules.Length(tie)));
        var (source, target) = (graph.Inside(from), graph.Inside(to));
        search.Search(source, target, [], null, ct);
        if (double.IsPositiveInfinity(search[target])) return ([], 0);
        var tight = new TightTies(graph, rules, search, source, target, ct);
        return ([.. tight.Paths(most, ct).Select(way => FoundPath.Of(graph, rules, way))], tight.Count);
    }

    private static FoundPath? One(GraphSnapshot graph, int from, int to, PathRules rules, Func<int, double> cost, CancellationToken ct)
    {
        var search = new LeastCost(graph, rules, cost);
        search.Search(graph.Inside(from), graph.Inside(to), [], null, ct);
        return search.Way(graph.Inside(to)) is { } way ? FoundPath.Of(graph, rules, way) : null;
    }

    private static double Walked(PathRules rules, int tie, double cost) => rules.Chance(tie) > 0 ? cost : double.PositiveInfinity;

    private static IEnumerable<double> Chances(GraphSnapshot graph, PathRules rules) => rules.Presence.Length == 0 ? [1] : rules.Presence.Take(graph.TieCount).Where(chance => chance > 0);
}
