namespace Plumbline.Networks.Layouts;

/// <summary>The layers of a part with, where a tie spans several, a waypoint in each between: so only neighbouring layers are tied. Who stands where in its layer is changed until few ties cross.</summary>
internal sealed class LayerNet
{
    private const int Sweeps = 24;
    private const int MostWaypoints = 200_000;

    private readonly int[] layer;
    private readonly List<int>[] above;
    private readonly List<int>[] below;
    private readonly double[] wish;

    private LayerNet(int real, int[] layer, List<int>[] above, List<int>[] below, int[][] rows)
    {
        (Real, this.layer, this.above, this.below, Rows) = (real, layer, above, below, rows);
        (Place, wish) = (new int[layer.Length], new double[layer.Length]);
        foreach (var row in rows) Number(row);
    }

    /// <summary>How many are vertices; whoever has a greater number is a waypoint.</summary>
    public int Real { get; }

    /// <summary>The members of each layer in their order.</summary>
    public int[][] Rows { get; }

    /// <summary>By member its place in its layer.</summary>
    public int[] Place { get; }

    public IReadOnlyList<int> Above(int member) => above[member];

    public IReadOnlyList<int> Below(int member) => below[member];

    public static LayerNet Of(Part part, int[] ofVertex)
    {
        var (layer, pairs, spans) = (new List<int>(ofVertex), new List<(int Upper, int Lower)>(), 0L);
        for (var one = 0; one < part.Count; one++)
            foreach (var other in part.Neighbours(one)) spans += Math.Max(0, ofVertex[other] - ofVertex[one] - 1);
        var isSpanned = spans <= MostWaypoints;
        for (var one = 0; one < part.Count; one++)
            foreach (var other in part.Neighbours(one))
            {
                if (ofVertex[other] <= ofVertex[one] || (!isSpanned && ofVertex[other] - ofVertex[one] > 1)) continue;
                var upper = one;
                for (var between = ofVertex[one] + 1; between < ofVertex[other]; between++)
                {
                    layer.Add(between);
                    pairs.Add((upper, layer.Count - 1));
                    upper = layer.Count - 1;
                }
                pairs.Add((upper, other));
            }
        var (above, below) = (new List<int>[layer.Count], new List<int>[layer.Count]);
        for (var member = 0; member < layer.Count; member++) (above[member], below[member]) = ([], []);
        foreach (var (upper, lower) in pairs)
        {
            below[upper].Add(lower);
            above[lower].Add(upper);
        }
        return new(part.Count, [.. layer], above, below, Met(layer, above, below));
    }

    /// <summary>Goes down and up, each layer ordered by the mean place of its neighbours in the one before; the order with the fewest crossings is kept.</summary>
    public void Uncross(CancellationToken ct)
    {
        var (best, fewest, idle) = (Rows.Select(row => (int[])row.Clone()).ToArray(), Crossings(), 0);
        for (var sweep = 0; sweep < Sweeps && fewest > 0 && idle < 6; sweep++)
        {
            ct.ThrowIfCancellationRequested();
            if (sweep % 2 == 0)
                for (var row = 1; row < Rows.Length; row++) Order(Rows[row], above);
            else
                for (var row = Rows.Length - 2; row >= 0; row--) Order(Rows[row], below);
            var crossings = Crossings();
            idle++;
            if (crossings >= fewest) continue;
            (fewest, idle) = (crossings, 0);
            for (var row = 0; row < Rows.Length; row++) Rows[row].CopyTo(best[row], 0);
        }
        for (var row = 0; row < Rows.Length; row++)
        {
            best[row].CopyTo(Rows[row], 0);
            Number(Rows[row]);
        }
    }

    /// <summary>How many pairs of ties between neighbouring layers cross.</summary>
    public long Crossings()
    {
        var all = 0L;
        for (var row = 0; row + 1 < Rows.Length; row++)
        {
            // Ends below in the order of the ends above: each pair out of order is a crossing, counted by a tree of sums.
            var sums = new int[Rows[row + 1].Length + 1];
            var seen = 0;
            foreach (var member in Rows[row])
            {
                foreach (var lower in below[member])
                {
                    var before = 0;
                    for (var at = Place[lower] + 1; at > 0; at -= at & -at) before += sums[at];
                    all += seen - before;
                }
                foreach (var lower in below[member])
                {
                    for (var at = Place[lower] + 1; at < sums.Length; at += at & -at) sums[at]++;
                    seen++;
                }
            }
        }
        return all;
    }

    private void Order(int[] row, List<int>[] beside)
    {
        foreach (var member in row)
        {
            var sum = 0.0;
            foreach (var other in beside[member]) sum += Place[other];
            // Whoever has nobody there stays about where it is.
            wish[member] = beside[member].Count == 0 ? Place[member] : sum / beside[member].Count;
        }
        Array.Sort(row, (one, other) => wish[one] != wish[other] ? wish[one].CompareTo(wish[other]) : Place[one].CompareTo(Place[other]));
        Number(row);
    }

    private void Number(int[] row)
    {
        for (var at = 0; at < row.Length; at++) Place[row[at]] = at;
    }

    /// <summary>Layers in the order in which a walk in depth meets their members: what hangs together begins together.</summary>
    private static int[][] Met(List<int> layer, List<int>[] above, List<int>[] below)
    {
        var rows = new List<List<int>>();
        foreach (var one in layer)
            while (rows.Count <= one) rows.Add([]);
        var (met, path) = (new bool[layer.Count], new Stack<int>());
        foreach (var begin in Enumerable.Range(0, layer.Count).OrderBy(member => layer[member]).ThenBy(member => member))
        {
            path.Push(begin);
            while (path.TryPop(out var member))
            {
                if (met[member]) continue;
                met[member] = true;
                rows[layer[member]].Add(member);
                for (var at = above[member].Count - 1; at >= 0; at--) path.Push(above[member][at]);
                for (var at = below[member].Count - 1; at >= 0; at--) path.Push(below[member][at]);
            }
        }
        return [.. rows.Select(row => row.ToArray())];
    }
}
