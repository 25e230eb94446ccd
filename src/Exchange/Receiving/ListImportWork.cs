using System.Globalization;
using Plumbline.Core;
using Plumbline.Exchange.Lists;
using Plumbline.Register;
using Plumbline.Register.Records;
using Plumbline.Safeguards;

namespace Plumbline.Exchange.Receiving;

/// <summary>The writing steps of one list import; each is one act.</summary>
internal sealed class ListImportWork(Gate gate, Labels labels, TimeProvider clock, Reader reader, ListSurvey survey)
{
    private static readonly Refusal Overtaken = new("list.overtaken", "Another import of this list has begun meanwhile. Look at what it did, then run this one again.");
    private Dictionary<string, HeldEntry>? held;

    /// <summary>Keeps the files and opens the report that the entries become items of; or goes on with an import that was cut off.</summary>
    public Task<Outcome<ImportRecord>> Begin(ImportRecord? before, ReceivedList received, CancellationToken ct) => gate.Perform(reader, Actions.ReceiveReport, async writer =>
    {
        var lists = new ListRecords(writer, clock.Micros());
        var report = before?.Report ?? await Keep(writer, received, ct);
        var key = before?.Key ?? await lists.Begin(received.Sha256, survey.List, survey.Header.Version, report, survey.Rejected, ct);
        await lists.Claim(key, survey.List, survey.Rejected, ct);
        var import = (await lists.Find(received.Sha256, ct))!;
        return new Written<ImportRecord>(import, $"report:{report}", received.Files.Count, $"sha256 {received.Sha256}");
    }, ct);

    /// <summary>One chunk of entries: unchanged ones are seen, changed ones supersede, new ones become entities.</summary>
    /// <returns>How far the import has come.</returns>
    public async Task<Outcome<ImportRecord>> Chunk(ImportRecord import, IReadOnlyList<ListEntry> entries, CancellationToken ct)
    {
        // Read once: within one import no entry comes twice, and no other import of the list can write meanwhile.
        held ??= await gate.Look(writer => new ListRecords(writer, clock.Micros()).Entries(survey.List, ct), ct);
        // All that can be worked out is worked out before the lock is taken.
        var compared = entries.Select(entry => new Compared(entry, ContentHash.Of(entry), held.GetValueOrDefault(entry.Key))).ToArray();
        var fresh = compared.Where(one => !one.IsUnchanged).ToArray();
        var changed = fresh.Where(one => one.Held is not null).Select(one => one.Held!).ToArray();
        var drafts = fresh.Select(one => ListStatements.Of(one.Entry).ToArray()).ToArray();
        var statements = drafts.Sum(draft => draft.Length);
        var advanced = import with
        {
            Chunks = import.Chunks + 1,
            Added = import.Added + fresh.Length - changed.Length,
            Changed = import.Changed + changed.Length,
            Unchanged = import.Unchanged + compared.Length - fresh.Length,
            Statements = import.Statements + statements,
        };
        return await gate.Perform(reader, Actions.ReceiveReport, async writer =>
        {
            var now = clock.Micros();
            var lists = new ListRecords(writer, now);
            if (!await lists.Advance(import, advanced, ct)) return new Written<ImportRecord>(Overtaken);
            var label = await labels.Intern(writer, Label.None, ct);
            await lists.Withdraw(survey.List, changed, "superseded", reader.Standing.Officer, ct);
            var items = await new ReportRecords(writer, now).Items(import.Report, [.. fresh.Select(one => one.Item(label))], ct);
            var records = new StatementRecords(writer, now, reader.Standing.Officer);
            var next = await records.Entities([.. fresh.Where(one => one.Held is null).Select(one => one.Entry.TypeName)], ct);
            var keeping = fresh.Select((one, n) => new HeldEntry(one.Entry.Key, one.Held?.Entity ?? next++, items[n], one.Hash, import.Key)).ToArray();
            await records.Keep([.. drafts.SelectMany((draft, n) => draft.Select(statement => statement with { Entity = keeping[n].Entity, Item = items[n], Label = label }))], ct);
            await lists.Hold(survey.List, keeping, ct);
            await lists.See(survey.List, [.. compared.Where(one => one.IsUnchanged).Select(one => one.Held!.Item)], import.Key, ct);
            // The superseded items are named too: the projections drop them.
            return new Written<ImportRecord>(advanced, string.Join(',', items.Concat(changed.Select(one => one.Item)).Select(item => $"item:{item}")), statements, $"list {survey.List}");
        }, ct);
    }

    /// <summary>Withdraws what a complete version no longer has, and closes the import.</summary>
    public Task<Outcome<ImportedList>> Finish(ImportRecord import, RejectFile bad, CancellationToken ct) => gate.Perform(reader, Actions.ReceiveReport, async writer =>
    {
        var lists = new ListRecords(writer, clock.Micros());
        var missing = survey.MayWithdraw ? await lists.Missing(survey.List, import.Key, ct) : [];
        if (!await lists.Finish(import, missing.Count, ct)) return new Written<ImportedList>(Overtaken);
        await lists.Withdraw(survey.List, missing, "delisted", reader.Standing.Officer, ct);
        return new Written<ImportedList>(new ImportedList(survey.Header.Format, survey.List, survey.Header.Version, import.Report, import.Compared + survey.Rejected, import.Added, import.Changed,
                import.Unchanged, survey.Rejected, missing.Count, import.Added, import.Statements, survey.Complete, survey.Notes, survey.NoteCount, bad.Path, survey.Fault),
            string.Join(',', missing.Select(one => $"item:{one.Item}")), missing.Count, $"sha256 {import.Sha256}");
    }, ct);

    private async Task<long> Keep(Writer writer, ReceivedList received, CancellationToken ct)
    {
        var reports = new ReportRecords(writer, clock.Micros());
        var kept = new List<long>();
        foreach (var file in received.Files) kept.Add(await reports.File(file.Sha256, file.Name, "application/octet-stream", file.Bytes, reader.Standing.Officer, ct));
        var label = await labels.Intern(writer, Label.None, ct);
        return await reports.Report(new NewReport(kept[0], survey.Name, "list", survey.Header.Authority, null, survey.Header.Date?.ToString("O", CultureInfo.InvariantCulture),
            reader.Standing.Officer, null, "sanctions-law", "en", "", label, null, null, survey.List, survey.Header.Version, 0), ct);
    }

    /// <summary>An entry beside what is held of it.</summary>
    private sealed record Compared(ListEntry Entry, string Hash, HeldEntry? Held)
    {
        public bool IsUnchanged => Held?.Hash == Hash;

        /// <summary>The entry as an item: a listing, which carries no grade.</summary>
        public NewItem Item(long label) => new(Entry.Line, Entry.Text, 0, Entry.Text.Length, "listing", "fact", null, default(PartialDate).Earliest, default(PartialDate).Latest,
            null, null, "en", "no", label, "listing", label, Entry.Key, Hash);
    }
}
