using System.CommandLine;
using Plumbline.Core;
using Plumbline.Register;
using Plumbline.Register.Records;
using Plumbline.Safeguards;
using Plumbline.Web.Accounts;

namespace Plumbline.Cli.Commands;

/// <summary><c>plumbline init</c>: makes a home.</summary>
internal static class InitCommand
{
    public static Command Make()
    {
        var profile = new Option<string>("--profile") { Description = "unit: many officers, two pairs of eyes; personal: one person on one machine", Required = true };
        profile.AcceptOnlyFromAmong("unit", "personal");
        var postgres = new Option<string?>("--postgres") { Description = "Connection string of a PostgreSQL database; without it, an embedded file" };
        var login = new Option<string?>("--login") { Description = "Login of the first officer (unit: the administrator)" };
        var name = new Option<string?>("--name") { Description = "Name of the first officer" };
        var officers = new Option<FileInfo?>("--officers") { Description = "YAML file of the founding officers with their roles (unit)" };
        var password = new Option<FileInfo?>("--password-file") { Description = "First line: the administrator's first password; else asked, else made and printed" };
        var command = new Command("init", "Make a home for a unit, or for one person") { profile, postgres, login, name, officers, password };
        command.SetAction(async (parsed, ct) =>
        {
            var folder = parsed.Home();
            var json = parsed.GetValue(CommandLine.Json);
            if (Home.Exists(folder)) return Answer.Decline(json, new Refusal("home.exists", $"There is a home at {folder} already; nothing was changed."));
            var given = parsed.GetValue(login);
            if (parsed.GetValue(profile) == "personal")
            {
                var me = given is null ? Desk.Me() : new NewOfficer(given, parsed.GetValue(name) ?? given);
                var home = Home.Create(folder, parsed.GetValue(postgres));
                var made = await new Establishment(home.Store, TimeProvider.System).Run(HomeProfile.Personal, me, ct);
                return made is Outcome<long>.Refused refused ? Answer.Decline(json, refused.Why) : Say(json, "personal", home, [new NewLogin(me.Login, [], null)]);
            }
            var admin = new NewOfficer(given ?? "admin", parsed.GetValue(name) ?? given ?? "Administrator");
            return await Unit(json, folder, parsed.GetValue(postgres), admin, parsed.GetValue(officers), parsed.GetValue(password), ct);
        });
        return command;
    }

    private static async Task<int> Unit(bool json, string folder, string? postgres, NewOfficer admin, FileInfo? officers, FileInfo? passwordFile, CancellationToken ct)
    {
        // Everything that can be wrong is looked at before anything is made.
        if (passwordFile is { Exists: false }) return Answer.Decline(json, new Refusal("init.no-password-file", $"There is no file {passwordFile.Name}."));
        var read = officers is null ? new Outcome<IReadOnlyList<Founder>>.Done(Terminal.IsPerson ? Founding.Ask() : []) : await Founding.Read(officers, ct);
        if (read is not Outcome<IReadOnlyList<Founder>>.Done { Value: var founders }) return Answer.Decline(json, read.Why);
        if (Establishment.WhyNot(HomeProfile.Unit, admin, founders) is { } why) return Answer.Decline(json, why);
        var chosen = passwordFile is not null ? File.ReadLines(passwordFile.FullName).FirstOrDefault() ?? ""
            : Terminal.IsPerson ? Terminal.AskNewSecret($"First password of {admin.Login} (empty: one is made): ") : null;
        if (chosen is { Length: > 0 } && PasswordRule.Refusal(admin.Login, chosen) is { } weak) return Answer.Decline(json, weak);

        var home = Home.Create(folder, postgres);
        var made = await new Establishment(home.Store, TimeProvider.System).Run(HomeProfile.Unit, admin, founders, ct);
        if (made is not Outcome<IReadOnlyList<long>>.Done { Value: var keys }) return Answer.Decline(json, made.Why);
        await using var accounts = AccountsModule.Open(Path.Combine(home.Folder, "accounts.db"));
        var logins = new List<NewLogin>();
        foreach (var (key, one) in keys.Zip(founders.Prepend(new Founder(admin, ["administrator"]))))
        {
            var own = key == keys[0] && chosen is { Length: > 0 } ? chosen : null;
            var password = own ?? FirstPassword.Make();
            if (await accounts.Store.CreateLogin(key, one.Officer.Login, password) is Outcome<Login>.Refused { Reason: var fault }) return Answer.Decline(json, fault);
            logins.Add(new NewLogin(one.Officer.Login, one.Roles, own is null ? password : null));
        }
        return Say(json, "unit", home, logins);
    }

    private static int Say(bool json, string profile, Home home, IReadOnlyList<NewLogin> logins) =>
        Answer.Give(json, new { home = home.Folder, profile, officer = logins[0].Login, logins }, () =>
        [
            $"Made a {profile} home at {home.Folder}; first officer: {logins[0].Login}.",
            .. logins.Where(one => one.FirstPassword is not null).Select(one => $"  {one.Login,-16} {one.FirstPassword}  {string.Join(", ", one.Roles)}"),
            .. logins.Any(one => one.FirstPassword is not null) ? ["First passwords are shown only now; each is changed at the first sign-in."] : Array.Empty<string>(),
            .. Missing(profile, logins),
            $"Give {Path.Combine(home.Folder, "keys", "audit.pub")} and checkpoints (plumbline audit checkpoint) to someone outside.",
        ]);

    private static IEnumerable<string> Missing(string profile, IReadOnlyList<NewLogin> logins)
    {
        if (profile == "personal") yield break;
        if (!logins.Any(one => one.Roles.Contains("supervisor"))) yield return "No supervisor was founded: nobody can grant a role here. Make the home again with --officers.";
        else if (logins.Count(one => one.Roles.Contains("supervisor") || one.Roles.Contains("oversight")) < 2) yield return "Only one officer can confirm: no grant of a role will find its second officer.";
        if (!logins.Any(one => one.Roles.Contains("oversight"))) yield return "No oversight officer was founded: nobody can read the audit log yet.";
    }

    private sealed record NewLogin(string Login, IReadOnlyList<string> Roles, string? FirstPassword);
}
