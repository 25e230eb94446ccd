using System.Collections.Concurrent;
using Plumbline.Core;
using Plumbline.Register;

namespace Plumbline.Safeguards;

/// <summary>Who stands at the gate: an officer, the purpose stated, the channel.</summary>
/// <param name="Officer">Key of the officer, already signed in by the host.</param>
/// <param name="Purpose">Key of the purpose; null only for actions that need none.</param>
/// <param name="Channel"><c>cli</c>, <c>web</c> or <c>api</c>.</param>
public sealed record Visitor(long Officer, long? Purpose, string Channel)
{
    /// <summary>On whose instruction, in the officer's words; null when on the officer's own.</summary>
    public string? OnInstructionOf { get; init; }
}

/// <summary>The one gate: every read and write passes here, and leaves an entry in the one log.</summary>
public sealed class Gate(RegisterStore store, Labels labels, ActLog log, TimeProvider clock)
{
    /// <summary>Actions that are done before a purpose can be: they touch no content.</summary>
    private static readonly HashSet<string> WithoutPurpose =
    [
        Actions.StatePurpose, Actions.CreateAccount, Actions.ResetAccount, Actions.OpenCase, Actions.AddMember, Actions.GrantRole, Actions.ConfirmRole,
        Actions.WithdrawRole, Actions.ReadOfficers, Actions.RestoreContent, Actions.LockAccount, Actions.SendConcern, Actions.VerifyAudit, Actions.LodgeCheckpoint, Actions.Backup, Actions.Restore, Actions.Rebuild, Actions.Doctor,
    ];

    /// <summary>The channel of what the machine does on an officer's standing instruction, while nobody sits there. No host lets anybody come in by it.</summary>
    public const string StandingChannel = "standing";

    /// <summary>What is done so: the purpose is the law and the instruction of the watchlist, and what comes of it is shown to nobody but those who state theirs.</summary>
    private static readonly HashSet<string> Standing = [Actions.Rescreen];

    /// <summary>What keeps a home alive: in a personal home, which has no administrator, its one officer does it.</summary>
    private static readonly HashSet<string> Upkeep = [Actions.VerifyAudit, Actions.LodgeCheckpoint, Actions.Backup, Actions.Restore, Actions.Rebuild, Actions.Doctor];

    private readonly Rights rights = new(store);
    private readonly Pace pace = new(clock);
    private readonly ConcurrentDictionary<(long Officer, long Purpose, long Epoch, int Day), (Sight Sight, long[] Labels, int Known)> sights = new();

    /// <summary>The policy in force.</summary>
    public Policy Policy { get; } = Policy.Default;

    /// <summary>The rule of rights that this gate asks.</summary>
    public Rights Rights => rights;

    /// <summary>Whether this home is for one person on one machine, where nobody else can be the second pair of eyes.</summary>
    public Task<bool> IsPersonal(CancellationToken ct) => rights.IsPersonal(ct);

    /// <summary>Decides whether a visitor may do an action; a refusal is recorded before it is told.</summary>
    public async Task<Outcome<Reader>> Admit(Visitor visitor, string action, CancellationToken ct)
    {
        var epoch = await rights.Epoch(ct);
        var officer = await rights.Officer(visitor.Officer, ct);
        var roles = officer is null ? [] : Policy.Roles.Intersect(await rights.Roles(visitor.Officer, ct)).ToArray();
        var standing = new Standing(visitor.Officer, roles, visitor.Channel, epoch) { OnInstructionOf = visitor.OnInstructionOf };
        var purpose = visitor.Purpose is { } key ? await rights.Purpose(key, ct) : null;
        if (purpose is not null) standing = standing with { Purpose = purpose.Key, PurposeCode = purpose.Code, Case = purpose.CaseKey };
        if (await WhyNot(officer, roles, purpose, visitor, action, ct) is { } why)
        {
            await log.Record(standing.Act(clock.Micros(), action, outcome: why.Code), ct);
            return why;
        }
        var (_, visible) = await SightOf(standing, officer!, ct);
        return new Reader(store, standing, visible);
    }

    /// <summary>Records that an officer came in, or that somebody tried to as that officer.</summary>
    /// <param name="outcome"><c>done</c>, or the code of the refusal.</param>
    public async Task Arrive(long officer, string channel, string outcome, CancellationToken ct)
    {
        var roles = Policy.Roles.Intersect(await rights.Roles(officer, ct)).ToArray();
        await log.Record(new Standing(officer, roles, channel, await rights.Epoch(ct)).Act(clock.Micros(), Actions.SignIn, $"officer:{officer}", 1, outcome), ct);
    }

    /// <summary>Records an act that changes nothing else; returns when it is safe.</summary>
    public Task Record(Reader reader, string action, string objects, long count, string content, CancellationToken ct) =>
        log.Record(reader.Standing.Act(clock.Micros(), action, objects, count, content: content), ct);

    /// <summary>Records that a use case refused for a reason of its own.</summary>
    public Task<Refusal> Refuse(Reader reader, string action, Refusal why, CancellationToken ct) => Refuse(reader, action, why, "", ct);

    private async Task<Refusal> Refuse(Reader reader, string action, Refusal why, string objects, CancellationToken ct)
    {
        await log.Record(reader.Standing.Act(clock.Micros(), action, objects, outcome: why.Code), ct);
        return why;
    }

