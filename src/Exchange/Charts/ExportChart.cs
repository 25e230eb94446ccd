using System.Security.Cryptography;
using Plumbline.Core;
using Plumbline.Exchange.Export;
using Plumbline.Intelligence;
using Plumbline.Networks.Charts;
using Plumbline.Register;
using Plumbline.Register.Questions;
using Plumbline.Safeguards;

namespace Plumbline.Exchange.Charts;

/// <summary>A source behind what is on a chart.</summary>
/// <param name="Reference">Report and number of the item, or the list; never a name.</param>
/// <param name="Grade">The item's grade; null where it has none.</param>
/// <param name="Count">How many statements on the chart were drawn from it.</param>
public sealed record ChartSource(string Reference, Grade? Grade, int Count);

/// <summary>What must stand on every copy of a chart that leaves.</summary>
/// <param name="Header">Who took it, when, what for, how to handle it, and the head of the log.</param>
/// <param name="Label">The union of the labels of all that is drawn.</param>
/// <param name="Sources">Every item behind it, by reference.</param>
/// <param name="Part">What may be drawn.</param>
public sealed record LeavingChart(ExportHeader Header, Label Label, IReadOnlyList<ChartSource> Sources, ChartPart Part);

/// <summary>Lets a drawing out through the gate: the act is written before anything leaves, and what its label keeps in keeps the whole drawing in until it is taken off.</summary>
public sealed class ExportChart(Gate gate, Labels labels, Home home, OpenChart open, TimeProvider clock)
{
    private const int MostNamed = 50;
    private const string Print = "print";

    /// <summary>What stands on every print: the red line in a sentence.</summary>
    public const string Notice = "Position in our records, not a person's importance; not grounds for action.";

    /// <summary>The forms in which a chart leaves.</summary>
    public static IReadOnlyList<string> Kinds { get; } = ["svg", "png", Print, "csv", "graphml", "json"];

    /// <summary>Records that a drawing of these entities leaves, and answers what must stand on it.</summary>
    /// <param name="chart">Key; null for one that was never kept.</param>
    /// <param name="entities">The items drawn.</param>
    /// <param name="kind">One of <see cref="Kinds"/>.</param>
    /// <param name="reason">What it is for.</param>
    public async Task<Outcome<LeavingChart>> Run(Visitor visitor, long? chart, IReadOnlyCollection<long> entities, string kind, string reason, CancellationToken ct)
    {
        var admitted = await gate.Admit(visitor, Actions.Export, ct);
        if (admitted is not Outcome<Reader>.Done { Value: var reader }) return admitted.Why;
        await using var opened = reader;
        var made = await Leave(reader, entities, kind, reason, ct);
        if (made is not Outcome<LeavingChart>.Done { Value: var leaving }) return await gate.Refuse(reader, Actions.Export, made.Why, ct);
        await gate.Record(reader, Actions.Export, Objects(chart, entities), entities.Count, $"{kind} of a chart: {reason.Trim()}", ct);
        return leaving;
    }

    /// <summary>Makes the file of a kept chart: <c>svg</c>, <c>csv</c>, <c>graphml</c> or <c>json</c>.</summary>
    /// <param name="language">A tag such as <c>ar</c>.</param>
    public async Task<Outcome<ExportedFile>> File(Visitor visitor, long chart, string kind, string reason, string language, CancellationToken ct)
    {
        var seen = await open.Run(visitor, chart, null, ct);
        if (seen is not Outcome<ChartView>.Done { Value: var view }) return seen.Why;
        var admitted = await gate.Admit(visitor, Actions.Export, ct);
        if (admitted is not Outcome<Reader>.Done { Value: var reader }) return admitted.Why;
        await using var opened = reader;
        if (!ChartFiles.Kinds.Contains(kind)) return await gate.Refuse(reader, Actions.Export, new("chart.kind", $"A chart is written as {string.Join(", ", ChartFiles.Kinds)}."), ct);
        var entities = view.Content.Positions.Keys.ToList();
        var made = await Leave(reader, entities, kind, reason, ct);
        if (made is not Outcome<LeavingChart>.Done { Value: var leaving }) return await gate.Refuse(reader, Actions.Export, made.Why, ct);
        var bytes = new ChartFiles(leaving, view, home.Ids, language).Write(kind);
        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes));
        await gate.Record(reader, Actions.Export, Objects(chart, entities), entities.Count, $"sha256 {hash}: {kind} of a chart: {reason.Trim()}", ct);
        return new ExportedFile($"plumbline-{home.Ids.Show(PublicKind.Chart, chart)}.{kind}", ChartFiles.MediaType(kind), bytes, hash, leaving.Header.Loss);
    }

    private static string Objects(long? chart, IReadOnlyCollection<long> entities) =>
        string.Join(',', (chart is { } key ? (string[])[$"chart:{key}"] : []).Concat(entities.Take(MostNamed).Select(entity => $"entity:{entity}")));

    private async Task<Outcome<LeavingChart>> Leave(Reader reader, IReadOnlyCollection<long> entities, string kind, string reason, CancellationToken ct)
    {
        if (!Kinds.Contains(kind)) return new Refusal("chart.kind", $"A chart leaves as {string.Join(", ", Kinds)}.");
        if (reason.Trim().Length is < 3 or > 400) return ExportEntity.NeedsReason;
        if (entities.Count == 0) return new Refusal("chart.entities", "There is nothing on the chart.");
        var part = await new ChartParts(reader, labels).Of(entities, ct);
        var rows = part.Items.SelectMany(item => item.Statements).Concat(await new StatementRows(reader).Of([.. part.Ties.SelectMany(tie => tie.Tie.Ends).Select(end => end.Key)], ct)).Where(row => row.IsLive).ToList();
        var (views, _) = await new CitedStatements(reader, labels).Of(rows, ct);
        var today = DateOnly.FromDayNumber(clock.Today());
        // A sensitive property is not drawn; what else a rule keeps in could be read off the drawing. A print is a page on paper under its banner, as any page's:
        // it is an act with its reason, and no release.
        var kept = views.Select(view => (view.Row.Entity, Rule: ReleaseRules.WhyNot(view, today)))
            .Concat(part.Items.Select(item => (Entity: item.Key, Rule: ReleaseRules.WhyNot(item.Joins, today)))).Where(one => one.Rule is not (null or "withdrawn" or "sensitive")).ToList();
        if (kind != Print && kept.Count > 0)
            return new Refusal("chart.kept-in", $"{kept.Select(one => one.Entity).Distinct().Count()} of what is drawn may not leave: {string.Join(" ", ReleaseRules.Count(kept.Select(one => one.Rule!)).Select(left => left.Words))} Take off the chart: {string.Join(", ", kept.Select(one => one.Entity).Distinct().Take(5).Select(key => home.Ids.Show(PublicKind.Entity, key)))}.");
        // What joins two records is shown by drawing one.
        var label = Label.Combine(views.Select(view => view.Label).Concat(part.Items.Select(item => item.Joins)));
        var header = await new ExportHeaders(gate, home, clock).For(reader, "chart", reason.Trim(), label, new LossNote([], ["The drawing shows captions, four attributes and grades; all else stays in the register."]), ct);
        var sources = views.GroupBy(view => view.Item.Key).Select(group => new ChartSource(Reference(group.First().Item), group.First().Grade, group.Count())).OrderBy(source => source.Reference, StringComparer.Ordinal);
        return new LeavingChart(header, label, [.. sources], part);
    }

    private string Reference(CitedItem item) => item.List is { } list ? $"LIST · {list}" : $"{home.Ids.Show(PublicKind.Report, item.Report)}/{item.Number}";
}
