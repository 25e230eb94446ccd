using System.Text.Json;
using Plumbline.Acceptance.Support;

namespace Plumbline.Acceptance.Demo;

/// <summary>The sample case is a script of officers' acts; what it says must be what the gate and the rules let them do.</summary>
public sealed class The_demonstration(PlayedDemonstration demonstration) : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("plumbline-").FullName;

    private string Home => Path.Combine(folder, "demo");

    [Fact]
    public async Task Goes_as_the_script_says()
    {
        var played = await demonstration.Played(TestContext.Current.CancellationToken);
        Assert.True(played.Exit == 0, played.Output + played.Errors);
        using var told = JsonDocument.Parse(played.Output);
        Assert.Empty(told.RootElement.GetProperty("astray").EnumerateArray());
        Assert.Equal((23, 66), (told.RootElement.GetProperty("reports").GetInt32(), told.RootElement.GetProperty("items").GetInt32()));
        var lists = told.RootElement.GetProperty("lists").EnumerateArray().Select(Counts).ToArray();
        Assert.Equal([(12, 12, 0, 0, 0), (13, 2, 2, 9, 1)], lists);
    }

    [Fact]
    public async Task Leaves_a_log_that_is_whole()
    {
        await demonstration.CopyTo(Home, TestContext.Current.CancellationToken);
        var verified = await TheProgram.Run(TestContext.Current.CancellationToken, "audit", "verify", "--json", "--home", Home);
        Assert.True(verified.Exit == 0, verified.Output + verified.Errors);
    }

    [Fact]
    public async Task Is_never_played_into_a_home_of_real_work()
    {
        Assert.Equal(0, (await TheProgram.Run(TestContext.Current.CancellationToken, "note", "A grey van stood at the mill.", "--home", Home)).Exit);
        var refused = await TheProgram.Run(TestContext.Current.CancellationToken, "demo", "--no-serve", "--reset", "--home", Home);
        Assert.Equal(1, refused.Exit);
        Assert.Contains("demo.not-a-demonstration", refused.Errors, StringComparison.Ordinal);
    }

    private static (int, int, int, int, int) Counts(JsonElement list) =>
        (Number(list, "entries"), Number(list, "added"), Number(list, "changed"), Number(list, "unchanged"), Number(list, "withdrawn"));

    private static int Number(JsonElement list, string name) => list.GetProperty(name).GetInt32();

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
