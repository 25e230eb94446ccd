using Plumbline.Core;
using Plumbline.Register;
using Plumbline.Register.Questions;
using Plumbline.Register.Records;
using Plumbline.Safeguards;
using Plumbline.Screening.Matching;

namespace Plumbline.Screening.Watchlists;

/// <summary>What a re-screening did so far.</summary>
/// <param name="State"><c>running</c>, <c>cancelled</c> or <c>done</c>.</param>
/// <param name="Entries">Entries that were new or had changed.</param>
/// <param name="Changed">Candidates whose entry or person had changed.</param>
/// <param name="Delisted">Candidates whose entry was gone.</param>
/// <param name="People">Persons of the register that were compared.</param>
/// <param name="None">Of those, how many met nobody whom they had not met before.</param>
public sealed record RescreeningAnswer(string State, long Entries, long Changed, long Delisted, long People, long None, long Candidates, long Incomplete, long TooCommon);

/// <summary>Screens the register's own persons again when a list or the register changes, on the standing instruction of the officer who put the list to use.</summary>
/// <remarks>Chunks of one transaction each: it can be stopped, killed and run again, and goes on where it was. Who met nobody stays a number.</remarks>
public sealed class RescreenRegister(Gate gate, Labels labels, LoadLists lists, ClearingKey clearing, Home home, TimeProvider clock)
{
    private const int Chunk = 200;

    /// <summary>Screens again, or goes on with what was stopped.</summary>
    /// <param name="progress">Told after each chunk; null for nobody.</param>
    public async Task<Outcome<RescreeningAnswer>> Run(Visitor visitor, long watchlist, IProgress<RescreeningAnswer>? progress, CancellationToken ct)
    {
        var standing = (await gate.Look(writer => new RescreeningRecords(writer, clock.Micros()).Instructions(ct), ct)).FirstOrDefault(one => one.Watchlist == watchlist);
        var admitted = await gate.Admit(visitor with { OnInstructionOf = visitor.OnInstructionOf ?? standing?.OfficerName }, Actions.Rescreen, ct);
        if (admitted is not Outcome<Reader>.Done { Value: var reader }) return admitted.Why;
        await using var opened = reader;
        var row = (await new WatchlistRows(reader).All(clock.Today(), ct)).FirstOrDefault(one => one.Key == watchlist);
        Refusal? why = row is null ? KeepWatchlists.NoSuch
            : row.State != "active" ? new("watchlist.not-in-use", "Only a watchlist in use is screened against.")
            : row.ReviewDay < clock.Today() ? new("screen.review-due", $"The review of {row.Name} is overdue: nobody is screened against it until its owner has looked it over.") : null;
        if (why is not null) return await gate.Refuse(reader, Actions.Rescreen, why, ct);
        var job = new Job(reader, row!, standing!, await lists.Of(reader, row!.List, ct));
        var begun = await Begin(job, ct);
        if (begun is not Outcome<RescreeningRecord>.Done { Value: var record }) return begun.Why;
        return await Go(job, record, progress, ct);
    }

    /// <summary>Stops what runs; it can be taken up again.</summary>
    public async Task<Outcome<long>> Cancel(Visitor visitor, long watchlist, CancellationToken ct)
    {
        var admitted = await gate.Admit(visitor, Actions.Rescreen, ct);
        if (admitted is not Outcome<Reader>.Done { Value: var reader }) return admitted.Why;
        await using var opened = reader;
        return await gate.Perform(reader, Actions.Rescreen, async writer =>
        {
            var records = new RescreeningRecords(writer, clock.Micros());
            return await records.Last(watchlist, ct) is { } last && await records.Cancel(last.Key, ct)
                ? new Written<long>(watchlist, $"watchlist:{watchlist}", 1, "stopped") : new Written<long>(new Refusal("rescreen.not-running", "Nothing runs that could be stopped."));
        }, ct);
    }

    /// <summary>The last re-screenings.</summary>
    public async Task<Outcome<IReadOnlyList<RescreeningRow>>> Lately(Visitor visitor, int most, CancellationToken ct)
    {
        var admitted = await gate.Admit(visitor, Actions.ReadWatchlists, ct);
        if (admitted is not Outcome<Reader>.Done { Value: var reader }) return admitted.Why;
        await using var opened = reader;
        var rows = await new RescreeningRows(reader).Lately(most, ct);
        await gate.Record(reader, Actions.ReadWatchlists, string.Join(',', rows.Select(row => $"watchlist:{row.Watchlist}").Distinct()), rows.Count, "screened again", ct);
        return new Outcome<IReadOnlyList<RescreeningRow>>.Done(rows);
    }

