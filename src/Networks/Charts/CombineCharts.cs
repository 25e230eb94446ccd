using Plumbline.Core;
using Plumbline.Safeguards;

namespace Plumbline.Networks.Charts;

/// <summary>Two charts on one sheet, not kept yet.</summary>
/// <param name="Content">The first as it was, and what the second adds: what stands on both is one and keeps the place of the first.</param>
/// <param name="Part">All items on it and the ties among them, as they are now.</param>
/// <param name="Shared">How many items stand on both.</param>
/// <param name="Added">How many the second adds.</param>
public sealed record CombinedCharts(ChartContent Content, ChartPart Part, int Shared, int Added);

/// <summary>Puts one kept chart on top of another. Items are matched by record; neither chart is changed.</summary>
public sealed class CombineCharts(OpenChart open, ExpandOnChart expand, KeepChart keep, PublicIds ids)
{
    /// <summary>The two on one sheet.</summary>
    /// <returns>Refused with <c>chart.itself</c>, and as opening a chart is.</returns>
    public async Task<Outcome<CombinedCharts>> Run(Visitor visitor, long first, long second, CancellationToken ct)
    {
        if (first == second) return new Refusal("chart.itself", "Choose another chart than this one.");
        var one = await open.Run(visitor, first, null, ct);
        if (one is not Outcome<ChartView>.Done { Value: var below }) return one.Why;
        var other = await open.Run(visitor, second, null, ct);
        if (other is not Outcome<ChartView>.Done { Value: var above }) return other.Why;
        var content = below.Content.With(above.Content, ids);
        if (ChartContent.Read(content.ToString(), ids) is Outcome<ChartContent>.Refused { Reason: var large }) return large;
        var read = await expand.Again(visitor, [.. content.Positions.Keys], [], ct);
        if (read is not Outcome<ChartPart>.Done { Value: var part }) return read.Why;
        var shared = below.Part.Items.Select(item => item.Key).Intersect(above.Part.Items.Select(item => item.Key)).Count();
        return new CombinedCharts(content, part, shared, part.Items.Count - below.Part.Items.Count);
    }

    /// <summary>Keeps the two as a new chart.</summary>
    public async Task<Outcome<KeptChart>> Keep(Visitor visitor, long first, long second, string title, CancellationToken ct)
    {
        var combined = await Run(visitor, first, second, ct);
        return combined is Outcome<CombinedCharts>.Done { Value: var done } ? await keep.New(visitor, title, done.Content.ToString(), ct) : combined.Why;
    }
}
