using Plumbline.Core;
using Plumbline.Register;
using Plumbline.Register.Records;

namespace Plumbline.Safeguards;

/// <summary>How a home is set up.</summary>
public enum HomeProfile
{
    /// <summary>For a unit: an administrator first, officers by two pairs of eyes.</summary>
    Unit,

    /// <summary>For one person on one machine: no four eyes, everything logged; its grades enter a unit's register as ungraded.</summary>
    Personal,
}

/// <summary>An officer of the founding act, with the roles held from the first day.</summary>
public sealed record Founder(NewOfficer Officer, IReadOnlyList<string> Roles);

/// <summary>Sets up an empty home: the profile and its first officer, without whom nobody can do anything.</summary>
public sealed class Establishment(RegisterStore store, TimeProvider clock)
{
    private static readonly string[] PersonalRoles = ["collector", "grader", "analyst", "supervisor", "investigator", "liaison"];
    private static readonly TimeSpan PersonalPurpose = TimeSpan.FromDays(3650);

    /// <summary>Sets up with the first officer alone; refuses a home that already is.</summary>
    /// <returns>The key of the first officer: the administrator of a unit, or the one person.</returns>
    public async Task<Outcome<long>> Run(HomeProfile profile, NewOfficer first, CancellationToken ct) =>
        (await Run(profile, first, [], ct)).Then<long>(keys => keys[0]);

    /// <summary>Sets up with the officers of the founding act, whose roles need no second officer: before it there is none.</summary>
    /// <param name="founders">Of a unit; empty for a person.</param>
    /// <returns>The keys: the first officer's, then the founders' in their order.</returns>
    public async Task<Outcome<IReadOnlyList<long>>> Run(HomeProfile profile, NewOfficer first, IReadOnlyList<Founder> founders, CancellationToken ct)
    {
        if (WhyNot(profile, first, founders) is { } why) return why;
        var word = profile == HomeProfile.Unit ? "unit" : "personal";
        await using var writer = await Writer.Begin(store, ct);
        var records = new OfficerRecords(writer, clock.Micros());
        if (!await records.SetProfile(word, ct)) return new Refusal("home.exists", "This home is already set up.");
        var officer = await records.Add(first, 0, ct);
        string[] roles = profile == HomeProfile.Unit ? ["administrator"] : PersonalRoles;
        foreach (var role in roles) await records.Grant(officer, role, officer, officer, ct);
        if (profile == HomeProfile.Personal)
        {
            var working = await records.AddCase("MY-1", "My work", "police-task", officer, ct);
            await records.AddMember(working, officer, officer, ct);
            await records.State(officer, "development", working, "Personal workspace", PersonalPurpose, ct);
        }
        List<long> keys = [officer];
        foreach (var founder in founders)
        {
            var key = await records.Add(founder.Officer, officer, ct);
            foreach (var role in founder.Roles) await records.Grant(key, role, officer, officer, ct);
            keys.Add(key);
        }
        var content = string.Join("; ", founders.Select(founder => $"{founder.Officer.Login}: {string.Join(", ", founder.Roles)}").Prepend($"profile {word}"));
        await writer.Record([new ActEntry(clock.Micros(), officer, string.Join(',', roles), "cli", "home.init", string.Join(',', keys.Select(key => $"officer:{key}")), keys.Count, "done", content)], ct);
        await writer.Commit(ct);
        return new Outcome<IReadOnlyList<long>>.Done(keys);
    }

    /// <summary>Why these officers cannot found a home; null when they can.</summary>
    public static Refusal? WhyNot(HomeProfile profile, NewOfficer first, IReadOnlyList<Founder> founders)
    {
        if (profile == HomeProfile.Personal) return founders.Count == 0 ? null : new Refusal("founding.personal", "A personal home has one officer.");
        if (CreateOfficer.WhyNot(first) is { } wrong) return wrong;
        var logins = new HashSet<string>([first.Login], StringComparer.Ordinal);
        foreach (var (officer, roles) in founders)
        {
            if (CreateOfficer.WhyNot(officer) is { } why) return why with { Detail = $"{officer.Login}: {why.Detail}" };
            if (!logins.Add(officer.Login)) return new Refusal("officer.login-taken", $"{officer.Login} stands twice.");
            if (roles.FirstOrDefault(role => !Policy.Default.Roles.Contains(role)) is { } unknown) return new Refusal("role.unknown", $"{officer.Login}: {unknown} is none of: {string.Join(", ", Policy.Default.Roles)}.");
            foreach (var role in roles)
                if (Policy.Default.Against(roles, role) is { } other) return new Refusal("role.apart", $"{officer.Login}: nobody holds {role} and {other}.");
        }
        return null;
    }
}
