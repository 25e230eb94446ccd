using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Plumbline.Core;
using Plumbline.Exchange.Export;
using Plumbline.Intelligence;
using Plumbline.Register;
using Plumbline.Web.Accounts;

namespace Plumbline.Web.Api;

/// <summary>What is known: entities, search, checks, exports.</summary>
internal static class FindApi
{
    public static void MapFind(this RouteGroupBuilder api)
    {
        var find = api.MapGroup("").WithTags("Find");
        find.MapPost("/search", Search).Is("Search", "Finds items and entities by their words");
        find.MapPost("/search/export", ExportFound).Is("ExportFound", "Exports what a search finds and may leave");
        find.MapPost("/check", Check).Is("CheckValue", "Do we know this telephone number, plate, document, account or address?");
        find.MapPost("/entities/find", Entities).Is("FindEntities", "Offers entities that are there already, by name or number");
        find.MapGet("/entities/{id}", Show).Is("ShowEntity", "One entity with the statements, links and history that you may see");
        find.MapPost("/entities/{id}/export", Export).Is("ExportEntity", "Exports what you see of an entity and may leave");
    }

    private static async Task<Answer<FoundAnswer>> Search(FindForm form, Caller caller, Find find, Labels labels, PublicIds ids, CancellationToken ct)
    {
        if (form.Read() is not Outcome<FindQuestion>.Done { Value: var question }) return form.Read().Why;
        var found = await find.Run(caller.Visitor, question, ct);
        return found is Outcome<Found>.Done { Value: var value } ? new Outcome<FoundAnswer>.Done(await FoundAnswer.Of(value, labels, ids, ct)) : found.Why;
    }

    private static async Task<Download> ExportFound(FoundExportForm form, Caller caller, ExportFound export, CancellationToken ct)
    {
        var read = form.Search.Read();
        return Download.Of(read is Outcome<FindQuestion>.Done { Value: var question } ? await export.Run(caller.Visitor, question, form.Format, form.Reason, ct) : read.Why);
    }

    private static async Task<Answer<CheckedAnswer>> Check(CheckForm form, Caller caller, CheckValue check, PublicIds ids, CancellationToken ct) =>
        (await check.Run(caller.Visitor, form.Text, ct)).Then<CheckedAnswer>(answer => CheckedAnswer.Of(answer, ids));

    private static async Task<Answer<IReadOnlyList<EntityRefAnswer>>> Entities(EntityFindForm form, Caller caller, FindEntities find, PublicIds ids, CancellationToken ct) =>
        (await find.Run(caller.Visitor, form.Text, form.Type, form.Most, ct)).Then(found => new Outcome<IReadOnlyList<EntityRefAnswer>>.Done([.. found.Select(one => EntityRefAnswer.Of(one, ids))]));

    private static async Task<Answer<EntityAnswer>> Show(string id, Caller caller, ViewEntity view, PublicIds ids, CancellationToken ct) =>
        (await view.Run(caller.Visitor, ids.Key(PublicKind.Entity, id), ct)).Then<EntityAnswer>(picture => EntityAnswer.Of(picture, ids));

    private static async Task<Download> Export(string id, ExportForm form, Caller caller, ExportEntity export, PublicIds ids, CancellationToken ct) =>
        Download.Of(await export.Run(caller.Visitor, ids.Key(PublicKind.Entity, id), form.Format, form.Reason, ct));
}
