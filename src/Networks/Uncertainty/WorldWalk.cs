using System.Numerics;
using System.Runtime.CompilerServices;

namespace Plumbline.Networks.Uncertainty;

/// <summary>Who lies how far from 64 sources at once, a bit a source; and the rows of neighbours that this goes along. Scratch memory; one a thread.</summary>
/// <remarks>After Then et al., "The more the merrier: efficient multi-source graph traversal", VLDB 8, 2014. About 800 n bytes beside the rows.</remarks>
internal sealed unsafe class WorldWalk(int n)
{
    public const int Sources = 64;

    private readonly ulong[] met = new ulong[n];
    private readonly ulong[] next = new ulong[n];
    private readonly List<int> levels = [];

    /// <summary>n + 1 positions in <see cref="Ends"/>.</summary>
    public int[] Starts { get; } = new int[n + 1];

    /// <summary>Neighbours in rising order, row after row; what lies behind the last row means nothing.</summary>
    public int[] Ends { get; private set; } = [];

    /// <summary>Vertices, level after level: one stands on each level on which a source meets it.</summary>
    public int[] Vertices { get; } = new int[n * Sources];

    /// <summary>Beside the vertices, which sources meet them there.</summary>
    public ulong[] Meeting { get; } = new ulong[n * Sources];

    /// <summary>Where each level begins, and where the last one ends; the first is that of the sources themselves.</summary>
    public IReadOnlyList<int> Levels => levels;

    /// <summary>By vertex the sources that have met it, itself among them.</summary>
    public ReadOnlySpan<ulong> Met => met;

    /// <summary>Makes the rows of a world from its rows of bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Take(ulong[] rows, int words, int ties)
    {
        if (Ends.Length < 2 * ties) Ends = new int[Math.Min(4L * ties, int.MaxValue / 2)];
        var (ends, at) = (Ends, 0);
        for (var vertex = 0; vertex < n; vertex++)
        {
            for (var word = 0; word < words; word++)
                for (var bits = rows[(vertex * words) + word]; bits != 0; bits &= bits - 1) ends[at++] = (word << 6) + BitOperations.TrailingZeroCount(bits);
            Starts[vertex + 1] = at;
        }
    }

    /// <summary>Walks from the sources 64 word and on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void From(int word)
    {
        unchecked
        {
            Array.Clear(met);
            levels.Clear();
            levels.Add(0);
            var count = Math.Min(Sources, n - (word * Sources));
            for (var lane = 0; lane < count; lane++) (Vertices[lane], Meeting[lane], met[(word * Sources) + lane]) = ((word * Sources) + lane, 1UL << lane, 1UL << lane);
            levels.Add(count);
            fixed (int* start = Starts, end = Ends, vertex = Vertices)
            fixed (ulong* seen = met, ahead = next, meeting = Meeting)
                while (levels[^1] > levels[^2])
                {
                    for (int at = levels[^2], to = levels[^1]; at < to; at++)
                    {
                        var sources = meeting[at];
                        for (int* near = end + start[vertex[at]], last = end + start[vertex[at] + 1]; near < last; near++) ahead[*near] |= sources;
                    }
                    for (var one = 0; one < n; one++)
                    {
                        var fresh = ahead[one] & ~seen[one];
                        ahead[one] = 0;
                        if (fresh == 0) continue;
                        (vertex[count], meeting[count]) = (one, fresh);
                        count++;
                        seen[one] |= fresh;
                    }
                    levels.Add(count);
                }
            levels.RemoveAt(levels.Count - 1);
        }
    }
}
