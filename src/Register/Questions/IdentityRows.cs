using Plumbline.Register.Records;

namespace Plumbline.Register.Questions;

/// <summary>A judgement on two entities, the one with the smaller key first.</summary>
public sealed record JudgementRow(long Key, long Entity, long Other, string Verdict, string Reason, long CurrentLabel, long GivenBy, string GivenByName, long GivenAt, string? WithdrawnByName, long? WithdrawnAt, string? WithdrawnWhy)
{
    /// <summary>Whether it is in force.</summary>
    public bool IsLive => WithdrawnAt is null;

    /// <summary>Whether it is on these two, in any order.</summary>
    public bool IsOn(long one, long other) => (Entity, Other) == (Math.Min(one, other), Math.Max(one, other));
}

/// <summary>The records that a reader sees joined with one.</summary>
/// <param name="Records">Keys, that asked about included, in order.</param>
/// <param name="Lead">The record whose name a person chose for all; null where nobody did.</param>
/// <param name="Judgements">Those that the reader sees on any of them, withdrawn ones included, oldest first.</param>
public sealed record Joined(IReadOnlyList<long> Records, long? Lead, IReadOnlyList<JudgementRow> Judgements);

/// <summary>A judgement that was refused because of what its officer may not see.</summary>
/// <param name="At">UTC microseconds.</param>
public sealed record RefusedJudgement(long One, long Other, string By, long At);

/// <summary>Who is who, by the judgements that this reader sees, through entities that this reader sees: A–H–B does not join A and B for one who may not see H.</summary>
public sealed class IdentityRows(Reader reader)
{
    /// <summary>The code under which a judgement is refused for what its officer may not see.</summary>
    public const string RefusedInGeneral = "identity.contradicts-hidden";

    /// <summary>How long such a refusal waits for somebody who can look into it.</summary>
    private static readonly TimeSpan RefusalsWait = TimeSpan.FromDays(30);

    private const string Columns = """
        j.key, j.entity, j.other, j.verdict, j.reason, j.current_label as CurrentLabel, j.given_by as GivenBy, o.name as GivenByName, j.given_at as GivenAt,
        w.name as WithdrawnByName, j.withdrawn_at as WithdrawnAt, j.withdrawn_why as WithdrawnWhy
        """;

    /// <summary>The records joined with each of these entities; an entity joined with none is left out. Three questions however many there are.</summary>
    public async Task<IReadOnlyDictionary<long, Joined>> Of(IReadOnlyCollection<long> entities, CancellationToken ct)
    {
        var judgements = await Existing(await reader.Ask<JudgementRow>($"""
            with kin as (select k.entity from component c join component k on k.component = c.component where {reader.OneOf("c.entity", "keys")})
            select {Columns} from judgement j join officer o on o.key = j.given_by left join officer w on w.key = j.withdrawn_by
            where j.key in (select l.key from judgement l join kin on kin.entity = l.entity union select l.key from judgement l join kin on kin.entity = l.other)
              and {reader.Sees("j.current_label")} order by j.key
            """, new { keys = reader.Keys(entities) }, ct), ct);
        if (judgements.Count == 0) return new Dictionary<long, Joined>();
        var near = Components.Near(Same(judgements));
        var reached = entities.Distinct().ToDictionary(entity => entity, entity => Components.Reach(near, entity));
        var leads = (await reader.Ask<(long Key, long Entity)>($"select l.key, l.entity from lead_choice l where {reader.OneOf("l.entity", "keys")} order by l.key",
            new { keys = reader.Keys([.. reached.Values.SelectMany(one => one).Distinct()]) }, ct)).AsEnumerable().Reverse().ToList();
        return reached.Select(one => (one.Key, Joined: new Joined([.. one.Value.Order()], Lead(one.Value), [.. judgements.Where(row => one.Value.Contains(row.Entity) || one.Value.Contains(row.Other))])))
            .Where(one => one.Joined.Judgements.Count > 0).ToDictionary(one => one.Key, one => one.Joined);

        long? Lead(HashSet<long> records) => records.Count == 1 ? null : leads.Where(choice => records.Contains(choice.Entity)).Select(choice => (long?)choice.Entity).FirstOrDefault();
    }

