using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Plumbline.Core;
using Plumbline.Register;
using Plumbline.Register.Questions;
using Plumbline.Safeguards;
using Plumbline.Web.Accounts;

namespace Plumbline.Web.Api;

/// <summary>A concern that only oversight reads.</summary>
public sealed record ConcernForm([property: Required, StringLength(4000, MinimumLength = 10)] string Text);

/// <summary>A concern of your own, and what oversight did about it.</summary>
public sealed record ConcernAnswer(string Text, DateTimeOffset SentAt, string? Answer, DateTimeOffset? AnsweredAt)
{
    internal static ConcernAnswer Of(ConcernRow row) => new(row.Text, Clock.FromMicros(row.SentAt), row.Answer, row.AnsweredAt is { } at ? Clock.FromMicros(at) : null);
}

/// <summary>What oversight did about a concern.</summary>
public sealed record ReplyForm([property: Required, StringLength(4000, MinimumLength = 1)] string Answer);

/// <summary>A concern as oversight reads it.</summary>
public sealed record SentConcernAnswer(string Id, string Text, string? Login, string? Name, DateTimeOffset SentAt, string? Answer, DateTimeOffset? AnsweredAt);

/// <summary>The audit log, and the way past the chain.</summary>
internal static class OversightApi
{
    private const int MostActs = 500;

    public static void MapOversight(this RouteGroupBuilder api)
    {
        var audit = api.MapGroup("/audit").WithTags("Oversight");
        audit.MapGet("/acts", Acts).Is("ListActs", "Acts that fit, newest first; for oversight, and an act itself");
        audit.MapGet("/acts/{id}", Act).Is("ShowAct", "One act with its content");
        audit.MapPost("/acts/{id}/review", Review).Is("ReviewAct", "Records what oversight thinks of an act; once");
        audit.MapPost("/sample", Sample).Is("SampleSearch", "A search of the last 90 days that nobody has reviewed");
        audit.MapGet("/head", Head).Is("ShowLogHead", "How far the log has come and what was lodged last; no content");
        audit.MapPost("/verify", Verify).Is("VerifyLog", "Recomputes the whole tree and holds it against every checkpoint kept here");
        audit.MapPost("/checkpoint", Lodge).Is("LodgeCheckpoint", "Signs the head of the log, to be kept outside");
        var concerns = api.MapGroup("/concerns").WithTags("Oversight");
        concerns.MapPost("/", Send).Is("SendConcern", "Tells oversight what worries you, past the chain; needs no purpose and no role");
        concerns.MapGet("/all", All).Is("ListConcerns", "All concerns, those without an answer first; for oversight");
        concerns.MapPost("/{id}/answer", Reply).Is("AnswerConcern", "Says what oversight did; the sender reads it");
        concerns.MapGet("/", Own).Is("ListOwnConcerns", "Your own concerns with their answers");
    }

    private static async Task<Answer<ActsAnswer>> Acts(Caller caller, ReadAudit audit, PublicIds ids, CancellationToken ct, [StringLength(64)] string? login = null, [StringLength(40)] string? action = null,
        [StringLength(40)] string? @case = null, [StringLength(60)] string? outcome = null, DateTimeOffset? from = null, DateTimeOffset? to = null, [StringLength(40)] string? after = null, [Range(1, MostActs)] int most = 100)
    {
        if (ids.Maybe(PublicKind.Act, after) is < 0) return Ids.NoSuchPart;
        var filter = new ActFilter { Login = login, Action = action, Case = @case, Outcome = outcome, From = from?.ToMicros(), To = to?.ToMicros(), Before = ids.Maybe(PublicKind.Act, after) };
        return (await audit.Run(caller.Visitor, filter, most, ct)).Then<ActsAnswer>(lines =>
        {
            ActAnswer[] acts = [.. lines.Select(line => ActAnswer.Of(line, ids))];
            return new ActsAnswer(acts, Page<ActAnswer>.After(most, acts.Select(act => act.Id)));
        });
    }

    private static async Task<Answer<ActWithContent>> Act(string id, Caller caller, ReadAudit audit, PublicIds ids, CancellationToken ct) =>
        (await audit.One(caller.Visitor, ids.Key(PublicKind.Act, id), ct)).Then<ActWithContent>(view => ActWithContent.Of(view, ids));

    private static async Task<Answer<Made>> Review(string id, ReviewForm form, Caller caller, ReadAudit audit, PublicIds ids, CancellationToken ct) =>
        (await audit.Review(caller.Visitor, ids.Key(PublicKind.Act, id), form.Concern, form.Note, ct)).Then<Made>(key => new Made(ids.Show(PublicKind.Act, key)));

    private static async Task<Answer<ActWithContent>> Sample(Caller caller, ReadAudit audit, PublicIds ids, CancellationToken ct) =>
        (await audit.Sample(caller.Visitor, ct)).Then<ActWithContent>(view => ActWithContent.Of(view, ids));

    private static async Task<Answer<LogHeadAnswer>> Head(Caller caller, KeepLog log, CancellationToken ct) =>
        (await log.Head(caller.Visitor, ct)).Then<LogHeadAnswer>(head => LogHeadAnswer.Of(head));

    private static async Task<Answer<VerificationAnswer>> Verify(Caller caller, KeepLog log, CancellationToken ct) =>
        (await log.Verify(caller.Visitor, ct)).Then<VerificationAnswer>(found => VerificationAnswer.Of(found));

    private static async Task<Answer<CheckpointAnswer>> Lodge(Caller caller, KeepLog log, CancellationToken ct) =>
        (await log.Lodge(caller.Visitor, ct)).Then<CheckpointAnswer>(checkpoint => new CheckpointAnswer(checkpoint.Size, checkpoint.ToString()));

    private static async Task<Answer<Counted>> Send(ConcernForm form, Caller caller, TellOversight tell, CancellationToken ct) =>
        (await tell.Send(caller.Visitor, form.Text, ct)).Then<Counted>(_ => new Counted(1));

    private static async Task<Answer<IReadOnlyList<SentConcernAnswer>>> All(Caller caller, TellOversight tell, PublicIds ids, CancellationToken ct) =>
        (await tell.All(caller.Visitor, ct)).Then(rows => new Outcome<IReadOnlyList<SentConcernAnswer>>.Done([.. rows.Select(row => new SentConcernAnswer(ids.Show(PublicKind.Concern, row.Key), row.Text, row.Login, row.Name,
            Clock.FromMicros(row.SentAt), row.Answer, row.AnsweredAt is { } at ? Clock.FromMicros(at) : null))]));

    private static async Task<Answer<Made>> Reply(string id, ReplyForm form, Caller caller, TellOversight tell, PublicIds ids, CancellationToken ct) =>
        (await tell.Reply(caller.Visitor, ids.Key(PublicKind.Concern, id), form.Answer, ct)).Then<Made>(key => new Made(ids.Show(PublicKind.Concern, key)));

    private static async Task<Answer<IReadOnlyList<ConcernAnswer>>> Own(Caller caller, TellOversight tell, CancellationToken ct) =>
        (await tell.Own(caller.Visitor, ct)).Then(rows => new Outcome<IReadOnlyList<ConcernAnswer>>.Done([.. rows.Select(ConcernAnswer.Of)]));
}
