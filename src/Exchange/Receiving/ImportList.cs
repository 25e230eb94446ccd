using Plumbline.Core;
using Plumbline.Exchange.Lists;
using Plumbline.Register;
using Plumbline.Register.Records;
using Plumbline.Safeguards;

namespace Plumbline.Exchange.Receiving;

/// <summary>Imports a version of a list: entries become entities with statements; a newer version is compared entry by entry with what is held.</summary>
/// <remarks>Chunks of one transaction each, with a record of how far it came: killed at any moment, it leaves a chunk or nothing, and goes on when it is run again.</remarks>
/// <param name="rejects">The folder that reject files are kept in; made when it is needed.</param>
public sealed class ImportList(Gate gate, Labels labels, TimeProvider clock, string rejects)
{
    private const double LossesNeedAPerson = 0.05;

    // A chunk holds SQLite's write lock for less than 50 ms: few entries, and few statements where entries are long.
    private const int ChunkEntries = 100;
    private const int ChunkValues = 1_200;

    /// <summary>Imports; refuses a version that is older, undated or already in, and one that lost too many entries.</summary>
    /// <param name="received">The files of one version, the main one first.</param>
    /// <param name="lossesAccepted">Why a person who looked at the losses accepts them; null when nobody did.</param>
    public async Task<Outcome<ImportedList>> Run(Visitor visitor, ReceivedList received, string? lossesAccepted, CancellationToken ct)
    {
        var admitted = await gate.Admit(visitor, Actions.ReceiveReport, ct);
        if (admitted is not Outcome<Reader>.Done { Value: var reader }) return admitted.Why;
        await using var opened = reader;
        using var bad = new RejectFile(rejects, received.Sha256);
        var surveyed = ListSurvey.Of(received.Set, bad, ct);
        var outcome = surveyed is Outcome<ListSurvey>.Done { Value: var survey } ? await Import(reader, received, survey, bad, lossesAccepted, ct) : surveyed.Why;
        return outcome is Outcome<ImportedList>.Refused refused ? await gate.Refuse(reader, Actions.ReceiveReport, refused.Why, ct) : outcome;
    }

    private async Task<Outcome<ImportedList>> Import(Reader reader, ReceivedList received, ListSurvey survey, RejectFile bad, string? lossesAccepted, CancellationToken ct)
    {
        var standing = await gate.Look(async writer =>
        {
            var records = new ListRecords(writer, clock.Micros());
            return new ListStanding(await records.Find(received.Sha256, ct), await records.Newest(survey.List, ct), await records.Keys(survey.List, ct));
        }, ct);
        if (WhyNot(survey, standing) is { } why) return why;
        if (standing.Lost(survey) is > 0 and var lost)
        {
            if (WhyNot(reader, survey, standing, lost, lossesAccepted) is { } loss) return loss;
            await gate.Record(reader, Actions.AcceptLosses, "", lost, $"{survey.Name}: {lossesAccepted}", ct);
        }
        bad.Keep();
        var work = new ListImportWork(gate, labels, clock, reader, survey);
        var begun = await work.Begin(standing.Same, received, ct);
        return begun is Outcome<ImportRecord>.Done { Value: var import } ? await Go(work, import, received, bad, ct) : begun.Why;
    }

    private async Task<Outcome<ImportedList>> Go(ListImportWork work, ImportRecord import, ReceivedList received, RejectFile bad, CancellationToken ct)
    {
        // By entries, not by chunks: the size of a chunk may have changed since.
        var entries = received.Set.Read(ListSurvey.Limits, ct).Rows().OfType<ListRow.Read>().Select(row => row.Entry).Skip(checked((int)import.Compared));
        foreach (var chunk in Chunks(entries))
        {
            var began = clock.GetTimestamp();
            var done = await work.Chunk(import, chunk, ct);
            if (done is not Outcome<ImportRecord>.Done { Value: var advanced }) return done.Why;
            import = advanced;
            // As long a rest as the lock was held, so that pages are never kept waiting by the next chunk.
            await Task.Delay(clock.GetElapsedTime(began), clock, ct);
        }
        return await work.Finish(import, bad, ct);
    }

    private static Refusal? WhyNot(ListSurvey survey, ListStanding standing)
    {
        var version = survey.Header.Version;
        if (standing.Same is { State: "done" }) return new Refusal("list.held", $"{survey.Name} is already in; nothing was changed.");
        if (standing.Newest is { } newest && version.Length == 0)
            return new Refusal("list.undated", $"Neither the file nor its name says of which day this {survey.List} is, and {newest.Version} is held: give the day with --list-date.");
        if (standing.Newest is { } held && string.CompareOrdinal(version, held.Version) < 0)
            return new Refusal("list.older", $"Version {version} of {survey.List} is older than {held.Version}, which is held.");
        return null;
    }

    private Refusal? WhyNot(Reader reader, ListSurvey survey, ListStanding standing, int lost, string? lossesAccepted)
    {
        if (lossesAccepted is null) return new Refusal("list.losses", $"{survey.Name} lacks {lost:N0} of the {standing.Held.Count:N0} entries held. Look at it; if that is right, import it again with --accept-losses.");
        return gate.Policy.Allows(reader.Standing.Roles, Actions.AcceptLosses)
            ? null
            : new Refusal("role.missing", $"Accepting losses belongs to: {string.Join(", ", gate.Policy.WhoMay(Actions.AcceptLosses))}.");
    }

    private static IEnumerable<IReadOnlyList<ListEntry>> Chunks(IEnumerable<ListEntry> entries)
    {
        var chunk = new List<ListEntry>();
        var values = 0;
        foreach (var entry in entries)
        {
            chunk.Add(entry);
            values += entry.Values.Count;
            if (chunk.Count < ChunkEntries && values < ChunkValues) continue;
            yield return chunk;
            (chunk, values) = ([], 0);
        }
        if (chunk.Count > 0) yield return chunk;
    }

    /// <summary>What is held of a list before a version comes in.</summary>
    private sealed record ListStanding(ImportRecord? Same, ImportRecord? Newest, IReadOnlyCollection<string> Held)
    {
        /// <summary>Entries that the version lacks, where they are so many that a person must look; 0 otherwise.</summary>
        public int Lost(ListSurvey survey)
        {
            // The losses of one that goes on were looked at when it began.
            if (Same is { State: "running" } || !survey.MayWithdraw) return 0;
            var lost = Held.Count(key => !survey.Keys.Contains(key));
            return lost <= Held.Count * LossesNeedAPerson ? 0 : lost;
        }
    }
}

/// <summary>What the import of one version of a list did. entries = added + changed + unchanged + rejected; withdrawn counts entries.</summary>
/// <param name="Entities">Entities made; a changed entry keeps its own.</param>
/// <param name="Complete">Read to its end; only then, and without a reject, may a version withdraw.</param>
/// <param name="Notes">The first of them, word for word.</param>
/// <param name="NoteCount">How many there were.</param>
/// <param name="RejectsFile">Where the rejected records are, with line, field and reason; null without any.</param>
/// <param name="Fault">Why the file could not be read further; what came before it is in.</param>
public sealed record ImportedList(string Format, string List, string Version, long Report, long Entries, long Added, long Changed, long Unchanged, long Rejected, long Withdrawn,
    long Entities, long Statements, bool Complete, IReadOnlyList<ReadingNote> Notes, long NoteCount, string? RejectsFile, ListFault? Fault);
