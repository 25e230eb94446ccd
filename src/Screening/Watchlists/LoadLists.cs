using System.Collections.Concurrent;
using Plumbline.Core;
using Plumbline.Register;
using Plumbline.Register.Questions;

namespace Plumbline.Screening.Watchlists;

/// <summary>Lists as their readers see them, kept ready until a list or what a reader may see changes.</summary>
public sealed class LoadLists(Home home, TimeProvider clock)
{
    private const int Page = 2_000;
    private const int Kept = 8;

    /// <summary>Names of the properties that are compared.</summary>
    internal static readonly string[] Compared = ["name", "alias", "weak_alias", "birth_date", "nationality", "sex", "passport", "national_id", "id_document", "mother_name", "birth_place", "birth_country"];

    /// <summary>Their names by key.</summary>
    public static IReadOnlyDictionary<long, string> Properties => Named;

    /// <summary>Their keys.</summary>
    public static IReadOnlyCollection<long> Keys => Named.Keys;

    private static readonly Dictionary<long, string> Named = Schema.Builtin.Types.SelectMany(type => Compared.Select(type.Find)).OfType<Property>()
        .DistinctBy(property => property.Id).ToDictionary(property => (long)property.Id, property => property.Name);

    private readonly ConcurrentDictionary<string, ListedNames> kept = new(StringComparer.Ordinal);

    /// <summary>The entries of a list that a reader may see.</summary>
    public async Task<ListedNames> Of(Reader reader, string list, CancellationToken ct)
    {
        var rows = new ListedValues(reader, clock.Today());
        if (list.StartsWith(WatchlistRow.OwnPrefix, StringComparison.Ordinal)) return await Own(reader, await rows.Own(list, ct), ct);
        // What is visible is part of the name: two readers share a list only where they see the same labels.
        var name = $"{list}|{clock.Today()}|{await rows.Stamp(list, Keys, ct)}|{string.Join(',', reader.VisibleLabels.Order())}";
        if (kept.TryGetValue(name, out var ready)) return ready;
        var made = new ListedNames();
        for (var after = ""; await rows.Last(list, after, Page, ct) is { } last; after = last)
            foreach (var value in await rows.Of(list, Keys, after, Page, ct))
                made.Add(made.Entry(value.EntryKey, value.Entity), value);
        made.Close(ct);
        if (kept.Count >= Kept) kept.Clear();
        return kept[name] = made;
    }

    // An own entry is a person of the register: all records that judgements join, as the reader sees them. There are few, so that they are read anew.
    private async Task<ListedNames> Own(Reader reader, IReadOnlyList<OwnEntry> entries, CancellationToken ct)
    {
        var made = new ListedNames();
        var persons = (await new WholePersons(reader, home.Ids).Of([.. entries.Select(one => one.Person).Distinct()], ct)).ToDictionary(person => person.Entity);
        foreach (var (key, person) in entries)
            if (persons.TryGetValue(person, out var known)) made.Add(made.Entry(key, person), known);
        return made.Close(ct);
    }
}