    /// <summary>The watchlists of which a re-screening is due or was cut off, each with who stands behind it. Bookkeeping for the host; shows nothing to anybody.</summary>
    public Task<IReadOnlyList<(long Watchlist, Visitor By)>> Due(CancellationToken ct) => gate.Look(async writer =>
    {
        var records = new RescreeningRecords(writer, clock.Micros());
        List<(long, Visitor)> due = [];
        foreach (var one in await records.Instructions(ct))
        {
            if (one is not { State: "active", Officer: { } officer } || one.ReviewDay < clock.Today()) continue;
            var last = await records.Last(one.Watchlist, ct);
            // An instruction ends with the office of who gave it; the page says so, and another officer screens by hand.
            if (!gate.Policy.Allows(await gate.Rights.Roles(officer, ct), Actions.Rescreen)) continue;
            // What an officer stopped waits for an officer.
            if (last is null or { State: "running" } || (last.State == "done" && (EndsByDay(one, last) || await records.MovedSince(last.ActSeen, ct))))
                due.Add((one.Watchlist, new Visitor(officer, null, Gate.StandingChannel) { OnInstructionOf = one.OfficerName }));
        }
        return (IReadOnlyList<(long, Visitor)>)due;
    }, ct);

    // An own entry ends on its day without anybody's act: once a day its candidates are looked at.
    private bool EndsByDay(StandingInstruction one, RescreeningRecord last) =>
        one.List.StartsWith(WatchlistRow.OwnPrefix, StringComparison.Ordinal) && DateOnly.FromDateTime(Clock.FromMicros(last.Until).UtcDateTime).DayNumber < clock.Today();

    private async Task<Outcome<RescreeningRecord>> Begin(Job job, CancellationToken ct)
    {
        var (list, key) = (job.Row.List, job.Row.Key);
        var last = await gate.Look(writer => new RescreeningRecords(writer, clock.Micros()).Last(key, ct), ct);
        var since = last is null ? 0 : last.State == "done" ? last.Until : last.Since;
        var rows = new ListedValues(job.Reader, clock.Today());
        if (job.Row.IsOwn) await TouchedOwn(job, rows, since, ct);
        else foreach (var group in (await rows.Touched(list, LoadLists.Keys, since, ct)).GroupBy(value => value.EntryKey))
            if (ValueChanges.Since([.. group.Select(value => new StoodValue(value.Property, value.ValueKey, value.Since, value.Until))], since) is { } at) job.Entries[group.Key] = at;
        foreach (var entry in await rows.Approved(list, since, ct)) job.Entries.TryAdd(entry, since + 1);
        var label = Label.None;
        if (job.Reader.Standing.Case is { } working && Label.Create(new LabelDraft { Cases = [working] }) is Outcome<Label>.Done { Value: var inCase }) label = inCase;
        return await gate.Perform(job.Reader, Actions.Rescreen, async writer =>
        {
            var records = new RescreeningRecords(writer, clock.Micros());
            if (last is { State: not "done" })
            {
                await records.Resume(last.Key, ct);
                return new Written<RescreeningRecord>((await records.Of(last.Key, ct))!, $"watchlist:{key}", 1, "taken up again");
            }
            var changed = 0L;
            foreach (var (entry, at) in job.Entries) changed += await records.MarkChanged(key, entry, at, ct);
            var delisted = await records.MarkDelisted(key, list, clock.Today(), ct);
            var run = new NewScreening(job.Row.Name, job.Row.Name, $"standing: {job.Standing.OfficerName}", null, job.Row.ReviewDay, (long)MathF.Round(Screener.DefaultThreshold * 1000), NameMatcher.Version, await labels.Intern(writer, label, ct));
            var (made, _) = await new CandidateRecords(writer, clock.Micros()).Add(run, [], job.Reader.Standing.Officer, ct);
            var begun = await records.Begin(key, made, since, job.Entries.Count, changed, delisted, job.Reader.Standing.Officer, ct);
            return new Written<RescreeningRecord>((await records.Of(begun, ct))!, $"watchlist:{key},screening:{made}", job.Entries.Count, $"{job.Row.Name}: {job.Entries.Count} entries new or changed, {changed} candidates overtaken, {delisted} delisted");
        }, ct);
    }

    // An own entry is all records of its person: it says something else also where another record does, or is joined or taken off.
    private async Task TouchedOwn(Job job, ListedValues rows, long since, CancellationToken ct)
    {
        var entries = await rows.Own(job.Row.List, ct);
        var moved = (await new WholePersons(job.Reader, home.Ids).Of([.. entries.Select(one => one.Person).Distinct()], ct)).ToDictionary(person => person.Entity, person => person.MovedSince(since));
        foreach (var (entry, person) in entries)
            if (moved.GetValueOrDefault(person) is { } at) job.Entries[entry] = at;
    }

