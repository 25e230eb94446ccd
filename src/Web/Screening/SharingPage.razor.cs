using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using Plumbline.Core;
using Plumbline.Exchange.Export;
using Plumbline.Exchange.Watchlists;
using Plumbline.Register.Questions;
using Plumbline.Screening.Watchlists;
using Plumbline.Web.Collate;
using Plumbline.Web.Collect;
using Plumbline.Web.Shell;

namespace Plumbline.Web.Screening;

/// <summary>Keys that two units hold in common, what was given under them and what came.</summary>
public sealed partial class SharingPage : IDisposable
{
    private SharedKeysView? view;
    private IReadOnlyList<WatchlistRow> lists = [];
    private Refusal? refused, fault;
    private Keeping keeping;
    private ExportedFile? file;
    private SharingTaken? taken;
    private ElementReference input;
    private DotNetObjectReference<SharingPage>? self;
    private string keyName = "", keyText = "", reason = "", under = "", freshName = "";
    private string? fresh, href;
    private long? list, given;
    private bool busy, running, copied;

    private enum Keeping { Nothing, Make, Take }

    [Inject] private Captions T { get; set; } = null!;
    [Inject] private AtWork Work { get; set; } = null!;
    [Inject] private ShellState Shell { get; set; } = null!;
    [Inject] private KeepSharedKeys Keys { get; set; } = null!;
    [Inject] private KeepWatchlists Watchlists { get; set; } = null!;
    [Inject] private ExportWatchlist Export { get; set; } = null!;
    [Inject] private ExportTray Tray { get; set; } = null!;
    [Inject] private Browser Browser { get; set; } = null!;

    private IReadOnlyList<WatchlistRow> Lists => [.. lists.Where(row => row.State == "active")];

    private IReadOnlyList<string> Lost => WatchlistLoss.Of(lists.FirstOrDefault(row => row.Key == given)?.IsOwn == true);

    protected override Task OnInitializedAsync() => Load();

    private string KeyName(string id) => view!.Keys.FirstOrDefault(key => key.Id == id).Name ?? id;

    private async Task Load()
    {
        var seen = await Keys.All(Work.Visitor, CancellationToken.None);
        view = seen is Outcome<SharedKeysView>.Done { Value: var value } ? value : null;
        refused = view is null ? seen.Why : null;
        if (view is not null && await Watchlists.All(Work.Visitor, CancellationToken.None) is Outcome<WatchlistsView>.Done { Value: var all }) lists = all.Watchlists;
    }

    private async Task Open(Keeping which)
    {
        (keeping, keyName, keyText, fault) = (keeping == which ? Keeping.Nothing : which, "", "", null);
        if (keeping == Keeping.Nothing) return;
        StateHasChanged();
        await Browser.Call("focus", "#key-name");
    }

    private async Task Keep()
    {
        if (busy) return;
        busy = true;
        var made = await Keys.Keep(Work.Visitor, keyName, keeping == Keeping.Make ? null : keyText, CancellationToken.None);
        busy = false;
        fault = made is Outcome<string>.Refused { Reason: var why } ? why : null;
        if (made is not Outcome<string>.Done { Value: var key }) return;
        (fresh, freshName, copied) = keeping == Keeping.Make ? (key, keyName.Trim(), false) : (null, "", false);
        (keeping, keyName, keyText) = (Keeping.Nothing, "", "");
        await Load();
    }

    private async Task Copy()
    {
        await Browser.Call("copy", fresh);
        copied = true;
    }

    private async Task Give()
    {
        if (busy || list is not { } chosen) return;
        busy = true;
        var made = await Export.Run(Work.Visitor, chosen, under, reason, CancellationToken.None);
        busy = false;
        fault = made is Outcome<ExportedFile>.Refused { Reason: var why } ? why : null;
        if (made is not Outcome<ExportedFile>.Done { Value: var ready }) return;
        (file, given, reason, list) = (ready, chosen, "", null);
        href = $"/api/pages/export/{Tray.Put(Work.Visitor.Officer, ready)}";
    }

    private async Task Receive()
    {
        self ??= DotNetObjectReference.Create(this);
        (running, fault, taken) = (true, null, null);
        var headers = new Dictionary<string, string> { ["X-Purpose"] = Shell.Purpose?.Key ?? "" };
        await Browser.Ask<ChosenFile[][]>("upload", input, "/api/pages/receive-watchlist", headers, self, 0);
    }

    /// <summary>Called by the browser while a file is on its way.</summary>
    [JSInvokable]
    public void OnProgress(int index, long done, long total)
    {
    }

    /// <summary>Called by the browser when the server has answered, or the connection broke.</summary>
    [JSInvokable]
    public async Task OnUploaded(int index, int status, string text)
    {
        var answer = SharingUploaded.Read(status, text);
        (running, fault, taken) = (false, answer.Refused, answer.Taken);
        await Load();
        StateHasChanged();
    }

    public void Dispose() => self?.Dispose();
}
