namespace Plumbline.Networks.Snapshots;

/// <summary>Ties by the pair of vertices that they join: no object a pair, as there may be a million.</summary>
internal sealed class TiePairs
{
    private readonly int[] ties;
    private readonly ulong[] pairs;
    private readonly int[] starts;

    private TiePairs(int[] ties, ulong[] pairs, int[] starts)
    {
        (this.ties, this.pairs, this.starts) = (ties, pairs, starts);
        (Sources, Targets) = (new int[pairs.Length], new int[pairs.Length]);
        for (var pair = 0; pair < pairs.Length; pair++) (Sources[pair], Targets[pair]) = ((int)(pairs[pair] >> 32), (int)(pairs[pair] & uint.MaxValue));
    }

    public static TiePairs None { get; } = new([], [], [0]);

    /// <summary>First vertex of each pair; rising.</summary>
    public int[] Sources { get; }

    /// <summary>The other vertex.</summary>
    public int[] Targets { get; }

    /// <param name="table">Ties in the order of links.</param>
    /// <param name="counted">Rows of the table, rising, each joining two different of the vertices.</param>
    /// <param name="vertices">By number in the table.</param>
    /// <param name="directed">Whether a pair has a first; else the lower number is that. Ties of undirected types then stand in both pairs.</param>
    public static TiePairs Of(TieTable table, int[] counted, int[] vertices, bool directed)
    {
        var (pairs, joining) = (new List<ulong>(counted.Length), new List<int>(counted.Length));
        var lines = table.Lines;
        foreach (var tie in counted)
        {
            ref readonly var line = ref lines[tie];
            var (source, target) = (vertices[line.Source], vertices[line.Target]);
            if (!directed) (source, target) = (Math.Min(source, target), Math.Max(source, target));
            Add(source, target, tie);
            if (directed && !line.Type.Link!.Directed) Add(target, source, tie);
        }
        var (order, sorted) = (pairs.ToArray(), joining.ToArray());
        Array.Sort(order, sorted);
        var (starts, count) = (new List<int>(order.Length + 1), 0);
        for (var at = 0; at < order.Length; at++)
        {
            if (at > 0 && order[at] == order[count - 1]) continue;
            starts.Add(at);
            order[count++] = order[at];
        }
        starts.Add(order.Length);
        // Rows rise with the keys of links; the sort above keeps no order among equals.
        for (var pair = 0; pair < count; pair++)
            if (starts[pair + 1] - starts[pair] > 1) Array.Sort(sorted, starts[pair], starts[pair + 1] - starts[pair]);
        return new(sorted, order[..count], [.. starts]);

        void Add(int one, int other, int tie)
        {
            pairs.Add(((ulong)(uint)one << 32) | (uint)other);
            joining.Add(tie);
        }
    }

    /// <summary>The rows of the ties of a pair, rising; none of one that is not joined.</summary>
    public ReadOnlySpan<int> Between(int one, int other)
    {
        var pair = Array.BinarySearch(pairs, ((ulong)(uint)one << 32) | (uint)other);
        return pair < 0 ? [] : ties.AsSpan(starts[pair]..starts[pair + 1]);
    }

    /// <summary>By pair, how many items told of it.</summary>
    public double[] ItemsTold(TieTable table)
    {
        var (told, items) = (new double[pairs.Length], new HashSet<long>());
        var lines = table.Lines;
        for (var pair = 0; pair < pairs.Length; pair++)
        {
            var first = table.Items(lines[ties[starts[pair]]]);
            if (starts[pair + 1] - starts[pair] == 1 && !first.ContainsAnyExcept(first[0]))
            {
                told[pair] = 1;
                continue;
            }
            items.Clear();
            for (var tie = starts[pair]; tie < starts[pair + 1]; tie++)
                foreach (var item in table.Items(lines[ties[tie]])) items.Add(item);
            told[pair] = items.Count;
        }
        return told;
    }
}
