using Plumbline.Acceptance.Support;

[assembly: AssemblyFixture(typeof(Plumbline.Acceptance.Demo.PlayedDemonstration))]

namespace Plumbline.Acceptance.Demo;

/// <summary>The demonstration, played once for the whole run at the first question: who wants to change something takes a copy.</summary>
public sealed class PlayedDemonstration : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("plumbline-").FullName;
    private readonly SemaphoreSlim playing = new(1);
    private (int Exit, string Output, string Errors)? played;

    /// <summary>The home as the story left it. Nobody writes in it.</summary>
    internal string Home => Path.Combine(folder, "demo");

    /// <summary>Plays it, unless somebody did, and says what the program said.</summary>
    internal async Task<(int Exit, string Output, string Errors)> Played(CancellationToken ct)
    {
        await playing.WaitAsync(ct);
        try
        {
            return played ??= await TheProgram.Run(ct, "demo", "--no-serve", "--json", "--home", Home);
        }
        finally
        {
            playing.Release();
        }
    }

    /// <summary>A copy of the home in a folder that does not exist yet.</summary>
    internal async Task CopyTo(string target, CancellationToken ct)
    {
        var (exit, output, errors) = await Played(ct);
        Assert.True(exit == 0, output + errors);
        Directory.CreateDirectory(target);
        foreach (var inner in Directory.EnumerateDirectories(Home, "*", SearchOption.AllDirectories)) Directory.CreateDirectory(Path.Combine(target, Path.GetRelativePath(Home, inner)));
        foreach (var file in Directory.EnumerateFiles(Home, "*", SearchOption.AllDirectories)) File.Copy(file, Path.Combine(target, Path.GetRelativePath(Home, file)));
    }

    /// <summary>Nothing yet: a run that asks for no demonstration plays none.</summary>
    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        playing.Dispose();
        Directory.Delete(folder, recursive: true);
        return ValueTask.CompletedTask;
    }
}
