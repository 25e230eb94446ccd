using System.Diagnostics;
using System.Globalization;
using Plumbline.Register;
using Plumbline.Register.Records;
using Plumbline.Safeguards;

namespace Plumbline.Acceptance.Lists;

/// <summary>The real program at work on a personal home of its own, to be watched and killed.</summary>
internal sealed class ImportProcess : IDisposable
{
    private readonly Process process;
    private readonly Task<string> told;

    private ImportProcess(Process process)
    {
        this.process = process;
        told = Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync()).ContinueWith(both => string.Join('\n', both.Result), TaskScheduler.Default);
    }

    /// <summary>A personal home on an engine.</summary>
    public static async Task<Home> MakeHome(string folder, string? postgres)
    {
        var home = Home.Create(folder, postgres);
        await new Establishment(home.Store, TimeProvider.System).Run(HomeProfile.Personal, new NewOfficer("me", "Me"), TestContext.Current.CancellationToken);
        return home;
    }

    /// <summary>Starts <c>plumbline</c> with these words.</summary>
    public static ImportProcess Start(Home home, params string[] words)
    {
        string[] line = [Path.Combine(AppContext.BaseDirectory, "plumbline.dll"), .. words, "--home", home.Folder];
        return new ImportProcess(Process.Start(new ProcessStartInfo("dotnet", line) { RedirectStandardOutput = true, RedirectStandardError = true })!);
    }

    /// <summary>Runs it to its end.</summary>
    public static async Task<(int Code, string Told)> Run(Home home, params string[] words)
    {
        using var process = Start(home, words);
        return await process.End();
    }

    /// <summary>Waits for the end; gives the exit code and all that was printed.</summary>
    public async Task<(int Code, string Told)> End()
    {
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, await told);
    }

    public bool HasEnded => process.HasExited;

    /// <summary>kill -9.</summary>
    public async Task Kill()
    {
        process.Kill();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Runs it to its end; gives the most memory that it held at once, in MiB (Linux).</summary>
    public async Task<(int Code, string Told, long PeakMiB)> Watched()
    {
        var peak = 0L;
        while (!process.HasExited)
        {
            peak = Math.Max(peak, HighWater());
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }
        var (code, text) = await End();
        return (code, text, peak >> 10);
    }

    public void Dispose()
    {
        if (!process.HasExited) process.Kill();
        process.Dispose();
    }

    private long HighWater()
    {
        try
        {
            var line = File.ReadLines($"/proc/{process.Id}/status").FirstOrDefault(one => one.StartsWith("VmHWM:", StringComparison.Ordinal));
            return line is null ? 0 : long.Parse(line["VmHWM:".Length..].Replace("kB", "", StringComparison.Ordinal), NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture);
        }
        catch (IOException)
        {
            return 0;   // it ended between two looks
        }
    }
}
