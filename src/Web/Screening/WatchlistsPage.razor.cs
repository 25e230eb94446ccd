using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using Plumbline.Core;
using Plumbline.Register;
using Plumbline.Register.Questions;
using Plumbline.Safeguards;
using Plumbline.Screening.Watchlists;
using Plumbline.Web.Collect;
using Plumbline.Web.Shell;

namespace Plumbline.Web.Screening;

/// <summary>Watchlists with what answers for each, and the numbers that oversight reads.</summary>
public sealed partial class WatchlistsPage : IDisposable
{
    private static readonly string[] Whats = ["screened", "cleared", "candidate", "incomplete", "too_common", "same", "different", "unresolved"];
    private readonly Dictionary<long, ElementReference> inputs = [];
    private WatchlistsView? view;
    private IReadOnlyList<TallyRow> rates = [];
    private DotNetObjectReference<WatchlistsPage>? self;
    private Refusal? refused, fault;
    private string? said;
    private string name = "", list = "", basis = "", instruction = "", review = "";
    private bool making, mayKeep, busy;

    [Inject] private Captions T { get; set; } = null!;
    [Inject] private AtWork Work { get; set; } = null!;
    [Inject] private ShellState Shell { get; set; } = null!;
    [Inject] private KeepWatchlists Keep { get; set; } = null!;
    [Inject] private ViewCandidates View { get; set; } = null!;
    [Inject] private Gate Gate { get; set; } = null!;
    [Inject] private PublicIds Ids { get; set; } = null!;
    [Inject] private TimeProvider Time { get; set; } = null!;
    [Inject] private Browser Browser { get; set; } = null!;

    protected override async Task OnInitializedAsync()
    {
        var roles = await Gate.Rights.Roles(Work.Visitor.Officer, CancellationToken.None);
        mayKeep = Gate.Policy.Allows(roles, Actions.KeepWatchlist);
        if (Gate.Policy.Allows(roles, Actions.ReadTallies) && await View.Tallies(Work.Visitor, CancellationToken.None) is Outcome<IReadOnlyList<TallyRow>>.Done { Value: var rows }) rates = rows;
        await Load();
    }

    // Doctrine asks for a look every six months.
    private string NextReview => DateOnly.FromDayNumber(Time.Today()).AddMonths(6).ToString("O", CultureInfo.InvariantCulture);

    private static long Of(IEnumerable<TallyRow> rows, string what) => rows.FirstOrDefault(row => row.What == what)?.Number ?? 0;

    private static string Version(WatchlistRow row) => row.Version is { } version ? $"{row.List} · {version}" : row.List;

    private string Tried(WatchlistRow row) => row.Sampled is { } people
        ? T.Say("screening.tried-of", ("hits", Digits.Number(row.SampleHits ?? 0)), ("people", Digits.Number(people)), ("rate", Digits.Show((1000.0 * (row.SampleHits ?? 0) / people).ToString("F1", CultureInfo.CurrentCulture))))
        : T["screening.untried"];

    private async Task Load()
    {
        var seen = await Keep.All(Work.Visitor, CancellationToken.None);
        refused = seen is Outcome<WatchlistsView>.Refused { Reason: var why } ? why : null;
        view = seen is Outcome<WatchlistsView>.Done { Value: var value } ? value : null;
    }

    private async Task Add()
    {
        var answer = await Keep.Add(Work.Visitor, new WatchlistForm(name, list, "", basis, instruction, review), CancellationToken.None);
        await Change(Task.FromResult(answer));
        if (fault is null) (making, name, list, basis, instruction, review, said) = (false, "", "", "", "", "", T["screening.entered-list"]);
    }

    private async Task Change(Task<Outcome<long>> change)
    {
        if (busy) return;
        busy = true;
        var answer = await change;
        busy = false;
        (fault, said) = (answer is Outcome<long>.Refused { Reason: var why } ? why : null, null);
        await Load();
    }

    private async Task Try(WatchlistRow row)
    {
        self ??= DotNetObjectReference.Create(this);
        var headers = new Dictionary<string, string> { ["X-Purpose"] = Shell.Purpose?.Key ?? "", ["X-Screening"] = new ScreeningFields { Try = Ids.Show(PublicKind.Watchlist, row.Key) }.Header() };
        await Browser.Ask<ChosenFile[]>("upload", inputs[row.Key], "/api/pages/screen", headers, self, 0);
    }

    /// <summary>Called by the browser while a sample is on its way.</summary>
    [JSInvokable]
    public void OnProgress(int index, long done, long total)
    {
    }

    /// <summary>Called by the browser when the server has answered, or the connection broke.</summary>
    [JSInvokable]
    public async Task OnUploaded(int index, int status, string text)
    {
        var answer = ScreeningUploaded.Read(status, text);
        fault = answer.Refused;
        said = fault is null ? T.Say("screening.tried-now", ("hits", Digits.Number(answer.Hits)), ("people", Digits.Number(answer.People))) : null;
        await Load();
        StateHasChanged();
    }

    public void Dispose() => self?.Dispose();
}