    /// <summary>All judgements in force that this reader sees.</summary>
    public async Task<IReadOnlyList<JudgementRow>> Live(CancellationToken ct) => await Existing(await reader.Ask<JudgementRow>($"""
        select {Columns} from judgement j join officer o on o.key = j.given_by left join officer w on w.key = j.withdrawn_by
        where j.withdrawn_at is null and {reader.Sees("j.current_label")} order by j.key
        """, null, ct), ct);

    /// <summary>Judgements by key, withdrawn ones included.</summary>
    public async Task<IReadOnlyList<JudgementRow>> Keyed(IReadOnlyCollection<long> keys, CancellationToken ct) => await Existing(await reader.Ask<JudgementRow>($"""
        select {Columns} from judgement j join officer o on o.key = j.given_by left join officer w on w.key = j.withdrawn_by
        where {reader.OneOf("j.key", "keys")} and {reader.Sees("j.current_label")} order by j.key
        """, new { keys = reader.Keys(keys) }, ct), ct);

    /// <summary>Judgements that were refused in general, between records that this reader sees and of which nobody judged since; newest first, each pair once.</summary>
    /// <param name="now">UTC microseconds; what was refused long before waits for nobody any more.</param>
    public async Task<IReadOnlyList<RefusedJudgement>> Refused(long now, CancellationToken ct)
    {
        var acts = await reader.Ask<(string Objects, string By, long At)>($"""
            select a.objects, o.name, a.at from act a join officer o on o.key = a.officer
            where a.outcome = '{RefusedInGeneral}' and a.at > @since and a.action = 'identity.judge' order by a.at desc, a.key desc
            """, new { since = now - (long)RefusalsWait.TotalMicroseconds }, ct);
        var refused = acts.Select(act => (Ends: Entities(act.Objects), act.By, act.At)).Where(act => act.Ends.Length == 2).Select(act => new RefusedJudgement(act.Ends.Min(), act.Ends.Max(), act.By, act.At)).DistinctBy(one => (one.One, one.Other)).ToList();
        if (refused.Count == 0) return refused;
        var there = (await new EntityRows(reader).Existing([.. refused.SelectMany(one => new[] { one.One, one.Other }).Distinct()], waiting: false, ct)).Select(row => row.Key).ToHashSet();
        var judged = (await Live(ct)).Where(row => row.Verdict != "unsure").ToLookup(row => (row.Entity, row.Other), row => row.GivenAt);
        return [.. refused.Where(one => there.Contains(one.One) && there.Contains(one.Other) && judged[(one.One, one.Other)].All(at => at <= one.At))];
    }

    private static long[] Entities(string objects) => [.. objects.Split(',').Where(one => one.StartsWith("entity:", StringComparison.Ordinal)).Select(one => long.Parse(one.AsSpan("entity:".Length), System.Globalization.CultureInfo.InvariantCulture))];

    /// <summary>The ties among judgements that are in force.</summary>
    public static IEnumerable<(long One, long Other)> Same(IEnumerable<JudgementRow> judgements) =>
        judgements.Where(row => row is { IsLive: true, Verdict: "same" }).Select(row => (row.Entity, row.Other));

    // A judgement on what does not exist for a reader does not exist either.
    private async Task<IReadOnlyList<JudgementRow>> Existing(IReadOnlyList<JudgementRow> rows, CancellationToken ct)
    {
        if (rows.Count == 0) return rows;
        var there = (await new EntityRows(reader).Existing([.. rows.SelectMany(row => new[] { row.Entity, row.Other }).Distinct()], waiting: false, ct)).Select(row => row.Key).ToHashSet();
        return [.. rows.Where(row => there.Contains(row.Entity) && there.Contains(row.Other))];
    }
}
