using Plumbline.Core;
using Plumbline.Register;
using Plumbline.Register.Questions;
using Plumbline.Register.Records;
using Plumbline.Safeguards;

namespace Plumbline.Screening.Watchlists;

/// <summary>A candidate with all that an officer needs to settle it: the person as asked, the entry as listed, the reasons, and what colleagues did.</summary>
/// <param name="Listed">What the list says of the entry: name of the property, and text; one line a value.</param>
public sealed record CandidateView(CandidateRow Row, Label Label, PersonAsked Asked, SuggestionReasons Reasons, IReadOnlyList<(string Property, string Text)> Listed, IReadOnlyList<CandidateStep> Steps);

/// <summary>Candidates that wait, oldest first, and how many there are of each state.</summary>
/// <param name="Overtaken">Of which the entry or the person changed since, or the entry was delisted.</param>
/// <param name="Groups">Candidates of one person whose entries, of several lists, look like one person: number of the group by key.</param>
public sealed record CandidateQueue(IReadOnlyList<CandidateRow> Rows, long Open, long Proposed, long Overtaken, IReadOnlyDictionary<long, int> Groups);

/// <summary>Shows candidates and screenings to those who settle them.</summary>
public sealed class ViewCandidates(Gate gate, Labels labels, TimeProvider clock)
{
    /// <summary>How long a candidate stays on one desk.</summary>
    public static readonly TimeSpan Held = TimeSpan.FromMinutes(15);

    // What an officer can hold against a passport or ask for; the whole entry is one step away.
    private static readonly Dictionary<long, string> Shown = Schema.Builtin.Types.SelectMany(type => type.Properties).Where(property => LoadLists.Compared.Contains(property.Name) || property.Name is "citizenship" or "title" or "death_date").DistinctBy(property => property.Id).ToDictionary(property => (long)property.Id, property => property.Name);

    internal static Refusal NoSuch { get; } = new("candidate.unknown", "There is no such candidate.");

    /// <summary>Those of a state, <c>open</c>, <c>proposed</c> or <c>settled</c>; or <c>overtaken</c>, in whatever state.</summary>
    public async Task<Outcome<CandidateQueue>> Queue(Visitor visitor, string state, int most, CancellationToken ct)
    {
        var admitted = await gate.Admit(visitor, Actions.ReadCandidates, ct);
        if (admitted is not Outcome<Reader>.Done { Value: var reader }) return admitted.Why;
        await using var opened = reader;
        var rows = new CandidateRows(reader);
        var found = state == "overtaken" ? await rows.Overtaken(most, ct) : await rows.In(state, most, ct);
        var queue = new CandidateQueue(found, await rows.Count("open", ct), await rows.Count("proposed", ct), await rows.CountOvertaken(ct), await Groups(reader, found, ct));
        await gate.Record(reader, Actions.ReadCandidates, string.Join(',', queue.Rows.Select(row => $"candidate:{row.Key}")), queue.Rows.Count, state, ct);
        return queue;
    }

    // One question for all of them; only people who could be several lists' entries are looked at.
    private static async Task<IReadOnlyDictionary<long, int>> Groups(Reader reader, IReadOnlyList<CandidateRow> rows, CancellationToken ct)
    {
        var people = rows.GroupBy(row => (row.Run, row.RowNumber)).Where(group => group.Select(row => row.List).Distinct().Count() > 1).ToList();
        if (people.Count == 0) return new Dictionary<long, int>();
        var values = (await new StatementRows(reader).Naming([.. people.SelectMany(group => group.Select(row => row.Entity)).Distinct()], LoadLists.Keys, waiting: false, ct)).ToLookup(value => value.Entity);
        return people.SelectMany(group => EntryGroups.Of([.. group.Select(row => GroupedEntry.Of(row, values[row.Entity]))], ct)).ToDictionary(one => one.Key, one => one.Value);
    }

