using Plumbline.Core;
using Plumbline.Intelligence;
using Plumbline.Register;
using Plumbline.Safeguards;

namespace Plumbline.Exchange.Export;

/// <summary>Exports what an officer sees of one entity, with all records that people judged to be it. What a rule keeps in is counted by rule; the act holds the hash of the file.</summary>
public sealed class ExportEntity(Gate gate, Labels labels, Home home, TimeProvider clock)
{
    /// <summary>Makes the file; hidden and absent are the same refusal.</summary>
    /// <param name="reason">What it is for; asked for each export and kept in the audit log.</param>
    public async Task<Outcome<ExportedFile>> Run(Visitor visitor, long entity, ExportFormat format, string reason, CancellationToken ct)
    {
        var admitted = await gate.Admit(visitor, Actions.Export, ct);
        if (admitted is not Outcome<Reader>.Done { Value: var reader }) return admitted.Why;
        await using var opened = reader;
        if (string.IsNullOrWhiteSpace(reason)) return await gate.Refuse(reader, Actions.Export, NeedsReason, ct);
        if (await new EntityPictures(gate, labels).Whole(reader, entity, ct) is not { } picture)
            return await gate.Refuse(reader, Actions.Export, new("entity.unknown", "There is no such entity."), ct);
        var rows = new ExportRows(home.Ids);
        Dictionary<long, Label> judged = [];
        foreach (var row in picture.Judgements) judged[row.Key] = await labels.Of(row.CurrentLabel, ct);
        var leaving = LeavingEntity.Of(picture, judged, DateOnly.FromDayNumber(clock.Today()));
        if (leaving.Own.Count == 0)
            return await gate.Refuse(reader, Actions.Export, new("export.nothing-leaves", $"Nothing of it may leave: {string.Join(" ", leaving.Kept.Select(left => left.Words))}"), ct);
        var header = await new ExportHeaders(gate, home, clock).For(reader, "entity", reason, leaving.Label, new LossNote(leaving.Kept, ExportWriter.Loses(format)), ct);
        var file = ExportWriter.Write(new ExportDocument(header, [leaving.Json(rows)], [], leaving.Rows(rows)), format, $"plumbline-{rows.Id(PublicKind.Entity, entity)}");
        var statements = leaving.Statements.ToList();
        await gate.Record(reader, Actions.Export, string.Join(',', statements.Select(view => $"statement:{view.Row.Key}").Prepend(string.Join(',', leaving.Records.Append(entity).Distinct().Select(record => $"entity:{record}")))), statements.Count, $"sha256 {file.Sha256}: {reason}", ct);
        return file;
    }

    internal static Refusal NeedsReason { get; } = new("export.needs-reason", "Say what the export is for.");
}
