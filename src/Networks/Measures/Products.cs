using Plumbline.Networks.Graphs;

namespace Plumbline.Networks.Measures;

/// <summary>A graph's matrix times a vector, each vertex gathering over its row: the same bits on any number of threads.</summary>
internal sealed unsafe class Products(GraphSnapshot graph, bool weighted, Effort effort)
{
    private readonly int[] outCuts = Chunks.ByArcs(graph.Offsets, 64);
    private readonly Effort quiet = effort with { Progress = null };

    /// <summary>to[v] = sum of from[u], times the tie's weight where weighted, over the ends u of the ties out of v; into v, where asked.</summary>
    public void Gather(double[] from, double[] to, bool inwards, CancellationToken ct) => Chunks.Run(outCuts.Length - 1, quiet, chunk =>
    {
        var weights = graph.Weights;
        for (var vertex = outCuts[chunk]; vertex < outCuts[chunk + 1]; vertex++)
        {
            var row = inwards ? graph.In(vertex) : graph.Out(vertex);
            to[vertex] = weighted ? Weighted(row, inwards ? graph.InTies(vertex) : graph.OutTies(vertex), weights, from) : Plain(row, from);
        }
    }, ct);

    private static double Plain(ReadOnlySpan<int> row, double[] from)
    {
        unchecked
        {
            fixed (double* value = from)
            fixed (int* start = row)
            {
                var (even, odd) = (0.0, 0.0);
                int* at = start, end = start + row.Length;
                for (; at + 1 < end; at += 2) (even, odd) = (even + value[at[0]], odd + value[at[1]]);
                if (at < end) even += value[*at];
                return even + odd;
            }
        }
    }

    private static double Weighted(ReadOnlySpan<int> row, ReadOnlySpan<int> ties, ReadOnlySpan<double> weights, double[] from)
    {
        var sum = 0.0;
        for (var at = 0; at < row.Length; at++) sum += weights[ties[at]] * from[row[at]];
        return sum;
    }
}
