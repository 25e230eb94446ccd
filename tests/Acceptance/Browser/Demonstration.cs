using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Plumbline.Acceptance.Demo;

namespace Plumbline.Acceptance.Browser;

/// <summary>The demonstration as <c>plumbline demo</c> serves it: a process of its own, on a copy of its own.</summary>
internal sealed class Demonstration : IAsyncDisposable
{
    private const string Password = "plumb line hangs true";
    private readonly string folder = Directory.CreateTempSubdirectory("plumbline-").FullName;
    private readonly List<Tab> tabs = [];
    private readonly Chromium chromium;
    private readonly Uri address;
    private Process process = null!;

    private Demonstration(Chromium chromium, int port) => (this.chromium, address) = (chromium, new Uri($"http://{IPAddress.Loopback}:{port}"));

    /// <summary>Takes a copy and waits until it is served; skips the test where there is no browser.</summary>
    public static async Task<Demonstration> Open(Chromium chromium, PlayedDemonstration played, CancellationToken ct)
    {
        await chromium.Start();
        var made = new Demonstration(chromium, FreePort());
        await played.CopyTo(made.Home, ct);
        made.Serve();
        while (await made.process.StandardOutput.ReadLineAsync(ct) is { } said)
        {
            if (!said.Contains(made.address.Authority, StringComparison.Ordinal) || said.StartsWith(' ')) continue;
            _ = made.process.StandardOutput.ReadToEndAsync(ct);   // nobody reads on, and it must not stand still for it
            return made;
        }
        await made.DisposeAsync();
        throw new InvalidOperationException("The demonstration ended before it was served.");
    }

    /// <summary>Its home, to look up what the pages call things.</summary>
    public string Home => Path.Combine(folder, "demo");

    /// <summary>A tab in a language, signed in as one of the story's officers.</summary>
    public async Task<Tab> SignIn(string login, string language)
    {
        var tab = await Tab.Open(await chromium.Start(), address, language);
        tabs.Add(tab);
        await tab.SignIn(login, Password);
        return tab;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var tab in tabs) await tab.DisposeAsync();
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    private void Serve()
    {
        string[] line = [Path.Combine(AppContext.BaseDirectory, "plumbline.dll"), "demo", "--home", Home, "--port", address.Port.ToString(CultureInfo.InvariantCulture)];
        process = Process.Start(new ProcessStartInfo("dotnet", line) { RedirectStandardOutput = true })!;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
