using Plumbline.Core;
using Plumbline.Register;
using Plumbline.Register.Questions;
using Plumbline.Screening.Matching;

namespace Plumbline.Screening.Watchlists;

/// <summary>The entries of a list in the form in which people are screened against them: names in an index, and what else is said of each. Filled once, then read by many threads; what comes afterwards makes another one beside it.</summary>
public sealed class ListedNames
{
    private readonly Dictionary<string, int> numbers;
    private readonly List<ListedEntry> entries;
    private readonly List<IndexedName> names;
    private readonly List<Gathered> drafts;
    private readonly List<HashSet<long>> labels;
    private readonly HashSet<int> weak;
    private readonly ListedNames? built;    // the list that this one is with what came later
    private readonly LaterEntries? later;
    private CandidateIndex? index;
    private DocumentBearers? bearers;
    private EntryNames? places;
    private HeldEntities? held;
    private Particulars[] particulars = [];

    /// <summary>An empty list, to be filled and closed.</summary>
    public ListedNames()
    {
        (numbers, entries, names, drafts, labels, weak) = (new(StringComparer.Ordinal), [], [], [], [], []);
        (Entries, Unreadable) = (entries, []);
    }

    private ListedNames(ListedNames built, LaterEntries later, CancellationToken ct)
    {
        (numbers, entries, names, drafts, labels, weak) = (built.numbers, built.entries, built.names, built.drafts, built.labels, built.weak);
        (this.built, this.later, places, held, particulars) = (built, later, built.places, built.held, built.particulars);
        (Entries, Unreadable) = (later.Entries.Count == 0 ? entries : new ListInTwo<ListedEntry>(entries, later.Entries), built.Unreadable);
        index = later.Names.Count == 0 ? built.Index : built.Index.With(later.Names, ct);
        bearers = new DocumentBearers(later.Known, built.bearers);
    }

    /// <summary>The entries, by their number.</summary>
    public IReadOnlyList<ListedEntry> Entries { get; }

    /// <summary>All names.</summary>
    public IReadOnlyList<IndexedName> Names => index?.Names ?? names;

    /// <summary>Names that could not be read, each with its entry.</summary>
    public List<string> Unreadable { get; }

    /// <summary>The index; made by <see cref="Close"/>.</summary>
    /// <exception cref="InvalidOperationException">It is not closed yet.</exception>
    public CandidateIndex Index => index ?? throw new InvalidOperationException("Close the list before anybody is screened against it.");

    /// <summary>How much came since the index was built, and how many names were there then.</summary>
    internal (int Later, int Built) Size => (later?.Size ?? 0, names.Count);

    /// <summary>What the list says of an entry besides its names.</summary>
    public Particulars Of(int entry) => later?.Of(entry)?.Known ?? particulars[entry];

    /// <summary>Whether a name, by its position, is one of which the list itself says that it is weak.</summary>
    public bool IsWeak(int name) => name < names.Count ? weak.Contains(name) : later?.IsWeak(name - names.Count) == true;

    /// <summary>Keys of the labels of what is compared of an entry; none outside of a register.</summary>
    public IReadOnlyCollection<long> LabelsOf(string key) => Find(key) is not { } entry ? [] : later?.Of(entry)?.Labels ?? labels[entry];

    /// <summary>The number of an entry; null where it is not on the list.</summary>
    public int? Find(string key) => numbers.TryGetValue(key, out var number) ? number : later?.Find(key);

    /// <summary>Positions of the names of an entry.</summary>
    internal IEnumerable<int> NamesOf(int entry)
    {
        if (places is not null && entry < entries.Count) for (var (n, own) = (0, places.Of(entry)); n < own.Length; n++) yield return own.Span[n];
        if (later is not null) foreach (var place in later.PlacesOf(entry)) yield return names.Count + place;
    }

    /// <summary>The entries whose index was built that are among some entities.</summary>
    internal IEnumerable<ListedEntry> Among(IEnumerable<EntityRun> entities) => (held ??= new HeldEntities(entries)).Among(entities).Select(number => entries[number]);

