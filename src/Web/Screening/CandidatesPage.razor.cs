using Microsoft.AspNetCore.Components;
using Plumbline.Core;
using Plumbline.Register.Questions;
using Plumbline.Safeguards;
using Plumbline.Screening.Watchlists;
using Plumbline.Web.Collate;
using Plumbline.Web.Shell;

namespace Plumbline.Web.Screening;

/// <summary>The bench of possible matches: one on the desk at a time, by keys alone.</summary>
public sealed partial class CandidatesPage
{
    private const int Most = 200;
    private const int Months = 24;
    private static readonly string[] States = ["open", "proposed", "settled", "overtaken"];
    private CandidateQueue? queue;
    private CandidateView? view;
    private ClearanceLetter? letter;
    private PageKey[] keys = [];
    private Refusal? refused, fault;
    private string state = "open", reason = "";
    private string? answering;
    private int at;
    private bool personal, mayClear, busy;

    [Inject] private Captions T { get; set; } = null!;
    [Inject] private AtWork Work { get; set; } = null!;
    [Inject] private ViewCandidates View { get; set; } = null!;
    [Inject] private SettleCandidate Settle { get; set; } = null!;
    [Inject] private CompareAgain Again { get; set; } = null!;
    [Inject] private ClearNamesake Clearing { get; set; } = null!;
    [Inject] private Gate Gate { get; set; } = null!;
    [Inject] private PublicIds Ids { get; set; } = null!;
    [Inject] private Browser Browser { get; set; } = null!;

    protected override async Task OnInitializedAsync()
    {
        keys =
        [
            Key("KeyY", "Y", T["screening.key-yes"], () => view?.Row.State == "proposed" ? Confirm() : Begin("same")),
            Key("KeyN", "N", T["screening.key-no"], () => Begin(view?.Row.State == "proposed" ? "return" : "different")),
            Key("KeyH", "H", T["screening.outcome-unresolved"], () => Begin("unresolved")),
            Key("KeyJ", "J", T["evaluate.next"], () => Move(at + 1)),
            Key("KeyK", "K", T["evaluate.previous"], () => Move(at - 1)),
        ];
        personal = await Gate.IsPersonal(CancellationToken.None);
        mayClear = Gate.Policy.Allows(await Gate.Rights.Roles(Work.Visitor.Officer, CancellationToken.None), Actions.ClearNamesake);
        await Load();
    }

    private PageKey Key(string code, string name, string caption, Func<Task> run) => new(code, name, caption, async () =>
    {
        await run();
        StateHasChanged();
    });

    private static Property Of(string property) => Schema.Builtin["person"].Find(property) ?? Schema.Builtin.Types.Select(type => type.Find(property)).OfType<Property>().First();

    private static IReadOnlyList<string> Words(string property, IEnumerable<string> values) => [.. values.Select(value => DifferencesTable.Shown(Of(property), value)).Distinct()];

    private static string Asked(CandidateRow row) => KeptForm.Read<PersonAsked>(row.Asked).Name;

    private static string Listed(CandidateRow row) => KeptForm.Read<SuggestionReasons>(row.Reasons).Listed;

    private bool Own(CandidateView one) => !personal && one.Steps.LastOrDefault()?.GivenBy == Work.Visitor.Officer;

    private async Task Load()
    {
        var seen = await View.Queue(Work.Visitor, state, Most, CancellationToken.None);
        refused = seen is Outcome<CandidateQueue>.Refused { Reason: var why } ? why : null;
        queue = seen is Outcome<CandidateQueue>.Done { Value: var value } ? value : null;
        await Move(at);
    }

    private Task Turn(string to)
    {
        (state, at, fault) = (to, 0, null);
        return Load();
    }

    private async Task Move(int to)
    {
        at = Math.Clamp(to, 0, Math.Max(0, (queue?.Rows.Count ?? 0) - 1));
        (answering, reason, view) = (null, "", null);
        if (queue is null || queue.Rows.Count == 0) return;
        var shown = await View.Show(Work.Visitor, queue.Rows[at].Key, CancellationToken.None);
        if (shown is Outcome<CandidateView>.Done { Value: var one }) view = one;
        else fault = shown.Why;
    }

    private async Task Begin(string outcome)
    {
        if (view is not { } one || answering is not null || one.Row.State == "settled" || (one.Row.State == "proposed") != (outcome == "return") || (one.Row.State == "proposed" && Own(one)) || (outcome == "same" && one.Row.Verdict != "candidate")) return;
        var held = await View.Hold(Work.Visitor, one.Row.Key, CancellationToken.None);
        fault = held is Outcome<long>.Refused { Reason: var why } ? why : null;
        if (fault is not null) return;
        answering = outcome;
        StateHasChanged();
        await Browser.Call("focus", "#why");
    }

    private Task Answer() => view is not { } one || answering is not { } outcome ? Task.CompletedTask : Act(() => outcome == "return"
        ? Settle.SendBack(Work.Visitor, one.Row.Key, reason, CancellationToken.None)
        : Settle.Propose(Work.Visitor, one.Row.Key, outcome, reason, CancellationToken.None));

    private Task Confirm() => view is not { Row.State: "proposed" } one || Own(one) ? Task.CompletedTask : Act(() => Settle.Confirm(Work.Visitor, one.Row.Key, "", CancellationToken.None));

    private async Task Clear()
    {
        if (view is not { } one || busy) return;
        busy = true;
        var made = await Clearing.Issue(Work.Visitor, one.Row.Key, Months, CancellationToken.None);
        busy = false;
        if (made is Outcome<ClearanceLetter>.Done { Value: var issued }) (letter, fault) = (issued, null);
        else fault = made.Why;
    }

    private Task Compare() => view is not { } one ? Task.CompletedTask : Act(() => Again.Run(Work.Visitor, one.Row.Key, CancellationToken.None));

    private bool InGroup(CandidateRow row) => queue?.Groups.ContainsKey(row.Key) == true;

    private async Task Act(Func<Task<Outcome<long>>> act)
    {
        if (busy) return;
        busy = true;
        var answer = await act();
        busy = false;
        fault = answer is Outcome<long>.Refused { Reason: var why } ? why : null;
        if (fault is null) await Load();
    }
}