    /// <summary>Does a write as one act: checks that the rights still hold, writes, records, commits; or nothing.</summary>
    public async Task<Outcome<T>> Perform<T>(Reader reader, string action, Func<Writer, Task<Written<T>>> work, CancellationToken ct)
    {
        var objects = "";
        Outcome<T> refused = new Refusal("rights.changed", "Your rights or your case changed meanwhile: open the page again.");
        await using (var writer = await Writer.Begin(store, ct))
        {
            if (await writer.Epoch(ct) == reader.Standing.Epoch)
            {
                var written = await work(writer);
                if (written.Outcome is Outcome<T>.Done)
                {
                    await writer.Record([reader.Standing.Act(clock.Micros(), action, written.Objects, written.Count, content: written.Content)], ct);
                    await writer.Commit(ct);
                    // Whoever was told that it is hidden now must not find it counted any more.
                    if (written.Tightens && store.Settle is { } settle) await settle(ct);
                    return written.Outcome;
                }
                (refused, objects) = (written.Outcome, written.Objects);
            }
        }
        // Only now: the log writes too, and on SQLite there is one writer at a time.
        return await Refuse(reader, action, refused.Why, objects, ct);
    }

    /// <summary>Reads bookkeeping that decides how an admitted act goes on; shows nothing to anyone.</summary>
    public async Task<T> Look<T>(Func<Writer, Task<T>> look, CancellationToken ct)
    {
        await using var writer = await Writer.BeginLook(store, ct);
        return await look(writer);
    }

    /// <summary>The facts and visible labels of a standing; cached until the rights, the day or the labels change.</summary>
    public async Task<(Sight Sight, IReadOnlyCollection<long> Labels)> SightOf(Standing standing, OfficerRights officer, CancellationToken ct)
    {
        var today = DateOnly.FromDayNumber(clock.Today());
        var cacheKey = (standing.Officer, standing.Purpose ?? 0, standing.Epoch, today.DayNumber);
        var all = await labels.All(ct);
        if (sights.TryGetValue(cacheKey, out var held) && held.Known == all.Count) return (held.Sight, held.Labels);
        var sight = new Sight(
            new HashSet<string>([officer.Login, officer.Unit, LabelCodes.LawEnforcement], StringComparer.Ordinal), (int)officer.Clearance,
            (await rights.Cases(standing.Officer, ct)).ToHashSet(), standing.Case, standing.PurposeCode,
            standing.Roles.Contains("supervisor") || standing.Roles.Contains("oversight"));
        long[] visible = [.. all.Where(pair => sight.Sees(pair.Value, today)).Select(pair => pair.Key).Order()];
        if (sights.Count > 1024) sights.Clear();
        sights[cacheKey] = (sight, visible, all.Count);
        return (sight, visible);
    }

    private async Task<Refusal?> WhyNot(OfficerRights? officer, string[] roles, StatedPurpose? purpose, Visitor visitor, string action, CancellationToken ct)
    {
        if (officer is null || officer.Active == 0)
            return new Refusal("officer.unknown", "No such officer is active here. A supervisor grants content roles; an administrator creates logins.");
        if (officer.SuspendedAt is not null)
            return new Refusal("officer.suspended", "This login was reset: everything stays closed until a supervisor, or oversight, restores it.");
        // Whoever works here can reach oversight past the chain, whatever the pack and before the first role.
        if (action != Actions.SendConcern && !Policy.Allows(roles, action) && !(Upkeep.Contains(action) && await IsPersonal(ct)))
            return new Refusal("role.missing", $"Your roles ({(roles.Length == 0 ? "none yet" : string.Join(", ", roles))}) do not include {action}. It belongs to: {string.Join(", ", Policy.WhoMay(action))}.");
        return WithoutPurpose.Contains(action) || (visitor.Channel == StandingChannel && Standing.Contains(action)) ? null : await WhyNot(purpose, visitor, ct) ?? TooFast(visitor.Officer, action);
    }

    private Refusal? TooFast(long officer, string action) => pace.Wait(officer, action) is { } wait
        ? new Refusal("rate.limited", $"Too many in a short time: wait {Math.Ceiling(wait.TotalSeconds)} s. This is recorded.")
        : null;

    private async Task<Refusal?> WhyNot(StatedPurpose? purpose, Visitor visitor, CancellationToken ct)
    {
        if (purpose is null || purpose.Officer != visitor.Officer)
            return new Refusal("purpose.missing", "State a purpose first: which case or enquiry, and why.");
        if (purpose.ExpiresAt <= clock.Micros())
            return new Refusal("purpose.expired", "The purpose has run out: state it again.");
        if (purpose.CaseKey is { } working && !(await rights.Cases(visitor.Officer, ct)).Contains(working))
            return new Refusal("purpose.not-member", "You are no longer a member of the case that this purpose names.");
        return null;
    }
}

/// <summary>What a write did, for its audit entry.</summary>
/// <param name="Outcome">The value, or why nothing was kept.</param>
/// <param name="Objects">Opaque ids of what was changed, comma-separated.</param>
/// <param name="Count">Rows changed.</param>
/// <param name="Content">Personal content of the entry: reasons, hashes.</param>
public sealed record Written<T>(Outcome<T> Outcome, string Objects = "", long Count = 1, string Content = "")
{
    /// <summary>Whether somebody may see less than before: the answer then waits until no search counts it.</summary>
    public bool Tightens { get; init; }
}
