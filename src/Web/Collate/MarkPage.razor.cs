using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using Plumbline.Core;
using Plumbline.Intelligence;
using Plumbline.Safeguards;
using Plumbline.Web.Shell;

namespace Plumbline.Web.Collate;

/// <summary>Marks one item: values of entities, and links between them.</summary>
public sealed partial class MarkPage
{
    private ElementReference text;
    private DotNetObjectReference<MarkPage>? self;
    private ItemView? view;
    private Refusal? refused;
    private IReadOnlyList<MarkView> marks = [];
    private IReadOnlyList<TextMark> shown = [];
    private IReadOnlyList<EntityRef> known = [];
    private PageKey[] keys = [];
    private ValueDraft? draft;
    private TextSpan? span;
    private string words = "";
    private string? pointed;
    private string? said;
    private string? loaded;
    private bool linking;
    private bool watching;
    private bool reveal;

    [Parameter] public string Id { get; set; } = "";
    /// <summary>Statement to point at: whoever came here from a value sees where it stands.</summary>
    [SupplyParameterFromQuery] private string? S { get; set; }

    private bool May { get; set; }

    protected override async Task OnParametersSetAsync()
    {
        if (loaded == Id) return;
        (loaded, pointed, draft, linking, said) = (Id, S, null, false, null);
        May = await Work.May(Actions.ProposeMark);
        await Load();
        reveal = pointed is not null;
        keys =
        [
            Key("KeyN", "N", T["collate.mark-value"], Begin), Key("KeyL", "L", T["collate.mark-link"], Link),
            Key("ArrowDown", "↓", T["collate.next-mark"], () => Step(1)), Key("ArrowUp", "↑", T["collate.previous-mark"], () => Step(-1)),
            Key("Escape", "Esc", T["collate.leave"], Leave),
        ];
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        // The item may have come after this rendering began: then its text is not on the page yet.
        if (view is null || text.Id is null) return;
        if (!watching)
        {
            watching = true;
            self = DotNetObjectReference.Create(this);
            await Browser.Call("watchSelection", text, self);
            await Browser.Call("walkWords", text);
        }
        if (!reveal) return;
        reveal = false;
        await Browser.Call("reveal", $"[data-mark=\"{pointed}\"]");
    }

    /// <summary>Called by the browser when words in the text are selected; -1 when none are.</summary>
    [JSInvokable]
    public void OnSelected(int start, int end, string selected)
    {
        // A draft in hand keeps its words; leaving it frees the selection.
        if (draft is not null || linking) return;
        (span, words) = view is not null && new TextSpan(start, end).IsIn(view.Item.Text) ? ((TextSpan?)new TextSpan(start, end), selected) : (null, "");
        said = null;
        Draw();
        StateHasChanged();
    }

    private async Task Load()
    {
        var known = Ids.TryRead(Id, out var kind, out var key) && kind == PublicKind.Item;
        var answer = await Items.Run(Work.Visitor, known ? key : -1, CancellationToken.None);
        view = answer is Outcome<ItemView>.Done { Value: var found } ? found : null;
        refused = view is null ? answer.Why : null;
        marks = view is not null && await Marks.Of(Work.Visitor, key, CancellationToken.None) is Outcome<IReadOnlyList<MarkView>>.Done { Value: var some } ? some : [];
        this.known = [.. marks.Where(mark => mark.Statement.Row.WithdrawnAt is null).SelectMany(mark => mark.Target is { } target ? [mark.Entity, target] : new[] { mark.Entity })
            .Where(entity => !entity.Type.IsLink).DistinctBy(entity => entity.Key)];
        Draw();
    }

    private void Draw() => shown =
    [
        .. span is { } place && (draft is not null || linking) ? [new TextMark(place.From, place.To, "chosen")] : Array.Empty<TextMark>(),
        .. marks.Where(mark => mark.Span is not null && mark.Statement.Row.WithdrawnAt is null).OrderBy(mark => mark.Span!.Value.To - mark.Span.Value.From)
            .Select(mark => new TextMark(mark.Span!.Value.From, mark.Span.Value.To, Style(mark), MarkWords.Of(mark, Ids), Show(mark))),
    ];

    private string Style(MarkView mark) => string.Join(' ', mark.Waits ? "waiting" : "marked", mark.Entity.Type.IsLink ? "linked" : "", Show(mark) == pointed ? "pointed" : "").Trim();

    private string Show(MarkView mark) => Ids.Show(PublicKind.Statement, mark.Statement.Row.Key);

    private async Task Begin()
    {
        if (!May || view is null) return;
        (draft, linking, said) = (new ValueDraft(view.Item.Key, span, words), false, null);
        Draw();
        StateHasChanged();
        await Browser.Call("focus", "#entity");
    }

    private async Task Link()
    {
        if (!May || view is null) return;
        (draft, linking, said) = (null, true, null);
        Draw();
        StateHasChanged();
        await Browser.Call("focus", "#link-from");
    }

    private async Task Saved(Marked marked)
    {
        (draft, linking, span, words) = (null, false, null, "");
        said = T[marked.Waiting ? "collate.saved-waits" : "collate.saved"];
        await Load();
        pointed = marked.Statements.Count > 0 ? Ids.Show(PublicKind.Statement, marked.Statements[^1]) : null;
        Draw();
        StateHasChanged();
        await Browser.Call("focus", "#item-text");
    }

    private async Task Leave()
    {
        if (draft is null && !linking) return;
        (draft, linking, span, words) = (null, false, null, "");
        Draw();
        StateHasChanged();
        await Browser.Call("focus", "#item-text");
    }

    private Task Point(string key)
    {
        pointed = key;
        reveal = true;
        Draw();
        return Task.CompletedTask;
    }

    private Task Step(int by)
    {
        var all = marks.Where(mark => mark.Statement.Row.WithdrawnAt is null).Select(Show).ToList();
        if (all.Count == 0) return Task.CompletedTask;
        var at = pointed is null ? -1 : all.IndexOf(pointed);
        return Point(all[at < 0 ? (by > 0 ? 0 : all.Count - 1) : (at + by + all.Count) % all.Count]);
    }

    private PageKey Key(string code, string name, string caption, Func<Task> run) => new(code, name, caption, async () =>
    {
        await run();
        StateHasChanged();
    });

    public void Dispose() => self?.Dispose();
}
