using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Plumbline.Acceptance.Browser;

/// <summary>A tab of the browser in one language, at the size that officers have; remembers where it asked and what it complained of.</summary>
internal sealed partial class Tab : IAsyncDisposable
{
    private readonly IBrowserContext context;
    private readonly Uri address;
    private readonly List<string> complaints = [];

    private Tab(IBrowserContext context, IPage page, Uri address, string language)
    {
        (this.context, Page, this.address, Language) = (context, page, address, language);
        page.Request += (_, request) =>
        {
            var asked = new Uri(request.Url);
            if (asked.Scheme is "data" or "blob") return;
            if (asked.Host != address.Host || !IPAddress.IsLoopback(IPAddress.Parse(asked.Host))) complaints.Add($"asked another host: {request.Url}");
        };
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning") complaints.Add($"console {message.Type}: {message.Text} ({message.Location})");
        };
        page.PageError += (_, fault) => complaints.Add($"fault: {fault}");
    }

    public IPage Page { get; }

    /// <summary><c>en</c>, <c>ar</c> or <c>ckb</c>.</summary>
    public string Language { get; }

    public static async Task<Tab> Open(IBrowser browser, Uri address, string language)
    {
        var context = await browser.NewContextAsync(new()
        {
            BaseURL = address.ToString(),
            Locale = language == "ckb" ? "ckb-IQ" : language,
            ViewportSize = new() { Width = 1366, Height = 768 },
            ReducedMotion = ReducedMotion.Reduce,
        });
        context.SetDefaultTimeout(30_000);   // a machine that builds beside the tests answers late, not wrongly
        await context.AddCookiesAsync([new() { Name = "plumbline.look", Value = $"{language}.light", Domain = address.Host, Path = "/" }]);
        return new Tab(context, await context.NewPageAsync(), address, language);
    }

    /// <summary>Opens a path and waits for its title and, inside the frame, until keys are heard.</summary>
    public async Task Go(string path)
    {
        await Page.GotoAsync(new Uri(address, path).ToString());
        await Page.WaitForSelectorAsync("h1");
        await Page.WaitForSelectorAsync("html[data-listening], body:not(:has(.frame))");
    }

    /// <summary>Signs in through the sign-in page.</summary>
    public async Task SignIn(string login, string password)
    {
        await Go("/account/sign-in");
        await Page.FillAsync("#user", login);
        await Page.FillAsync("#password", password);
        await Page.PressAsync("#password", "Enter");
        await Page.WaitForSelectorAsync(".frame h1");
        await Page.WaitForSelectorAsync("html[data-listening]");
    }

    /// <summary>Presses a key where the focus is, as a person at the keyboard.</summary>
    public Task Press(string key) => Page.Keyboard.PressAsync(key);

    /// <summary>Waits until the text stands on the page.</summary>
    public Task Sees(string text) => Page.GetByText(text).First.WaitForAsync();

    /// <summary>Waits until the address begins with a path. It is asked for again and again: waiting for a navigation misses one that is over by then.</summary>
    public Task Arrives(string path) => Assertions.Expect(Page).ToHaveURLAsync(new Regex("^" + Regex.Escape(new Uri(address, path).ToString())));

    /// <summary>Asks for the file of a report, for the purpose of this tab.</summary>
    public async Task<IAPIResponse> Download(string report) => await Page.APIRequest.GetAsync(
        new Uri(address, $"/api/pages/report/{report}/file?purpose={await Page.EvaluateAsync<string>("() => sessionStorage.getItem('plumbline.purpose')")}").ToString());

    /// <summary>Nothing was asked of another host, and the console is silent.</summary>
    public void AssertQuiet() => Assert.Empty(complaints);

    public ValueTask DisposeAsync() => context.DisposeAsync();
}