    /// <summary>The number of an entry, from 0; made when it is new.</summary>
    /// <param name="key">As the list names it.</param>
    /// <param name="entity">Key in the register; 0 outside of one.</param>
    public int Entry(string key, long entity = 0)
    {
        if (numbers.TryGetValue(key, out var number)) return number;
        numbers[key] = number = entries.Count;
        entries.Add(new ListedEntry(key, entity));
        drafts.Add(new Gathered());
        labels.Add([]);
        return number;
    }

    /// <summary>Adds all that the register says of a person who is an entry.</summary>
    internal void Add(int entry, RegisteredPerson person)
    {
        foreach (var name in person.Asked.AllNames().Where(name => name.Length > 0)) Add(entry, person.Weak.Contains(name) ? "weak_alias" : "name", name, null);
        drafts[entry].Add(person.Asked);
        labels[entry].UnionWith(person.Labels);
    }

    /// <summary>Adds a value with its label.</summary>
    internal void Add(int entry, ListedValue value)
    {
        Add(entry, LoadLists.Properties[value.Property], value.ValueText, value.Original);
        labels[entry].Add(value.CurrentLabel);
    }

    /// <summary>Adds a value by the name of its property in the schema; one that is not compared is passed over.</summary>
    /// <param name="original">The original wording; with a comma it tells which part is the family's.</param>
    public void Add(int entry, string property, string text, string? original)
    {
        switch (property)
        {
            case "name" or "alias" or "weak_alias":
                if (EntryName.Read(text, original) is Outcome<PreparedName>.Done { Value: var name })
                {
                    if (property == "weak_alias") weak.Add(names.Count);
                    names.Add(new IndexedName(entry, name));
                }
                else Unreadable.Add($"{entries[entry].Key}: a name that cannot be read");
                break;
            default:
                drafts[entry].Add(property, text);
                break;
        }
    }

    /// <summary>Makes the index; nothing is added afterwards.</summary>
    public ListedNames Close(CancellationToken ct)
    {
        particulars = [.. drafts.Select(draft => draft.Asked("", "").Particulars())];
        index = new CandidateIndex(names, ct);
        places = new EntryNames(names, entries.Count);
        bearers = new DocumentBearers(particulars.Select((known, entry) => (entry, known)));
        return this;
    }

    /// <summary>The list with what some of its entries, and new ones, are by now; this one stays as it is. Only what came since the index was built is indexed.</summary>
    /// <param name="touched">Entities of which something may have changed.</param>
    /// <param name="now">The entries among them, as they are.</param>
    /// <returns>Itself where nothing changed; null where a name was taken back or an entry left, so that the list is to be read anew.</returns>
    internal ListedNames? With(IReadOnlyList<EntityRun> touched, IReadOnlyList<EntryRead> now, CancellationToken ct)
    {
        var next = LaterEntries.Of(built ?? this, later, touched, now);
        return next is null ? null : next == later || next.Size == 0 && later is null ? this : new ListedNames(built ?? this, next, ct);
    }

    /// <summary>The rows of a name, and among them those of entries that bear one of the person's documents: whoever travels under another name shows the same passport.</summary>
    /// <param name="rows">Best first.</param>
    /// <param name="name">The name asked about.</param>
    /// <param name="known">What else is known of the person.</param>
    /// <param name="matcher">One of this thread.</param>
    public IReadOnlyList<ScreenRow> WithBearers(IReadOnlyList<ScreenRow> rows, PreparedName name, Particulars known, NameMatcher matcher) =>
        known.Documents.Count == 0 || bearers is null ? rows : bearers.Among(this, rows, name, known, matcher);
}

/// <summary>An entry of a list.</summary>
/// <param name="Key">As the list names it.</param>
/// <param name="Entity">Key in the register; 0 outside of one.</param>
public readonly record struct ListedEntry(string Key, long Entity);
