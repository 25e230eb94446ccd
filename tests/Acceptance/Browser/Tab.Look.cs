using Plumbline.Specs;

namespace Plumbline.Acceptance.Browser;

/// <summary>How a page looks and whether everybody can use it.</summary>
internal sealed partial class Tab
{
    private static readonly string Careful = Path.Combine(Repository.Root, "tests/Acceptance/Browser/look.js");
    private static readonly string Axe = Path.Combine(Repository.Root, "src/Web/ui/node_modules/axe-core/axe.min.js");

    /// <summary>Asserts that nothing on the page is clipped, untranslated, out of order or inaccessible; leaves a picture where <c>PLUMBLINE_LOOK</c> says.</summary>
    /// <param name="name">Of the picture; the language is added.</param>
    public async Task Look(string name)
    {
        await Page.EvaluateAsync("document.fonts.ready");
        if (Environment.GetEnvironmentVariable("PLUMBLINE_LOOK") is { Length: > 0 } folder)
            await Page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}-{Language}.png") });
        if (!await Page.EvaluateAsync<bool>("typeof axe === 'object'")) await Page.EvaluateAsync(await System.IO.File.ReadAllTextAsync(Axe));
        var faults = await Page.EvaluateAsync<string[]>(await System.IO.File.ReadAllTextAsync(Careful));
        Assert.True(faults.Length == 0, $"{name} in {Language}:\n{string.Join('\n', faults)}");
    }

    /// <summary>Looks, and where <c>PLUMBLINE_GUIDE</c> is <c>write</c> takes the guide's picture of the page anew.</summary>
    /// <param name="name">Of the picture in <c>docs/guide/pictures</c>; the language is added.</param>
    public async Task Picture(string name)
    {
        await Look(name);
        if (Environment.GetEnvironmentVariable("PLUMBLINE_GUIDE") != "write") return;
        await Page.ScreenshotAsync(new() { Path = Path.Combine(Repository.Root, "docs/guide/pictures", $"{name}-{Language}.png") });
    }
}
