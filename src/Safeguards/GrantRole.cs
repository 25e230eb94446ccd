using Plumbline.Core;
using Plumbline.Register;
using Plumbline.Register.Questions;
using Plumbline.Register.Records;

namespace Plumbline.Safeguards;

/// <summary>Gives roles by two pairs of eyes: a supervisor grants, another officer confirms, either can be taken back.</summary>
public sealed class GrantRole(Gate gate, TimeProvider clock)
{
    /// <summary>Grants a role; it is in force once another officer has confirmed it.</summary>
    /// <returns>The key of the grant.</returns>
    public async Task<Outcome<long>> Run(Visitor visitor, long officer, string role, CancellationToken ct)
    {
        var admitted = await gate.Admit(visitor, Actions.GrantRole, ct);
        if (admitted is not Outcome<Reader>.Done { Value: var reader }) return admitted.Why;
        await using var opened = reader;
        var held = (await new OfficerRows(reader).Grants(ct)).Where(grant => grant.Officer == officer).Select(grant => grant.Role).ToArray();
        var why = !gate.Policy.Roles.Contains(role) ? new Refusal("role.unknown", $"The roles are: {string.Join(", ", gate.Policy.Roles)}.")
            : await gate.Rights.Officer(officer, ct) is null ? new Refusal("officer.unknown-colleague", "There is no such officer.")
            : officer == visitor.Officer ? new Refusal("role.own-grant", "Nobody grants a role to himself or herself.")
            : held.Contains(role) ? new Refusal("role.held", "The officer holds this role, or waits for its confirmation.")
            : Apart(held, role);
        if (why is not null) return await gate.Refuse(reader, Actions.GrantRole, why, ct);
        return await gate.Perform(reader, Actions.GrantRole, async writer =>
        {
            var key = await new OfficerRecords(writer, clock.Micros()).Grant(officer, role, visitor.Officer, null, ct);
            return new Written<long>(key, $"grant:{key},officer:{officer}", 1, role);
        }, ct);
    }

    /// <summary>Confirms what another granted to a third officer.</summary>
    public async Task<Outcome<long>> Confirm(Visitor visitor, long grant, CancellationToken ct)
    {
        var admitted = await gate.Admit(visitor, Actions.ConfirmRole, ct);
        if (admitted is not Outcome<Reader>.Done { Value: var reader }) return admitted.Why;
        await using var opened = reader;
        var grants = await new OfficerRows(reader).Grants(ct);
        if (grants.FirstOrDefault(one => one.Key == grant && one.ConfirmedAt is null) is not { } waiting)
            return await gate.Refuse(reader, Actions.ConfirmRole, new("role.nothing-waits", "There is no such grant that waits."), ct);
        var held = grants.Where(one => one.Officer == waiting.Officer && one.ConfirmedAt is not null).Select(one => one.Role);
        var why = waiting.GrantedBy == visitor.Officer ? new Refusal("role.own-confirmation", "You granted this role: another officer confirms it.")
            : waiting.Officer == visitor.Officer ? new Refusal("role.own-grant", "Nobody confirms a role for himself or herself.")
            // The chain does not choose alone who watches it, nor who holds the keys.
            : gate.Policy.Alone.Contains(waiting.Role) && !reader.Standing.Roles.Contains("oversight") && grants.Any(one => one is { Role: "oversight", ConfirmedAt: not null })
                ? new Refusal("role.oversight-confirms", "Administrators and oversight officers are confirmed by oversight.")
            : Apart(held, waiting.Role);
        if (why is not null) return await gate.Refuse(reader, Actions.ConfirmRole, why, ct);
        return await gate.Perform(reader, Actions.ConfirmRole, async writer => await new OfficerRecords(writer, clock.Micros()).Confirm(grant, visitor.Officer, ct)
            ? new Written<long>(grant, $"grant:{grant},officer:{waiting.Officer}", 1, waiting.Role)
            : new Written<long>(new Refusal("role.nothing-waits", "There is no such grant that waits.")), ct);
    }

    /// <summary>Takes a grant back; it ends at the officer's next step.</summary>
    public async Task<Outcome<long>> Withdraw(Visitor visitor, long grant, CancellationToken ct)
    {
        var admitted = await gate.Admit(visitor, Actions.WithdrawRole, ct);
        if (admitted is not Outcome<Reader>.Done { Value: var reader }) return admitted.Why;
        await using var opened = reader;
        var unknown = new Refusal("role.no-grant", "There is no such grant.");
        if ((await new OfficerRows(reader).Grants(ct)).FirstOrDefault(one => one.Key == grant) is not { } held)
            return await gate.Refuse(reader, Actions.WithdrawRole, unknown, ct);
        // A chain that dismisses its watchers would not be watched.
        if (gate.Policy.Alone.Contains(held.Role) && held.ConfirmedAt is not null)
            return await gate.Refuse(reader, Actions.WithdrawRole, new("role.not-yours", "Administrators and oversight officers are not dismissed by a supervisor: an administrator locks the login, and oversight sees it."), ct);
        return await gate.Perform(reader, Actions.WithdrawRole, async writer => await new OfficerRecords(writer, clock.Micros()).Withdraw(grant, visitor.Officer, ct)
            ? new Written<long>(grant, $"grant:{grant},officer:{held.Officer}", 1, held.Role)
            : new Written<long>(unknown), ct);
    }

    private Refusal? Apart(IEnumerable<string> held, string role) => gate.Policy.Against(held, role) is { } other
        ? new Refusal("role.apart", $"The officer holds {other}; nobody holds that and {role}.")
        : null;
}