    /// <summary>One candidate; hidden and absent answer alike.</summary>
    public async Task<Outcome<CandidateView>> Show(Visitor visitor, long key, CancellationToken ct)
    {
        var admitted = await gate.Admit(visitor, Actions.ReadCandidates, ct);
        if (admitted is not Outcome<Reader>.Done { Value: var reader }) return admitted.Why;
        await using var opened = reader;
        if (await new CandidateRows(reader).Of(key, ct) is not { } row) return await gate.Refuse(reader, Actions.ReadCandidates, NoSuch, ct);
        // An own entry is all records of its person.
        var joined = row.IsOfOwnList ? (await new IdentityRows(reader).Of([row.Entity], ct)).GetValueOrDefault(row.Entity) : null;
        var listed = (await new StatementRows(reader).About(joined?.Records ?? [row.Entity], ct)).Where(one => one.IsLive && one.Target is null && Shown.ContainsKey(one.Property)).ToList();
        var view = new CandidateView(row, Label.Combine([await labels.Of(row.CurrentLabel, ct), await labels.Union(listed.Select(one => one.CurrentLabel).Concat(joined?.Judgements.Where(one => one is { IsLive: true, Verdict: "same" }).Select(one => one.CurrentLabel) ?? []), ct)]), KeptForm.Read<PersonAsked>(row.Asked), KeptForm.Read<SuggestionReasons>(row.Reasons),
            [.. listed.Select(one => (Shown[one.Property], one.ValueText))], await new CandidateRows(reader).Steps([key], ct));
        await gate.Record(reader, Actions.ReadCandidates, $"candidate:{key},entity:{row.Entity}", 1, "", ct);
        return view;
    }

    /// <summary>The last screenings: numbers, never who was asked about.</summary>
    public async Task<Outcome<IReadOnlyList<ScreeningRow>>> Screenings(Visitor visitor, int most, CancellationToken ct)
    {
        var admitted = await gate.Admit(visitor, Actions.ReadCandidates, ct);
        if (admitted is not Outcome<Reader>.Done { Value: var reader }) return admitted.Why;
        await using var opened = reader;
        var rows = await new CandidateRows(reader).Runs(most, ct);
        await gate.Record(reader, Actions.ReadCandidates, string.Join(',', rows.Select(row => $"screening:{row.Key}")), rows.Count, "screenings", ct);
        return new Outcome<IReadOnlyList<ScreeningRow>>.Done(rows);
    }

    /// <summary>Takes a candidate to one's desk, so that no colleague works on it meanwhile.</summary>
    public async Task<Outcome<long>> Hold(Visitor visitor, long key, CancellationToken ct)
    {
        var admitted = await gate.Admit(visitor, Actions.ReadCandidates, ct);
        if (admitted is not Outcome<Reader>.Done { Value: var reader }) return admitted.Why;
        await using var opened = reader;
        if (await new CandidateRows(reader).Of(key, ct) is null) return await gate.Refuse(reader, Actions.ReadCandidates, NoSuch, ct);
        return await gate.Perform(reader, Actions.ReadCandidates, async writer =>
            await new CandidateRecords(writer, clock.Micros()).Hold(key, visitor.Officer, clock.Micros() + (long)Held.TotalMicroseconds, ct)
                ? new Written<long>(key, $"candidate:{key}", 1, "held")
                : new Written<long>(SettleCandidate.Held), ct);
    }

    /// <summary>What came of names, by list, script and outcome: numbers alone.</summary>
    public async Task<Outcome<IReadOnlyList<TallyRow>>> Tallies(Visitor visitor, CancellationToken ct)
    {
        var admitted = await gate.Admit(visitor, Actions.ReadTallies, ct);
        if (admitted is not Outcome<Reader>.Done { Value: var reader }) return admitted.Why;
        await using var opened = reader;
        var rows = await new WatchlistRows(reader).Tallies(ct);
        await gate.Record(reader, Actions.ReadTallies, "", rows.Count, "", ct);
        return new Outcome<IReadOnlyList<TallyRow>>.Done(rows);
    }
}
