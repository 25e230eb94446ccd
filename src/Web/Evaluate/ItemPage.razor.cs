using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Plumbline.Core;
using Plumbline.Intelligence;
using Plumbline.Web.Shell;

namespace Plumbline.Web.Evaluate;

/// <summary>Grades one item, then opens the next that waits.</summary>
public sealed partial class ItemPage
{
    private ItemView? view;
    private GradeDraft? draft;
    private Refusal? refused;
    private PageKey[] keys = [];
    private Dictionary<string, string>? offers;
    private GradingScheme scheme = GradingScheme.ThreeByFiveByTwo;
    private long? cited;
    private string external = "";
    private string reason = "";
    private bool editing;
    private bool busy;
    private string? shown;

    [Parameter] public string Id { get; set; } = "";

    private bool Editable => view is { Item.State: "ungraded" or "proposed" };

    private string ReportHref => $"/collect/report/{Ids.Show(PublicKind.Report, view!.Item.Report)}";

    private string StateWords => view!.Item.State == "graded" ? T["evaluate.graded"]
        : view.Proposal?.GivenBy == Work.Visitor.Officer ? T["evaluate.waits-for-another"]
        : T["evaluate.proposed-by-another"];

    protected override async Task OnParametersSetAsync()
    {
        if (shown == Id) return;
        shown = Id;
        await Load();
    }

    private async Task Load()
    {
        (refused, editing, busy) = (null, false, false);
        var known = Ids.TryRead(Id, out var kind, out var key) && kind == PublicKind.Item;
        var answer = await Items.Run(Work.Visitor, known ? key : -1, CancellationToken.None);
        view = answer is Outcome<ItemView>.Done { Value: var found } ? found : null;
        draft = null;
        if (view is null) refused = answer.Why;
        else if (view.Item is { State: "ungraded", Kind: not "listing" }) Draft();
        Rekey();
    }

    private void Draft()
    {
        draft = new GradeDraft(scheme, view!.Label);
        (cited, external, reason) = (null, "", "");
        offers = Offers();
    }

    // How often the source had each evaluation: counts of what this officer sees, beside the key and never on it.
    private Dictionary<string, string>? Offers()
    {
        var same = view!.SourceRecord.Select(row => (Grade: Grade.FromCode(row.Grade), row.Items)).Where(row => row.Grade.Scheme == scheme).ToArray();
        return same.Length == 0 ? null : same.GroupBy(row => row.Grade.Source.ToString())
            .ToDictionary(group => group.Key, group => T.Count("evaluate.earlier", group.Sum(row => row.Items)));
    }

    private void Rekey() => keys =
    [
        .. draft is null ? [] : "123456ABCDEFPSX".Select(key => Key(char.IsDigit(key) ? $"Digit{key}" : $"Key{key}", key.ToString(), T["evaluate.key-code"], () => Press(key))),
        Key("Enter", "Enter", T["evaluate.key-save"], Save),
        Key("Backspace", "⌫", T["evaluate.key-back"], () => { draft?.Back(); return Task.CompletedTask; }),
        Key("KeyM", "M", T["evaluate.key-fields"], EditFields),
        Key("KeyJ", "J", T["evaluate.skip"], Skip),
        Key("KeyR", "R", T["evaluate.regrade"], Begin),
    ];

    private PageKey Key(string code, string name, string caption, Func<Task> run) => new(code, name, caption, async () =>
    {
        await run();
        StateHasChanged();
    });

    // An open circuit may hear a key twice while the next item loads: nothing is graded that was not on the screen.
    private async Task Press(char key)
    {
        if (busy || draft is null || !draft.Press(key)) return;
        refused = null;
        if (draft is { AsksCorroboration: true, Step: GradeStep.Handling } && cited is null && external.Length == 0)
        {
            StateHasChanged();
            await Browser.Call("focus", "#corroboration");
        }
    }

    private void Chosen((GradeStep Step, string Code) choice) => draft!.Choose(choice.Step, choice.Code);

    private void Rescheme(ChangeEventArgs args)
    {
        scheme = Enum.Parse<GradingScheme>((string)args.Value!);
        Draft();
    }

    private Task Begin()
    {
        if (view is { Item.Kind: not "listing" } && draft is null) Draft();
        Rekey();
        return Task.CompletedTask;
    }

    private Task EnterSaves(KeyboardEventArgs args) => args.Code is "Enter" or "NumpadEnter" ? Save() : Task.CompletedTask;

    private async Task Save()
    {
        if (busy || draft is not { Complete: true, Grade: { } grade } || view is null) return;
        busy = true;
        var proposal = new GradeProposal(view.Item.Key, grade)
        {
            Label = draft.Own,
            CorroboratedBy = draft.AsksCorroboration ? cited : null,
            ExternalReference = draft.AsksCorroboration && external.Trim().Length > 0 ? external.Trim() : null,
            Reason = reason.Trim(),
        };
        var again = view.Item.State == "graded";
        var answer = again ? await Grading.Regrade(Work.Visitor, proposal, CancellationToken.None) : await Grading.Propose(Work.Visitor, proposal, CancellationToken.None);
        refused = answer is Outcome<long>.Done ? null : answer.Why;
        if (refused is not null) busy = false;
        else if (again) await Load();
        else await Skip();
    }

    private async Task Skip()
    {
        if (view is null) return;
        var next = await Items.Next(Work.Visitor, "ungraded", view.Item.Key, CancellationToken.None);
        busy = false;
        Navigation.NavigateTo(next is Outcome<long?>.Done { Value: { } key } ? $"/evaluate/{Ids.Show(PublicKind.Item, key)}" : "/evaluate");
    }

    private async Task EditFields()
    {
        if (!Editable) return;
        editing = true;
        StateHasChanged();
        await Browser.Call("focus", "#field-date");
    }

    private async Task Edited(bool changed)
    {
        editing = false;
        if (changed) await Load();
    }
}
