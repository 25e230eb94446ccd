using System.CommandLine;
using Plumbline.Core;
using Plumbline.Register.Questions;
using Plumbline.Register.Records;
using Plumbline.Safeguards;
using Plumbline.Web.Accounts;

namespace Plumbline.Cli.Commands;

/// <summary><c>plumbline officer …</c>: who works here, with which login and in which roles.</summary>
internal static class OfficerCommand
{
    public static Command Make() => new("officer", "Officers, their logins and their roles")
    {
        List(), Create(),
        Role("grant", "Grant a role; another officer confirms it", (desk, visitor, grants, officer, role, ct) => desk.Use<GrantRole>().Run(visitor, officer, role, ct)),
        Role("confirm", "Confirm a role that another granted", (desk, visitor, grants, officer, role, ct) =>
            desk.Use<GrantRole>().Confirm(visitor, grants.FirstOrDefault(one => one.Officer == officer && one.Role == role && one.ConfirmedAt is null)?.Key ?? 0, ct)),
        Role("withdraw", "Take a role back", (desk, visitor, grants, officer, role, ct) =>
            desk.Use<GrantRole>().Withdraw(visitor, grants.FirstOrDefault(one => one.Officer == officer && one.Role == role)?.Key ?? 0, ct)),
        Door("login", "Give a first password to an officer who has no login, or who has never signed in", (logins, visitor, officer, ct) => logins.Invite(visitor, officer, ct)),
        Door("reset", "Give a new first password; content closes until a supervisor restores it", (logins, visitor, officer, ct) => logins.Reset(visitor, officer, ct)),
        Door("restore", "Open content again after a reset", (logins, visitor, officer, ct) => Without(logins.Restore(visitor, officer, ct))),
        Door("lock", "Lock an officer out", (logins, visitor, officer, ct) => Without(logins.Lock(visitor, officer, ct))),
        Door("unlock", "Let an officer in again", (logins, visitor, officer, ct) => Without(logins.Unlock(visitor, officer, ct))),
    };

    private static Command List()
    {
        var command = new Command("list", "Show officers, roles in force and roles that wait");
        command.Does(async (parsed, desk, visitor, ct) => await desk.Use<ViewOfficers>().Run(visitor, ct) switch
        {
            Outcome<OfficersView>.Done { Value: var view } => Answer.Give(parsed.GetValue(CommandLine.Json), view.Officers,
                () => view.Officers.Select(one => $"{one.Login,-16} {one.Name}  {one.Roles}{(one.Waiting.Length > 0 ? $"  (waiting: {one.Waiting})" : "")}{(one.Active == 0 ? "  LOCKED" : "")}{(one.SuspendedAt is null ? "" : "  SUSPENDED")}")),
            var refused => Answer.Decline(parsed.GetValue(CommandLine.Json), refused.Why),
        });
        return command;
    }

    private static Command Create()
    {
        var login = new Argument<string>("LOGIN");
        var name = new Argument<string>("NAME") { Description = "In the officer's own script" };
        var other = new Option<string?>("--name-other") { Description = "The name in the other script" };
        var unit = new Option<string?>("--unit") { Description = "As an audience may name it" };
        var clearance = new Option<long>("--clearance") { Description = "Highest classification level, 0 to 4" };
        var language = new Option<string>("--language") { DefaultValueFactory = _ => "en" };
        language.AcceptOnlyFromAmong("en", "ar", "ckb");
        var command = new Command("create", "Make an officer without roles, and a login with a first password") { login, name, other, unit, clearance, language };
        command.Does(async (parsed, desk, visitor, ct) =>
        {
            await using var accounts = desk.Accounts();
            var officer = new NewOfficer(parsed.GetValue(login)!, parsed.GetValue(name)!)
            {
                NameOther = parsed.GetValue(other),
                Unit = parsed.GetValue(unit) ?? "",
                Clearance = parsed.GetValue(clearance),
                Language = parsed.GetValue(language)!,
            };
            return Say(parsed, await LoginsOf(desk, accounts).Create(visitor, officer, ct));
        });
        return command;
    }

    private static Command Role(string verb, string help, Func<Desk, Visitor, IReadOnlyList<GrantRow>, long, string, CancellationToken, Task<Outcome<long>>> work)
    {
        var login = new Argument<string>("LOGIN");
        var role = new Argument<string>("ROLE");
        var command = new Command(verb, help) { login, role };
        command.Does(async (parsed, desk, visitor, ct) =>
        {
            var json = parsed.GetValue(CommandLine.Json);
            var seen = await desk.Use<ViewOfficers>().Run(visitor, ct);
            if (seen is not Outcome<OfficersView>.Done { Value: var view }) return Answer.Decline(json, seen.Why);
            var officer = view.Officers.FirstOrDefault(one => one.Login == parsed.GetValue(login))?.Key ?? 0;
            var done = await work(desk, visitor, view.Grants, officer, parsed.GetValue(role)!, ct);
            return done is Outcome<long>.Done { Value: var grant }
                ? Answer.Give(json, new { grant, login = parsed.GetValue(login), role = parsed.GetValue(role), done = verb }, () => [$"{verb}: {parsed.GetValue(login)}, {parsed.GetValue(role)}"])
                : Answer.Decline(json, done.Why);
        });
        return command;
    }

    private static Command Door(string verb, string help, Func<Logins, Visitor, long, CancellationToken, Task<Outcome<FirstLogin>>> work)
    {
        var login = new Argument<string>("LOGIN");
        var command = new Command(verb, help) { login };
        command.Does(async (parsed, desk, visitor, ct) =>
        {
            await using var accounts = desk.Accounts();
            var officer = await desk.Gate.Rights.Officer(parsed.GetValue(login)!, ct);
            return Say(parsed, await work(LoginsOf(desk, accounts), visitor, officer?.Key ?? 0, ct));
        });
        return command;
    }

    private static Logins LoginsOf(Desk desk, AccountsSession accounts) => new(desk.Use<CreateOfficer>(), desk.Use<OfficerDoors>(), accounts.Store);

    private static async Task<Outcome<FirstLogin>> Without(Task<Outcome<Login>> change) => (await change).Then<FirstLogin>(login => new FirstLogin(login, ""));

    private static int Say(ParseResult parsed, Outcome<FirstLogin> outcome) => outcome switch
    {
        Outcome<FirstLogin>.Done { Value: { Password.Length: > 0 } first } => Answer.Give(parsed.GetValue(CommandLine.Json), new { login = first.Login.UserName, firstPassword = first.Password },
            () => [$"{first.Login.UserName}: first password {first.Password} — shown only now, changed at the first sign-in."]),
        Outcome<FirstLogin>.Done { Value: var done } => Answer.Give(parsed.GetValue(CommandLine.Json), new { login = done.Login.UserName }, () => [$"{done.Login.UserName}: done."]),
        var refused => Answer.Decline(parsed.GetValue(CommandLine.Json), refused.Why),
    };
}
