namespace Plumbline.Register.Questions;

/// <summary>A case as those who run it see it.</summary>
public sealed record CaseLine(long Key, string Reference, string Title, string LegalBasis, long OpenedAt, string? OpenedBy, long? ClosedAt);

/// <summary>A member of a case.</summary>
public sealed record MemberRow(long CaseKey, long Officer, string Login, string Name, long AddedAt);

/// <summary>Which cases are there, and who works in them? Cases carry no label: who may ask is the gate's.</summary>
public sealed class CaseLines(Reader reader)
{
    /// <summary>All cases, newest first.</summary>
    public Task<IReadOnlyList<CaseLine>> All(CancellationToken ct) => reader.Ask<CaseLine>("""
        select c.key, c.reference, c.title, c.legal_basis as LegalBasis, c.opened_at as OpenedAt, o.name as OpenedBy, c.closed_at as ClosedAt
        from "case" c left join officer o on o.key = c.opened_by order by c.key desc
        """, null, ct);

    /// <summary>The members of all cases, by login.</summary>
    public Task<IReadOnlyList<MemberRow>> Members(CancellationToken ct) => reader.Ask<MemberRow>("""
        select m.case_key as CaseKey, m.officer, o.login, o.name, m.added_at as AddedAt
        from case_member m join officer o on o.key = m.officer order by m.case_key, o.login
        """, null, ct);
}
