namespace Plumbline.Register.Questions;

/// <summary>A source of the register: its number and kind, never who it is.</summary>
public sealed record SourceRow
{
    /// <summary>Key of the source.</summary>
    public long Key { get; init; }

    /// <summary>Reference number, such as S-116.</summary>
    public string Reference { get; init; } = "";

    /// <summary>Kind, such as <c>human</c> or <c>institution</c>.</summary>
    public string Kind { get; init; } = "";

    /// <summary>When it was entered, in UTC microseconds.</summary>
    public long CreatedAt { get; init; }

    /// <summary>Name of the officer who entered it.</summary>
    public string? Keeper { get; init; }

    /// <summary>1 when an identity is kept under seal.</summary>
    public long HasIdentity { get; init; }

    /// <summary>Code of the legal basis on which it is used; null while nobody stated one.</summary>
    public string? LegalBasis { get; init; }

    /// <summary>How many items cite it.</summary>
    public long Items { get; init; }
}

/// <summary>A legal basis as it was stated for a source.</summary>
public sealed record SourceBasisRow(string LegalBasis, string Reason, long GivenAt, string? GivenBy);

/// <summary>A reference that items cite and nobody entered.</summary>
public sealed record CitedReference
{
    /// <summary>The reference as it was written.</summary>
    public string Reference { get; init; } = "";

    /// <summary>How many items cite it.</summary>
    public long Items { get; init; }
}

/// <summary>An item without a source reference: where it stands and who brought it, never what it says.</summary>
/// <param name="Kind">Kind of its report: <c>report</c> or <c>note</c>.</param>
public sealed record UnsourcedRow(long Key, long Number, string Kind, string? LetterNumber, string? LetterDate, long ReceivedAt, string ReceivedBy, string? ReceivedByOther);

/// <summary>Which sources are there, and what waits for a reference?</summary>
/// <remarks>The keeper's duty covers items that the keeper may not read: of those only the outside is told, and whose very existence is sensitive stays hidden.</remarks>
/// <param name="reader">The keeper.</param>
/// <param name="known">Labels whose items may be known to exist.</param>
public sealed class SourceRows(Reader reader, IReadOnlyCollection<long> known)
{
    private readonly object labels = reader.Keys(known);

    /// <summary>All sources, by reference.</summary>
    public Task<IReadOnlyList<SourceRow>> All(CancellationToken ct) => reader.Ask<SourceRow>($"""
        select s.key, s.reference, s.kind, s.created_at as CreatedAt, o.name as Keeper, case when s.secret is null then 0 else 1 end as HasIdentity,
          (select b.legal_basis from source_basis b where b.source = s.key order by b.key desc limit 1) as LegalBasis,
          (select count(*) from item i where i.source = s.reference and i.withdrawn_at is null and ({reader.Sees("i.current_label")} or {reader.OneOf("i.current_label", "labels")})) as Items
        from source s left join officer o on o.key = s.keeper order by s.reference
        """, new { labels }, ct);

    /// <summary>What was stated as the legal basis of a source, newest first.</summary>
    public Task<IReadOnlyList<SourceBasisRow>> Bases(long source, CancellationToken ct) => reader.Ask<SourceBasisRow>("""
        select b.legal_basis as LegalBasis, b.reason, b.given_at as GivenAt, o.name as GivenBy from source_basis b left join officer o on o.key = b.given_by
        where b.source = @source order by b.key desc
        """, new { source }, ct);

    /// <summary>Key of a source by its reference; null when there is none.</summary>
    public async Task<long?> Find(string reference, CancellationToken ct) => (await reader.Ask<long?>("select key from source where reference = @reference", new { reference }, ct)).FirstOrDefault();

    /// <summary>References that items cite though nobody entered them, by reference.</summary>
    public Task<IReadOnlyList<CitedReference>> Unregistered(CancellationToken ct) => reader.Ask<CitedReference>($"""
        select i.source as Reference, count(*) as Items from item i
        where i.source is not null and i.withdrawn_at is null and ({reader.Sees("i.current_label")} or {reader.OneOf("i.current_label", "labels")})
          and not exists (select 1 from source s where s.reference = i.source)
        group by i.source order by i.source
        """, new { labels }, ct);

    /// <summary>Items that wait for a reference, oldest first.</summary>
    public Task<IReadOnlyList<UnsourcedRow>> Waiting(long most, CancellationToken ct) => reader.Ask<UnsourcedRow>($"""
        select i.key, i.number, r.kind, r.letter_number as LetterNumber, r.letter_date as LetterDate, r.received_at as ReceivedAt, o.name as ReceivedBy, o.name_other as ReceivedByOther
        from item i join report r on r.key = i.report join officer o on o.key = r.received_by
        where i.source is null and i.kind <> 'listing' and i.withdrawn_at is null and ({reader.Sees("i.current_label")} or {reader.OneOf("i.current_label", "labels")})
        order by i.key limit @most
        """, new { labels, most }, ct);

    /// <summary>How many items wait.</summary>
    public async Task<long> CountWaiting(CancellationToken ct) => (await reader.Ask<long>($"""
        select count(*) from item i
        where i.source is null and i.kind <> 'listing' and i.withdrawn_at is null and ({reader.Sees("i.current_label")} or {reader.OneOf("i.current_label", "labels")})
        """, new { labels }, ct))[0];

    /// <summary>Those of these items that wait; hidden, absent and already assigned are left out alike.</summary>
    public Task<IReadOnlyList<long>> WaitingAmong(IReadOnlyCollection<long> items, CancellationToken ct) => reader.Ask<long>($"""
        select i.key from item i
        where {reader.OneOf("i.key", "items")} and i.source is null and i.kind <> 'listing' and i.withdrawn_at is null
          and ({reader.Sees("i.current_label")} or {reader.OneOf("i.current_label", "labels")})
        order by i.key
        """, new { labels, items = reader.Keys(items) }, ct);
}
