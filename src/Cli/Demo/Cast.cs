using Plumbline.Core;
using Plumbline.Register;
using Plumbline.Register.Records;
using Plumbline.Safeguards;

namespace Plumbline.Cli.Demo;

/// <summary>The officers of the sample case at work: who they are, and for which purpose each one acts at a moment of the story.</summary>
internal sealed class Cast(SampleCase script, RegisterStore store, StatePurpose state, StoryClock clock)
{
    private const long Clearance = 3;
    private readonly Dictionary<string, long> officers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> cases = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Login, string? Case, string Code), StatedPurpose> purposes = [];

    /// <summary>Key of a case.</summary>
    public long Case(string id) => cases[id];

    /// <summary>Key of an officer.</summary>
    public long Officer(string login) => officers[login];

    /// <summary>The founding act of the unit: its officers, each with one role, and its cases.</summary>
    public async Task Found(CancellationToken ct)
    {
        await using var writer = await Writer.Begin(store, ct);
        var records = new OfficerRecords(writer, clock.Micros());
        foreach (var one in script.Officers) officers[one.Login] = await records.Add(New(one), 0, ct);
        var (supervisor, second) = (officers["hawar"], officers["munib"]);
        // Granted by the supervisor and confirmed by oversight; the supervisor's own role the other way round is not possible, so the founding act stands for it.
        foreach (var one in script.Officers) await records.Grant(officers[one.Login], one.Role, supervisor, second, ct);
        foreach (var one in script.Cases)
        {
            cases[one.Id] = await records.AddCase(one.Id, one.Title["ar"], one.LegalBasis, officers[one.Owner], ct);
            foreach (var member in one.Members) await records.AddMember(cases[one.Id], officers[member], officers[one.Owner], ct);
        }
        await writer.Record([new ActEntry(clock.Micros(), officers["amal"], "administrator", "cli", "home.init", "", script.Officers.Count, "done", "demonstration")], ct);
        await writer.Commit(ct);
    }

    /// <summary>An officer at work in a case, for the case's own purpose unless another is named.</summary>
    public async Task<Visitor> At(string login, string? caseId, string? code = null, string? reason = null, CancellationToken ct = default)
    {
        var purpose = code ?? script.Cases.FirstOrDefault(one => one.Id == caseId)?.Purpose ?? "administration";
        var key = (login, caseId, purpose);
        if (reason is null && purposes.TryGetValue(key, out var held) && held.ExpiresAt > clock.Micros()) return new Visitor(officers[login], held.Key, "cli");
        var stated = await state.Run(new Visitor(officers[login], null, "cli"), purpose, caseId, reason ?? $"Shift of {clock.GetUtcNow():yyyy-MM-dd}", ct);
        purposes[key] = stated is Outcome<StatedPurpose>.Done { Value: var done } ? done : throw new InvalidDataException($"{login} cannot state {purpose}: {stated.Why.Detail}");
        return new Visitor(officers[login], purposes[key].Key, "cli");
    }

    private static NewOfficer New(SampleOfficer one) => new(one.Login, one.Name.GetValueOrDefault(one.Language) ?? one.Name["ar"])
    {
        NameOther = one.Language == "en" ? one.Name["ar"] : one.Name["en"],
        Unit = "Criminal Information",
        Clearance = one.Role is "administrator" or "trainer" or "source_keeper" ? 0 : Clearance,
        Language = one.Language,
    };
}
