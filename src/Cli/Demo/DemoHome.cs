using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Plumbline.Core;
using Plumbline.Register;
using Plumbline.Register.Records;
using Plumbline.Safeguards;
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
    /// <returns>The play, for its summary.</returns>
    public static async Task<(Play Play, Stage Stage)> Make(string folder, string samples, Action<int, int, string> progress, CancellationToken ct)
    {
        var aside = folder.TrimEnd(Path.DirectorySeparatorChar) + ".making";
        if (Directory.Exists(aside)) Directory.Delete(aside, recursive: true);
        var clock = new StoryClock();
        var script = SampleCase.Read(samples);
        var home = Home.Create(aside, null);
        await using (var house = new ServiceCollection().AddUseCases(home, clock).BuildServiceProvider())
        {
            await SetProfile(home.Store, ct);
            var stage = new Stage(script, samples, clock, house);
            var play = new Play(stage);
            await play.Run(progress, ct);
            var ahead = clock.RunFrom(SampleCase.At(script.Now));
            await File.WriteAllTextAsync(Path.Combine(aside, Mark), ahead.Ticks.ToString(CultureInfo.InvariantCulture), ct);
            await house.DisposeAsync();
            RegisterStore.Release();
            if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
            Directory.Move(aside, folder);
            return (play, stage);
        }
    }

    private static async Task SetProfile(RegisterStore store, CancellationToken ct)
    {
        await using var writer = await Writer.Begin(store, ct);
        await new OfficerRecords(writer, 0).SetProfile(HomeProfile.Unit == HomeProfile.Unit ? "unit" : "personal", ct);
        await writer.Commit(ct);
    }
}
