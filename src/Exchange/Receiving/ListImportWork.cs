using System.Security.Cryptography;
using Plumbline.Core;
using Plumbline.Exchange.Lists;
using Plumbline.Register;
using Plumbline.Register.Records;
using Plumbline.Safeguards;

namespace Plumbline.Exchange.Receiving;

/// <summary>The writing steps of one list import; each is one act.</summary>
internal sealed class ListImportWork(Gate gate, Labels labels, TimeProvider clock, Reader reader, ListSurvey survey)
{
    private IReadOnlyDictionary<string, HeldEntry>? held;

    /// <summary>Keeps the files and opens the report that the entries become items of.</summary>
    public async Task<ImportRecord> Begin(IReadOnlyList<(string Name, ReadOnlyMemory<byte> Bytes)> files, string sha256, CancellationToken ct)
    {
        var begun = await gate.Perform(reader, Actions.ReceiveReport, async writer =>
        {
            var reports = new ReportRecords(writer, clock.Micros());
            var kept = new List<long>();
            foreach (var (name, bytes) in files)
                kept.Add(await reports.File(Convert.ToHexStringLower(SHA256.HashData(bytes.Span)), name, "application/octet-stream", bytes, reader.Standing.Officer, ct));
            var label = await labels.Intern(writer, Label.None, ct);
            var report = await reports.Report(new NewReport(kept[0], $"{survey.List} {survey.Header.Version}", "list", survey.Header.Authority, null, survey.Header.Date?.ToString("O"),
                reader.Standing.Officer, null, "sanctions-law", "en", "", label, null, null, survey.List, survey.Header.Version, 0), ct);
            var import = await new ListRecords(writer, clock.Micros()).Begin(sha256, survey.List, survey.Header.Version, report, survey.Rejects.Count, ct);
            return new Written<ImportRecord>(new ImportRecord(import, sha256, survey.List, survey.Header.Version, report, 0, "running", 0, 0, 0, survey.Rejects.Count, 0, 0),
                $"report:{report}", files.Count, $"sha256 {sha256}");
        }, ct);
        return begun is Outcome<ImportRecord>.Done { Value: var record } ? record : throw new InvalidOperationException(begun.Why.Detail);
    }

    /// <summary>One chunk of entries: unchanged ones are seen, changed ones supersede, new ones become entities.</summary>
    public async Task Chunk(long import, long report, ListEntry[] entries, CancellationToken ct)
    {
        // Read once: within one import no entry comes twice.
        held ??= await gate.Look(writer => new ListRecords(writer, clock.Micros()).Entries(survey.List, ct), ct);
        var sorted = entries.Select(entry => (Entry: entry, Hash: ContentHash.Of(entry), Held: held.GetValueOrDefault(entry.Key))).ToArray();
        var fresh = sorted.Where(one => one.Held is null || one.Held.Hash != one.Hash).ToArray();
        var changed = fresh.Where(one => one.Held is not null).Select(one => one.Held!).ToArray();
        var done = await gate.Perform(reader, Actions.ReceiveReport, async writer =>
        {
            var now = clock.Micros();
            var lists = new ListRecords(writer, now);
            var label = await labels.Intern(writer, Label.None, ct);
            await lists.Withdraw(survey.List, changed, "superseded", reader.Standing.Officer, ct);
            var items = await new ReportRecords(writer, now).Items(report, [.. fresh.Select(one => Item(one.Entry, one.Hash, label))], ct);
            var records = new StatementRecords(writer, now, reader.Standing.Officer);
            var next = await records.Entities([.. fresh.Where(one => one.Held is null).Select(one => one.Entry.TypeName)], ct);
            var keeping = fresh.Select((one, n) => new HeldEntry(one.Entry.Key, one.Held?.Entity ?? next++, items[n], one.Hash, import)).ToArray();
            var statements = fresh.SelectMany((one, n) => ListStatements.Of(one.Entry, keeping[n].Entity, items[n], label)).ToArray();
            await records.Keep(statements, ct);
            await lists.Hold(survey.List, [.. keeping, .. sorted.Where(one => one.Held is not null && one.Held.Hash == one.Hash).Select(one => one.Held! with { Seen = import })], ct);
            await lists.Advance(import, fresh.Length - changed.Length, changed.Length, entries.Length - fresh.Length, statements.Length, ct);
            // The superseded items are named too: the projections drop them.
            return new Written<long>(0L, string.Join(',', items.Concat(changed.Select(one => one.Item)).Select(item => $"item:{item}")), statements.Length, $"list {survey.List}");
        }, ct);
        if (done is Outcome<long>.Refused refused) throw new InvalidOperationException(refused.Why.Detail);
    }

    /// <summary>Withdraws what a complete version no longer has, and closes the import.</summary>
    public async Task<Outcome<ImportedList>> Finish(long import, string sha256, CancellationToken ct) => await gate.Perform(reader, Actions.ReceiveReport, async writer =>
    {
        var lists = new ListRecords(writer, clock.Micros());
        var missing = survey.MayWithdraw ? await lists.Missing(survey.List, import, ct) : [];
        await lists.Withdraw(survey.List, missing, "delisted", reader.Standing.Officer, ct);
        await lists.Finish(import, missing.Count, ct);
        var record = (await lists.Find(sha256, ct))!;
        return new Written<ImportedList>(new ImportedList(survey.Header.Format, survey.List, survey.Header.Version, survey.Keys.Count + survey.Rejects.Count, record.Added, record.Changed, record.Unchanged,
                survey.Rejects.Count, record.Withdrawn, record.Statements, survey.Complete, survey.Notes, survey.Rejects, survey.Fault),
            string.Join(',', missing.Select(one => $"item:{one.Item}")), missing.Count, $"sha256 {sha256}");
    }, ct);

    private static NewItem Item(ListEntry entry, string hash, long label) => new(entry.Line, entry.Text, 0, entry.Text.Length, "listing", "fact", null, default(PartialDate).Earliest, default(PartialDate).Latest,
        null, null, "en", "no", label, "listing", label, entry.Key, hash);
}
