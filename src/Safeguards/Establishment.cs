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

/// <summary>Sets up an empty home: the profile and its first officer, without whom nobody can do anything.</summary>
public sealed class Establishment(RegisterStore store, TimeProvider clock)
{
    private static readonly string[] PersonalRoles = ["collector", "grader", "analyst", "supervisor", "investigator", "liaison"];
    private static readonly TimeSpan PersonalPurpose = TimeSpan.FromDays(3650);

    /// <summary>Sets up; refuses a home that already is.</summary>
    /// <returns>The key of the first officer: the administrator of a unit, or the one person.</returns>
    public async Task<Outcome<long>> Run(HomeProfile profile, NewOfficer first, CancellationToken ct)
    {
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
        await writer.Record([new ActEntry(clock.Micros(), officer, string.Join(',', roles), "cli", "home.init", $"officer:{officer}", 1, "done", $"profile {word}")], ct);
        await writer.Commit(ct);
        return officer;
    }
}
