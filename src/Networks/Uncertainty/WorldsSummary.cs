namespace Plumbline.Networks.Uncertainty;

/// <summary>Adds up blocks of worlds.</summary>
internal static class WorldsSummary
{
    public static WorldsAnswer Of(WorldBlock[] blocks, UncertainTies ties, bool exact, int worlds, int n)
    {
        var whole = blocks.Sum(block => block.Weights.Sum());
        var weights = blocks.SelectMany(block => block.Weights).ToArray();
        var vertices = new VertexOverWorlds[n];
        for (var vertex = 0; vertex < n; vertex++)
        {
            var at = vertex;
            var values = new double[worlds];
            for (var world = 0; world < worlds; world++) values[world] = blocks[world >> 6].Betweenness[((world & 63) * n) + vertex];
            var mean = 0.0;
            for (var world = 0; world < worlds; world++) mean += weights[world] / whole * values[world];
            var spread = 0.0;
            for (var world = 0; world < worlds; world++) spread += weights[world] / whole * (values[world] - mean) * (values[world] - mean);
            var (low, high) = Percentiles(values, weights, whole);
            vertices[vertex] = new(Mean(block => block.Degree[at]), mean, Math.Sqrt(spread), low, high, Mean(block => block.Harmonic[at]), Mean(block => block.InTop[at]),
                Mean(block => block.Size[at]), Mean(block => block.WithFirst[at]), Mean(block => block.IsCut[at]));
        }
        var leader = 0;
        for (var vertex = 1; vertex < n; vertex++)
            if (vertices[vertex].Betweenness > vertices[leader].Betweenness) leader = vertex;
        return new(exact, worlds, vertices, Mean(block => block.Largest), leader, n == 0 ? [] : Swings(blocks, ties, leader));

        double Mean(Func<WorldBlock, double> of) => blocks.Sum(of) / whole;
    }

    /// <summary>5th and 95th, by weight: the least value that at least so much weight does not exceed.</summary>
    internal static (double Low, double High) Percentiles(double[] values, double[] weights, double whole)
    {
        var (sorted, beside) = ((double[])values.Clone(), (double[])weights.Clone());
        Array.Sort(sorted, beside);
        var (sum, low) = (0.0, double.NaN);
        for (var at = 0; at < sorted.Length; at++)
        {
            sum += beside[at];
            if (double.IsNaN(low) && sum >= (0.05 - 1e-12) * whole) low = sorted[at];
            if (sum >= (0.95 - 1e-12) * whole) return (low, sorted[at]);
        }
        return (low, sorted[^1]);
    }

    private static List<TieSwing> Swings(WorldBlock[] blocks, UncertainTies ties, int leader)
    {
        var swings = new List<TieSwing>();
        for (var tie = 0; tie < ties.Count; tie++)
        {
            var (with, without, topWith, topWithout) = (0.0, 0.0, 0.0, 0.0);
            foreach (var block in blocks)
                for (var world = 0; world < block.Weights.Length; world++)
                {
                    var top = (block.TopIn[leader] >> world & 1) != 0 ? block.Weights[world] : 0;
                    if ((block.There[tie] >> world & 1) != 0) (with, topWith) = (with + block.Weights[world], topWith + top);
                    else (without, topWithout) = (without + block.Weights[world], topWithout + top);
                }
            if (with > 0 && without > 0) swings.Add(new(ties.Ties[tie].From, ties.Ties[tie].To, (topWith / with) - (topWithout / without)));
        }
        return [.. swings.OrderByDescending(swing => Math.Abs(swing.Swing)).ThenBy(swing => (swing.From, swing.To))];
    }
}
