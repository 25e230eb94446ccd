using Microsoft.Extensions.Logging.Abstractions;
using Plumbline.Core;
using Plumbline.Register;
using Plumbline.Register.Following;
using Plumbline.Web.Hosting;

namespace Plumbline.Cli.Demo;

/// <summary>Serves the demonstration: loopback only, watermarked, on the story's clock.</summary>
internal static class DemoServer
{
    public static async Task<int> Run(string folder, int port, bool json, CancellationToken ct)
    {
        var clock = await DemoHome.Clock(folder, ct);
        var home = Home.Open(folder);
        var options = new WebHostOptions
        {
            Home = home.Folder,
            Urls = [$"http://127.0.0.1:{port}"],
            Demo = true,
            Tasks = await DemoTasks.Read(folder, ct),
        };
        if (options.Refusal() is { } why) return Answer.Decline(json, why);
        var opened = await Projections.Open(home, TimeProvider.System, NullLogger.Instance, ct);
        if (opened is not Outcome<Projections>.Done { Value: var projections }) return Answer.Decline(json, opened.Why);
        using (projections)
        await using (var app = PlumblineWeb.Build(options, home, projections, clock))
        {
            await app.StartAsync(ct);
            await Console.Out.WriteLineAsync($"The demonstration is at {options.Urls[0]} (story time {clock.GetUtcNow().ToOffset(TimeSpan.FromHours(3)):d MMMM yyyy HH:mm}); stop it with Ctrl+C.");
            // The tables are printed when it is first played; whoever starts it again needs the way in as well.
            await Console.Out.WriteLineAsync($"Sign in as one of {string.Join(", ", (await new Rights(home.Store).Officers(ct)).Select(officer => officer.Login))}; password: {Play.Password}");
            await app.WaitForShutdownAsync(ct);
        }
        return Answer.Done;
    }
}
