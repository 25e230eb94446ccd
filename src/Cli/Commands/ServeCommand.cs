using System.CommandLine;
using Plumbline.Core;
using Plumbline.Register.Following;
using Plumbline.Web.Accounts;
using Plumbline.Web.Hosting;

namespace Plumbline.Cli.Commands;

/// <summary><c>plumbline serve</c>: the pages, on this machine only unless told otherwise.</summary>
internal static class ServeCommand
{
    public static Command Make()
    {
        var url = new Option<string[]>("--url") { Description = "Address to listen on", DefaultValueFactory = _ => ["http://127.0.0.1:5080"] };
        var command = new Command("serve", "Serve the pages") { url };
        command.SetAction(async (parsed, ct) =>
        {
            var json = parsed.GetValue(CommandLine.Json);
            var opened = await Desk.Open(parsed.Home(), make: true, ct);
            if (opened is not Outcome<Desk>.Done { Value: var desk }) return Answer.Decline(json, opened.Why);
            await using var atWork = desk;
            var personal = await desk.Gate.IsPersonal(ct);
            var options = new WebHostOptions
            {
                Home = desk.Home.Folder,
                Urls = parsed.GetValue(url)!,
                Personal = personal,
                SecondFactorRequired = !personal,
            };
            if (options.Refusal() is { } why) return Answer.Decline(json, why);
            var opening = await desk.Projections(ct);
            if (opening is not Outcome<Projections>.Done { Value: var projections }) return Answer.Decline(json, opening.Why);
            await using var app = PlumblineWeb.Build(options, desk.Home, projections, TimeProvider.System);
            await app.StartAsync(ct);
            if (personal) await Console.Out.WriteLineAsync($"Open {options.Urls[0]}/account/enter?ticket={await Ticket(app.Services, desk, ct)}  (good for one sign-in)");
            await app.WaitForShutdownAsync(ct);
            return Answer.Done;
        });
        return command;
    }

    private static async Task<string> Ticket(IServiceProvider services, Desk desk, CancellationToken ct)
    {
        var officer = (await desk.Gate.Rights.Officers(ct))[0];
        await using var scope = services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<AccountStore>().EnsureOnly(officer.Key, officer.Login);
        return services.GetRequiredService<EntryTicket>().Issue();
    }
}
