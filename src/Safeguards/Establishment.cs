using Plumbline.Core;
using Plumbline.Register;

namespace Plumbline.Safeguards;

/// <summary>How a home is set up.</summary>
public enum HomeProfile
{
    /// <summary>For a unit: an administrator first, officers by two pairs of eyes.</summary>
    Unit,

    /// <summary>For one person on one machine: no four eyes, everything logged; its grades enter a unit's register as ungraded.</summary>
    Personal,
}

/// <summary>Makes the first officers of a home and grants roles, without which nobody can do anything.</summary>
public sealed class Establishment(RegisterStore store, TimeProvider clock)
{
    private static readonly string[] PersonalRoles = ["collector", "grader", "analyst", "supervisor", "investigator", "liaison"];

    /// <summary>Sets up an empty register: the profile, and its first officer.</summary>
    /// <returns>The key of the first officer: the administrator of a unit, or the one person.</returns>
    public async Task<Outcome<long>> Run(HomeProfile profile, string login, string name, CancellationToken ct)
    {
        await using var writer = await Writer.Begin(store, ct);
        if (await writer.One<string?>("select value from home where name = 'profile'", null, ct) is { } already)
            return new Refusal("home.exists", $"This home is already set up, as {already}.");
        await writer.Execute("insert into home (name, value) values ('profile', @profile)", new { profile = profile == HomeProfile.Unit ? "unit" : "personal" }, ct);
        var officer = await AddOfficer(writer, new NewOfficer(login, name), 0, ct);
        string[] roles = profile == HomeProfile.Unit ? ["administrator"] : PersonalRoles;
        foreach (var role in roles) await Grant(writer, officer, role, officer, officer, ct);
        if (profile == HomeProfile.Personal)
        {
            var working = await AddCase(writer, "MY-1", "My work", "police-task", officer, ct);
            await AddMember(writer, working, officer, officer, ct);
            await AddPurpose(writer, officer, "development", working, "Personal workspace", TimeSpan.FromDays(3650), ct);
        }
        await writer.Record([new ActEntry(clock.Micros(), officer, string.Join(',', roles), "cli", "home.init", $"officer:{officer}", 1, "done", $"profile {profile}")], ct);
        await writer.Commit(ct);
        return officer;
    }

    /// <summary>A new officer's row; grants nothing.</summary>
    public async Task<long> AddOfficer(Writer writer, NewOfficer officer, long by, CancellationToken ct)
    {
        var key = await writer.TakeKeys("officer", 1, ct);
        await writer.Execute("""
            insert into officer (key, login, name, name_other, unit, clearance, language, created_at, created_by)
            values (@key, @Login, @Name, @NameOther, @Unit, @Clearance, @Language, @now, @by)
            """, new { key, officer.Login, officer.Name, officer.NameOther, officer.Unit, officer.Clearance, officer.Language, now = clock.Micros(), by }, ct);
        return key;
    }

    /// <summary>A role for an officer; in force once <paramref name="confirmedBy"/> is given.</summary>
    public async Task Grant(Writer writer, long officer, string role, long by, long? confirmedBy, CancellationToken ct)
    {
        var now = clock.Micros();
        var key = await writer.TakeKeys("role_grant", 1, ct);
        await writer.Execute("""
            insert into role_grant (key, officer, role, granted_by, granted_at, confirmed_by, confirmed_at)
            values (@key, @officer, @role, @by, @now, @confirmedBy, @confirmedAt)
            """, new { key, officer, role, by, now, confirmedBy, confirmedAt = confirmedBy is null ? (long?)null : now }, ct);
        await BumpEpoch(writer, ct);
    }

    /// <summary>A new case.</summary>
    public async Task<long> AddCase(Writer writer, string reference, string title, string legalBasis, long by, CancellationToken ct)
    {
        var key = await writer.TakeKeys("case", 1, ct);
        await writer.Execute("""insert into "case" (key, reference, title, legal_basis, opened_at, opened_by) values (@key, @reference, @title, @legalBasis, @now, @by)""",
            new { key, reference, title, legalBasis, now = clock.Micros(), by }, ct);
        return key;
    }

    /// <summary>A member of a case.</summary>
    public async Task AddMember(Writer writer, long working, long officer, long by, CancellationToken ct)
    {
        await writer.Execute("insert into case_member (case_key, officer, added_at, added_by) values (@working, @officer, @now, @by) on conflict do nothing",
            new { working, officer, now = clock.Micros(), by }, ct);
        await BumpEpoch(writer, ct);
    }

    /// <summary>A stated purpose.</summary>
    public async Task<long> AddPurpose(Writer writer, long officer, string code, long? working, string reason, TimeSpan holds, CancellationToken ct)
    {
        var now = clock.Micros();
        var key = await writer.TakeKeys("purpose", 1, ct);
        await writer.Execute("insert into purpose (key, officer, code, case_key, reason, stated_at, expires_at) values (@key, @officer, @code, @working, @reason, @now, @until)",
            new { key, officer, code, working, reason, now, until = now + (long)holds.TotalMicroseconds }, ct);
        return key;
    }

    private static Task BumpEpoch(Writer writer, CancellationToken ct) =>
        writer.Execute("update rights_epoch set value = value + 1 where id = 1", null, ct);
}

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
