using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using Plumbline.Core;
using Plumbline.Exchange.Charts;
using Plumbline.Intelligence;
using Plumbline.Networks.Charts;
using Plumbline.Register;
using Plumbline.Safeguards;
using Plumbline.Web.Shell;

namespace Plumbline.Web.Charts;

/// <summary>Opens a chart, begins one, and holds the drawing while it is shown.</summary>
public sealed partial class ChartPage : IAsyncDisposable
{
    private const string Bundle = "/_content/Plumbline.Web/ui/chart.js";
    private readonly Dictionary<long, string> names = [];
    private readonly Dictionary<long, long> leads = [];
    private DrawnWords words = null!;
    private DotNetObjectReference<ChartPage>? self;
    private IJSObjectReference? module, drawing;
    private ElementReference place;
    private ChartPart? part;
    private ChartContent? content;
    private EntityPicture? looked;
    private Question? asking;
    private TaskCompletionSource<string?>? answered;
    private Refusal? refused, fault;
    private string? told;
    private string title = "", reason = "";
    private string? loaded, kinReason, mounted;
    private HashSet<long> charted = [];
    private long? key;
    private long version;
    private int gone;
    private bool mayKeep, mayMeasure, mayPlan, mayJudge, mayMark, maySee, plans, history;

    private sealed record Question(string Title, string Why, string Label, int Least, int Most);

    [Parameter] public string? Id { get; set; }
    [SupplyParameterFromQuery] private string? From { get; set; }
    [Inject] private Captions T { get; set; } = null!;
    [Inject] private AtWork Work { get; set; } = null!;
    [Inject] private PublicIds Ids { get; set; } = null!;
    [Inject] private TimeProvider Time { get; set; } = null!;
    [Inject] private NavigationManager Navigation { get; set; } = null!;
    [Inject] private IJSRuntime Js { get; set; } = null!;
    [Inject] private OpenChart Charts { get; set; } = null!;
    [Inject] private KeepChart Keeping { get; set; } = null!;
    [Inject] private ExpandOnChart Expanding { get; set; } = null!;
    [Inject] private FindPathOnChart Paths { get; set; } = null!;
    [Inject] private MapChart Mapping { get; set; } = null!;
    [Inject] private MeasureChart Measuring { get; set; } = null!;
    [Inject] private ExportChart Leaving { get; set; } = null!;
    [Inject] private ViewEntity Entities { get; set; } = null!;

    private string Kind => key is { } known ? T.Say("charts.kind", ("id", Captions.Isolated(Ids.Show(PublicKind.Chart, known))), ("version", Digits.Number(version))) : T["charts.not-kept"];

    protected override async Task OnParametersSetAsync()
    {
        var wanted = Id ?? $"new?{From}";
        if (loaded == wanted) return;
        (loaded, words, looked, plans, history, places) = (wanted, new DrawnWords(Ids), null, false, false, Label.None);
        (mayKeep, mayMeasure, mayPlan) = (await Work.May(Actions.KeepChart), await Work.May(Actions.MeasureChart), await Work.May(Actions.PlanDisruption));
        (mayJudge, mayMark, mayNote, maySee) = (await Work.May(Actions.JudgeIdentity), await Work.May(Actions.ProposeMark), await Work.May(Actions.WriteNote), await Work.May(Actions.ReadIdentities));
        (fault, told) = (null, null);
        leads.Clear();
        Shut(null);
        await (Id is null ? Begin() : Open());
        Sit();
    }

