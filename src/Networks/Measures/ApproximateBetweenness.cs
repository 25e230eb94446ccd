using Plumbline.Networks.Graphs;

namespace Plumbline.Networks.Measures;

/// <summary>Betweenness from drawn shortest paths, with what the true values cannot leave but by the chance stated.</summary>
/// <param name="Share">By vertex inside the share of drawn ordered pairs whose drawn shortest path leads through it: betweenness divided by n (n - 1) (by half of that where undirected).</param>
/// <param name="Low">By vertex inside a bound from below; with the confidence asked for, all true values are within their bounds at once.</param>
/// <param name="High">By vertex inside a bound from above.</param>
/// <param name="Draws">How many pairs were drawn.</param>
/// <param name="MostDraws">How many would have been enough whatever the graph.</param>
public sealed record ApproximateBetweenness(double[] Share, double[] Low, double[] High, int Draws, int MostDraws)
{
    private const int Batch = 64;
    private const double Even = 0.1;
    private const double Growth = 1.3;

    /// <summary>Draws pairs of vertices and one shortest path between them, until all bounds are within the error.</summary>
    /// <param name="graph">Weights are not used.</param>
    /// <param name="error">In (0, 1): how far a share may be off, as a share of all pairs.</param>
    /// <param name="confidence">In (0, 1): the chance that no vertex at all is farther off.</param>
    /// <param name="seed">Where chance begins.</param>
    /// <param name="effort">Threads leave no trace in the answer.</param>
    /// <param name="ct">Checked at every batch of draws.</param>
    /// <remarks>
    /// KADABRA: Borassi and Natale, "KADABRA is an adaptive algorithm for betweenness via random approximation", ESA 2016. Searches go from both ends at once, which on networks with
    /// hubs crosses few ties. The most draws by Riondato and Kornaropoulos, "Fast approximation of betweenness centrality through sampling", 2016.
    /// </remarks>
    public static ApproximateBetweenness Of(GraphSnapshot graph, double error, double confidence, ulong seed, Effort effort, CancellationToken ct)
    {
        if (error is not (> 0 and < 1)) throw new ArgumentOutOfRangeException(nameof(error), error, "The error lies between 0 and 1.");
        if (confidence is not (> 0 and < 1)) throw new ArgumentOutOfRangeException(nameof(confidence), confidence, "The confidence lies between 0 and 1.");
        var n = graph.VertexCount;
        if (n < 3) return new(new double[n], new double[n], new double[n], 0, 0);
        var doubt = 1 - confidence;
        var most = Enough(LongestPath(graph, ct), error, doubt / 2);
        var parts = WeakComponents.Of(graph, effort with { Progress = null }, ct).Labels;
        var counts = new int[n];
        var drawn = 0;
        // First a few draws to learn where doubt is best spent; they are not used for the answer.
        var first = Math.Clamp(most / 100, 200, most);
        Draw(graph, parts, counts, 0, first, seed, stream: 0, effort, ct);
        var doubts = Doubts(counts, first, error, doubt / 2);
        Array.Clear(counts);
        while (true)
        {
            var next = Math.Min(most, Math.Max(drawn + 1, drawn == 0 ? 2 * first : (int)(drawn * Growth)));
            Draw(graph, parts, counts, drawn, next, seed, stream: 1, effort, ct);
            drawn = next;
            effort.Progress?.Report((double)drawn / most);
            if (drawn == most || IsEnough(counts, doubts, drawn, most, error)) break;
        }
        return Bounded(counts, doubts, drawn, most, error);
    }

    /// <summary>Adds to the counts what the draws from one number to before another meet; which draws these are does not depend on the threads.</summary>
    private static void Draw(GraphSnapshot graph, int[] parts, int[] counts, int from, int to, ulong seed, ulong stream, Effort effort, CancellationToken ct)
    {
        var batches = (to - from + Batch - 1) / Batch;
        Chunks.Run(batches, effort with { Progress = null }, () => new PathDraw(graph, parts), (state, batch) =>
        {
            for (var draw = from + (batch * Batch); draw < Math.Min(to, from + ((batch + 1) * Batch)); draw++)
            {
                ct.ThrowIfCancellationRequested();
                foreach (var vertex in state.Inner(seed, stream, (ulong)draw)) Interlocked.Increment(ref counts[vertex]);
            }
        }, ct);
    }

