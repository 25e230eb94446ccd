using System.Diagnostics;
using System.Text;

namespace Plumbline.Acceptance.Support;

/// <summary>The built program as a process of its own, as an officer starts it.</summary>
internal static class TheProgram
{
    /// <summary>Runs it to its end; the input is closed.</summary>
    public static Task<(int Exit, string Output, string Errors)> Run(CancellationToken ct, params string[] arguments) => RunIn(Environment.CurrentDirectory, ct, arguments);

    /// <summary>Runs it in a folder to its end; the input is closed.</summary>
    public static async Task<(int Exit, string Output, string Errors)> RunIn(string folder, CancellationToken ct, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "plumbline.dll"), .. arguments])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(ct), process.StandardError.ReadToEndAsync(ct));
        await process.WaitForExitAsync(ct);
        return (process.ExitCode, await output, await errors);
    }
}
