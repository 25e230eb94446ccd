namespace Plumbline.Networks.Uncertainty;

/// <summary>Sums over up to 64 worlds; blocks are added in their order.</summary>
internal sealed class WorldBlock(int vertices, int worlds, int ties)
{
    private const double Least = 1e-9;

    public double[] Weights { get; } = new double[worlds];

    /// <summary>By world and vertex.</summary>
    public double[] Betweenness { get; } = new double[worlds * vertices];

    public double[] Degree { get; } = new double[vertices];

    public double[] Harmonic { get; } = new double[vertices];

    public double[] InTop { get; } = new double[vertices];

    public double[] Size { get; } = new double[vertices];

    public double[] WithFirst { get; } = new double[vertices];

    public double[] IsCut { get; } = new double[vertices];

    public double Largest { get; private set; }

    /// <summary>By uncertain tie the worlds that have it, a bit each.</summary>
    public ulong[] There { get; } = new ulong[ties];

    /// <summary>By vertex the worlds in which it is in the top, a bit each.</summary>
    public ulong[] TopIn { get; } = new ulong[vertices];

    public static WorldBlock Of(WorldKernel kernel, UncertainTies ties, WorldsQuestion question, bool exact, int number, int worlds, int n, CancellationToken ct)
    {
        var block = new WorldBlock(n, worlds, ties.Count);
        for (var tie = 0; tie < ties.Count; tie++) block.There[tie] = exact ? UncertainTies.InAll(tie, number) : ties.Drawn(tie, question.Seed, number);
        for (var world = 0; world < worlds; world++)
        {
            ct.ThrowIfCancellationRequested();
            kernel.Clear();
            foreach (var (from, to) in ties.Certain) kernel.Add(from, to);
            for (var tie = 0; tie < ties.Count; tie++)
                if ((block.There[tie] >> world & 1) != 0) kernel.Add(ties.Ties[tie].From, ties.Ties[tie].To);
            kernel.Measure(question.WithCuts);
            block.Take(kernel, world, exact ? ties.Weight(block.There, world) : 1, question);
        }
        return block;
    }

    private void Take(WorldKernel kernel, int world, double weight, WorldsQuestion question)
    {
        Weights[world] = weight;
        kernel.Betweenness.CopyTo(Betweenness, world * vertices);
        var bar = Bar(kernel.Betweenness, question.Top);
        var edge = Least * Math.Max(1, bar);
        var (above, level) = (kernel.Betweenness.Count(value => value > bar + edge), kernel.Betweenness.Count(value => Math.Abs(value - bar) <= edge));
        var largest = 0;
        for (var vertex = 0; vertex < vertices; vertex++)
        {
            Degree[vertex] += weight * kernel.Degree[vertex];
            Harmonic[vertex] += weight * kernel.Harmonic[vertex];
            Size[vertex] += weight * kernel.Size[vertex];
            if (kernel.WithFirst[vertex]) WithFirst[vertex] += weight;
            if (question.WithCuts && kernel.IsCut[vertex]) IsCut[vertex] += weight;
            largest = Math.Max(largest, kernel.Size[vertex]);
            if (!(kernel.Betweenness[vertex] > Least) || kernel.Betweenness[vertex] < bar - edge) continue;
            InTop[vertex] += kernel.Betweenness[vertex] > bar + edge ? weight : weight * (question.Top - above) / level;
            TopIn[vertex] |= 1UL << world;
        }
        Largest += weight * largest;
    }

    /// <summary>The betweenness of the one at a place from the top.</summary>
    private static double Bar(double[] values, int top)
    {
        if (values.Length < top) return 0;
        if (top == 1) return values.Max();
        var sorted = (double[])values.Clone();
        Array.Sort(sorted);
        return sorted[^top];
    }
}
