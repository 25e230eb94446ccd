using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Http;
using Plumbline.Core;
using Plumbline.Intelligence;
using Plumbline.Web.Accounts;

namespace Plumbline.Web.Api;

/// <summary>How many were changed.</summary>
public sealed record Counted(int Count);

/// <summary>What items tell: values and links marked, accepted, rejected, withdrawn.</summary>
internal static class CollateApi
{
    private const int MostMarks = 200;

    public static void MapCollate(this RouteGroupBuilder api)
    {
        var items = api.MapGroup("/items/{id}").WithTags("Collate");
        items.MapGet("/marks", Of).Is("ListMarksOfItem", "What was marked in an item, withdrawn and rejected marks included");
        items.MapPost("/values", Value).Is("MarkValue", "Marks a value of an entity; makes the entity where it is new");
        items.MapPost("/links", Link).Is("MarkLink", "Marks a link of two entities");
        var marks = api.MapGroup("/marks").WithTags("Collate");
        marks.MapGet("/", Waiting).Is("ListWaitingMarks", "What waits for another officer's acceptance, oldest first");
        marks.MapPost("/accept", Accept).Is("AcceptMarks", "Accepts what another officer marked; of a link, all that was marked with it");
        marks.MapPost("/reject", Reject).Is("RejectMarks", "Rejects what another officer marked, with a reason");
        api.MapPost("/statements/{id}/withdraw", Withdraw).WithTags("Collate").Is("WithdrawStatement", "Withdraws a statement; it stays in its place, struck");
    }

    private static async Task<Answer<IReadOnlyList<MarkAnswer>>> Of(string id, Caller caller, ViewMarks view, PublicIds ids, CancellationToken ct) =>
        Marks.Of(await view.Of(caller.Visitor, ids.Key(PublicKind.Item, id), ct), ids);

    private static async Task<Answer<MarkedAnswer>> Value(string id, ValueMarkForm form, Caller caller, MarkItem mark, PublicIds ids, CancellationToken ct) =>
        form.Read(id, ids) is var read && read is Outcome<ValueMark>.Done { Value: var value } ? Shown(await mark.Value(caller.Visitor, value, ct), ids) : read.Why;

    private static async Task<Answer<MarkedAnswer>> Link(string id, LinkMarkForm form, Caller caller, MarkItem mark, PublicIds ids, CancellationToken ct) =>
        Shown(await mark.Link(caller.Visitor, form.Read(id, ids), ct), ids);

    private static async Task<Answer<IReadOnlyList<MarkAnswer>>> Waiting(Caller caller, ViewMarks view, PublicIds ids, CancellationToken ct, [Range(1, MostMarks)] int most = 50) =>
        Marks.Of(await view.Waiting(caller.Visitor, most, ct), ids);

    private static async Task<Answer<Counted>> Accept(StatementsForm form, Caller caller, AcceptMark accept, PublicIds ids, CancellationToken ct) =>
        (await accept.Accept(caller.Visitor, Keys(form.Statements, ids), ct)).Then<Counted>(count => new Counted(count));

    private static async Task<Answer<Counted>> Reject(RejectionForm form, Caller caller, AcceptMark accept, PublicIds ids, CancellationToken ct) =>
        (await accept.Reject(caller.Visitor, Keys(form.Statements, ids), form.Reason, ct)).Then<Counted>(count => new Counted(count));

    private static async Task<Answer<Made>> Withdraw(string id, WithdrawalForm form, Caller caller, WithdrawStatement withdraw, PublicIds ids, CancellationToken ct) =>
        (await withdraw.Run(caller.Visitor, ids.Key(PublicKind.Statement, id), form.Why, form.Words, ct)).Then<Made>(key => new Made(ids.Show(PublicKind.Statement, key)));

    private static Outcome<MarkedAnswer> Shown(Outcome<Marked> marked, PublicIds ids) => marked.Then<MarkedAnswer>(done => MarkedAnswer.Of(done, ids));

    private static long[] Keys(IReadOnlyList<string> statements, PublicIds ids) => [.. statements.Select(id => ids.Key(PublicKind.Statement, id))];
}
