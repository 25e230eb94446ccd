using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Plumbline.Networks.Measures.Brandes;

namespace Plumbline.Networks.Uncertainty;

/// <summary>Measures one possible world after another: ties are put into rows of bits, distances found from 64 sources at once, dependencies from eight. Scratch memory; one a thread.</summary>
/// <remarks>Brandes 2001. Undirected; n²/8 bytes and as much again for the levels, some 1,100 n for the walks.</remarks>
internal sealed unsafe class WorldKernel : IDisposable
{
    private readonly int n;
    private readonly int words;
    private readonly ulong[] rows;
    private readonly ulong[] levels;
    private readonly ulong[] free;
    private readonly WorldWalk walk;
    private readonly IWorldLines lines;

    public WorldKernel(int vertices)
    {
        (n, words) = (vertices, (vertices + 63) / 64);
        (rows, levels, free) = (new ulong[n * words], new ulong[(n + 1) * words], new ulong[words]);
        walk = new(n);
        lines = Vector512.IsHardwareAccelerated ? new WorldLines<Line512>(n) : new WorldLines<Line256>(n);
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
        Array.Clear(Harmonic);
        Array.Clear(Size);
        walk.Take(rows, words, Degree.Sum() / 2);
        for (var word = 0; word < words; word++)
        {
            walk.From(word);
            Distances(word);
            for (var eighth = 0; (word * WorldWalk.Sources) + (8 * eighth) < Math.Min(n, (word + 1) * WorldWalk.Sources); eighth++) lines.Add(walk, eighth, Betweenness);
        }
        for (var vertex = 0; vertex < n; vertex++) Betweenness[vertex] /= 2;
        if (withCuts)
            for (var vertex = 0; vertex < n; vertex++) IsCut[vertex] = Cuts(vertex);
    }

    public void Dispose() => lines.Dispose();

    /// <summary>As ties lead both ways, how far the sources are from a vertex is how far it is from them.</summary>
    private void Distances(int word)
    {
        for (var level = 1; level + 1 < walk.Levels.Count; level++)
            for (int at = walk.Levels[level], to = walk.Levels[level + 1]; at < to; at++)
                Harmonic[walk.Vertices[at]] += BitOperations.PopCount(walk.Meeting[at]) / (double)level;
        for (var vertex = 0; vertex < n; vertex++)
        {
            Size[vertex] += BitOperations.PopCount(walk.Met[vertex]);
            if (word == 0) WithFirst[vertex] = (walk.Met[vertex] & 1) != 0;
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

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int Step(int level)
    {
        var (width, count) = (words, 0);
        fixed (ulong* all = rows, start = levels, left = free)
        {
            ulong* front = start + (level * width), next = front + width;
            for (var word = 0; word < width; word++) next[word] = 0;
            for (var word = 0; word < width; word++)
                for (var bits = front[word]; bits != 0; bits &= bits - 1)
                {
                    ulong* row = all + (((word << 6) + BitOperations.TrailingZeroCount(bits)) * width);
                    for (var at = 0; at < width; at++) next[at] |= row[at];
                }
            for (var word = 0; word < width; word++)
            {
                next[word] &= left[word];
                left[word] &= ~next[word];
                count += BitOperations.PopCount(next[word]);
            }
        }
        return count;
    }
}
