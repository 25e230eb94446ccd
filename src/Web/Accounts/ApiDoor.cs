using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Plumbline.Core;
using Plumbline.Register;
using Plumbline.Safeguards;
using Plumbline.Web.Api;
using Plumbline.Web.Hosting;

namespace Plumbline.Web.Accounts;

/// <summary>What a program proves itself with.</summary>
/// <param name="Code">The second factor's code, where the login has one.</param>
public sealed record SignInForm([property: Required, StringLength(64)] string Login, [property: Required, StringLength(256)] string Password, [property: StringLength(32)] string? Code = null);

/// <summary>A token of one shift.</summary>
public sealed record IssuedToken(string Token, DateTimeOffset Expires);

/// <summary>What a program works for.</summary>
public sealed record PurposeForm([property: Required] string Code, [property: Required, StringLength(400)] string Reason, string? Case = null);

/// <summary>A purpose that holds; its id goes into the header <see cref="Caller.PurposeHeader"/>.</summary>
public sealed record HeldPurpose(string Id, string Code, string? Case, string Reason, DateTimeOffset Expires);

/// <summary>Who a token belongs to and what it may be used for.</summary>
public sealed record WhoAmI(string Login, string Name, IReadOnlyList<string> Roles, IReadOnlyList<HeldPurpose> Purposes);

/// <summary>The way in for programs: sign in, say what for, sign out.</summary>
internal static class ApiDoor
{
    private const int PurposesShown = 5;

    public static void MapApiDoor(this IEndpointRouteBuilder app)
    {
        var door = app.MapGroup("/api").WithTags("Door");
        door.MapPost("/sign-in", SignIn).AllowAnonymous().WithName("SignIn").WithSummary("A token of one shift for a login that proves itself").Produces<IssuedToken>().Refuses(400, 401, 403, 429);
        door.MapPost("/sign-out", SignOut).WithName("SignOut").WithSummary("Makes the token void").Produces(204).Refuses(401);
        door.MapGet("/me", Me).WithName("WhoAmI").WithSummary("Whose token this is, with roles and the purposes that hold").Produces<WhoAmI>().Refuses(401, 403);
        door.MapPost("/purpose", State).WithName("StatePurpose").WithSummary("States what the following calls are for").Produces<HeldPurpose>().Refuses(400, 401, 403, 422);
    }

    private static async Task<IResult> SignIn(SignInForm form, AccountDoor door, AccessTokens tokens, WebHostOptions options, Gate gate, CancellationToken ct)
    {
        var checkedLogin = await door.Check(form.Login, form.Password, form.Code);
        if (await gate.Rights.Officer(form.Login, ct) is { } officer)
            await gate.Arrive(officer.Key, "api", checkedLogin is Outcome<Login>.Refused { Reason: var why } ? why.Code : "done", ct);
        if (checkedLogin is not Outcome<Login>.Done { Value: var login }) return ProblemAnswer.Result(checkedLogin.Why);
        if (login.MustChangePassword || (options.SecondFactorRequired && !login.SecondFactor))
            return Results.Problem(statusCode: StatusCodes.Status403Forbidden, title: "login.duty", detail: "This login must first choose its own password and set up its second factor, in the pages or with plumbline login.");
        var (token, expires) = await tokens.Issue(login, ct);
        return Results.Json(new IssuedToken(token, expires));
    }

    private static async Task<IResult> SignOut(HttpContext context, AccessTokens tokens, CancellationToken ct)
    {
        if (TokenScheme.Carried(context.Request) is { } token) await tokens.Drop(token, ct);
        return Results.NoContent();
    }

    private static async Task<IResult> Me(Caller caller, Gate gate, PublicIds ids, TimeProvider clock, CancellationToken ct)
    {
        var officer = await gate.Rights.Officer(caller.Visitor.Officer, ct);
        var roles = await gate.Rights.Roles(caller.Visitor.Officer, ct);
        var cases = (await gate.Rights.OwnCases(caller.Visitor.Officer, ct)).ToDictionary(one => one.Key, one => one.Reference);
        var purposes = (await gate.Rights.RecentPurposes(caller.Visitor.Officer, clock.Micros(), PurposesShown, ct))
            .Where(purpose => purpose.CaseKey is not { } key || cases.ContainsKey(key))
            .Select(purpose => View(purpose, purpose.CaseKey is { } key ? cases[key] : null, ids));
        return officer is null
            ? ProblemAnswer.Result(new("officer.unknown", "No such officer is active here."))
            : Results.Json(new WhoAmI(officer.Login, officer.Name, roles, [.. purposes]));
    }

    private static async Task<IResult> State(PurposeForm form, Caller caller, StatePurpose state, PublicIds ids, CancellationToken ct) =>
        await state.Run(caller.Visitor, form.Code, form.Case, form.Reason, ct) switch
        {
            Outcome<StatedPurpose>.Done { Value: var purpose } => Results.Json(View(purpose, form.Case, ids)),
            var refused => ProblemAnswer.Result(refused.Why),
        };

    private static HeldPurpose View(StatedPurpose purpose, string? reference, PublicIds ids) =>
        new(ids.Show(PublicKind.Purpose, purpose.Key), purpose.Code, reference, purpose.Reason, Clock.FromMicros(purpose.ExpiresAt));
}
