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
public sealed record CandidateQueue(IReadOnlyList<CandidateRow> Rows, long Open, long Proposed);

/// <summary>Shows candidates and screenings to those who settle them.</summary>
public sealed class ViewCandidates(Gate gate, Labels labels, TimeProvider clock)
{
    /// <summary>How long a candidate stays on one desk.</summary>
    public static readonly TimeSpan Held = TimeSpan.FromMinutes(15);

    // What an officer can hold against a passport or ask for; the whole entry is one step away.
    private static readonly Dictionary<long, string> Shown = Schema.Builtin.Types.SelectMany(type => type.Properties).Where(property => LoadLists.Compared.Contains(property.Name) || property.Name is "birth_place" or "birth_country" or "citizenship" or "title" or "death_date").DistinctBy(property => property.Id).ToDictionary(property => (long)property.Id, property => property.Name);

    internal static Refusal NoSuch { get; } = new("candidate.unknown", "There is no such candidate.");

    /// <summary>Those of a state, <c>open</c>, <c>proposed</c> or <c>settled</c>.</summary>
    public async Task<Outcome<CandidateQueue>> Queue(Visitor visitor, string state, int most, CancellationToken ct)
    {
        var admitted = await gate.Admit(visitor, Actions.ReadCandidates, ct);
        if (admitted is not Outcome<Reader>.Done { Value: var reader }) return admitted.Why;
        await using var opened = reader;
        var rows = new CandidateRows(reader);
        var queue = new CandidateQueue(await rows.In(state, most, ct), await rows.Count("open", ct), await rows.Count("proposed", ct));
        await gate.Record(reader, Actions.ReadCandidates, string.Join(',', queue.Rows.Select(row => $"candidate:{row.Key}")), queue.Rows.Count, state, ct);
        return queue;
    }

    /// <summary>One candidate; hidden and absent answer alike.</summary>
    public async Task<Outcome<CandidateView>> Show(Visitor visitor, long key, CancellationToken ct)
    {
        var admitted = await gate.Admit(visitor, Actions.ReadCandidates, ct);
        if (admitted is not Outcome<Reader>.Done { Value: var reader }) return admitted.Why;
        await using var opened = reader;
        if (await new CandidateRows(reader).Of(key, ct) is not { } row) return await gate.Refuse(reader, Actions.ReadCandidates, NoSuch, ct);
        var listed = (await new StatementRows(reader).About([row.Entity], ct)).Where(one => one.IsLive && one.Target is null && Shown.ContainsKey(one.Property)).ToList();
        var view = new CandidateView(row, Label.Combine([await labels.Of(row.CurrentLabel, ct), await labels.Union(listed.Select(one => one.CurrentLabel), ct)]), KeptForm.Read<PersonAsked>(row.Asked), KeptForm.Read<SuggestionReasons>(row.Reasons),
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
                : new Written<long>(new Refusal("candidate.held", "A colleague has it on the desk, or it is settled: take the next.")), ct);
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
