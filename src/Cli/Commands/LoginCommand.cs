using System.CommandLine;
using Plumbline.Core;
using Plumbline.Web.Accounts;

namespace Plumbline.Cli.Commands;

/// <summary><c>plumbline login</c>: proves who sits at the terminal, for one shift.</summary>
internal static class LoginCommand
{
    private static readonly Refusal NoInput = new("login.no-input", "The input ended before the sign-in was complete; nothing was kept.");

    public static Command Make()
    {
        var end = new Option<bool>("--end") { Description = "Sign out: the token is void and forgotten" };
        var command = new Command("login", "Sign in at the terminal of a unit's home, for one shift") { end };
        command.SetAction(async (parsed, ct) =>
        {
            var json = parsed.GetValue(CommandLine.Json);
            var opened = await Desk.Open(parsed.Home(), make: false, ct);
            if (opened is not Outcome<Desk>.Done { Value: var desk }) return Answer.Decline(json, opened.Why);
            await using var atWork = desk;
            if (await desk.Gate.IsPersonal(ct)) return Answer.Decline(json, new Refusal("login.personal", "A personal home has one officer, who needs no sign-in here."));
            await using var accounts = desk.Accounts();
            if ((parsed.GetValue(CommandLine.As) ?? Terminal.Ask("Login: ")) is not { Length: > 0 } name) return Answer.Decline(json, NoInput);
            if (parsed.GetValue(end)) return await End(json, desk, accounts, name, ct);
            var entered = await Enter(accounts.Door, name);
            if (await desk.Gate.Rights.Officer(name, ct) is { } officer)
                await desk.Gate.Arrive(officer.Key, "cli", entered is Outcome<Login>.Refused { Reason: var why } ? why.Code : "done", ct);
            if (entered is not Outcome<Login>.Done { Value: var login }) return Answer.Decline(json, entered.Why);
            var (token, expires) = await accounts.Tokens.Issue(login, ct);
            TokenFile.Write(desk.Home.Folder, name, token);
            return Answer.Give(json, new { login = name, expires, tokenFile = TokenFile.Of(desk.Home.Folder, name) },
                () => [$"Signed in as {name} until {expires.ToLocalTime():HH:mm}. Say --as {name} with every command; sign out with: plumbline login --end --as {name}"]);
        });
        return command;
    }

    // The same duties as in the pages: the own password first, then the second factor.
    private static async Task<Outcome<Login>> Enter(AccountDoor door, string name)
    {
        if (Terminal.AskSecret("Password: ") is not { } password) return NoInput;
        var entered = await door.Check(name, password);
        if (entered is Outcome<Login>.Refused { Reason.Code: "account.needs-code" })
            entered = Terminal.Ask("Code of the second factor: ") is { } code ? await door.Check(name, password, code) : NoInput;
        if (entered is Outcome<Login>.Done { Value.MustChangePassword: true })
        {
            Console.Error.WriteLine("This password was given to you by somebody else: choose your own.");
            if (Terminal.AskNewSecret("New password: ") is not { } chosen) return NoInput;
            entered = await door.ChangePassword(name, password, chosen);
        }
        return entered is Outcome<Login>.Done { Value: { SecondFactor: false } login } ? await Enrol(door, login) : entered;
    }

    private static async Task<Outcome<Login>> Enrol(AccountDoor door, Login login)
    {
        var (key, address) = await door.BeginSecondFactor(login);
        Console.Error.WriteLine($"A unit asks everyone for a second factor. Type this key into an authenticator app:\n  {key}\n  {address}");
        if (Terminal.Ask("Code that the app shows: ") is not { } code) return NoInput;
        var finished = await door.FinishSecondFactor(login, code);
        if (finished is not Outcome<IReadOnlyList<string>>.Done { Value: var recovery }) return finished.Why;
        Console.Error.WriteLine("Recovery codes; each opens the door once, they are shown only now:");
        foreach (var one in recovery) Console.Error.WriteLine($"  {one}");
        return login with { SecondFactor = true };
    }

    private static async Task<int> End(bool json, Desk desk, AccountsSession accounts, string name, CancellationToken ct)
    {
        if (TokenFile.Read(desk.Home.Folder, name) is { } token) await accounts.Tokens.Drop(token, ct);
        TokenFile.Delete(desk.Home.Folder, name);
        return Answer.Give(json, new { login = name, signedOut = true }, () => [$"{name} is signed out."]);
    }
}
