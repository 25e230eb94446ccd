using Plumbline.Core;
using Plumbline.Register;
using Plumbline.Register.Questions;
using Plumbline.Safeguards;

namespace Plumbline.Networks.Charts;

/// <summary>A chart as one reader sees it.</summary>
/// <param name="Row">Title, case and who kept it.</param>
/// <param name="Number">Which version this is.</param>
/// <param name="Content">What was drawn, without items that the reader does not see.</param>
/// <param name="Part">The items on it and the ties among them, as they are now, with marks.</param>
/// <param name="Label">The union of the labels of all that is shown.</param>
/// <param name="NotThere">How many that stood on it are not there any more, for this reader.</param>
public sealed record ChartView(ChartRow Row, long Number, ChartContent Content, ChartPart Part, Label Label, int NotThere);

/// <summary>Shows charts; hidden and absent are the same refusal.</summary>
public sealed class OpenChart(Gate gate, Labels labels, PublicIds ids)
{
    /// <summary>How many are listed; the page says so where there are as many.</summary>
    public const int Most = 500;

    internal static Refusal NoSuch { get; } = new("chart.unknown", "There is no such chart.");

    /// <summary>The charts of the case worked in and one's own without a case, the last kept first.</summary>
    public async Task<Outcome<IReadOnlyList<ChartRow>>> All(Visitor visitor, CancellationToken ct)
    {
        var admitted = await gate.Admit(visitor, Actions.ReadChart, ct);
        if (admitted is not Outcome<Reader>.Done { Value: var reader }) return admitted.Why;
        await using var opened = reader;
        var rows = await new ChartRows(reader).All(Most, ct);
        await gate.Record(reader, Actions.ReadChart, string.Join(',', rows.Take(50).Select(row => $"chart:{row.Key}")), rows.Count, "list", ct);
        return new Outcome<IReadOnlyList<ChartRow>>.Done(rows);
    }

    /// <summary>A chart.</summary>
    /// <param name="number">Which version; null for the newest.</param>
    public async Task<Outcome<ChartView>> Run(Visitor visitor, long chart, long? number, CancellationToken ct)
    {
        var admitted = await gate.Admit(visitor, Actions.ReadChart, ct);
        if (admitted is not Outcome<Reader>.Done { Value: var reader }) return admitted.Why;
        await using var opened = reader;
        var rows = new ChartRows(reader);
        if (await rows.Of(chart, ct) is not { } row || await Content(rows, row, number ?? row.Version, ct) is not { } content) return await gate.Refuse(reader, Actions.ReadChart, NoSuch, ct);
        var seen = (await rows.Seen(chart, ct)).ToDictionary(one => one.Entity, one => one.SeenAt);
        var part = await new ReadItems(reader, labels).Of([.. content.Positions.Keys], [], seen, ct);
        var leads = part.Items.SelectMany(item => item.Records.Select(record => (record, item.Key))).ToDictionary(one => one.record, one => one.Key);
        var tied = part.Ties.Select(tie => tie.Tie.Link).ToHashSet();
        await gate.Record(reader, Actions.ReadChart, $"chart:{chart}", part.Items.Count, $"version {number ?? row.Version}", ct);
        var only = content.Only(leads.ContainsKey, tied.Contains, ids);
        return new ChartView(row, number ?? row.Version, only.Led(key => leads[key], ids), part, part.Label, content.Positions.Count - only.Positions.Count);
    }

    private async Task<ChartContent?> Content(ChartRows rows, ChartRow row, long number, CancellationToken ct) =>
        await rows.Version(row.Key, number, ct) is { } version && ChartContent.Read(version.Content, ids) is Outcome<ChartContent>.Done { Value: var content } ? content : null;
}
