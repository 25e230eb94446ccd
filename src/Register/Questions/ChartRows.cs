namespace Plumbline.Register.Questions;

/// <summary>A chart as its list shows it.</summary>
/// <param name="Version">Number of the newest version; 1 is the first.</param>
/// <param name="Members">How many items stand on it.</param>
public sealed record ChartRow(long Key, string Title, long? CaseKey, long CreatedBy, string CreatedByName, long CreatedAt, long Version, long Members, long KeptBy, string KeptByName, long KeptAt, long CurrentLabel);

/// <summary>One version of a chart with what was drawn, JSON.</summary>
public sealed record ChartVersionRow(long Chart, long Number, string Content, long Members, long KeptBy, string KeptByName, long KeptAt, long CurrentLabel);

/// <summary>When somebody last took note of an entity on a chart.</summary>
public sealed record ChartSeenRow
{
    /// <summary>Key.</summary>
    public long Entity { get; init; }

    /// <summary>UTC microseconds.</summary>
    public long SeenAt { get; init; }
}

/// <summary>When what is said of an entity last changed, as far as the reader sees it.</summary>
public sealed record ChangedRow
{
    /// <summary>Key of the entity or link.</summary>
    public long Entity { get; init; }

    /// <summary>UTC microseconds.</summary>
    public long ChangedAt { get; init; }
}

/// <summary>A label among what is said of an entity.</summary>
public sealed record LabelledRow(long Entity, long Label);

/// <summary>A plan kept with a chart.</summary>
/// <param name="Persons">Keys, comma-separated, in rising order.</param>
/// <param name="Assumptions">JSON.</param>
public sealed record PlanRow(long Key, long Chart, string Title, string Persons, string Assumptions, string Harm, string Legality, long KeptBy, string KeptByName, long KeptAt, long CurrentLabel);

/// <summary>Which charts does this reader see? Those of the case worked in, and one's own that belong to no case, as far as the label of the newest version allows.</summary>
public sealed class ChartRows(Reader reader)
{
    private const string Columns = """
        c.key, c.title, c.case_key as CaseKey, c.created_by as CreatedBy, a.name as CreatedByName, c.created_at as CreatedAt, c.version, v.members, v.kept_by as KeptBy, b.name as KeptByName, v.kept_at as KeptAt, c.current_label as CurrentLabel
        from chart c join chart_version v on v.chart = c.key and v.number = c.version join officer a on a.key = c.created_by join officer b on b.key = v.kept_by
        """;

    private const string Own = "(c.case_key = @working or (c.case_key is null and c.created_by = @me))";

    /// <summary>The last kept first.</summary>
    public Task<IReadOnlyList<ChartRow>> All(long most, CancellationToken ct) => reader.Ask<ChartRow>($"""
        select {Columns} where {Own} and {reader.Sees("c.current_label")} order by v.kept_at desc, c.key desc limit @most
        """, new { working = reader.Standing.Case ?? 0, me = reader.Standing.Officer, most }, ct);

    /// <summary>A chart by key.</summary>
    public async Task<ChartRow?> Of(long key, CancellationToken ct) => (await reader.Ask<ChartRow>($"""
        select {Columns} where c.key = @key and {Own} and {reader.Sees("c.current_label")}
        """, new { key, working = reader.Standing.Case ?? 0, me = reader.Standing.Officer }, ct)).FirstOrDefault();

    /// <summary>A version of a chart that may be seen.</summary>
    public async Task<ChartVersionRow?> Version(long chart, long number, CancellationToken ct) => (await reader.Ask<ChartVersionRow>($"""
        select v.chart, v.number, v.content, v.members, v.kept_by as KeptBy, o.name as KeptByName, v.kept_at as KeptAt, v.current_label as CurrentLabel
        from chart_version v join chart c on c.key = v.chart join officer o on o.key = v.kept_by
        where v.chart = @chart and v.number = @number and {Own} and {reader.Sees("v.current_label")} and {reader.Sees("c.current_label")}
        """, new { chart, number, working = reader.Standing.Case ?? 0, me = reader.Standing.Officer }, ct)).FirstOrDefault();

    /// <summary>The number of the version that was the newest before a moment; null where there was none. The caller has seen the chart.</summary>
    /// <param name="before">UTC microseconds.</param>
    public async Task<long?> NumberAt(long chart, long before, CancellationToken ct) => (await reader.Ask<long>($"""
        select v.number from chart_version v join chart c on c.key = v.chart where v.chart = @chart and v.kept_at < @before and {reader.Sees("v.current_label")} and {reader.Sees("c.current_label")} order by v.number desc limit 1
        """, new { chart, before }, ct)) is [var number] ? number : null;

    /// <summary>When each of these was last taken note of on a chart; the caller has seen the chart.</summary>
    public Task<IReadOnlyList<ChartSeenRow>> Seen(long chart, CancellationToken ct) => reader.Ask<ChartSeenRow>($"""
        select n.entity, max(n.seen_at) as SeenAt from chart_seen n join chart c on c.key = n.chart where n.chart = @chart and {reader.Sees("c.current_label")} group by n.entity order by n.entity
        """, new { chart }, ct);

    /// <summary>When what is said of these, links among them, last changed; an entity of which nothing may be seen is left out.</summary>
    public Task<IReadOnlyList<ChangedRow>> Changed(IReadOnlyCollection<long> entities, CancellationToken ct) => reader.Ask<ChangedRow>($"""
        select s.entity, max(coalesce(s.withdrawn_at, s.accepted_at, s.recorded_at)) as ChangedAt
        from statement s where {reader.OneOf("s.entity", "keys")} and s.waiting = 0 and {reader.Sees("s.current_label")} group by s.entity order by s.entity
        """, new { keys = reader.Keys(entities) }, ct);

    /// <summary>The labels of what is said of these, links among them; who is not there is not seen.</summary>
    public Task<IReadOnlyList<LabelledRow>> Labelled(IReadOnlyCollection<long> entities, CancellationToken ct) => reader.Ask<LabelledRow>($"""
        select distinct s.entity, s.current_label as Label from statement s where {reader.OneOf("s.entity", "keys")} and s.waiting = 0 and {reader.Sees("s.current_label")} order by s.entity, s.current_label
        """, new { keys = reader.Keys(entities) }, ct);

    /// <summary>When an item behind these was last given a grade that holds.</summary>
    public Task<IReadOnlyList<ChangedRow>> Regraded(IReadOnlyCollection<long> entities, CancellationToken ct) => reader.Ask<ChangedRow>($"""
        select s.entity, max(g.given_at) as ChangedAt from statement s join grading g on g.item = s.item and g.step in ('confirmed', 'regraded')
        where {reader.OneOf("s.entity", "keys")} and s.waiting = 0 and {reader.Sees("s.current_label")} group by s.entity order by s.entity
        """, new { keys = reader.Keys(entities) }, ct);

    /// <summary>Plans kept with a chart, oldest first.</summary>
    public Task<IReadOnlyList<PlanRow>> Plans(long chart, CancellationToken ct) => reader.Ask<PlanRow>($"""
        select p.key, p.chart, p.title, p.persons, p.assumptions, p.harm, p.legality, p.kept_by as KeptBy, o.name as KeptByName, p.kept_at as KeptAt, p.current_label as CurrentLabel
        from disruption_plan p join officer o on o.key = p.kept_by join chart c on c.key = p.chart where p.chart = @chart and {reader.Sees("p.current_label")} and {reader.Sees("c.current_label")} order by p.key
        """, new { chart }, ct);
}
