namespace Plumbline.Register.Records;

/// <summary>A judgement about to be given. Of the two entities, in any order, one exists and so does the other.</summary>
/// <param name="Verdict"><c>same</c>, <c>different</c> or <c>unsure</c>.</param>
/// <param name="Label">Effective label; never looser than that of the items.</param>
/// <param name="Items">Keys of the items that it rests on.</param>
public sealed record NewJudgement(long One, long Other, string Verdict, string Reason, long Label, IReadOnlyCollection<long> Items);

/// <summary>Writes judgements and keeps the components of all of them. Make one with <see cref="Alone"/>: judgement acts wait for one another.</summary>
public sealed class IdentityRecords
{
    // Any number that no other lock of the register has.
    private const long Lock = 0x504C_4944;
    private readonly Writer writer;
    private readonly long now, by;

    private IdentityRecords(Writer writer, long now, long by) => (this.writer, this.now, this.by) = (writer, now, by);

    /// <summary>Waits until no other judgement act is under way; this one then is, until its transaction ends.</summary>
    /// <param name="now">UTC microseconds.</param>
    /// <param name="by">Key of the officer.</param>
    public static async Task<IdentityRecords> Alone(Writer writer, long now, long by, CancellationToken ct)
    {
        // On SQLite the transaction holds the only write lock already.
        if (writer.Dialect == Dialect.Postgres) await writer.Execute("select pg_advisory_xact_lock(@Lock)", new { Lock }, ct);
        return new IdentityRecords(writer, now, by);
    }

    /// <summary>Keys of the judgements "different" between what is joined with one and what is joined with the other, oldest first.</summary>
    public async Task<IReadOnlyList<long>> Apart(long one, long other, CancellationToken ct)
    {
        var (small, large) = await BySize(await ComponentOf(one, ct), await ComponentOf(other, ct), ct);
        return await writer.Query<long>("""
            select j.key from component c join judgement j on j.entity = c.entity join component o on o.entity = j.other
            where c.component = @small and o.component = @large and j.verdict = 'different' and j.withdrawn_at is null
            union
            select j.key from component c join judgement j on j.other = c.entity join component o on o.entity = j.entity
            where c.component = @small and o.component = @large and j.verdict = 'different' and j.withdrawn_at is null
            order by 1
            """, new { small, large }, ct);
    }

    /// <summary>Whether all judgements together join the two, whoever may see them.</summary>
    public async Task<bool> AreJoined(long one, long other, CancellationToken ct) => await ComponentOf(one, ct) == await ComponentOf(other, ct);

    /// <summary>Gives a judgement; "same" joins the two components, the smaller one taking the number of the larger.</summary>
    /// <returns>Its key.</returns>
    public async Task<long> Give(NewJudgement judgement, CancellationToken ct)
    {
        var key = await writer.TakeKeys("judgement", 1, ct);
        var (entity, other) = (Math.Min(judgement.One, judgement.Other), Math.Max(judgement.One, judgement.Other));
        await writer.Execute("""
            insert into judgement (key, entity, other, verdict, reason, current_label, given_by, given_at)
            values (@key, @entity, @other, @Verdict, @Reason, @Label, @by, @now)
            """, new { key, entity, other, judgement.Verdict, judgement.Reason, judgement.Label, by, now }, ct);
        foreach (var item in judgement.Items.Distinct().Order())
            await writer.Execute("insert into judgement_item (judgement, item) values (@key, @item)", new { key, item }, ct);
        var (one, two) = (await ComponentOf(entity, ct), await ComponentOf(other, ct));
        if (judgement.Verdict == "same" && one != two)
        {
            var (small, large) = await BySize(one, two, ct);
            await writer.Execute("update component set component = @large where component = @small", new { small, large }, ct);
        }
        return key;
    }

    /// <summary>Takes a judgement back. Where it alone held two parts together, the smaller part becomes a component of its own.</summary>
    /// <returns>Whether it was in force.</returns>
    public async Task<bool> Withdraw(long key, string why, CancellationToken ct)
    {
        var ends = await writer.Query<(long Entity, long Other, string Verdict)>("select entity, other, verdict from judgement where key = @key", new { key }, ct);
        if (ends is not [var (entity, other, verdict)]
            || await writer.Execute("update judgement set withdrawn_by = @by, withdrawn_at = @now, withdrawn_why = @why where key = @key and withdrawn_at is null", new { key, by, now, why }, ct) == 0) return false;
        if (verdict == "same") await Split(entity, other, ct);
        return true;
    }

    /// <summary>Says which record's name stands for those joined with it.</summary>
    public async Task<long> Lead(long entity, CancellationToken ct)
    {
        var key = await writer.TakeKeys("lead_choice", 1, ct);
        await writer.Execute("insert into lead_choice (key, entity, given_by, given_at) values (@key, @entity, @by, @now)", new { key, entity, by, now }, ct);
        return key;
    }

    /// <summary>Keeps a version of weights.</summary>
    public async Task<long> Keep(string engine, long pairs, string weights, long label, CancellationToken ct)
    {
        var key = await writer.TakeKeys("identity_weights", 1, ct);
        await writer.Execute("""
            insert into identity_weights (key, engine, pairs, weights, current_label, learned_by, learned_at) values (@key, @engine, @pairs, @weights, @label, @by, @now)
            """, new { key, engine, pairs, weights, label, by, now }, ct);
        return key;
    }

    private async Task Split(long one, long other, CancellationToken ct)
    {
        var component = await ComponentOf(one, ct);
        var ties = await writer.Query<(long Entity, long Other)>("""
            select j.entity, j.other from component c join judgement j on j.entity = c.entity
            where c.component = @component and j.verdict = 'same' and j.withdrawn_at is null
            """, new { component }, ct);
        var part = Components.SmallerPart(ties, one, other);
        if (part.Count == 0) return;
        var own = await writer.TakeKeys("component", 1, ct);
        await writer.Execute($"update component set component = @own where {writer.Dialect.OneOf("entity", "part")}", new { own, part = writer.Dialect.KeyList(part) }, ct);
    }

    // An entity that was never judged is a component of its own.
    private async Task<long> ComponentOf(long entity, CancellationToken ct)
    {
        if (await writer.One<long?>("select component from component where entity = @entity", new { entity }, ct) is { } known) return known;
        var own = await writer.TakeKeys("component", 1, ct);
        await writer.Execute("insert into component (entity, component) values (@entity, @own)", new { entity, own }, ct);
        return own;
    }

    private async Task<(long Small, long Large)> BySize(long one, long other, CancellationToken ct)
    {
        var sizes = await writer.Query<(long Component, long Size)>("select component, count(*) from component where component in (@one, @other) group by component order by 2, 1 desc", new { one, other }, ct);
        return (sizes[0].Component, sizes[^1].Component);
    }
}
