using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using Plumbline.Core;
using Plumbline.Register;
using Plumbline.Register.Following;
using Plumbline.Register.Records;
using Plumbline.Web.Hosting;

namespace Plumbline.Cli.Demo;

/// <summary>The home of the demonstration: made aside and moved into place when it is whole, so that a kill leaves none or a whole one.</summary>
internal static class DemoHome
{
    // How far the story is ahead of the wall clock, in ticks; its presence says that this home is a demonstration.
    private const string Mark = "demonstration";

    /// <summary>Whether a folder holds a whole demonstration.</summary>
    public static bool Exists(string folder) => File.Exists(Path.Combine(folder, Mark));

    /// <summary>The running clock of a demonstration.</summary>
    public static async Task<StoryClock> Clock(string folder, CancellationToken ct)
    {
        var clock = new StoryClock();
        clock.Resume(TimeSpan.FromTicks(long.Parse(await File.ReadAllTextAsync(Path.Combine(folder, Mark), ct), CultureInfo.InvariantCulture)));
        return clock;
    }

    /// <summary>Plays the sample case into a new home; an earlier demonstration there is thrown away.</summary>
    /// <returns>What came of it, for the summary.</returns>
    public static async Task<Stage> Make(string folder, string samples, Action<int, int, string> progress, CancellationToken ct)
    {
        var aside = folder.TrimEnd(Path.DirectorySeparatorChar) + ".making";
        if (Directory.Exists(aside)) Directory.Delete(aside, recursive: true);
        var clock = new StoryClock();
        var script = SampleCase.Read(samples);
        var home = Home.Create(aside, null);
        var stage = await Played(home, script, samples, clock, progress, ct);
        var ahead = clock.RunFrom(SampleCase.At(script.Now));
        await DemoTasks.Keep(aside, stage, ct);
        await File.WriteAllTextAsync(Path.Combine(aside, Mark), ahead.Ticks.ToString(CultureInfo.InvariantCulture), ct);
        home.Store.Release();
        if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
        Directory.Move(aside, folder);
        return stage;
    }

    private static async Task<Stage> Played(Home home, SampleCase script, string samples, StoryClock clock, Action<int, int, string> progress, CancellationToken ct)
    {
        await SetProfile(home.Store, ct);
        var opened = await Projections.Open(home, TimeProvider.System, NullLogger.Instance, ct);
        using var projections = opened is Outcome<Projections>.Done { Value: var own } ? own : throw new InvalidOperationException(opened.Why.Detail);
        await using var house = new ServiceCollection().AddUseCases(home, clock).AddSingleton(projections.Search).BuildServiceProvider();
        var stage = new Stage(script, samples, clock, house, projections);
        await new Play(stage).Run(progress, ct);
        await projections.CatchUp(ct);
        return stage;
    }

    private static async Task SetProfile(RegisterStore store, CancellationToken ct)
    {
        await using var writer = await Writer.Begin(store, ct);
        await new OfficerRecords(writer, 0).SetProfile("unit", ct);
        await writer.Commit(ct);
    }
}
