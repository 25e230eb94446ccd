using System.Runtime.InteropServices;

namespace Plumbline.Screening.Matching;

/// <summary>Pairs of a key and a rendering, sorted by key and then by rendering; kept in sixteen lists by their keys, so that several threads can sort.</summary>
internal sealed class KeyList
{
    private const int Lists = 16, Shift = 60;

    private readonly List<ulong>[] lists = [.. Enumerable.Range(0, Lists).Select(_ => new List<ulong>())];

    public void Add(uint key, int rendering)
    {
        var pair = ((ulong)key << 32) | (uint)rendering;
        lists[pair >> Shift].Add(pair);
    }

    /// <summary>Sorts by key and rendering, each pair once.</summary>
    public void Sort(CancellationToken ct) => EachList(list =>
    {
        var pairs = CollectionsMarshal.AsSpan(list);
        pairs.Sort();
        var kept = 0;
        for (var n = 0; n < pairs.Length; n++) if (n == 0 || pairs[n] != pairs[n - 1]) pairs[kept++] = pairs[n];
        CollectionsMarshal.SetCount(list, kept);
    }, ct);

    /// <summary>Gives renderings other numbers, in a sorted list, which stays sorted.</summary>
    public void Renumber(int[] numbers, CancellationToken ct) => EachList(list =>
    {
        var pairs = CollectionsMarshal.AsSpan(list);
        foreach (ref var pair in pairs) pair = (pair & 0xFFFF_FFFF_0000_0000) | (uint)numbers[(int)(pair & uint.MaxValue)];
        for (var at = 0; at < pairs.Length; at += Run(pairs[at..])) pairs.Slice(at, Run(pairs[at..])).Sort();
    }, ct);

    /// <summary>Calls with each key and its pairs, in rising order of the keys.</summary>
    public void EachKey(Action<uint, ReadOnlySpan<ulong>> take, CancellationToken ct)
    {
        foreach (var list in lists)
        {
            ct.ThrowIfCancellationRequested();
            ReadOnlySpan<ulong> pairs = CollectionsMarshal.AsSpan(list);
            for (var at = 0; at < pairs.Length;)
            {
                var run = Run(pairs[at..]);
                take((uint)(pairs[at] >> 32), pairs.Slice(at, run));
                at += run;
            }
        }
    }

    private static int Run(ReadOnlySpan<ulong> pairs)
    {
        var length = 1;
        while (length < pairs.Length && pairs[length] >> 32 == pairs[0] >> 32) length++;
        return length;
    }

    private void EachList(Action<List<ulong>> change, CancellationToken ct) => Parallel.ForEach(lists, new ParallelOptions { CancellationToken = ct }, change);
}
