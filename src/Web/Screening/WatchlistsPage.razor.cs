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
    private static readonly string[] Whats = ["screened", "cleared", "candidate", "incomplete", "too_common", "same", "different", "unresolved", "rescreened"];
    private static readonly string[] Rules = ["candidate", "incomplete"];
    private const int Latest = 50;
    private readonly Dictionary<long, ElementReference> inputs = [];
    private WatchlistsView? view;
    private IReadOnlyList<TallyRow> rates = [];
    private DotNetObjectReference<WatchlistsPage>? self;
    private Refusal? refused, fault;
    private string? said;
    private string name = "", list = "", basis = "", instruction = "", review = "";
    private IReadOnlyList<RescreeningRow> again = [];
    private bool making, mayKeep, mayVerify, mayShare, mayReadRates, busy;

    [Inject] private Captions T { get; set; } = null!;
    [Inject] private AtWork Work { get; set; } = null!;
    [Inject] private ShellState Shell { get; set; } = null!;
    [Inject] private KeepWatchlists Keep { get; set; } = null!;
    [Inject] private ViewCandidates View { get; set; } = null!;
    [Inject] private RescreenRegister Again { get; set; } = null!;
    [Inject] private Gate Gate { get; set; } = null!;
    [Inject] private PublicIds Ids { get; set; } = null!;
    [Inject] private TimeProvider Time { get; set; } = null!;
    [Inject] private Browser Browser { get; set; } = null!;

    /// <summary>Id of a person whom an officer came to nominate.</summary>
    [SupplyParameterFromQuery(Name = "nominate")] private string? Whom { get; set; }

    /// <summary>Ids of items that say something of that person.</summary>
    [SupplyParameterFromQuery(Name = "items")] private string? About { get; set; }

    protected override async Task OnInitializedAsync()
    {
        var roles = await Gate.Rights.Roles(Work.Visitor.Officer, CancellationToken.None);
        mayVerify = Gate.Policy.Allows(roles, Actions.VerifyClearing);
        mayShare = Gate.Policy.Allows(roles, Actions.ExportWatchlist);
        mayKeep = Gate.Policy.Allows(roles, Actions.KeepWatchlist);
        mayReadRates = Gate.Policy.Allows(roles, Actions.ReadTallies);
        await Load();
    }

    // Doctrine asks for a look every six months.
    private string NextReview => DateOnly.FromDayNumber(Time.Today()).AddMonths(6).ToString("O", CultureInfo.InvariantCulture);

    private static long Of(IEnumerable<TallyRow> rows, string what) => rows.FirstOrDefault(row => row.What == what)?.Number ?? 0;

    // False are those who were told apart: of how many that were settled by this rule.
    private static string False(IEnumerable<TallyRow> rows, string rule) => Of(rows, "same" + rule) + Of(rows, "different" + rule) is > 0 and var settled
        ? Digits.Show(((double)Of(rows, "different" + rule) / settled).ToString("P0", CultureInfo.CurrentCulture)) : "–";

    private string Script(string code) => code is "Latn" or "Arab" or "Cyrl" ? T[$"screening.script-{code}"] : code;

    private string Version(WatchlistRow row) => row.IsOwn ? T["screening.own-list"] : row.Version is { } version ? $"{row.List} · {version.Split('T')[0]}" : row.List;

    private string Tried(WatchlistRow row) => row.Sampled is { } people
        ? T.Say("screening.tried-of", ("hits", Digits.Number(row.SampleHits ?? 0)), ("people", Digits.Number(people)), ("rate", Digits.Show((1000.0 * (row.SampleHits ?? 0) / people).ToString("F1", CultureInfo.CurrentCulture))))
        : T["screening.untried"];

    private async Task Load()
    {
        var seen = await Keep.All(Work.Visitor, CancellationToken.None);
        refused = seen is Outcome<WatchlistsView>.Refused { Reason: var why } ? why : null;
        view = seen is Outcome<WatchlistsView>.Done { Value: var value } ? value : null;
        if (view is not null && await Again.Lately(Work.Visitor, Latest, CancellationToken.None) is Outcome<IReadOnlyList<RescreeningRow>>.Done { Value: var rows }) again = rows;
        if (mayReadRates && await View.Tallies(Work.Visitor, CancellationToken.None) is Outcome<IReadOnlyList<TallyRow>>.Done { Value: var numbers }) rates = numbers;
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
        await Browser.Ask<ChosenFile[][]>("upload", inputs[row.Key], "/api/pages/screen", headers, self, 0);
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