    /// <summary>After this many draws no share is off by more than the error, but by the doubt.</summary>
    private static int Enough(double longest, double error, double doubt)
    {
        var dimension = Math.Floor(Math.Log2(Math.Max(1, longest - 2))) + 1;
        return (int)Math.Min(int.MaxValue / 2, Math.Ceiling(0.5 / (error * error) * (dimension + Math.Log(1 / doubt))));
    }

    /// <summary>No shortest path has more vertices than this: undirected, one more than twice the depth of a walk in breadth, part by part.</summary>
    private static double LongestPath(GraphSnapshot graph, CancellationToken ct)
    {
        if (graph.IsDirected) return graph.VertexCount;
        var (n, longest) = (graph.VertexCount, 2);
        var (depths, queue) = (new int[n], new int[n]);
        Array.Fill(depths, -1);
        for (var start = 0; start < n; start++)
        {
            if (depths[start] >= 0) continue;
            (depths[start], queue[0]) = (0, start);
            var (at, end) = (0, 1);
            for (; at < end; at++)
            {
                if ((at & 0xFFF) == 0) ct.ThrowIfCancellationRequested();
                foreach (var next in graph.Out(queue[at]))
                {
                    if (depths[next] >= 0) continue;
                    depths[next] = depths[queue[at]] + 1;
                    queue[end++] = next;
                }
            }
            longest = Math.Max(longest, Math.Min(end, (2 * depths[queue[end - 1]]) + 1));
        }
        return longest;
    }

    /// <summary>Spreads the doubt over the vertices so that all bounds close at about the same time: much for those on many paths, a tenth evenly.</summary>
    private static double[] Doubts(int[] counts, int draws, double error, double whole)
    {
        var n = counts.Length;
        var (low, high) = (0.0, 1e4 / (error * error));
        for (var step = 0; step < 100; step++)
        {
            var middle = (low + high) / 2;
            var sum = 0.0;
            foreach (var count in counts)
                if (count > 0) sum += 2 * Math.Exp(-middle * draws / (double)count);
            if (sum > whole * (1 - Even)) low = middle;
            else high = middle;
        }
        var doubts = new double[n];
        for (var vertex = 0; vertex < n; vertex++)
            doubts[vertex] = (counts[vertex] > 0 ? Math.Exp(-high * draws / (double)counts[vertex]) : 0) + (whole * Even / (2 * n));
        return doubts;
    }

    private static bool IsEnough(int[] counts, double[] doubts, int draws, int most, double error)
    {
        for (var vertex = 0; vertex < counts.Length; vertex++)
            if (Under(counts[vertex], doubts[vertex], draws, most) > error || Over(counts[vertex], doubts[vertex], draws, most) > error) return false;
        return true;
    }

    private static ApproximateBetweenness Bounded(int[] counts, double[] doubts, int draws, int most, double error)
    {
        var n = counts.Length;
        var (share, low, high) = (new double[n], new double[n], new double[n]);
        for (var vertex = 0; vertex < n; vertex++)
        {
            share[vertex] = counts[vertex] / (double)draws;
            low[vertex] = Math.Max(0, share[vertex] - Math.Min(error, Under(counts[vertex], doubts[vertex], draws, most)));
            high[vertex] = Math.Min(1, share[vertex] + Math.Min(error, Over(counts[vertex], doubts[vertex], draws, most)));
        }
        return new(share, low, high, draws, most);
    }

    /// <summary>How far the true share may lie below (Borassi and Natale, theorem 9).</summary>
    private static double Under(int count, double doubt, int draws, int most)
    {
        double log = Math.Log(1 / doubt), off = (1.0 / 3) - ((double)most / draws);
        return log / draws * (off + Math.Sqrt((off * off) + (2.0 * count / draws * most / log)));
    }

    /// <summary>How far the true share may lie above.</summary>
    private static double Over(int count, double doubt, int draws, int most)
    {
        double log = Math.Log(1 / doubt), off = (1.0 / 3) + ((double)most / draws);
        return log / draws * (off + Math.Sqrt((off * off) + (2.0 * count / draws * most / log)));
    }
}
