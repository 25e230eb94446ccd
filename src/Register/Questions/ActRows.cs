namespace Plumbline.Register.Questions;

/// <summary>Which acts oversight looks for; null leaves a part open.</summary>
public sealed record ActFilter
{
    /// <summary>Login of the officer.</summary>
    public string? Login { get; init; }

    /// <summary>The action, such as <c>search</c>.</summary>
    public string? Action { get; init; }

    /// <summary>Reference of the case.</summary>
    public string? Case { get; init; }

    /// <summary><c>done</c>, <c>refused</c> for any refusal, or a refusal's code.</summary>
    public string? Outcome { get; init; }

    /// <summary>First moment, UTC microseconds.</summary>
    public long? From { get; init; }

    /// <summary>Moment after the last, UTC microseconds.</summary>
    public long? To { get; init; }

    /// <summary>Only acts older than this key: the next page.</summary>
    public long? Before { get; init; }
}

/// <summary>An act as oversight reads it; its content is asked apart, as an act of its own.</summary>
/// <param name="Leaf">Its place in the tree; null within the second before it has one.</param>
/// <param name="Verdict"><c>in-order</c> or <c>concern</c> once reviewed.</param>
public sealed record ActLine(long Key, long At, string? Login, string? Name, string Role, string Channel, string? OnInstructionOf, string? Purpose, string? Reason, string? Case,
    string Action, string Objects, long Count, string Outcome, long? Leaf, string? Verdict, string? Note);

/// <summary>How far the tree has come and what was lodged last.</summary>
public sealed record LogHead
{
    /// <summary>Acts in the tree.</summary>
    public long Leaves { get; init; }

    /// <summary>Acts that have no place yet.</summary>
    public long Waiting { get; init; }

    /// <summary>Acts under the newest checkpoint; null before the first.</summary>
    public long? LodgedSize { get; init; }

    /// <summary>When it was signed, UTC microseconds.</summary>
    public long? LodgedAt { get; init; }
}

/// <summary>What was done, by whom and what for? Acts carry no label: that only oversight may ask is the gate's.</summary>
public sealed class ActRows(Reader reader)
{
    private const string Lines = """
        select a.key, a.at, o.login, o.name, a.role, a.channel, a.on_instruction_of as OnInstructionOf, p.code as Purpose, p.reason, c.reference as "Case",
          a.action, a.objects, a.count, a.outcome, l.leaf, v.verdict, v.note
        from act a left join officer o on o.key = a.officer left join purpose p on p.key = a.purpose left join "case" c on c.key = a.case_key
          left join audit_leaf l on l.act = a.key left join audit_review v on v.act = a.key
        """;

    /// <summary>Acts that fit, newest first.</summary>
    public Task<IReadOnlyList<ActLine>> Fitting(ActFilter filter, long most, CancellationToken ct) => reader.Ask<ActLine>($"""
        {Lines}
        where 1 = 1{If(filter.Before, "a.key < @Before")}{If(filter.Login, "o.login = @Login")}{If(filter.Action, "a.action = @Action")}{If(filter.Case, "c.reference = @Case")}
          {If(filter.From, "a.at >= @From")}{If(filter.To, "a.at < @To")}{(filter.Outcome == "refused" ? " and a.outcome <> 'done'" : If(filter.Outcome, "a.outcome = @Outcome"))}
        order by a.key desc limit @most
        """, new { filter.Before, filter.Login, filter.Action, filter.Case, filter.From, filter.To, filter.Outcome, most }, ct);

    /// <summary>One act; empty when there is none.</summary>
    public Task<IReadOnlyList<ActLine>> Of(long act, CancellationToken ct) => reader.Ask<ActLine>($"{Lines} where a.key = @act", new { act }, ct);

    /// <summary>The content kept beside an act; empty when it was erased.</summary>
    public async Task<string?> Content(long act, CancellationToken ct) => (await reader.Ask<string?>("select content from act_content where act = @act", new { act }, ct)).FirstOrDefault();

    /// <summary>A search that nobody has reviewed: those without a case first, then by the salted hash, which nobody can foresee or steer.</summary>
    /// <param name="since">UTC microseconds.</param>
    public Task<IReadOnlyList<ActLine>> Sample(long since, long reviewer, CancellationToken ct) => reader.Ask<ActLine>($"""
        {Lines}
        where a.action in ('search', 'check') and a.outcome = 'done' and a.at >= @since and a.officer <> @reviewer and v.act is null
        order by case when a.case_key is null then 0 else 1 end, a.commitment limit 1
        """, new { since, reviewer }, ct);

    /// <summary>The head of the log.</summary>
    public async Task<LogHead> Head(CancellationToken ct) => (await reader.Ask<LogHead>("""
        select (select coalesce(max(leaf) + 1, 0) from audit_leaf) as Leaves, (select count(*) from act_waiting) as Waiting,
          (select max(size) from audit_checkpoint) as LodgedSize, (select max(at) from audit_checkpoint) as LodgedAt
        """, null, ct))[0];

    private static string If(object? value, string test) => value is null ? "" : $" and {test}";
}
