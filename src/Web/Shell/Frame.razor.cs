using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.JSInterop;
using Plumbline.Web.Hosting;

namespace Plumbline.Web.Shell;

/// <summary>The frame of all pages: loads who and what for, listens to keys, runs what the palette offers.</summary>
public sealed partial class Frame
{
    private readonly CancellationTokenSource leaving = new();
    private DotNetObjectReference<Frame>? self;
    private ErrorBoundary? boundary;
    private AppBar? bar;
    private string? overlay;
    private bool ready;
    private bool narrow;

    [CascadingParameter] private Look Look { get; set; } = new();

    private PageEntry? Current => PageMap.Of(new Uri(Navigation.Uri).AbsolutePath);

    protected override async Task OnInitializedAsync()
    {
        Shell.Changed += Redraw;
        Navigation.LocationChanged += Moved;
        if (await Officer.Find() is not { } me) return;
        var purpose = await Browser.Recall("purpose");
        narrow = await Browser.Recall("narrow") == "1";
        Shell.Begin(me, await Source.Load(me, purpose, leaving.Token));
        if (Shell.Purpose is { } stated) await Browser.Keep("purpose", stated.Key);
        ready = true;
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!ready || self is not null) return;
        self = DotNetObjectReference.Create(this);
        await Browser.Call("listen", self);
    }

    /// <summary>Called by the browser for a key pressed outside text boxes; true if it meant something here.</summary>
    /// <param name="code">Physical key, such as <c>KeyG KeyT</c>, <c>Slash</c>, <c>Ctrl+KeyK</c>.</param>
    [JSInvokable]
    public async Task OnKey(string code)
    {
        if (overlay is not null && code != "Escape") return;
        if (code.StartsWith("KeyG Key", StringComparison.Ordinal))
        {
            if (PageMap.All.FirstOrDefault(page => page.Go == code[^1] && Shell.Allows(page.Id)) is { } page) Navigation.NavigateTo(page.Href);
            return;
        }

        switch (code)
        {
            case "Slash": await Do("search"); break;
            case "Ctrl+KeyK": await Do("palette"); break;
            case "Shift+Slash": await Do("keys"); break;
            case "KeyC" when Shell.Keys.All(key => key.Code != code): await Do("check"); break;
            case "KeyP" when Shell.Keys.All(key => key.Code != code): await Do("purpose"); break;
            case "Escape" when overlay is not null: Close(); break;
            default:
                if (Shell.Keys.LastOrDefault(key => key.Code == code) is { } own) await own.Run();
                break;
        }

        StateHasChanged();
    }

    private async Task Run(Command command)
    {
        Close();
        if (command.Href is { } href) Navigation.NavigateTo(href);
        else await Do(command.Act!);
    }

    private async Task Do(string act)
    {
        switch (act)
        {
            case "palette" or "keys": overlay = act; break;
            case "check" when Shell.Allows("find"): overlay = act; break;
            case "search": await Browser.Call("focus", "#search"); break;
            case "purpose": await Browser.Call("openMenu", "#purpose"); break;
            case "print": await Browser.Call("printPage"); break;
            case "sign-out": await Browser.Call("signOut"); break;
            case ['l', 'o', 'o', 'k', ' ', .. var part]: Restyle(Look.Parse($"{Look}.{part}", Look.Language)); break;
        }
    }

    // Culture and direction belong to the circuit: a new look is a new page.
    private void Restyle(Look look) => Navigation.NavigateTo(
        $"/account/look?set={look}&back={Uri.EscapeDataString(new Uri(Navigation.Uri).PathAndQuery)}", forceLoad: true);

    private void Close() => overlay = null;

    private async Task ToggleMenu()
    {
        narrow = !narrow;
        await Browser.Keep("narrow", narrow ? "1" : null);
    }

    private string Here(string fragment) => new Uri(Navigation.Uri).PathAndQuery + fragment;

    private void Moved(object? sender, LocationChangedEventArgs args)
    {
        overlay = null;
        boundary?.Recover();
        Redraw();
    }

    private void Redraw() => InvokeAsync(StateHasChanged);

    public void Dispose()
    {
        Shell.Changed -= Redraw;
        Navigation.LocationChanged -= Moved;
        leaving.Cancel();
        leaving.Dispose();
        self?.Dispose();
    }
}
