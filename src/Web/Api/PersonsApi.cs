using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Plumbline.Core;
using Plumbline.Intelligence;
using Plumbline.Web.Accounts;

namespace Plumbline.Web.Api;

/// <summary>What a person is in the case worked in.</summary>
/// <param name="Category">One of the policy's, such as <c>witness</c>.</param>
/// <param name="Grounds">On what grounds, in your own words.</param>
/// <param name="ConductItem">Id of the item that tells of the person's own conduct; needed for a suspect.</param>
public sealed record CategoryForm([property: Required, StringLength(40)] string Category, [property: Required, StringLength(2000)] string Grounds, bool Child = false, [property: StringLength(40)] string? ConductItem = null);

/// <summary>What a court or another authority decided.</summary>
/// <param name="Outcome">Such as <c>acquittal</c>.</param>
/// <param name="Date">Perhaps partial.</param>
/// <param name="Item">Id of the item that tells of it.</param>
/// <param name="Court">In words.</param>
public sealed record OutcomeForm([property: Required, StringLength(40)] string Outcome, [property: Required, StringLength(40)] string Date, [property: Required, StringLength(40)] string Item, [property: StringLength(200)] string? Court = null);

/// <summary>Persons: what they are in a case, what was decided about them, and the review of what was said in custody.</summary>
internal static class PersonsApi
{
    public static void MapPersons(this RouteGroupBuilder api)
    {
        var persons = api.MapGroup("/persons/{id}").WithTags("Persons");
        persons.MapPost("/category", Categorise).Is("SetCategory", "Says what a person is in the case worked in; the category before stays as history");
        persons.MapPost("/outcomes", Outcome).Is("RecordOutcome", "Records a legal outcome; it shows in every case");
        api.MapPost("/items/{id}/custody-review", Clear).WithTags("Persons").Is("ClearCustody", "Lifts the custody bar of an item after an independent review");
    }

    private static async Task<Answer<Made>> Categorise(string id, CategoryForm form, Caller caller, SetCategory set, PublicIds ids, CancellationToken ct)
    {
        var choice = new CategoryChoice(ids.Key(PublicKind.Entity, id), form.Category, form.Grounds) { Child = form.Child, ConductItem = ids.Maybe(PublicKind.Item, form.ConductItem) };
        return (await set.Run(caller.Visitor, choice, ct)).Then<Made>(_ => new Made(ids.Show(PublicKind.Entity, choice.Person)));
    }

    private static async Task<Answer<Made>> Outcome(string id, OutcomeForm form, Caller caller, RecordOutcome record, PublicIds ids, CancellationToken ct)
    {
        var entry = new OutcomeEntry(ids.Key(PublicKind.Entity, id), form.Outcome, form.Date, ids.Key(PublicKind.Item, form.Item), form.Court);
        return (await record.Run(caller.Visitor, entry, ct)).Then<Made>(_ => new Made(ids.Show(PublicKind.Entity, entry.Person)));
    }

    private static async Task<Answer<Made>> Clear(string id, ReasonForm form, Caller caller, ClearCustody clear, PublicIds ids, CancellationToken ct) =>
        (await clear.Run(caller.Visitor, ids.Key(PublicKind.Item, id), form.Reason, ct)).Then<Made>(key => new Made(ids.Show(PublicKind.Item, key)));
}
