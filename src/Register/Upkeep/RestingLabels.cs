namespace Plumbline.Register.Upkeep;

/// <summary>Finds judgements, nominations, candidates, charts and plans that are held more loosely than what they rest on, and makes them as strict.</summary>
/// <remarks>A chart rests on the items that told of what stood on it when their labels became stricter, and is never looser than its versions. Can be stopped and run again at any moment.</remarks>
public sealed class RestingLabels(RegisterStore store, Labels labels)
{
    // The two ways in which an item tells of a chart, as they are when it is labelled: by what it says of somebody on it, and by what joins records on it.
    private static readonly string[] Labelled =
    [
        "from labelling l join statement s on s.item = l.subject and s.recorded_at <= l.given_at join chart_seen n on n.entity = s.entity and n.seen_at <= l.given_at",
        "from labelling l join judgement_item t on t.item = l.subject join judgement j on j.key = t.judgement and j.verdict = 'same' and j.given_at <= l.given_at join chart_seen n on n.entity in (j.entity, j.other) and n.seen_at <= l.given_at",
    ];

    private static readonly (string Table, string Sql)[] Questions =
    [
        ("judgement", "select distinct j.key, j.current_label as Held, i.current_label as Due from judgement j join judgement_item t on t.judgement = j.key join item i on i.key = t.item"),
        ("nomination", "select distinct o.key, o.current_label as Held, i.current_label as Due from nomination o join nomination_item t on t.nomination = o.key join item i on i.key = t.item"),
        ("candidate", """
            select distinct c.key, c.current_label as Held, l.label as Due from labelling l join statement s on s.item = l.subject join candidate c on s.entity in (c.entity, c.subject)
            where l.what = 'item' and coalesce(c.compared_at, 0) <= l.given_at
            """),
        .. Labelled.SelectMany(labelled => ((string, string)[])
        [
            ("chart_version", $"select distinct v.key, v.current_label as Held, l.label as Due {labelled} join chart_version v on v.chart = n.chart and v.kept_at <= l.given_at where l.what = 'item'"),
            ("disruption_plan", $"select distinct p.key, p.current_label as Held, l.label as Due {labelled} join disruption_plan p on p.chart = n.chart and p.kept_at <= l.given_at where l.what = 'item'"),
            ("chart", $"select distinct c.key, c.current_label as Held, l.label as Due {labelled} join chart c on c.key = n.chart where l.what = 'item'"),
        ]),
        ("chart", "select distinct c.key, c.current_label as Held, v.current_label as Due from chart c join chart_version v on v.chart = c.key"),
    ];

    /// <summary>Looks at all, and puts right where asked to.</summary>
    /// <returns>How many were held too loosely.</returns>
    public async Task<long> Run(bool repair, CancellationToken ct)
    {
        await using var writer = await (repair ? Writer.Begin(store, ct) : Writer.BeginLook(store, ct));
        HashSet<(string, long)> found = [];
        foreach (var (table, sql) in Questions)
        {
            foreach (var row in (await writer.Query<RestingRow>(sql, null, ct)).GroupBy(row => (row.Key, row.Held)))
            {
                var held = await labels.Of(row.Key.Held, ct);
                var due = held;
                foreach (var one in row) due = due.Combine(await labels.Of(one.Due, ct));
                if (due.ToString() == held.ToString()) continue;
                found.Add((table, row.Key.Key));
                if (repair) await writer.Execute($"update {table} set current_label = @label where key = @key", new { label = await labels.Intern(writer, due, ct), key = row.Key.Key }, ct);
            }
        }
        if (repair) await writer.Commit(ct);
        return found.Count;
    }

    private sealed record RestingRow(long Key, long Held, long Due);
}
