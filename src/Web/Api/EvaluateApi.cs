using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Plumbline.Core;
using Plumbline.Intelligence;
using Plumbline.Register;
using Plumbline.Safeguards;
using Plumbline.Web.Accounts;

namespace Plumbline.Web.Api;

/// <summary>A grade for an item.</summary>
/// <param name="Label">What this item's label adds to that of its report; left out, nothing.</param>
/// <param name="CorroboratedBy">Id of an item of another origin; needed by a grade that says "corroborated", unless the reference is outside.</param>
/// <param name="ExternalReference">What corroborates outside the register, in words.</param>
/// <param name="Reason">In your own words; needed to replace a confirmed grade.</param>
public sealed record GradingForm([property: Required] GradeForm Grade, LabelForm? Label = null, [property: StringLength(40)] string? CorroboratedBy = null,
    [property: StringLength(400)] string? ExternalReference = null, [property: StringLength(2000)] string? Reason = null);

/// <summary>What a report left open of an item; what is left out stays as it is.</summary>
/// <param name="Date">Date of the information, perhaps partial.</param>
/// <param name="Origin">Reference of the origin.</param>
/// <param name="Source">Reference number of the source; never a name.</param>
/// <param name="Custody">Whether anyone was deprived of liberty: <c>no</c>, <c>yes</c> or <c>unknown</c>; so with the three that follow.</param>
/// <param name="HeldBy">Who held the person, in words.</param>
public sealed record CompletionForm([property: StringLength(40)] string? Date = null, [property: StringLength(100)] string? Origin = null, [property: StringLength(100)] string? Source = null,
    [property: StringLength(10)] string? Custody = null, [property: StringLength(200)] string? HeldBy = null, [property: StringLength(10)] string? Lawyer = null,
    [property: StringLength(10)] string? Medical = null, [property: StringLength(10)] string? Complaint = null);

/// <summary>A reason, in your own words.</summary>
public sealed record ReasonForm([property: Required, StringLength(2000)] string Reason);

/// <summary>What a step made.</summary>
/// <param name="Id">Of what was made or changed.</param>
public sealed record Made(string Id);

/// <summary>Items and their grades.</summary>
internal static class EvaluateApi
{
    public const int MostItems = 200;

    public static void MapEvaluate(this RouteGroupBuilder api)
    {
        var items = api.MapGroup("/items").WithTags("Evaluate");
        items.MapGet("/", Queue).Is("ListItems", "Items in a state, oldest first");
        items.MapGet("/{id}", Show).Is("ShowItem", "One item with the history of its grade");
        items.MapPost("/{id}/complete", Complete).Is("CompleteItem", "Sets what the report left open, before the grade is confirmed; says how many fields changed");
        items.MapPost("/{id}/grade", Propose).Is("ProposeGrade", "Proposes a grade; another officer confirms it");
        items.MapPost("/{id}/grade/confirm", Confirm).Is("ConfirmGrade", "Confirms the grade that another officer proposed");
        items.MapPost("/{id}/grade/return", SendBack).Is("ReturnGrade", "Sends a proposed grade back, with a reason that its author reads");
        items.MapPost("/{id}/regrade", Regrade).Is("RegradeItem", "Replaces a confirmed grade, with a reason; the old one stays in the history");
    }

    private static async Task<Answer<Page<ItemAnswer>>> Queue(Caller caller, ViewItem view, Labels labels, PublicIds ids, CancellationToken ct,
        [RegularExpression("ungraded|proposed|graded")] string state = "ungraded", [StringLength(40)] string? after = null, [Range(1, MostItems)] int most = 50)
    {
        if (ids.Maybe(PublicKind.Item, after) is < 0) return Ids.NoSuchPart;
        var queue = await view.Queue(caller.Visitor, state, ids.Maybe(PublicKind.Item, after) ?? 0, most, ct);
        if (queue is not Outcome<ItemQueue>.Done { Value: var found }) return queue.Why;
        var items = new List<ItemAnswer>();
        foreach (var row in found.Items) items.Add(ItemAnswer.Of(row, await labels.Of(row.CurrentLabel, ct), ids));
        return new Outcome<Page<ItemAnswer>>.Done(new(items, found.Total, Page<ItemAnswer>.After(most, items.Select(item => item.Id))));
    }

    private static async Task<Answer<ItemWithHistory>> Show(string id, Caller caller, ViewItem view, PublicIds ids, CancellationToken ct) =>
        (await view.Run(caller.Visitor, ids.Key(PublicKind.Item, id), ct)).Then<ItemWithHistory>(item => ItemWithHistory.Of(item, ids));

    private static async Task<Answer<Counted>> Complete(string id, CompletionForm form, Caller caller, CompleteItem complete, PublicIds ids, CancellationToken ct) =>
        (await complete.Run(caller.Visitor, new ItemFields(ids.Key(PublicKind.Item, id))
        {
            Date = form.Date,
            Origin = form.Origin,
            Source = form.Source,
            Custody = form.Custody,
            HeldBy = form.HeldBy,
            Lawyer = form.Lawyer,
            Medical = form.Medical,
            Complaint = form.Complaint,
        }, ct)).Then<Counted>(count => new Counted(count));

    private static async Task<Answer<Made>> Propose(string id, GradingForm form, Caller caller, GradeItem grading, Gate gate, PublicIds ids, CancellationToken ct) =>
        await Read(id, form, caller, gate, ids, ct) is var read && read is Outcome<GradeProposal>.Done { Value: var proposal } ? Given(await grading.Propose(caller.Visitor, proposal, ct), ids) : read.Why;

    private static async Task<Answer<Made>> Confirm(string id, Caller caller, GradeItem grading, PublicIds ids, CancellationToken ct) =>
        Given(await grading.Confirm(caller.Visitor, ids.Key(PublicKind.Item, id), ct), ids);

    private static async Task<Answer<Made>> SendBack(string id, ReasonForm form, Caller caller, GradeItem grading, PublicIds ids, CancellationToken ct) =>
        Given(await grading.SendBack(caller.Visitor, ids.Key(PublicKind.Item, id), form.Reason, ct), ids);

    private static async Task<Answer<Made>> Regrade(string id, GradingForm form, Caller caller, GradeItem grading, Gate gate, PublicIds ids, CancellationToken ct) =>
        await Read(id, form, caller, gate, ids, ct) is var read && read is Outcome<GradeProposal>.Done { Value: var proposal } ? Given(await grading.Regrade(caller.Visitor, proposal, ct), ids) : read.Why;

    private static Outcome<Made> Given(Outcome<long> grading, PublicIds ids) => grading.Then<Made>(key => new Made(ids.Show(PublicKind.Grading, key)));

    private static async Task<Outcome<GradeProposal>> Read(string id, GradingForm form, Caller caller, Gate gate, PublicIds ids, CancellationToken ct)
    {
        var label = form.Label is null ? null : await LabelForm.Read(form.Label, caller.Visitor, gate, ids, ct);
        if (label is Outcome<Label>.Refused { Reason: var why }) return why;
        return form.Grade.Read().Then<GradeProposal>(grade => new GradeProposal(ids.Key(PublicKind.Item, id), grade)
        {
            Label = (label as Outcome<Label>.Done)?.Value,
            CorroboratedBy = ids.Maybe(PublicKind.Item, form.CorroboratedBy),
            ExternalReference = form.ExternalReference,
            Reason = form.Reason ?? "",
        });
    }
}
