using System.CommandLine;
using Plumbline.Cli.Demo;
using Plumbline.Core;
using Spectre.Console;

namespace Plumbline.Cli.Commands;

/// <summary><c>plumbline demo</c>: a unit's home with the invented sample case, its summary, and its pages on this machine only.</summary>
internal static class DemoCommand
{
    private const string Folder = ".plumbline/demo";

    public static Command Make()
    {
        var port = new Option<int>("--port") { Description = "Port on 127.0.0.1", DefaultValueFactory = _ => 5080 };
        var noServe = new Option<bool>("--no-serve") { Description = "End after the summary" };
        var reset = new Option<bool>("--reset") { Description = "Throw the demonstration away and play it anew" };
        var command = new Command("demo", "Play the invented sample case and serve it on this machine") { port, noServe, reset };
        command.SetAction(async (parsed, ct) =>
        {
            var json = parsed.GetValue(CommandLine.Json);
            var folder = Path.GetFullPath(parsed.GetValue(CommandLine.HomeOption) ?? Folder);
            if (Register.Home.Exists(folder) && !DemoHome.Exists(folder))
                return Answer.Decline(json, new Refusal("demo.not-a-demonstration", $"{folder} is a home of real work; a demonstration is never played into one. Name another folder with --home."));
            if (!DemoHome.Exists(folder) || parsed.GetValue(reset))
            {
                var stage = await Played(folder, json, ct);
                DemoSummary.Print(json, folder, stage);
                if (stage.Astray.Count > 0) return Answer.Fault;
            }
            else if (parsed.GetValue(noServe))
            {
                return Answer.Give(json, new { home = folder, ready = true }, () => [$"The demonstration in {folder} was played before and is ready. Serve it without --no-serve; play it anew with --reset."]);
            }
            return parsed.GetValue(noServe) ? Answer.Done : await DemoServer.Run(folder, parsed.GetValue(port), json, ct);
        });
        return command;
    }

    private static async Task<Stage> Played(string folder, bool json, CancellationToken ct)
    {
        var samples = Path.Combine(AppContext.BaseDirectory, "samples");
        if (json || Console.IsErrorRedirected) return await DemoHome.Make(folder, samples, (_, _, _) => { }, ct);
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        return await console.Progress().Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn()).StartAsync(async progress =>
        {
            var bar = progress.AddTask("Playing the sample case");
            return await DemoHome.Make(folder, samples, (done, all, _) => (bar.MaxValue, bar.Value) = (all, done), ct);
        });
    }
}
