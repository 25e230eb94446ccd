using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Plumbline.Core;
using Plumbline.Register;
using Plumbline.Register.Questions;
using Plumbline.Safeguards;
using Plumbline.Web.Accounts;

namespace Plumbline.Web.Api;

/// <summary>A case to be opened.</summary>
/// <param name="Reference">Such as <c>2026-014</c>.</param>
/// <param name="LegalBasis">Code of the policy.</param>
public sealed record CaseForm([property: Required, StringLength(40)] string Reference, [property: Required, StringLength(200)] string Title, [property: Required, StringLength(40)] string LegalBasis);

/// <summary>An officer, named by id.</summary>
public sealed record MemberForm([property: Required, StringLength(40)] string Officer);

/// <summary>A role of the policy, such as <c>grader</c>.</summary>
public sealed record RoleForm([property: Required, StringLength(40)] string Role);

/// <summary>Who works here; cases only for those who may open them.</summary>
public sealed record OfficersAnswer(IReadOnlyList<OfficerAnswer> Officers, IReadOnlyList<CaseAnswer> Cases)
{
    internal static OfficersAnswer Of(OfficersView view, PublicIds ids)
    {
        var members = view.Members.ToLookup(member => member.CaseKey, member => ids.Show(PublicKind.Officer, member.Officer));
        return new([.. view.Officers.Select(row => OfficerAnswer.Of(row, ids))],
            [.. view.Cases.Select(row => new CaseAnswer(ids.Show(PublicKind.Case, row.Key), row.Reference, row.Title, row.LegalBasis, Clock.FromMicros(row.OpenedAt), row.OpenedBy,
                row.ClosedAt is { } at ? Clock.FromMicros(at) : null, [.. members[row.Key]]))]);
    }
}

/// <summary>An officer.</summary>
/// <param name="Suspended">The login was reset: content stays closed until a supervisor restores it.</param>
/// <param name="Roles">In force.</param>
/// <param name="Waiting">Roles that wait for a second officer.</param>
public sealed record OfficerAnswer(string Id, string Login, string Name, string? NameOther, string Unit, long Clearance, bool Active, bool Suspended, IReadOnlyList<string> Roles, IReadOnlyList<string> Waiting)
{
    internal static OfficerAnswer Of(OfficerRow row, PublicIds ids) => new(ids.Show(PublicKind.Officer, row.Key), row.Login, row.Name, row.NameOther, row.Unit, row.Clearance, row.Active == 1, row.SuspendedAt is not null,
        row.Roles.Split(',', StringSplitOptions.RemoveEmptyEntries), row.Waiting.Split(',', StringSplitOptions.RemoveEmptyEntries));
}

/// <summary>A case.</summary>
/// <param name="Members">Ids of officers.</param>
public sealed record CaseAnswer(string Id, string Reference, string Title, string LegalBasis, DateTimeOffset OpenedAt, string? OpenedBy, DateTimeOffset? ClosedAt, IReadOnlyList<string> Members);

/// <summary>Officers, their roles, and cases with their members.</summary>
internal static class OfficersApi
{
    public static void MapOfficers(this RouteGroupBuilder api)
    {
        var officers = api.MapGroup("/officers").WithTags("Officers");
        officers.MapGet("/", Show).Is("ListOfficers", "Who works here and in which roles; cases for those who may open them");
        officers.MapPost("/{id}/roles", Grant).Is("GrantRole", "Grants a role; it is in force once another officer has confirmed it");
        officers.MapPost("/{id}/roles/confirm", Confirm).Is("ConfirmRole", "Confirms a role that another officer granted to a third");
        officers.MapPost("/{id}/roles/withdraw", Withdraw).Is("WithdrawRole", "Takes a role back; it ends at the officer's next step");
        var cases = api.MapGroup("/cases").WithTags("Officers");
        cases.MapPost("/", Open).Is("OpenCase", "Opens a case; whoever opens it is a member");
        cases.MapPost("/{id}/members", Add).Is("AddMember", "Adds a member to a case");
        cases.MapDelete("/{id}/members/{officer}", Remove).Is("RemoveMember", "Takes a member out; what only this case opened is closed to the officer at once");
    }

    private static async Task<Answer<OfficersAnswer>> Show(Caller caller, ViewOfficers view, PublicIds ids, CancellationToken ct) =>
        (await view.Run(caller.Visitor, ct)).Then<OfficersAnswer>(seen => OfficersAnswer.Of(seen, ids));

    private static async Task<Answer<Made>> Grant(string id, RoleForm form, Caller caller, GrantRole grant, PublicIds ids, CancellationToken ct)
    {
        var officer = ids.Key(PublicKind.Officer, id);
        return Officer(officer, await grant.Run(caller.Visitor, officer, form.Role, ct), ids);
    }

    private static async Task<Answer<Made>> Confirm(string id, RoleForm form, Caller caller, GrantRole grant, ViewOfficers view, PublicIds ids, CancellationToken ct)
    {
        var held = await Held(id, form, caller, view, ids, ct);
        return held is Outcome<long>.Done { Value: var key } ? Officer(ids.Key(PublicKind.Officer, id), await grant.Confirm(caller.Visitor, key, ct), ids) : held.Why;
    }

    private static async Task<Answer<Made>> Withdraw(string id, RoleForm form, Caller caller, GrantRole grant, ViewOfficers view, PublicIds ids, CancellationToken ct)
    {
        var held = await Held(id, form, caller, view, ids, ct);
        return held is Outcome<long>.Done { Value: var key } ? Officer(ids.Key(PublicKind.Officer, id), await grant.Withdraw(caller.Visitor, key, ct), ids) : held.Why;
    }

    private static async Task<Answer<Made>> Open(CaseForm form, Caller caller, RunCase run, PublicIds ids, CancellationToken ct) =>
        (await run.Open(caller.Visitor, form.Reference, form.Title, form.LegalBasis, ct)).Then<Made>(key => new Made(ids.Show(PublicKind.Case, key)));

    private static async Task<Answer<Made>> Add(string id, MemberForm form, Caller caller, RunCase run, PublicIds ids, CancellationToken ct)
    {
        var officer = ids.Key(PublicKind.Officer, form.Officer);
        return Officer(officer, await run.AddMember(caller.Visitor, ids.Key(PublicKind.Case, id), officer, ct), ids);
    }

    private static async Task<Answer<Made>> Remove(string id, string officer, Caller caller, RunCase run, PublicIds ids, CancellationToken ct)
    {
        var member = ids.Key(PublicKind.Officer, officer);
        return Officer(member, await run.RemoveMember(caller.Visitor, ids.Key(PublicKind.Case, id), member, ct), ids);
    }

    // A grant is known outside by its officer and role, of which there is one; without one, the use case says so.
    private static async Task<Outcome<long>> Held(string id, RoleForm form, Caller caller, ViewOfficers view, PublicIds ids, CancellationToken ct) =>
        (await view.Run(caller.Visitor, ct)).Then<long>(seen => seen.Grants.FirstOrDefault(grant => grant.Officer == ids.Key(PublicKind.Officer, id) && grant.Role == form.Role)?.Key ?? -1);

    private static Outcome<Made> Officer(long officer, Outcome<long> outcome, PublicIds ids) => outcome.Then<Made>(_ => new Made(ids.Show(PublicKind.Officer, officer)));
}
