using System.Security.Cryptography;
using System.Text;
using Plumbline.Core;
using Plumbline.Exchange.Lists;
using Plumbline.Register;
using Plumbline.Register.Records;
using Plumbline.Safeguards;

namespace Plumbline.Exchange.Receiving;

/// <summary>What the import of one version of a list did. entries = added + changed + unchanged + rejected; withdrawn counts entries.</summary>
public sealed record ImportedList(string Format, string List, string Version, long Entries, long Added, long Changed, long Unchanged, long Rejected, long Withdrawn,
    long Statements, bool Complete, IReadOnlyList<ReadingNote> Notes, IReadOnlyList<Reject> Rejects, ListFault? Fault);

/// <summary>Imports a version of a list: entries become entities with statements; a newer version is compared entry by entry with what is held.</summary>
/// <remarks>Chunks of one transaction each, with a record of how far it came: killed at any moment, it leaves a chunk or nothing, and goes on when it is run again.</remarks>
public sealed class ImportList(Gate gate, Labels labels, TimeProvider clock)
{
    // Entries a transaction: on SQLite the write lock is then held for less than 50 ms.
    private const int ChunkEntries = 150;
    private const double LossesNeedAPerson = 0.05;

    /// <summary>Imports; refuses an older version, one already held, and one that lost too many entries.</summary>
    /// <param name="file">The bytes as received, for the register to keep; the main file where there are several.</param>
    /// <param name="acceptLosses">A person has looked at the losses and accepts them.</param>
    public async Task<Outcome<ImportedList>> Run(Visitor visitor, ListSet set, IReadOnlyList<(string Name, ReadOnlyMemory<byte> Bytes)> files, bool acceptLosses, CancellationToken ct)
    {
        var admitted = await gate.Admit(visitor, Actions.ReceiveReport, ct);
        if (admitted is not Outcome<Reader>.Done { Value: var reader }) return admitted.Why;
        await using var opened = reader;
        var survey = Survey(set, ct);
        var sha256 = Hash(files);
        var plan = await Plan(reader, survey, sha256, acceptLosses, ct);
        if (plan is not Outcome<ImportRecord?>.Done { Value: var begun }) return await gate.Refuse(reader, Actions.ReceiveReport, plan.Why, ct);
        var work = new ListImportWork(gate, labels, clock, reader, survey);
        var import = begun ?? await work.Begin(files, sha256, ct);
        foreach (var (chunk, n) in Chunks(set, ct).Select((chunk, n) => (chunk, n)))
            if (n >= import.Chunks) await work.Chunk(import.Key, import.Report, chunk, ct);
        return await work.Finish(import.Key, import.Sha256, ct);
    }

    private async Task<Outcome<ImportRecord?>> Plan(Reader reader, ListSurvey survey, string sha256, bool acceptLosses, CancellationToken ct)
    {
        if (survey.Keys.Count == 0) return new Refusal("list.nothing", survey.Fault is { } fault ? $"{fault.File}, line {fault.Line}: {fault.Reason}" : "No entry could be read.");
        var step = await gate.Look(async writer =>
        {
            var records = new ListRecords(writer, clock.Micros());
            return (Same: await records.Find(sha256, ct), Newest: await records.Newest(survey.List, ct), Held: await records.Entries(survey.List, ct));
        }, ct);
        if (step.Same is { State: "done" }) return new Refusal("list.held", $"{survey.List}, version {survey.Header.Version}, is already in.");
        if (step.Same is { } running) return new Outcome<ImportRecord?>.Done(running);
        if (step.Newest is { } newest && string.CompareOrdinal(survey.Header.Version, newest.Version) < 0)
            return new Refusal("list.older", $"Version {survey.Header.Version} of {survey.List} is older than {newest.Version}, which is held.");
        var lost = survey.MayWithdraw ? step.Held.Keys.Count(key => !survey.Keys.Contains(key)) : 0;
        if (lost > step.Held.Count * LossesNeedAPerson && !acceptLosses)
            return new Refusal("list.losses", $"This version lacks {lost} of {step.Held.Count} entries held. Look at it, then import it again with --accept-losses.");
        if (lost > step.Held.Count * LossesNeedAPerson && !gate.Policy.Allows(reader.Standing.Roles, Actions.AcceptLosses))
            return new Refusal("role.missing", $"Accepting losses belongs to: {string.Join(", ", gate.Policy.WhoMay(Actions.AcceptLosses))}.");
        return new Outcome<ImportRecord?>.Done(null);
    }

    private static ListSurvey Survey(ListSet set, CancellationToken ct)
    {
        var reading = set.Read(null, ct);
        var keys = new HashSet<string>(StringComparer.Ordinal);
        var rejects = new List<Reject>();
        foreach (var row in reading.Rows())
        {
            if (row is ListRow.Read read) keys.Add(read.Entry.Key);
            else if (row is ListRow.Refused refused) rejects.Add(refused.Reject);
        }
        return new ListSurvey(reading.Header, keys, rejects, reading.Notes, reading.Fault, reading.Complete, reading.MayWithdraw);
    }

    private static IEnumerable<ListEntry[]> Chunks(ListSet set, CancellationToken ct) =>
        set.Read(null, ct).Rows().OfType<ListRow.Read>().Select(row => row.Entry).Chunk(ChunkEntries);

    private static string Hash(IReadOnlyList<(string Name, ReadOnlyMemory<byte> Bytes)> files) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(string.Concat(files.Select(file => Convert.ToHexStringLower(SHA256.HashData(file.Bytes.Span)))))));
}

/// <summary>A first look through a version: which entries it has, before anything is written.</summary>
internal sealed record ListSurvey(ListHeader Header, IReadOnlySet<string> Keys, IReadOnlyList<Reject> Rejects, IReadOnlyList<ReadingNote> Notes, ListFault? Fault, bool Complete, bool MayWithdraw)
{
    /// <summary>What versions are compared by.</summary>
    public string List => $"{Header.Authority} {Header.List}";
}
