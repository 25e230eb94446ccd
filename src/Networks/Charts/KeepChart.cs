using Plumbline.Core;
using Plumbline.Register;
using Plumbline.Register.Questions;
using Plumbline.Register.Records;
using Plumbline.Safeguards;

namespace Plumbline.Networks.Charts;

/// <summary>What was kept.</summary>
/// <param name="Version">Number of the version.</param>
/// <param name="Label">How the chart must be handled now.</param>
public sealed record KeptChart(long Key, long Version, DateTimeOffset At, Label Label);

/// <summary>Keeps charts: every version whole, with the label of all that stands on it. What the officer does not see is not kept.</summary>
public sealed class KeepChart(Gate gate, Labels labels, PublicIds ids, TimeProvider clock)
{
    private const int LongestTitle = 120;

    /// <summary>Keeps a new chart; it belongs to the case worked in, or to the officer where there is none.</summary>
    public Task<Outcome<KeptChart>> New(Visitor visitor, string title, string content, CancellationToken ct) => Keep(visitor, null, 0, title, content, ct);

    /// <summary>Keeps the next version; refused with <c>chart.moved</c> when a colleague kept one meanwhile.</summary>
    /// <param name="seen">Number of the version that was changed.</param>
    /// <param name="title">A new title; null to leave it.</param>
    public Task<Outcome<KeptChart>> Next(Visitor visitor, long chart, long seen, string? title, string content, CancellationToken ct) => Keep(visitor, chart, seen, title, content, ct);

    /// <summary>Takes note of what changed on a chart: its marks go.</summary>
    /// <param name="entities">Items and links; null for all.</param>
    public async Task<Outcome<long>> Accept(Visitor visitor, long chart, IReadOnlyCollection<long>? entities, CancellationToken ct)
    {
        var admitted = await gate.Admit(visitor, Actions.KeepChart, ct);
        if (admitted is not Outcome<Reader>.Done { Value: var reader }) return admitted.Why;
        await using var opened = reader;
        var rows = new ChartRows(reader);
        if (await rows.Of(chart, ct) is not { } row || await rows.Version(chart, row.Version, ct) is not { } version) return await gate.Refuse(reader, Actions.KeepChart, OpenChart.NoSuch, ct);
        if (ChartContent.Read(version.Content, ids) is not Outcome<ChartContent>.Done { Value: var content }) return await gate.Refuse(reader, Actions.KeepChart, OpenChart.NoSuch, ct);
        var on = content.Positions.Keys.Concat(content.Ties).ToHashSet();
        List<long> noted = [.. entities is null ? on : on.Intersect(entities)];
        return await gate.Perform(reader, Actions.KeepChart, async writer =>
        {
            await new ChartRecords(writer, clock.Micros(), visitor.Officer).See(chart, noted, ct);
            return new Written<long>(noted.Count, $"chart:{chart}", noted.Count, "took note");
        }, ct);
    }

    private async Task<Outcome<KeptChart>> Keep(Visitor visitor, long? chart, long seen, string? title, string json, CancellationToken ct)
    {
        var admitted = await gate.Admit(visitor, Actions.KeepChart, ct);
        if (admitted is not Outcome<Reader>.Done { Value: var reader }) return admitted.Why;
        await using var opened = reader;
        var rows = new ChartRows(reader);
        var held = chart is { } known ? await rows.Of(known, ct) : null;
        if (chart is not null && held is null) return await gate.Refuse(reader, Actions.KeepChart, OpenChart.NoSuch, ct);
        if ((title is null && chart is null) || title?.Trim() is { Length: 0 or > LongestTitle }) return await gate.Refuse(reader, Actions.KeepChart, new("chart.title", $"Give the chart a title of 1 to {LongestTitle} characters."), ct);
        if (ChartContent.Read(json, ids) is not Outcome<ChartContent>.Done { Value: var whole } read) return await gate.Refuse(reader, Actions.KeepChart, ChartContent.Read(json, ids).Why, ct);
        var said = (await rows.Labelled([.. whole.Positions.Keys, .. whole.Ties], ct)).ToLookup(row => row.Entity, row => row.Label);
        var content = whole.Only(said.Contains, said.Contains, ids);
        // Never looser than it was: the title and the notes may speak of what was taken off.
        var drawn = content.Positions.Keys.Concat(content.Ties).SelectMany(key => said[key]);
        var same = await SameRecords.Of(reader, [.. content.Positions.Keys], ct);
        var joins = same.Leads(content.Positions.Keys).SelectMany(same.Judgements).Select(row => row.CurrentLabel);
        var label = await labels.Union(drawn.Concat(joins).Concat(held is null ? [] : [held.CurrentLabel]), ct);
        var before = chart is { } old ? (await rows.Seen(old, ct)).Select(row => row.Entity).ToHashSet() : [];
        var now = clock.Micros();
        return await gate.Perform(reader, Actions.KeepChart, async writer =>
        {
            var version = new NewChartVersion(content.ToString(), content.Positions.Count, await labels.Intern(writer, label, ct));
            var records = new ChartRecords(writer, now, visitor.Officer);
            var key = chart ?? await records.Add(title!.Trim(), reader.Standing.Case, version, ct);
            var number = chart is null ? 1 : await records.Next(key, seen, title?.Trim(), version, ct);
            if (number is not { } kept) return new Written<KeptChart>(Moved);
            await records.See(key, [.. content.Positions.Keys.Concat(content.Ties).Where(entity => !before.Contains(entity)).Distinct()], ct);
            return new Written<KeptChart>(new KeptChart(key, kept, Clock.FromMicros(now), label), $"chart:{key}", content.Positions.Count, $"version {kept}");
        }, ct);
    }

    private static Refusal Moved { get; } = new("chart.moved", "A colleague kept another version meanwhile: open it, and bring your changes in.");
}
