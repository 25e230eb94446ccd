using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Plumbline.Core;
using Plumbline.Register.Records;
using Plumbline.Web.Accounts;

namespace Plumbline.Web.Api;

/// <summary>An officer who is to have a login.</summary>
/// <param name="NameOther">The name in the other script.</param>
/// <param name="Clearance">Highest classification level that may be read.</param>
/// <param name="Language">en, ar or ckb.</param>
public sealed record OfficerForm([property: Required, StringLength(32)] string Login, [property: Required, StringLength(120)] string Name, [property: StringLength(120)] string? NameOther = null,
    [property: StringLength(60)] string Unit = "", [property: Range(0, 4)] int Clearance = 0, [property: RegularExpression("en|ar|ckb")] string Language = "en");

/// <summary>A login with the password for its first sign-in: shown this once and kept nowhere.</summary>
public sealed record FirstLoginAnswer(string Officer, string Login, string Password)
{
    internal static FirstLoginAnswer Of(FirstLogin first, PublicIds ids) => new(ids.Show(PublicKind.Officer, first.Login.OfficerKey), first.Login.UserName, first.Password);
}

/// <summary>Logins: who makes them reads nothing.</summary>
internal static class LoginsApi
{
    public static void MapLogins(this RouteGroupBuilder api)
    {
        var officers = api.MapGroup("/officers").WithTags("Officers");
        officers.MapPost("/", Create).Is("CreateOfficer", "Makes an officer without roles, and a login that must choose its own password");
        officers.MapPost("/{id}/login", Invite).Is("InviteOfficer", "A first password for an officer who has no login, or who has never signed in");
        officers.MapPost("/{id}/login/reset", Reset).Is("ResetLogin", "A new first password; content closes until a supervisor restores it");
        officers.MapPost("/{id}/login/lock", Lock).Is("LockLogin", "Locks an officer out at once, open pages and tokens included");
        officers.MapPost("/{id}/login/unlock", Unlock).Is("UnlockLogin", "Lets an officer in again");
        officers.MapPost("/{id}/content/restore", Restore).Is("RestoreContent", "Opens content again after a reset");
    }

    private static async Task<Answer<FirstLoginAnswer>> Create(OfficerForm form, Caller caller, Logins logins, PublicIds ids, CancellationToken ct) =>
        (await logins.Create(caller.Visitor, new NewOfficer(form.Login.Trim(), form.Name.Trim()) { NameOther = form.NameOther, Unit = form.Unit, Clearance = form.Clearance, Language = form.Language }, ct))
            .Then<FirstLoginAnswer>(first => FirstLoginAnswer.Of(first, ids));

    private static async Task<Answer<FirstLoginAnswer>> Invite(string id, Caller caller, Logins logins, PublicIds ids, CancellationToken ct) =>
        (await logins.Invite(caller.Visitor, ids.Key(PublicKind.Officer, id), ct)).Then<FirstLoginAnswer>(first => FirstLoginAnswer.Of(first, ids));

    private static async Task<Answer<FirstLoginAnswer>> Reset(string id, Caller caller, Logins logins, PublicIds ids, CancellationToken ct) =>
        (await logins.Reset(caller.Visitor, ids.Key(PublicKind.Officer, id), ct)).Then<FirstLoginAnswer>(first => FirstLoginAnswer.Of(first, ids));

    private static async Task<Answer<Made>> Lock(string id, Caller caller, Logins logins, PublicIds ids, CancellationToken ct) => Officer(await logins.Lock(caller.Visitor, ids.Key(PublicKind.Officer, id), ct), ids);

    private static async Task<Answer<Made>> Unlock(string id, Caller caller, Logins logins, PublicIds ids, CancellationToken ct) => Officer(await logins.Unlock(caller.Visitor, ids.Key(PublicKind.Officer, id), ct), ids);

    private static async Task<Answer<Made>> Restore(string id, Caller caller, Logins logins, PublicIds ids, CancellationToken ct) => Officer(await logins.Restore(caller.Visitor, ids.Key(PublicKind.Officer, id), ct), ids);

    private static Outcome<Made> Officer(Outcome<Login> outcome, PublicIds ids) => outcome.Then<Made>(login => new Made(ids.Show(PublicKind.Officer, login.OfficerKey)));
}
