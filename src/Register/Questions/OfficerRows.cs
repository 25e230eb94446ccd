namespace Plumbline.Register.Questions;

/// <summary>An officer as colleagues who administer rights see it; no content.</summary>
/// <param name="Roles">Roles in force, comma-separated in ordinal order; empty for none.</param>
/// <param name="Waiting">Roles that wait for a second officer, in the same form.</param>
public sealed record OfficerRow(long Key, string Login, string Name, string? NameOther, string Unit, long Clearance, string Language, long Active, long? SuspendedAt, string Roles, string Waiting);

/// <summary>A role grant that is not withdrawn.</summary>
public sealed record GrantRow(long Key, long Officer, string Login, string Name, string Role, long? GrantedBy, string? GrantedByName, long GrantedAt, long? ConfirmedBy, long? ConfirmedAt);

/// <summary>Which officers are there, and which roles do they hold or wait for? Officers carry no label: who may ask is the gate's.</summary>
public sealed class OfficerRows(Reader reader)
{
    /// <summary>All officers by login.</summary>
    public async Task<IReadOnlyList<OfficerRow>> All(CancellationToken ct)
    {
        var grants = (await Grants(ct)).ToLookup(grant => grant.Officer);
        string Of(long officer, bool confirmed) => string.Join(',', grants[officer].Where(grant => grant.ConfirmedAt is not null == confirmed).Select(grant => grant.Role).Order(StringComparer.Ordinal));
        return [.. (await reader.Ask<OfficerRow>("""
            select key, login, name, name_other as NameOther, unit, clearance, language, active, suspended_at as SuspendedAt, '' as Roles, '' as Waiting from officer order by login
            """, null, ct)).Select(row => row with { Roles = Of(row.Key, true), Waiting = Of(row.Key, false) })];
    }

    /// <summary>Grants that are in force or wait, oldest first.</summary>
    public Task<IReadOnlyList<GrantRow>> Grants(CancellationToken ct) => reader.Ask<GrantRow>("""
        select g.key, g.officer, o.login, o.name, g.role, g.granted_by as GrantedBy, b.name as GrantedByName, g.granted_at as GrantedAt, g.confirmed_by as ConfirmedBy, g.confirmed_at as ConfirmedAt
        from role_grant g join officer o on o.key = g.officer left join officer b on b.key = g.granted_by
        where g.withdrawn_at is null order by g.key
        """, null, ct);
}
