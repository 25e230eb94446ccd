namespace Plumbline.Register;

/// <summary>An officer's rights as they stand: who it is, roles in force, clearance, cases, and the purpose claimed.</summary>
public sealed record OfficerRights(long Key, string Login, string Name, string? NameOther, string Unit, long Clearance, string Language, long Active);

/// <summary>A purpose that an officer stated.</summary>
public sealed record StatedPurpose(long Key, long Officer, string Code, long? CaseKey, string Reason, long StatedAt, long ExpiresAt);

/// <summary>A case, as its members name it.</summary>
public sealed record OwnCase(long Key, string Reference, string Title);

/// <summary>What the gate needs to decide. Touches no content, so it needs no reader: it is what readers are made from.</summary>
public sealed class Rights(RegisterStore store)
{
    /// <summary>The rights epoch: it grows with every grant, membership, policy change or lock-out.</summary>
    public async Task<long> Epoch(CancellationToken ct) => (await Ask<long>("select value from rights_epoch where id = 1", null, ct))[0];

    /// <summary>Whether the home was made for one person on one machine.</summary>
    public async Task<bool> IsPersonal(CancellationToken ct) => (await Ask<string>("select value from home where name = 'profile'", null, ct)) is ["personal"];

    /// <summary>An officer by key; null when there is none.</summary>
    public async Task<OfficerRights?> Officer(long key, CancellationToken ct) => (await Ask<OfficerRights>(
        "select key, login, name, name_other as NameOther, unit, clearance, language, active from officer where key = @key", new { key }, ct)).FirstOrDefault();

    /// <summary>An officer by login; null when there is none.</summary>
    public async Task<OfficerRights?> Officer(string login, CancellationToken ct) => (await Ask<OfficerRights>(
        "select key, login, name, name_other as NameOther, unit, clearance, language, active from officer where login = @login", new { login }, ct)).FirstOrDefault();

    /// <summary>All officers by login.</summary>
    public Task<IReadOnlyList<OfficerRights>> Officers(CancellationToken ct) => Ask<OfficerRights>(
        "select key, login, name, name_other as NameOther, unit, clearance, language, active from officer order by login", null, ct);

    /// <summary>Roles in force: granted, confirmed, not withdrawn.</summary>
    public Task<IReadOnlyList<string>> Roles(long officer, CancellationToken ct) => Ask<string>(
        "select role from role_grant where officer = @officer and confirmed_at is not null and withdrawn_at is null order by key", new { officer }, ct);

    /// <summary>Cases that the officer is a member of.</summary>
    public Task<IReadOnlyList<long>> Cases(long officer, CancellationToken ct) => Ask<long>(
        "select case_key from case_member where officer = @officer order by case_key", new { officer }, ct);

    /// <summary>The open cases that the officer is a member of, newest first.</summary>
    public Task<IReadOnlyList<OwnCase>> OwnCases(long officer, CancellationToken ct) => Ask<OwnCase>("""
        select c.key, c.reference, c.title from "case" c join case_member m on m.case_key = c.key
        where m.officer = @officer and c.closed_at is null order by c.key desc
        """, new { officer }, ct);

    /// <summary>The purposes that still hold, the one stated last first; the same purpose, case and reason once.</summary>
    /// <param name="now">UTC microseconds.</param>
    public async Task<IReadOnlyList<StatedPurpose>> RecentPurposes(long officer, long now, int most, CancellationToken ct) => [.. (await Ask<StatedPurpose>("""
        select key, officer, code, case_key as CaseKey, reason, stated_at as StatedAt, expires_at as ExpiresAt
        from purpose where officer = @officer and expires_at > @now order by stated_at desc, key desc limit 50
        """, new { officer, now }, ct)).DistinctBy(purpose => (purpose.Code, purpose.CaseKey, purpose.Reason)).Take(most)];

    /// <summary>A purpose by key; null when there is none.</summary>
    public async Task<StatedPurpose?> Purpose(long key, CancellationToken ct) => (await Ask<StatedPurpose>(
        "select key, officer, code, case_key as CaseKey, reason, stated_at as StatedAt, expires_at as ExpiresAt from purpose where key = @key", new { key }, ct)).FirstOrDefault();

    /// <summary>The purpose that an officer stated last and that still holds; null when there is none.</summary>
    /// <param name="now">UTC microseconds.</param>
    public async Task<StatedPurpose?> LatestPurpose(long officer, long now, CancellationToken ct) => (await Ask<StatedPurpose>("""
        select key, officer, code, case_key as CaseKey, reason, stated_at as StatedAt, expires_at as ExpiresAt
        from purpose where officer = @officer and expires_at > @now order by stated_at desc, key desc limit 1
        """, new { officer, now }, ct)).FirstOrDefault();

    private async Task<IReadOnlyList<T>> Ask<T>(string sql, object? args, CancellationToken ct)
    {
        await using var db = await store.Open(ct);
        return Dapper.SqlMapper.AsList(await Dapper.SqlMapper.QueryAsync<T>(db, new Dapper.CommandDefinition(sql, args, cancellationToken: ct)));
    }
}