    private async Task Begin()
    {
        var asked = words.Keys(From?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        var begun = await Expanding.Begin(Work.Visitor, asked.Length == 0 ? [-1] : asked, CancellationToken.None);
        if (begun is not Outcome<ChartPart>.Done { Value: var found })
        {
            (part, refused) = (null, begun.Why);
            return;
        }
        (part, content, key, version, gone) = (found, null, null, 0, 0);
        Note(found);
        charted = [.. found.Items.Select(item => item.Key)];
        title = Captions.Isolated(Named(found.Items[0].Key));
    }

    private async Task Open()
    {
        var chart = Ids.TryRead(Id, out var kind, out var read) && kind == PublicKind.Chart ? read : -1;
        var opened = await Charts.Run(Work.Visitor, chart, null, CancellationToken.None);
        if (opened is not Outcome<ChartView>.Done { Value: var view })
        {
            (part, refused) = (null, opened.Why);
            return;
        }
        key = chart;
        Shows(view);
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (part is null || mounted == loaded) return;
        mounted = loaded;
        self ??= DotNetObjectReference.Create(this);
        module ??= await Js.InvokeAsync<IJSObjectReference>("import", Bundle);
        await Let();
        var language = Language.Current;
        drawing = await module.InvokeAsync<IJSObjectReference>("mountFor", place, new
        {
            chart = words.Of(key is { } known ? Ids.Show(PublicKind.Chart, known) : "", title, version, part, content, Time.Today()),
            captions = Captions.All(language.Code).Where(caption => caption.Key.StartsWith("chart.", StringComparison.Ordinal)).ToDictionary(caption => caption.Key["chart.".Length..], caption => caption.Value),
            direction = language.RightToLeft ? "rtl" : "ltr",
            language = language.Code,
            digits = Digits.Show("1") == "1" ? "latn" : "arab",
            readOnly = !mayKeep,
            answers = Answers(),
        }, self);
    }

    private string[] Answers() =>
    [
        "neighbourCounts", "expand", "path", "common", "ties", "layout", "inspect", "exported", "places",
        .. mayKeep ? ["save", "copy", "took", "accept", "combine", "create"] : Array.Empty<string>(), .. mayMeasure ? ["measure"] : Array.Empty<string>(),
        .. maySee ? ["similar"] : Array.Empty<string>(), .. mayJudge && maySee ? ["judge"] : Array.Empty<string>(), .. mayMark ? ["createLink", "createItem"] : Array.Empty<string>(),
    ];

    private IReadOnlyList<long> Charted() => [.. charted];

    private string Named(long entity) => names.GetValueOrDefault(entity) ?? Ids.Show(PublicKind.Entity, entity);

    private void Note(ChartPart found)
    {
        foreach (var item in found.Items)
            foreach (var record in item.Records.Where(record => record != item.Key)) leads[record] = item.Key;
        foreach (var item in found.Items) names[item.Key] = EntityCaption.Of(item.Type, item.Naming) is { IsNone: false } caption ? caption.In(Language.Current.Code) : Ids.Show(PublicKind.Entity, item.Key);
    }

    private string Caption(EntityPicture picture) => picture.Caption.IsNone ? Ids.Show(PublicKind.Entity, picture.Key) : picture.Caption.In(Language.Current.Code);

    private async Task Rename()
    {
        if (await Ask(new(T["charts.rename"], T["charts.rename-why"], T["charts.title"], 1, 120)) is not { } given) return;
        title = given.Trim();
        renamed = true;
        if (drawing is not null) await drawing.InvokeVoidAsync("save");
        StateHasChanged();
    }

    private async Task TurnKin()
    {
        kinReason = kinReason is not null ? null : await Ask(new(T["charts.kin"], T["charts.kin-why"], T["charts.reason"], 10, 400));
        StateHasChanged();
    }

    /// <summary>Asks the officer for a reason and waits for the answer; null where none is given.</summary>
    private Task<string?> Ask(Question question)
    {
        answered?.TrySetResult(null);
        answered = new TaskCompletionSource<string?>(TaskCreationOptions.RunContinuationsAsynchronously);
        (asking, reason) = (question, "");
        StateHasChanged();
        return answered.Task;
    }

    private void Told(string? answer)
    {
        asking = null;
        answered?.TrySetResult(string.IsNullOrWhiteSpace(answer) ? null : answer.Trim());
    }

    private async Task Let()
    {
        if (drawing is null) return;
        try
        {
            await drawing.InvokeVoidAsync("dispose");
            await drawing.DisposeAsync();
        }
        catch (JSException)
        {
            // The element was taken away with the page; nothing of the drawing is left.
        }
        drawing = null;
    }

    public async ValueTask DisposeAsync()
    {
        away = true;
        seat?.Dispose();
        answered?.TrySetResult(null);
        Shut(null);
        try
        {
            await Let();
            if (module is not null) await module.DisposeAsync();
        }
        catch (JSDisconnectedException)
        {
            // The tab is gone and the drawing with it.
        }
        self?.Dispose();
    }
}
