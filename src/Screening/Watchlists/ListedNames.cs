using Plumbline.Core;
using Plumbline.Register.Questions;
using Plumbline.Screening.Matching;

namespace Plumbline.Screening.Watchlists;

/// <summary>The entries of a list in the form in which people are screened against them: names in an index, and what else is said of each. Filled once, then read by many threads.</summary>
public sealed class ListedNames
{
    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);
    private readonly List<ListedEntry> entries = [];
    private readonly List<IndexedName> names = [];
    private readonly List<Gathered> drafts = [];
    private readonly List<HashSet<long>> labels = [];
    private readonly HashSet<int> weak = [];
    private CandidateIndex? index;
    private DocumentBearers? bearers;
    private Particulars[] particulars = [];

    /// <summary>The entries, by their number.</summary>
    public IReadOnlyList<ListedEntry> Entries => entries;

    /// <summary>All names.</summary>
    public IReadOnlyList<IndexedName> Names => names;

    /// <summary>Names that could not be read, each with its entry.</summary>
    public List<string> Unreadable { get; } = [];

    /// <summary>The index; made by <see cref="Close"/>.</summary>
    /// <exception cref="InvalidOperationException">It is not closed yet.</exception>
    public CandidateIndex Index => index ?? throw new InvalidOperationException("Close the list before anybody is screened against it.");

    /// <summary>What the list says of an entry besides its names.</summary>
    public Particulars Of(int entry) => particulars[entry];

    /// <summary>Whether a name, by its position, is one of which the list itself says that it is weak.</summary>
    public bool IsWeak(int name) => weak.Contains(name);

    /// <summary>Keys of the labels of what is compared of an entry; none outside of a register.</summary>
    public IReadOnlyCollection<long> LabelsOf(string key) => labels[numbers[key]];

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
                var isParted = original is { Length: > 0 } && original.Contains(',', StringComparison.Ordinal) && Scripts.Of(original) == Scripts.Of(text);
                if (NameMatcher.Preparer.Prepare(isParted ? original! : text) is Outcome<PreparedName>.Done { Value: var name })
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
        bearers = new DocumentBearers(names, particulars);
        return this;
    }

    /// <summary>The rows of a name, and among them those of entries that bear one of the person's documents: whoever travels under another name shows the same passport.</summary>
    /// <param name="rows">Best first.</param>
    /// <param name="name">The name asked about.</param>
    /// <param name="known">What else is known of the person.</param>
    /// <param name="matcher">One of this thread.</param>
    public IReadOnlyList<ScreenRow> WithBearers(IReadOnlyList<ScreenRow> rows, PreparedName name, Particulars known, NameMatcher matcher) =>
        known.Documents.Count == 0 || bearers is null ? rows : bearers.Among(rows, name, known, matcher);
}

/// <summary>An entry of a list.</summary>
/// <param name="Key">As the list names it.</param>
/// <param name="Entity">Key in the register; 0 outside of one.</param>
public readonly record struct ListedEntry(string Key, long Entity);
