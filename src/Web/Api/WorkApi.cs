using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Plumbline.Core;
using Plumbline.Intelligence;
using Plumbline.Web.Accounts;

namespace Plumbline.Web.Api;

/// <summary>The day's work: how much waits, and what you worked on last.</summary>
/// <param name="Ungraded">Items without a grade.</param>
/// <param name="Proposed">Grades that another officer proposed.</param>
/// <param name="Marks">Marks of others that wait to be accepted.</param>
/// <param name="Entities">Looked at or marked lately, newest first.</param>
/// <param name="Items">Ids of items graded or marked lately, newest first.</param>
public sealed record WorkAnswer(long Ungraded, long Proposed, long Marks, IReadOnlyList<EntityRefAnswer> Entities, IReadOnlyList<string> Items)
{
    internal static WorkAnswer Of(WorkView view, PublicIds ids) => new(view.Counts.Ungraded, view.Counts.Proposed, view.Counts.Waiting,
        [.. view.Entities.Select(entity => EntityRefAnswer.Of(entity, ids))], [.. view.Items.Select(item => ids.Show(PublicKind.Item, item.Key))]);
}

/// <summary>What waits for an officer.</summary>
internal static class WorkApi
{
    public static void MapWork(this RouteGroupBuilder api) =>
        api.MapGet("/work", Show).WithTags("Work").Is("ShowWork", "How much waits for you, and what you worked on last");

    private static async Task<Answer<WorkAnswer>> Show(Caller caller, ViewWork work, PublicIds ids, CancellationToken ct) =>
        (await work.Run(caller.Visitor, ct)).Then<WorkAnswer>(view => WorkAnswer.Of(view, ids));
}