    private async Task<Outcome<RescreeningAnswer>> Go(Job job, RescreeningRecord record, IProgress<RescreeningAnswer>? progress, CancellationToken ct)
    {
        var (persons, whole) = (new RegisterPersons(job.Reader), new WholePersons(job.Reader, home.Ids));
        var done = new RescreeningAnswer("running", record.Entries, record.Changed, record.Delisted, 0, 0, 0, 0, 0);
        while (await persons.After(record.After, Chunk, ct) is { Count: > 0 } keys)
        {
            var began = clock.GetTimestamp();
            var answer = await One(job, record, keys[^1], await whole.HeadedBy(keys, ct), ct);
            if (answer is Outcome<Step>.Refused { Reason: var why }) return why.Code == Stopped.Code && await IsStopped(record, ct) ? done with { State = "cancelled" } : why;
            var step = ((Outcome<Step>.Done)answer).Value;
            record = record with { After = keys[^1], Changed = record.Changed + step.Marked };
            var grown = step.Growth;
            done = done with
            {
                Changed = record.Changed,
                People = done.People + grown.People,
                None = done.None + grown.None,
                Candidates = done.Candidates + grown.Candidates,
                Incomplete = done.Incomplete + grown.Incomplete,
                TooCommon = done.TooCommon + grown.TooCommon,
            };
            progress?.Report(done);
            // As long a rest as it took, so that whoever works is not kept waiting.
            await Task.Delay(clock.GetElapsedTime(began), clock, ct);
        }
        var finished = await gate.Perform(job.Reader, Actions.Rescreen, async writer => await new RescreeningRecords(writer, clock.Micros()).Finish(record, ct)
            ? new Written<long>(record.Key, $"watchlist:{record.Watchlist},screening:{record.Run}", done.People, $"{job.Row.Name} screened again: {done.People} persons, {done.None} met nobody new") : new Written<long>(Stopped), ct);
        return finished is Outcome<long>.Done ? done with { State = "done" } : await IsStopped(record, ct) ? done with { State = "cancelled" } : finished.Why;
    }

    private async Task<Outcome<Step>> One(Job job, RescreeningRecord record, long last, IReadOnlyList<RegisteredPerson> all, CancellationToken ct)
    {
        var watchlist = record.Watchlist;
        var moved = all.Select(person => (person.Entity, person.Members, At: person.MovedSince(record.Since))).Where(one => one.At is not null).ToDictionary(one => one.Entity, one => (one.Members, At: one.At!.Value));
        var compared = all.Where(person => person.Asked.Name.Length > 0 && (job.Entries.Count > 0 || moved.ContainsKey(person.Entity))).ToList();
        var known = (await gate.Look(writer => new RescreeningRecords(writer, clock.Micros()).Known(watchlist, [.. all.SelectMany(person => person.Members)], ct), ct)).ToHashSet();
        var work = new ScreeningWork(new ClearedRows(job.Reader), clearing, clock.Micros())
        {
            CountedAs = "rescreened",
            // The entry that is this very person suggests nothing, and what waits or was settled once, of whichever record, is not asked twice.
            Concerns = (n, entry) => compared[n] is var person && !person.Members.Contains(entry.Entity) && !person.Members.Any(member => known.Contains((member, entry.Key))) && (moved.ContainsKey(person.Entity) || job.Entries.ContainsKey(entry.Key)),
        };
        work.Against(job.Row, job.List);
        await work.Screen([.. compared.Select(person => person.Asked)], ct);
        var counted = work.Kept(job.Row.Name, null, null);
        var growth = new RunGrowth(counted.People, counted.Unreadable, counted.None, counted.Cleared, counted.Candidates, counted.Incomplete, counted.TooCommon);
        return await gate.Perform(job.Reader, Actions.Rescreen, async writer =>
        {
            var records = new RescreeningRecords(writer, clock.Micros());
            if (!await records.Advance(record, last, growth, ct)) return new Written<Step>(Stopped);
            var marked = 0L;
            foreach (var (members, at) in moved.Values)
                foreach (var member in members) marked += await records.MarkPerson(watchlist, member, at, ct);
            var found = new List<NewCandidate>();
            foreach (var one in work.Candidates)
            {
                var person = compared[(int)one.Row - 1];
                // What is said of a person, and of the entry, stays under the labels under which it is said.
                found.Add(one with { Row = person.Entity, Subject = person.Entity, Label = await labels.Intern(writer, await labels.Union(person.Labels.Concat(work.LabelsOf(one)), ct), ct) });
            }
            var first = await new CandidateRecords(writer, clock.Micros()).Add(record.Run, NameMatcher.Version, 0, found, ct);
            var tallies = new WatchlistRecords(writer, clock.Micros());
            foreach (var ((list, script, what), number) in work.Tallies) await tallies.Count(list, script, what, number, ct);
            var objects = string.Join(',', Enumerable.Range(0, found.Count).Select(n => $"candidate:{first + n}").Prepend($"screening:{record.Run}"));
            return new Written<Step>(new Step(growth, marked), objects, growth.People, job.Row.Name);
        }, ct);
    }

    private async Task<bool> IsStopped(RescreeningRecord record, CancellationToken ct) =>
        (await gate.Look(writer => new RescreeningRecords(writer, clock.Micros()).Of(record.Key, ct), ct))?.State == "cancelled";

    private static Refusal Stopped { get; } = new("rescreen.elsewhere", "It was stopped, or another goes on with it: look at what came of it.");

    private sealed record Step(RunGrowth Growth, long Marked);

    /// <summary>What stays the same while it runs.</summary>
    private sealed record Job(Reader Reader, WatchlistRow Row, StandingInstruction Standing, ListedNames List)
    {
        /// <summary>Entries that are new or changed, and since when.</summary>
        public Dictionary<string, long> Entries { get; } = new(StringComparer.Ordinal);
    }
}
