using System.Numerics;

namespace Plumbline.Networks.Uncertainty;

/// <summary>Measures one possible world after another, on rows of bits: only ties on shortest paths are touched. Scratch memory; one a thread.</summary>
/// <remarks>Brandes 2001, with each level of the walk a set of bits. Undirected; n²/8 bytes and as much again for the levels.</remarks>
internal sealed class WorldKernel
{
    private readonly int n;
    private readonly int words;
    private readonly ulong[] rows;
    private readonly ulong[] levels;
    private readonly ulong[] free;
    private readonly double[] paths;
    private readonly double[] carried;

    public WorldKernel(int vertices)
    {
        (n, words) = (vertices, (vertices + 63) / 64);
        (rows, levels, free) = (new ulong[n * words], new ulong[(n + 1) * words], new ulong[words]);
        (paths, carried) = (new double[n], new double[n]);
        (Betweenness, Harmonic, Degree, Size) = (new double[n], new double[n], new int[n], new int[n]);
        (WithFirst, IsCut) = (new bool[n], new bool[n]);
    }

    public double[] Betweenness { get; }

    public double[] Harmonic { get; }

    public int[] Degree { get; }

    /// <summary>The size of the component of each vertex.</summary>
    public int[] Size { get; }

    /// <summary>Whether a path joins a vertex with vertex 0.</summary>
    public bool[] WithFirst { get; }

    /// <summary>Whether its component falls apart without it.</summary>
    public bool[] IsCut { get; }

    public void Clear()
    {
        Array.Clear(rows);
        Array.Clear(Degree);
    }

    public bool Tied(int one, int other) => (rows[(one * words) + (other >> 6)] >> (other & 63) & 1) != 0;

    /// <summary>Adds a tie that is not there yet.</summary>
    public void Add(int one, int other)
    {
        rows[(one * words) + (other >> 6)] |= 1UL << (other & 63);
        rows[(other * words) + (one >> 6)] |= 1UL << (one & 63);
        Degree[one]++;
        Degree[other]++;
    }

    public void Measure(bool withCuts)
    {
        Array.Clear(Betweenness);
        for (var source = 0; source < n; source++) From(source);
        for (var vertex = 0; vertex < n; vertex++) Betweenness[vertex] /= 2;
        if (withCuts)
            for (var vertex = 0; vertex < n; vertex++) IsCut[vertex] = Cuts(vertex);
    }

    private void From(int source)
    {
        var last = 0;
        (paths[source], carried[source]) = (1, 0);
        Begin(source, -1);
        var (reached, near) = (1, 0.0);
        while (true)
        {
            var count = Step(last);
            if (count == 0) break;
            var front = levels.AsSpan(last * words, words);
            var next = levels.AsSpan((last + 1) * words, words);
            for (var word = 0; word < words; word++)
                for (var bits = next[word]; bits != 0; bits &= bits - 1)
                {
                    var vertex = (word << 6) + BitOperations.TrailingZeroCount(bits);
                    var row = rows.AsSpan(vertex * words, words);
                    var sum = 0.0;
                    for (var at = 0; at < row.Length; at++)
                        for (var ties = row[at] & front[at]; ties != 0; ties &= ties - 1) sum += paths[(at << 6) + BitOperations.TrailingZeroCount(ties)];
                    (paths[vertex], carried[vertex]) = (sum, 0);
                }
            last++;
            reached += count;
            near += count / (double)last;
        }
        (Harmonic[source], Size[source], WithFirst[source]) = (near, reached, (free[0] & 1) == 0);
        for (var level = last; level > 1; level--) Back(level);
        for (var level = 1; level <= last; level++)
            for (var word = 0; word < words; word++)
                for (var bits = levels[(level * words) + word]; bits != 0; bits &= bits - 1)
                {
                    var vertex = (word << 6) + BitOperations.TrailingZeroCount(bits);
                    Betweenness[vertex] += carried[vertex];
                }
    }

    private void Back(int level)
    {
        var here = levels.AsSpan(level * words, words);
        var before = levels.AsSpan((level - 1) * words, words);
        for (var word = 0; word < words; word++)
            for (var bits = here[word]; bits != 0; bits &= bits - 1)
            {
                var vertex = (word << 6) + BitOperations.TrailingZeroCount(bits);
                var share = (1 + carried[vertex]) / paths[vertex];
                var row = rows.AsSpan(vertex * words, words);
                for (var at = 0; at < row.Length; at++)
                    for (var ties = row[at] & before[at]; ties != 0; ties &= ties - 1)
                    {
                        var other = (at << 6) + BitOperations.TrailingZeroCount(ties);
                        carried[other] += paths[other] * share;
                    }
            }
    }

    private bool Cuts(int vertex)
    {
        if (Degree[vertex] < 2) return false;
        var row = rows.AsSpan(vertex * words, words);
        var start = 0;
        while (row[start] == 0) start++;
        Begin((start << 6) + BitOperations.TrailingZeroCount(row[start]), vertex);
        var reached = 1;
        for (var level = 0; Step(level) is > 0 and var count; level++) reached += count;
        return reached + 1 < Size[vertex];
    }

    private void Begin(int source, int without)
    {
        Array.Fill(free, ulong.MaxValue);
        if ((n & 63) != 0) free[^1] = (1UL << (n & 63)) - 1;
        levels.AsSpan(0, words).Clear();
        levels[source >> 6] = 1UL << (source & 63);
        free[source >> 6] &= ~(1UL << (source & 63));
        if (without >= 0) free[without >> 6] &= ~(1UL << (without & 63));
    }

    private int Step(int level)
    {
        var front = levels.AsSpan(level * words, words);
        var next = levels.AsSpan((level + 1) * words, words);
        next.Clear();
        for (var word = 0; word < words; word++)
            for (var bits = front[word]; bits != 0; bits &= bits - 1)
            {
                var row = rows.AsSpan(((word << 6) + BitOperations.TrailingZeroCount(bits)) * words, words);
                for (var at = 0; at < row.Length; at++) next[at] |= row[at];
            }
        var count = 0;
        for (var word = 0; word < words; word++)
        {
            next[word] &= free[word];
            free[word] &= ~next[word];
            count += BitOperations.PopCount(next[word]);
        }
        return count;
    }
}
