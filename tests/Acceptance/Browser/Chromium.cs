using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Plumbline.Acceptance.Browser.Chromium))]

namespace Plumbline.Acceptance.Browser;

/// <summary>One browser for the whole run, started at the first question; each test has a context of its own.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private static readonly string[] Quiet =
        ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

    private readonly SemaphoreSlim starting = new(1);
    private IPlaywright? playwright;
    private IBrowser? browser;

    /// <summary>The browser. Skips the test, saying why, where there is none: set <c>PLUMBLINE_CHROMIUM</c> or install it.</summary>
    internal async Task<IBrowser> Start()
    {
        // The shell is the same browser without its own windows: a fifth less work for each tab.
        string[] places = [Environment.GetEnvironmentVariable("PLUMBLINE_CHROMIUM") ?? "", "/usr/bin/chromium-headless-shell", "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
        var path = places.FirstOrDefault(File.Exists);
        if (path is null) Assert.Skip("Chromium is not here: install it, or name it in PLUMBLINE_CHROMIUM.");
        await starting.WaitAsync();
        try
        {
            playwright ??= await Playwright.CreateAsync();
            Assertions.SetDefaultExpectTimeout(30_000);   // as long as a tab waits for anything else
            return browser ??= await playwright.Chromium.LaunchAsync(new() { ExecutablePath = path, Args = Quiet });
        }
        finally
        {
            starting.Release();
        }
    }

    /// <summary>No browser yet: a run without browser tests starts none. The hosts that tests start say only what is wrong.</summary>
    public ValueTask InitializeAsync()
    {
        Environment.SetEnvironmentVariable("Logging__Console__LogLevel__Default", "Error");
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (browser is not null) await browser.DisposeAsync();
        playwright?.Dispose();
        starting.Dispose();
    }
}
