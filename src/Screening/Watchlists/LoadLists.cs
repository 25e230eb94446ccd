using Plumbline.Core;
using Plumbline.Register;
using Plumbline.Register.Questions;

namespace Plumbline.Screening.Watchlists;

/// <summary>Lists as their readers see them, kept ready. What is added to a list is found by whoever asks next, without reading the list again.</summary>
public sealed class LoadLists(Home home, TimeProvider clock) : IDisposable
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

    private readonly Lock turn = new();
    private readonly List<(string List, KeptList Ready)> kept = [];
    private long asked;

    /// <summary>The entries of a list that a reader may see.</summary>
    public async Task<ListedNames> Of(Reader reader, string list, CancellationToken ct)
    {
        if (list.StartsWith(WatchlistRow.OwnPrefix, StringComparison.Ordinal)) return await Own(reader, list, ct);
        // Two readers share a list only where they see the same labels.
        foreach (var ready in Ready(list))
        {
            if (await ready.Of(reader, ct) is not { } names) continue;
            ready.AskedAt = Interlocked.Increment(ref asked);
            return names;
        }
        return (await Another(reader, list).Of(reader, ct))!;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var (_, ready) in kept) ready.Dispose();
    }

    /// <summary>Reads a list wholly.</summary>
    internal async Task<KeptList.State> Read(Reader reader, string list, CancellationToken ct)
    {
        // Before the values: what comes meanwhile is asked for again.
        var touches = new TouchedEntities(reader);
        var (next, labels, rows) = (await touches.Now(ct), await touches.Labels(ct), new ListedValues(reader, clock.Today()));
        var made = new ListedNames();
        for (var after = ""; await rows.Last(list, after, Page, ct) is { } last; after = last)
            foreach (var value in await rows.Of(list, Keys, after, Page, ct))
                made.Add(made.Entry(value.EntryKey, value.Entity), value);
        return new KeptList.State(made.Close(ct), next, reader.VisibleLabels, labels);
    }

    /// <summary>Reads the entries of a list that are among some entities; null where they say more than so many values.</summary>
    internal async Task<IReadOnlyList<EntryRead>?> Read(Reader reader, string list, IReadOnlyList<EntityRun> entities, int most, CancellationToken ct) =>
        await new ListedValues(reader, clock.Today()).Among(list, Keys, entities, most, ct) is { } values ? [.. values.GroupBy(value => value.EntryKey).Select(entry => EntryRead.Of([.. entry]))] : null;

    private KeptList[] Ready(string list)
    {
        lock (turn) return [.. kept.Where(one => one.List == list).Select(one => one.Ready)];
    }

    private KeptList Another(Reader reader, string list)
    {
        lock (turn)
        {
            if (kept.Count >= Kept)
            {
                // Whoever uses the one that goes has it all the same.
                var gone = kept.MinBy(one => one.Ready.AskedAt);
                kept.Remove(gone);
                gone.Ready.End();
            }
            var made = new KeptList(list, this, reader.VisibleLabels) { AskedAt = Interlocked.Increment(ref asked) };
            kept.Add((list, made));
            return made;
        }
    }

    // An own entry is a person of the register: all records that judgements join, as the reader sees them. There are few, so that they are read anew.
    private async Task<ListedNames> Own(Reader reader, string list, CancellationToken ct)
    {
        var entries = await new ListedValues(reader, clock.Today()).Own(list, ct);
        var made = new ListedNames();
        var persons = (await new WholePersons(reader, home.Ids).Of([.. entries.Select(one => one.Person).Distinct()], ct)).ToDictionary(person => person.Entity);
        foreach (var (key, person) in entries)
            if (persons.TryGetValue(person, out var known)) made.Add(made.Entry(key, person), known);
        return made.Close(ct);
    }
}
