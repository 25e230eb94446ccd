using System.CommandLine;
using Plumbline.Core;
using Plumbline.Register;
using Plumbline.Register.Records;
using Plumbline.Safeguards;

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
        var command = new Command("init", "Make a home for a unit, or for one person") { profile, postgres, login, name };
        command.SetAction(async (parsed, ct) =>
        {
            var folder = parsed.Home();
            var json = parsed.GetValue(CommandLine.Json);
            if (Home.Exists(folder)) return Answer.Decline(json, new Refusal("home.exists", $"There is a home at {folder} already; nothing was changed."));
            var home = Home.Create(folder, parsed.GetValue(postgres));
            var unit = parsed.GetValue(profile) == "unit";
            var first = parsed.GetValue(login) is { } given ? new NewOfficer(given, parsed.GetValue(name) ?? given) : unit ? new NewOfficer("admin", "Administrator") : Desk.Me();
            var made = await new Establishment(home.Store, TimeProvider.System).Run(unit ? HomeProfile.Unit : HomeProfile.Personal, first, ct);
            if (made is Outcome<long>.Refused refused) return Answer.Decline(json, refused.Why);
            return Answer.Give(json, new { home = home.Folder, profile = parsed.GetValue(profile), officer = first.Login }, () =>
            [
                $"Made a {parsed.GetValue(profile)} home at {home.Folder}; first officer: {first.Login}.",
                $"Give {Path.Combine(home.Folder, "keys", "audit.pub")} and checkpoints (plumbline audit checkpoint) to someone outside.",
            ]);
        });
        return command;
    }
}
