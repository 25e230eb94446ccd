using System.Diagnostics;
using System.Runtime.Versioning;

namespace Plumbline.Specs.House;

/// <summary>./plumbline against a small tree, a folder with a blank in its name, and a dotnet that only notes what it is asked.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class The_launcher : IDisposable
{
    private const string Dotnet = """
        #!/bin/sh
        case $1 in
          --version) [ -z "$NO_SDK" ] && echo 10.0.100 || { echo 'No .NET SDKs were found.'; exit 145; } ;;
          build) echo "$*" >>"$PLACE/builds"; sleep 0.2; [ -z "$BROKEN" ] || { echo 'a.cs(1,2): error CS1001: broken'; exit 1; }
                 mkdir -p src/Cli/bin/Release/net10.0; touch src/Cli/bin/Release/net10.0/plumbline.dll ;;
          *) shift; printf '%s|' "$@"; exit 7 ;;
        esac
        """;

    private readonly string place = Directory.CreateTempSubdirectory("plumbline house ").FullName;

    public The_launcher()
    {
        File.Copy(Path.Combine(Repository.Root, "plumbline"), Path.Combine(place, "plumbline"));
        Write("src/Core/A.cs", "one");
        Write("src/Core/B.cs", "two");
        Write("src/Cli/Cli.csproj", "");
        Write("programs/dotnet", Dotnet);
        File.SetUnixFileMode(Path.Combine(place, "programs/dotnet"), UnixFileMode.UserRead | UnixFileMode.UserExecute);
    }

    [Fact]
    public async Task Builds_once_and_passes_on_words_and_exit_code()
    {
        var first = await Start(["show", "two words"]);
        Assert.Equal((7, "show|two words|"), (first.Code, first.Out));
        Assert.Contains("Building", first.Said, StringComparison.Ordinal);

        var second = await Start(["show"]);
        Assert.Equal((7, "show|", ""), (second.Code, second.Out, second.Said));
        Assert.Contains("RestoreLockedMode=true", Assert.Single(Builds), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Builds_again_when_a_source_changed_came_or_went()
    {
        await Start([]);
        Write("src/Core/A.cs", "changed");
        await Start([]);
        Write("data/schema/person.yaml", "came");
        await Start([]);
        File.Delete(Path.Combine(place, "src/Core/B.cs"));
        await Start([]);
        Write("src/Core/obj/A.g.cs", "made by the build");
        await Start([]);
        Assert.Equal(4, Builds.Length);
    }

    [Fact]
    public async Task Started_twice_at_once_builds_once()
    {
        var both = await Task.WhenAll(Start(["a"]), Start(["b"]));
        Assert.Equal(["a|", "b|"], both.Select(run => run.Out));
        Assert.Single(Builds);
    }

    [Fact]
    public async Task Says_what_is_missing_and_ends_with_3()
    {
        var run = await Start([], ("NO_SDK", "yes"));
        Assert.Equal(3, run.Code);
        Assert.Contains(".NET SDK 10", run.Said, StringComparison.Ordinal);
        Assert.Contains("dotnet-install.sh", run.Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Starts_nothing_old_after_a_build_that_failed()
    {
        await Start([]);
        Write("src/Core/A.cs", "broken");
        foreach (var _ in Enumerable.Range(0, 2))
        {
            var run = await Start(["show"], ("BROKEN", "yes"));
            Assert.Equal((3, ""), (run.Code, run.Out));
            Assert.Contains("error CS1001", run.Said, StringComparison.Ordinal);
        }
    }

    public void Dispose() => Directory.Delete(place, recursive: true);

    private string[] Builds => File.ReadAllLines(Path.Combine(place, "builds"));

    private void Write(string path, string text)
    {
        var file = Path.Combine(place, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }

    private async Task<(int Code, string Out, string Said)> Start(string[] words, params (string Name, string Value)[] settings)
    {
        var cancel = TestContext.Current.CancellationToken;
        var start = new ProcessStartInfo("bash", [Path.Combine(place, "plumbline"), .. words])
        {
            WorkingDirectory = "/",
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["PLACE"] = place;
        start.Environment["PATH"] = Path.Combine(place, "programs") + ":" + Environment.GetEnvironmentVariable("PATH");
        foreach (var (name, value) in settings) start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var said = process.StandardError.ReadToEndAsync(cancel);
        var output = await process.StandardOutput.ReadToEndAsync(cancel);
        await process.WaitForExitAsync(cancel);
        return (process.ExitCode, output, await said);
    }
}
