using Plumbline.Register;
using Plumbline.Screening.Matching;

namespace Plumbline.Screening.Watchlists;

/// <summary>What came to a list since its index was built: entries that are new, and those of which something else is said, each as it is now. Pure.</summary>
internal sealed class LaterEntries
{
    private readonly IReadOnlyDictionary<string, EntryRead> reads;
    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);     // of those that are new
    private readonly Dictionary<int, EntryRead> changed = [];
    private readonly Dictionary<int, List<int>> places = [];    // of their later names, behind those of the list
    private readonly HashSet<int> weak = [];

    private LaterEntries(IReadOnlyDictionary<string, EntryRead> reads) => this.reads = reads;

    /// <summary>Entries that are new, by their number behind those of the list.</summary>
    public List<ListedEntry> Entries { get; } = [];

    /// <summary>Later names.</summary>
    public List<IndexedName> Names { get; } = [];

    /// <summary>How much it is: names that are indexed anew whenever something is added, and entries.</summary>
    public int Size => Names.Count + reads.Count;

    /// <summary>The number of a new entry; null where it is none.</summary>
    public int? Find(string key) => numbers.TryGetValue(key, out var number) ? number : null;

    /// <summary>An entry as it is now; null where nothing is said of it but what the list says.</summary>
    public EntryRead? Of(int entry) => changed.GetValueOrDefault(entry);

    /// <summary>Whether a later name, by its place among them, is weak.</summary>
    public bool IsWeak(int place) => weak.Contains(place);

    /// <summary>Places of an entry's later names among them.</summary>
    public IEnumerable<int> PlacesOf(int entry) => places.GetValueOrDefault(entry) ?? [];

    /// <summary>All entries with what else is said of them.</summary>
    public IEnumerable<(int Entry, Particulars Known)> Known => changed.Select(one => (one.Key, one.Value.Known));

    /// <summary>What came to a list, with what came before.</summary>
    /// <param name="list">The list whose index was built.</param>
    /// <param name="before">What had come before; null for nothing. The same is given back where nothing changed.</param>
    /// <param name="touched">Entities of which something may have changed.</param>
    /// <param name="now">The entries among them, as they are.</param>
    /// <returns>Null where a name of the list was taken back or an entry of it left: names only ever join an index.</returns>
    public static LaterEntries? Of(ListedNames list, LaterEntries? before, IReadOnlyList<EntityRun> touched, IReadOnlyList<EntryRead> now)
    {
        var told = now.Select(read => read.Entry).ToHashSet();
        if (list.Among(touched).Any(entry => !told.Contains(entry))) return null;
        var reads = new Dictionary<string, EntryRead>(before?.reads ?? new Dictionary<string, EntryRead>(), StringComparer.Ordinal);
        var isChanged = false;
        // One that came later may leave again.
        foreach (var gone in reads.Values.Where(read => !told.Contains(read.Entry) && EntityRun.Have(touched, read.Entry.Entity)).ToList()) isChanged |= reads.Remove(gone.Entry.Key);
        foreach (var read in now)
        {
            if (reads.TryGetValue(read.Entry.Key, out var had) && had.Entry == read.Entry && had.Values.SequenceEqual(read.Values)) continue;
            (reads[read.Entry.Key], isChanged) = (read, true);
        }
        return isChanged ? Made(list, reads) : before ?? new LaterEntries(reads);
    }

    private static LaterEntries? Made(ListedNames list, Dictionary<string, EntryRead> reads)
    {
        var made = new LaterEntries(reads);
        foreach (var (key, read) in reads.OrderBy(one => one.Key, StringComparer.Ordinal))
        {
            IReadOnlyList<EntryName>? names = read.Names;
            if (list.Find(key) is not { } number)
            {
                made.numbers[key] = number = list.Entries.Count + made.Entries.Count;
                made.Entries.Add(read.Entry);
            }
            else if (list.Entries[number] != read.Entry || (names = read.Besides([.. list.NamesOf(number).Select(place => new EntryName(list.Names[place].Name, list.IsWeak(place)))])) is null)
            {
                return null;
            }
            made.changed[number] = read;
            foreach (var name in names) made.Add(number, name);
        }
        return made;
    }

    private void Add(int entry, EntryName name)
    {
        if (!places.TryGetValue(entry, out var own)) places[entry] = own = [];
        own.Add(Names.Count);
        if (name.IsWeak) weak.Add(Names.Count);
        Names.Add(new IndexedName(entry, name.Name));
    }
}
