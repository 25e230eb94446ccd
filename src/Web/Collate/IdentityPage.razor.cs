using Microsoft.AspNetCore.Components;
using Plumbline.Core;
using Plumbline.Safeguards;
using Plumbline.Screening.Identity;
using Plumbline.Screening.Resolution;
using Plumbline.Web.Shell;

namespace Plumbline.Web.Collate;

/// <summary>The bench of records that could be one: a pair at a time, by keys alone.</summary>
public sealed partial class IdentityPage
{
    private const int Most = 200;
    private const int MostItems = 12;
    private readonly HashSet<long> rests = [];
    private ReviewQueue? queue;
    private IdentityReport? report;
    private PairView? view;
    private PageKey[] keys = [];
    private Refusal? refused, fault;
    private string state = "open", reason = "";
    private string? answering;
    private (long One, long Other)? chosen;
    private long withdrawing;
    private int at;
    private bool mayJudge, mayWithdraw, mayLearn, mayReadRefused, busy;

    [Inject] private Captions T { get; set; } = null!;
    [Inject] private AtWork Work { get; set; } = null!;
    [Inject] private ReviewIdentities Review { get; set; } = null!;
    [Inject] private JudgeIdentity Judge { get; set; } = null!;
    [Inject] private LearnWeights Weights { get; set; } = null!;
    [Inject] private PublicIds Ids { get; set; } = null!;
    [Inject] private Browser Browser { get; set; } = null!;

    /// <summary>Two records that somebody wants to compare, whatever the machine suggests.</summary>
    [SupplyParameterFromQuery] private string? One { get; set; }

    /// <summary>The second.</summary>
    [SupplyParameterFromQuery] private string? Other { get; set; }

    /// <summary>Which queue to begin with.</summary>
    [SupplyParameterFromQuery] private string? State { get; set; }

    protected override async Task OnInitializedAsync()
    {
        keys =
        [
            Key("KeyY", "Y", T["identity.same"], () => Begin("same")),
            Key("KeyN", "N", T["identity.different"], () => Begin("different")),
            Key("KeyH", "H", T["identity.unsure"], () => Begin("unsure")),
            Key("KeyJ", "J", T["evaluate.next"], () => Move(at + (chosen is null ? 1 : 0))),
            Key("KeyK", "K", T["evaluate.previous"], () => Move(at - 1)),
            Key("Escape", "Esc", T["parts.cancel"], () => { answering = null; return Task.CompletedTask; }),
        ];
        (mayJudge, mayWithdraw, mayLearn) = (await Work.May(Actions.JudgeIdentity), await Work.May(Actions.WithdrawJudgement), await Work.May(Actions.LearnWeights));
        mayReadRefused = await Work.May(Actions.ReadRefusedJudgements);
        if (State is not null && States.Contains(State)) state = State;
        chosen = Read(One) is { } one && Read(Other) is { } other ? (one, other) : null;
        await Load();
    }

    private IEnumerable<string> States => ReviewIdentities.States.Where(one => one != ReviewIdentities.Refused || mayReadRefused).Append("report");

    private long? Read(string? id) => Ids.TryRead(id ?? "", out var kind, out var key) && kind == PublicKind.Entity ? key : null;

    private PageKey Key(string code, string name, string caption, Func<Task> run) => new(code, name, caption, async () =>
    {
        await run();
        StateHasChanged();
    });

    private async Task Load()
    {
        (report, refused) = (null, null);
        if (state == "report")
        {
            var told = await Weights.Report(Work.Visitor, CancellationToken.None);
            if (told is Outcome<IdentityReport>.Done { Value: var value }) report = value;
            else refused = told.Why;
            return;
        }
        var seen = await Review.Queue(Work.Visitor, state, Most, CancellationToken.None);
        refused = seen is Outcome<ReviewQueue>.Refused { Reason: var why } ? why : null;
        queue = seen is Outcome<ReviewQueue>.Done { Value: var found } ? found : null;
        await Show();
    }

    private Task Turn(string to)
    {
        (state, at, fault, chosen, answering) = (to, 0, null, null, null);
        return Load();
    }

    private Task Move(int to)
    {
        (at, chosen) = (to, null);
        return Show();
    }

    private async Task Show()
    {
        at = Math.Clamp(at, 0, Math.Max(0, (queue?.Pairs.Count ?? 0) - 1));
        (answering, reason, view) = (null, "", null);
        rests.Clear();
        if (chosen is null && (queue is null || queue.Pairs.Count == 0)) return;
        var (one, other) = chosen ?? (queue!.Pairs[at].One.Key, queue.Pairs[at].Other.Key);
        var shown = await Review.Show(Work.Visitor, one, other, CancellationToken.None);
        if (shown is Outcome<PairView>.Done { Value: var pair }) view = pair;
        else fault = shown.Why;
    }

    private async Task Begin(string verdict)
    {
        if (view is not { Decided: null } || answering is not null || !mayJudge) return;
        (answering, fault) = (verdict, null);
        StateHasChanged();
        await Browser.Call("focus", "#why");
    }

    private async Task Withdrawing(long judgement)
    {
        (answering, withdrawing, fault, reason) = ("withdraw", judgement, null, "");
        StateHasChanged();
        await Browser.Call("focus", "#why");
    }

    private void Rest(long item)
    {
        if (!rests.Remove(item)) rests.Add(item);
    }

    private async Task Answer()
    {
        if (view is not { } pair || answering is not { } verdict || busy) return;
        busy = true;
        var told = verdict == "withdraw"
            ? await Judge.Withdraw(Work.Visitor, withdrawing, reason, CancellationToken.None)
            : await Judge.Run(Work.Visitor, new IdentityJudgement(pair.One.Key, pair.Other.Key, verdict, reason) { Items = [.. rests] }, CancellationToken.None);
        busy = false;
        fault = told is Outcome<long>.Refused { Reason: var why } ? why : null;
        // What was written stays where it was refused.
        if (fault is null) await Load();
    }

    private async Task Learn()
    {
        if (busy) return;
        busy = true;
        var told = await Weights.Run(Work.Visitor, CancellationToken.None);
        busy = false;
        fault = told is Outcome<EvidenceWeights>.Refused { Reason: var why } ? why : null;
        if (fault is null) await Load();
    }
}
