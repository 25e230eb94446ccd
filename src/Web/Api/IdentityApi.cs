using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Plumbline.Core;
using Plumbline.Screening.Identity;
using Plumbline.Web.Accounts;

namespace Plumbline.Web.Api;

/// <summary>Which records mean one person: suggestions, judgements, and how often the suggestions are right.</summary>
internal static class IdentityApi
{
    private const int Most = 500;

    public static void MapIdentity(this RouteGroupBuilder api)
    {
        var identity = api.MapGroup("/identity").WithTags("Identity");
        identity.MapGet("/pairs", Queue).Is("ListIdentityPairs", "Pairs that could be one, cluster by cluster, 500 at most; a suggestion, never a decision");
        identity.MapGet("/pairs/{one}/{other}", Show).Is("ShowIdentityPair", "Two records side by side, and why they could be one");
        identity.MapGet("/report", Report).Is("ReadIdentityReport", "How often the suggestions are right, estimated from pairs drawn by lot that people judged");
        identity.MapPost("/weights", Learn).Is("LearnIdentityWeights", "Learns without labels what each kind of evidence says in this register");
        api.MapPost("/judgements", Judge).WithTags("Identity").Is("JudgeIdentity", "Judges two records: the same, different, or unsure; the records stay as they are");
        api.MapPost("/judgements/{judgement}/withdraw", Withdraw).WithTags("Identity").Is("WithdrawJudgement", "Takes a judgement back; every link is at its own record, where it always was");
        api.MapPost("/entities/{entity}/lead", Lead).WithTags("Identity").Is("ChooseLeadRecord", "Lets this record's name stand for all that are joined with it");
    }

    private static async Task<Answer<IdentityQueueAnswer>> Queue(Caller caller, ReviewIdentities review, PublicIds ids, CancellationToken ct, string state = "open", [Range(1, Most)] int most = 50) =>
        (await review.Queue(caller.Visitor, state, most, ct)).Then<IdentityQueueAnswer>(queue => IdentityQueueAnswer.Of(queue, ids));

    private static async Task<Answer<IdentityPairAnswer>> Show(string one, string other, Caller caller, ReviewIdentities review, PublicIds ids, CancellationToken ct) =>
        (await review.Show(caller.Visitor, ids.Key(PublicKind.Entity, one), ids.Key(PublicKind.Entity, other), ct)).Then<IdentityPairAnswer>(view => IdentityPairAnswer.Of(view, ids));

    private static async Task<Answer<IdentityReportAnswer>> Report(Caller caller, LearnWeights weights, CancellationToken ct) =>
        (await weights.Report(caller.Visitor, ct)).Then<IdentityReportAnswer>(report => IdentityReportAnswer.Of(report));

    private static async Task<Answer<IReadOnlyList<WeightAnswer>>> Learn(Caller caller, LearnWeights weights, CancellationToken ct) =>
        (await weights.Run(caller.Visitor, ct)).Then(learned => new Outcome<IReadOnlyList<WeightAnswer>>.Done(IdentityReportAnswer.Of(learned)));

    private static async Task<Answer<Made>> Judge(JudgementForm form, Caller caller, JudgeIdentity judge, PublicIds ids, CancellationToken ct) =>
        Judged(await judge.Run(caller.Visitor, new IdentityJudgement(ids.Key(PublicKind.Entity, form.One), ids.Key(PublicKind.Entity, form.Other), form.Verdict, form.Reason)
        {
            Items = [.. (form.Items ?? []).Select(item => ids.Key(PublicKind.Item, item))],
        }, ct), ids);

    private static async Task<Answer<Made>> Withdraw(string judgement, WhyForm form, Caller caller, JudgeIdentity judge, PublicIds ids, CancellationToken ct) =>
        Judged(await judge.Withdraw(caller.Visitor, ids.Key(PublicKind.Judgement, judgement), form.Reason, ct), ids);

    private static async Task<Answer<Made>> Lead(string entity, Caller caller, JudgeIdentity judge, PublicIds ids, CancellationToken ct) =>
        (await judge.Lead(caller.Visitor, ids.Key(PublicKind.Entity, entity), ct)).Then<Made>(key => new Made(ids.Show(PublicKind.Entity, key)));

    private static Outcome<Made> Judged(Outcome<long> outcome, PublicIds ids) => outcome.Then<Made>(key => new Made(ids.Show(PublicKind.Judgement, key)));
}
