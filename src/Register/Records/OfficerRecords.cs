namespace Plumbline.Register.Records;

/// <summary>An officer to be made.</summary>
/// <param name="Login">Unique, lower-case.</param>
/// <param name="Name">In the officer's own script.</param>
public sealed record NewOfficer(string Login, string Name)
{
    /// <summary>The name in the other script; null where there is none.</summary>
    public string? NameOther { get; init; }

    /// <summary>The unit, as an audience may name it.</summary>
    public string Unit { get; init; } = "";

    /// <summary>Highest classification level that may be read.</summary>
    public long Clearance { get; init; }

    /// <summary><c>en</c>, <c>ar</c> or <c>ckb</c>.</summary>
    public string Language { get; init; } = "en";
}

/// <summary>Writes officers, roles, cases and purposes. Whatever changes rights bumps the epoch in the same transaction.</summary>
/// <param name="now">UTC microseconds.</param>
public sealed class OfficerRecords(Writer writer, long now)
{
    /// <summary>Sets the profile of a new home; false when it has one.</summary>
    public async Task<bool> SetProfile(string profile, CancellationToken ct) =>
        await writer.Execute("insert into home (name, value) values ('profile', @profile) on conflict (name) do nothing", new { profile }, ct) == 1;

    /// <summary>A new officer; grants nothing.</summary>
    public async Task<long> Add(NewOfficer officer, long by, CancellationToken ct)
    {
        var key = await writer.TakeKeys("officer", 1, ct);
        await writer.Execute("""
            insert into officer (key, login, name, name_other, unit, clearance, language, created_at, created_by)
            values (@key, @Login, @Name, @NameOther, @Unit, @Clearance, @Language, @now, @by)
            """, new { key, officer.Login, officer.Name, officer.NameOther, officer.Unit, officer.Clearance, officer.Language, now, by }, ct);
        return key;
    }

    /// <summary>A role for an officer; in force once <paramref name="confirmedBy"/> is given.</summary>
    public async Task<long> Grant(long officer, string role, long by, long? confirmedBy, CancellationToken ct)
    {
        var key = await writer.TakeKeys("role_grant", 1, ct);
        await writer.Execute("""
            insert into role_grant (key, officer, role, granted_by, granted_at, confirmed_by, confirmed_at)
            values (@key, @officer, @role, @by, @now, @confirmedBy, @confirmedAt)
            """, new { key, officer, role, by, now, confirmedBy, confirmedAt = confirmedBy is null ? (long?)null : now }, ct);
        await BumpEpoch(ct);
        return key;
    }

    /// <summary>The confirmation of a grant that waits; false when there is none.</summary>
    public Task<bool> Confirm(long grant, long by, CancellationToken ct) => Change(
        "update role_grant set confirmed_by = @by, confirmed_at = @now where key = @grant and confirmed_at is null and withdrawn_at is null", new { grant, by, now }, ct);

    /// <summary>Takes a grant back, confirmed or not; false when there is none.</summary>
    public Task<bool> Withdraw(long grant, long by, CancellationToken ct) => Change(
        "update role_grant set withdrawn_by = @by, withdrawn_at = @now where key = @grant and withdrawn_at is null", new { grant, by, now }, ct);

    /// <summary>Locks an officer out, or lets the officer in again; false when it is so already.</summary>
    public Task<bool> SetActive(long officer, bool active, CancellationToken ct) => Change(
        "update officer set active = @active where key = @officer and active <> @active", new { officer, active = active ? 1L : 0L }, ct);

    /// <summary>Closes content after a reset; stays closed when it is.</summary>
    public Task<bool> Suspend(long officer, CancellationToken ct) => Change(
        "update officer set suspended_at = @now where key = @officer", new { officer, now }, ct);

    /// <summary>Opens content again; false when it is open.</summary>
    public Task<bool> Restore(long officer, CancellationToken ct) => Change(
        "update officer set suspended_at = null where key = @officer and suspended_at is not null", new { officer }, ct);

    /// <summary>A new case.</summary>
    public async Task<long> AddCase(string reference, string title, string legalBasis, long by, CancellationToken ct)
    {
        var key = await writer.TakeKeys("case", 1, ct);
        await writer.Execute("""insert into "case" (key, reference, title, legal_basis, opened_at, opened_by) values (@key, @reference, @title, @legalBasis, @now, @by)""",
            new { key, reference, title, legalBasis, now, by }, ct);
        return key;
    }

    /// <summary>A member of a case.</summary>
    public async Task AddMember(long caseKey, long officer, long by, CancellationToken ct)
    {
        await writer.Execute("insert into case_member (case_key, officer, added_at, added_by) values (@caseKey, @officer, @now, @by) on conflict do nothing",
            new { caseKey, officer, now, by }, ct);
        await BumpEpoch(ct);
    }

    /// <summary>Takes a member out of a case; false for no member.</summary>
    public Task<bool> RemoveMember(long caseKey, long officer, CancellationToken ct) => Change(
        "delete from case_member where case_key = @caseKey and officer = @officer", new { caseKey, officer }, ct);

    /// <summary>A stated purpose.</summary>
    /// <param name="holds">How long it may be used.</param>
    public async Task<long> State(long officer, string code, long? caseKey, string reason, TimeSpan holds, CancellationToken ct)
    {
        var key = await writer.TakeKeys("purpose", 1, ct);
        await writer.Execute("insert into purpose (key, officer, code, case_key, reason, stated_at, expires_at) values (@key, @officer, @code, @caseKey, @reason, @now, @until)",
            new { key, officer, code, caseKey, reason, now, until = now + (long)holds.TotalMicroseconds }, ct);
        return key;
    }

    // What changed nothing leaves the epoch alone, so that nobody's page has to be opened again for it.
    private async Task<bool> Change(string sql, object args, CancellationToken ct)
    {
        if (await writer.Execute(sql, args, ct) == 0) return false;
        await BumpEpoch(ct);
        return true;
    }

    private Task BumpEpoch(CancellationToken ct) => writer.Execute("update rights_epoch set value = value + 1 where id = 1", null, ct);
}
