using Microsoft.AspNetCore.Components;
using Plumbline.Core;
using Plumbline.Register.Questions;
using Plumbline.Safeguards;
using Plumbline.Screening.Watchlists;
using Plumbline.Web.Parts;
using Plumbline.Web.Shell;

namespace Plumbline.Web.Screening;

/// <summary>Own entries with what they rest on, and the form that nominates.</summary>
public sealed partial class NominationsPanel
{
    /// <summary>The most items that are offered to choose from; the page says so where there are as many.</summary>
    internal const int MostBeside = 100;

    private IReadOnlyList<NominationView> views = [];
    private Fields form = new();
    private Refusal? fault;
    private (long Nomination, string What)? answering;
    private string doing = "", reason = "", until = "";
    private bool making, reached, mayNominate, mayApprove, personal, busy;

    /// <summary>Own lists that are not out of use.</summary>
    [Parameter, EditorRequired] public IReadOnlyList<WatchlistRow> Lists { get; set; } = [];
    /// <summary>Id of a person to nominate; null for none.</summary>
    [Parameter] public string? Whom { get; set; }
    /// <summary>Ids of items that say something of that person, for the officer to choose from.</summary>
    [Parameter] public IReadOnlyList<string> Beside { get; set; } = [];
    [Parameter] public EventCallback OnChanged { get; set; }

    [Inject] private Captions T { get; set; } = null!;
    [Inject] private AtWork Work { get; set; } = null!;
    [Inject] private ViewNominations View { get; set; } = null!;
    [Inject] private Nominate Nominate { get; set; } = null!;
    [Inject] private Gate Gate { get; set; } = null!;
    [Inject] private PublicIds Ids { get; set; } = null!;
    [Inject] private Browser Browser { get; set; } = null!;

    protected override async Task OnInitializedAsync()
    {
        var roles = await Gate.Rights.Roles(Work.Visitor.Officer, CancellationToken.None);
        (mayNominate, mayApprove) = (Gate.Policy.Allows(roles, Actions.Nominate), Gate.Policy.Allows(roles, Actions.ApproveNomination));
        personal = await Gate.IsPersonal(CancellationToken.None);
        await Load();
        if (Whom is not null && mayNominate && Lists.Count > 0) (making, form.Person, form.List) = (true, Whom, Lists.Count == 1 ? Lists[0].Key : null);
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!making || reached || Whom is null) return;
        reached = true;
        await Browser.Call("reveal", "#own-entries");
        await Browser.Call("focus", form.List is null ? "#own" : "#on-items");
    }

    private string[] Chosen => form.Items.Split([' ', ',', ';'], StringSplitOptions.RemoveEmptyEntries);

    private void Choose(string item) => form.Items = string.Join(' ', Chosen.Contains(item) ? Chosen.Where(one => one != item) : Chosen.Append(item));

    private static string Ends(NominationView view) => TimeWords.Day(DateOnly.FromDayNumber((int)(view.State is "proposed" or "renewing" ? view.Row.ProposedDay : view.Row.ExpiresDay)));

    private long Key(string id, PublicKind kind) => Ids.TryRead(id, out var what, out var key) && what == kind ? key : -1;

    private string Name(NominationView view) => view.Person?.Name is { Length: > 0 } name ? name : T["screening.person"];

    private bool Own(NominationView view) => !personal && view.Steps.LastOrDefault()?.GivenBy == Work.Visitor.Officer;

    private async Task Load()
    {
        var seen = await View.All(Work.Visitor, CancellationToken.None);
        if (seen is Outcome<IReadOnlyList<NominationView>>.Done { Value: var value }) views = value;
        else fault = seen.Why;
    }

    private async Task Propose()
    {
        // One that cannot be read is asked for all the same: it answers like one that is not there.
        var whom = Key(form.Person, PublicKind.Entity);
        var items = Chosen.Select(id => Key(id, PublicKind.Item));
        await Change(Nominate.Propose(Work.Visitor, new NominationForm(form.List ?? 0, whom, [.. items], form.Conduct, form.Proportionate, form.Lawful, form.Accountable, form.Necessary, form.Instruction, form.Until), CancellationToken.None));
        if (fault is null) (making, form) = (false, new Fields());
    }

    private void Begin(NominationView view, string what) => (answering, doing, reason, until) = ((view.Row.Key, what), what, "", "");

    private Task Answer() => answering is not { } on ? Task.CompletedTask : Change(on.What switch
    {
        "renew" => Nominate.Renew(Work.Visitor, on.Nomination, until, reason, CancellationToken.None),
        "decline" => Nominate.Decline(Work.Visitor, on.Nomination, reason, CancellationToken.None),
        _ => Nominate.Remove(Work.Visitor, on.Nomination, reason, CancellationToken.None),
    });

    private async Task Change(Task<Outcome<long>> change)
    {
        if (busy) return;
        busy = true;
        var answer = await change;
        busy = false;
        fault = answer is Outcome<long>.Refused { Reason: var why } ? why : null;
        if (fault is not null) return;
        answering = null;
        await Load();
        await OnChanged.InvokeAsync();
    }

    private sealed class Fields
    {
        public long? List { get; set; }
        public string Person { get; set; } = "";
        public string Items { get; set; } = "";
        public string Until { get; set; } = "";
        public string Conduct { get; set; } = "";
        public string Proportionate { get; set; } = "";
        public string Lawful { get; set; } = "";
        public string Accountable { get; set; } = "";
        public string Necessary { get; set; } = "";
        public string Instruction { get; set; } = "";
    }
}
