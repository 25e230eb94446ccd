using System.Runtime.InteropServices;

namespace Plumbline.Screening.Matching;

/// <summary>Pairs of a key and a rendering, to be sorted.</summary>
internal sealed class KeyList
{
    private readonly List<ulong> pairs = [];

    public void Add(uint key, int rendering) => pairs.Add(((ulong)key << 32) | (uint)rendering);

    /// <summary>In rising order of key, then rendering.</summary>
    public ReadOnlySpan<ulong> Sorted()
    {
        var span = CollectionsMarshal.AsSpan(pairs);
        span.Sort();
        return span;
    }
}
