using Plumbline.Screening.Matching;

namespace Plumbline.Screening.Watchlists;

/// <summary>Where the names of each entry stand. Pure.</summary>
internal sealed class EntryNames
{
    private readonly int[] starts;      // of each entry's, among the places
    private readonly int[] places;

    /// <param name="names">All names; those of one entry need not stand together.</param>
    /// <param name="entries">How many entries there are.</param>
    public EntryNames(IReadOnlyList<IndexedName> names, int entries)
    {
        (starts, places) = (new int[entries + 1], new int[names.Count]);
        foreach (var name in names) starts[name.Entity + 1]++;
        for (var n = 0; n < entries; n++) starts[n + 1] += starts[n];
        var next = starts.AsSpan(0, entries).ToArray();
        for (var n = 0; n < names.Count; n++) places[next[names[n].Entity]++] = n;
    }

    /// <summary>The positions of an entry's names, in order.</summary>
    public ReadOnlyMemory<int> Of(int entry) => places.AsMemory(starts[entry], starts[entry + 1] - starts[entry]);
}
