using Plumbline.Core;
using Plumbline.Intelligence;
using Plumbline.Register;
using Plumbline.Register.Questions;
using Plumbline.Register.Search;
using Plumbline.Safeguards;

namespace Plumbline.Exchange.Export;

/// <summary>Exports what a search found: items with their text, and entities by the statement that matched.</summary>
public sealed class ExportFound(Gate gate, Labels labels, SearchIndex index, Home home, TimeProvider clock)
{
    /// <summary>Searches and makes the file.</summary>
    /// <param name="question">At most 200 of each kind leave at once.</param>
    /// <param name="reason">What it is for; asked for each export and kept in the audit log.</param>
    public async Task<Outcome<ExportedFile>> Run(Visitor visitor, FindQuestion question, ExportFormat format, string reason, CancellationToken ct)
    {
        var admitted = await gate.Admit(visitor, Actions.Export, ct);
        if (admitted is not Outcome<Reader>.Done { Value: var reader }) return admitted.Why;
        await using var opened = reader;
        if (string.IsNullOrWhiteSpace(reason)) return await gate.Refuse(reader, Actions.Export, ExportEntity.NeedsReason, ct);
        var searched = await new Find(gate, labels, index).In(reader, question, ct);
        if (searched is not Outcome<Found>.Done { Value: var found }) return await gate.Refuse(reader, Actions.Export, searched.Why, ct);
        var today = DateOnly.FromDayNumber(clock.Today());
        var rows = new ExportRows(home.Ids);
        List<string> kept = [];
        List<(ItemRow Item, Label Label)> items = [];
        foreach (var one in found.Items)
        {
            var label = await labels.Of(one.Item.CurrentLabel, ct);
            if ((ReleaseRules.WhyNot(label, today) ?? (GradingRules.CustodyBar(one.Item) is null ? null : "custody")) is { } rule) kept.Add(rule);
            else items.Add((one.Item, label));
        }
        var entities = found.Entities.SelectMany(one => one.All).Where(one => May(one.Statement)).ToList();
        if (items.Count + entities.Count == 0) return await gate.Refuse(reader, Actions.Export, new("export.nothing-leaves", "Nothing was found that may leave."), ct);
        string[] cut = found.IsCut ? [$"{found.ReportTotal} reports and {found.EntityTotal} entities match; the first {question.Most} of each are in this file."] : [];
        var union = Label.Combine(items.Select(one => one.Label).Concat(entities.Select(one => one.Statement.Label)));
        var header = await new ExportHeaders(gate, home, clock).For(reader, "search", reason, union, new LossNote(ReleaseRules.Count(kept), [.. ExportWriter.Loses(format), .. cut]), ct);
        var leaving = entities.Select(one => new LeavingEntity(one.Entity with { Caption = EntityCaption.Of(one.Entity.Type, [one.Statement.Row]) }, [], [one.Statement], [], [])).ToList();
        var file = ExportWriter.Write(new ExportDocument(header, [.. leaving.Select(one => one.Json(rows))], [.. items.Select(one => rows.Json(one.Item, one.Label))],
            [.. items.Select(one => rows.Row(one.Item, one.Label)), .. leaving.SelectMany(one => one.Rows(rows))]), format, $"plumbline-search-{clock.GetUtcNow():yyyyMMdd-HHmmss}");
        await gate.Record(reader, Actions.Export, string.Join(',', items.Select(one => $"item:{one.Item.Key}").Concat(entities.Select(one => $"statement:{one.Statement.Row.Key}"))),
            items.Count + entities.Count, $"sha256 {file.Sha256}: {reason} · {question.Text}", ct);
        return file;

        bool May(CitedStatement view)
        {
            if (ReleaseRules.WhyNot(view, today) is not { } rule) return true;
            kept.Add(rule);
            return false;
        }
    }
}
