namespace Plumbline.Register.Records;

/// <summary>What of a chart is about to be kept.</summary>
/// <param name="Content">JSON, as it was drawn.</param>
/// <param name="Members">How many items stand on it.</param>
/// <param name="Label">Key of the union of all that is on it.</param>
public sealed record NewChartVersion(string Content, long Members, long Label);

/// <summary>A plan about to be kept with a chart; see the columns of <c>disruption_plan</c>.</summary>
public sealed record NewPlan(long Chart, string Title, string Persons, string Assumptions, string Harm, string Legality, long Label);

/// <summary>Writes charts, their versions, what was taken note of, and plans.</summary>
/// <param name="now">UTC microseconds.</param>
/// <param name="by">Key of the officer.</param>
public sealed class ChartRecords(Writer writer, long now, long by)
{
    /// <summary>Keeps a new chart with its first version; returns its key.</summary>
    public async Task<long> Add(string title, long? caseKey, NewChartVersion first, CancellationToken ct)
    {
        var key = await writer.TakeKeys("chart", 1, ct);
        await writer.Execute("insert into chart (key, title, case_key, created_by, created_at, version, current_label) values (@key, @title, @caseKey, @by, @now, 1, @Label)",
            new { key, title, caseKey, by, now, first.Label }, ct);
        await Keep(key, 1, first, ct);
        return key;
    }

    /// <summary>Keeps the next version, if the chart still stands where the officer saw it.</summary>
    /// <param name="seen">Number of the version that was changed.</param>
    /// <param name="title">A new title; null to leave it.</param>
    /// <returns>The number; null, with nothing done, when a colleague was faster.</returns>
    public async Task<long?> Next(long chart, long seen, string? title, NewChartVersion version, CancellationToken ct)
    {
        if (await writer.Execute("update chart set version = version + 1, title = coalesce(@title, title), current_label = @Label where key = @chart and version = @seen", new { chart, seen, title, version.Label }, ct) == 0) return null;
        await Keep(chart, seen + 1, version, ct);
        return seen + 1;
    }

    /// <summary>Keeps that these were taken note of now.</summary>
    public async Task See(long chart, IReadOnlyCollection<long> entities, CancellationToken ct)
    {
        if (entities.Count == 0) return;
        var first = await writer.TakeKeys("chart_seen", entities.Count, ct);
        await BulkRows.Insert(writer, "chart_seen", ["key", "chart", "entity", "seen_at", "seen_by"], entities.Order().Select((entity, n) => new object?[] { first + n, chart, entity, now, by }), ct);
    }

    /// <summary>Keeps a plan.</summary>
    public async Task<long> Plan(NewPlan plan, CancellationToken ct)
    {
        var key = await writer.TakeKeys("disruption_plan", 1, ct);
        await writer.Execute("""
            insert into disruption_plan (key, chart, title, persons, assumptions, harm, legality, kept_by, kept_at, current_label)
            values (@key, @Chart, @Title, @Persons, @Assumptions, @Harm, @Legality, @by, @now, @Label)
            """, new { key, plan.Chart, plan.Title, plan.Persons, plan.Assumptions, plan.Harm, plan.Legality, by, now, plan.Label }, ct);
        return key;
    }

    private async Task Keep(long chart, long number, NewChartVersion version, CancellationToken ct)
    {
        var key = await writer.TakeKeys("chart_version", 1, ct);
        await writer.Execute("""
            insert into chart_version (key, chart, number, content, members, kept_by, kept_at, current_label) values (@key, @chart, @number, @Content, @Members, @by, @now, @Label)
            """, new { key, chart, number, version.Content, version.Members, by, now, version.Label }, ct);
    }
}
