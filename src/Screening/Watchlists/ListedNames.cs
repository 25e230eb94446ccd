using Plumbline.Core;
using Plumbline.Screening.Matching;

namespace Plumbline.Screening.Watchlists;

/// <summary>The entries of a list in the form in which people are screened against them: names in an index, and what else is said of each. Filled once, then read by many threads.</summary>
public sealed class ListedNames
{
    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);
    private readonly List<ListedEntry> entries = [];
    private readonly List<IndexedName> names = [];
    private readonly List<Gathered> drafts = [];
    private CandidateIndex? index;
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

    /// <summary>The number of an entry, from 0; made when it is new.</summary>
    /// <param name="key">As the list names it.</param>
    /// <param name="entity">Key in the register; 0 outside of one.</param>
    public int Entry(string key, long entity = 0)
    {
        if (numbers.TryGetValue(key, out var number)) return number;
        numbers[key] = number = entries.Count;
        entries.Add(new ListedEntry(key, entity));
        drafts.Add(new Gathered());
        return number;
    }

    /// <summary>Adds a value by the name of its property in the schema; one that is not compared is passed over.</summary>
    /// <param name="original">The original wording; with a comma it tells which part is the family's.</param>
    public void Add(int entry, string property, string text, string? original)
    {
        switch (property)
        {
            case "name" or "alias" or "weak_alias":
                var isParted = original is { Length: > 0 } && original.Contains(',', StringComparison.Ordinal) && Scripts.Of(original) == Scripts.Of(text);
                if (NameMatcher.Preparer.Prepare(isParted ? original! : text) is Outcome<PreparedName>.Done { Value: var name }) names.Add(new IndexedName(entry, name));
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
        return this;
    }
}

/// <summary>An entry of a list.</summary>
/// <param name="Key">As the list names it.</param>
/// <param name="Entity">Key in the register; 0 outside of one.</param>
public readonly record struct ListedEntry(string Key, long Entity);
