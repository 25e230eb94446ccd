using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Plumbline.Core;
using Plumbline.Register;
using Plumbline.Screening.Watchlists;
using Plumbline.Web.Accounts;

namespace Plumbline.Web.Api;

/// <summary>Watchlists, screenings, possible matches and namesakes cleared.</summary>
internal static class ScreeningApi
{
    private const int Most = 500;
    private const int Lately = 50;

    public static void MapScreening(this RouteGroupBuilder api)
    {
        var lists = api.MapGroup("/watchlists").WithTags("Screening");
        lists.MapGet("/", Lists).Is("ListWatchlists", "Watchlists with owner, law, version and review, and the imported lists on which one can stand");
        lists.MapPost("/", Add).Is("AddWatchlist", "Enters a draft");
        lists.MapPost("/{watchlist}/try", Try).Is("TryWatchlist", "Counts how many of a sample would meet somebody; nothing of the sample is kept");
        lists.MapPost("/{watchlist}/activate", Activate).Is("ActivateWatchlist", "Puts a tried draft to use; another officer than who entered it");
        lists.MapPost("/{watchlist}/review", Review).Is("ReviewWatchlist", "States that it was looked over, and when it will be again");
        lists.MapPost("/{watchlist}/retire", Retire).Is("RetireWatchlist", "Takes it out of use");
        lists.MapGet("/rates", Rates).Is("ReadScreeningRates", "What came of names, by list and script: numbers alone");
        var screenings = api.MapGroup("/screenings").WithTags("Screening");
        screenings.MapGet("/", Screenings).Is("ListScreenings", "The last screenings, newest first: numbers of people, never who they were");
        screenings.MapPost("/", Screen).Is("ScreenPeople", "Screens people: who meets nobody is counted and forgotten");
        var candidates = api.MapGroup("/candidates").WithTags("Screening");
        candidates.MapGet("/", Queue).Is("ListCandidates", "Possible matches of a state, oldest first, 500 at most");
        candidates.MapGet("/{candidate}", Show).Is("ShowCandidate", "The person, the entry and why; a suggestion, never a hit");
        candidates.MapPost("/{candidate}/hold", Hold).Is("HoldCandidate", "Takes it to your desk for a quarter of an hour");
        candidates.MapPost("/{candidate}/propose", Propose).Is("ProposeCandidate", "Says what you found");
        candidates.MapPost("/{candidate}/confirm", Confirm).Is("ConfirmCandidate", "Confirms what a colleague found");
        candidates.MapPost("/{candidate}/return", Return).Is("ReturnCandidate", "Sends it back to the queue");
        candidates.MapPost("/{candidate}/clear", Clear).Is("ClearNamesake", "Clears the namesake; the code of the letter is told once");
        candidates.MapPost("/{candidate}/compare", Compare).Is("CompareCandidate", "Compares again, as the entry and the person are now");
        api.MapWatchlistEntries();
        var letters = api.MapGroup("/clearances").WithTags("Screening");
        letters.MapPost("/verify", Verify).Is("VerifyClearance", "Whether a letter's code holds; says nothing of whom it clears");
        letters.MapPost("/withdraw", Withdraw).Is("WithdrawClearance", "Takes a clearing back");
    }

    private static async Task<Answer<WatchlistsAnswer>> Lists(Caller caller, KeepWatchlists keep, PublicIds ids, CancellationToken ct) =>
        (await keep.All(caller.Visitor, ct)).Then<WatchlistsAnswer>(view => WatchlistsAnswer.Of(view, ids));

    private static async Task<Answer<Made>> Add(NewWatchlistForm form, Caller caller, KeepWatchlists keep, PublicIds ids, CancellationToken ct) =>
        Watchlist(await keep.Add(caller.Visitor, new WatchlistForm(form.Name, form.List, form.Owner ?? "", form.LegalBasis, form.Instruction, form.Review), ct), ids);

    private static async Task<Answer<TriedAnswer>> Try(string watchlist, SampleForm form, Caller caller, ScreenPeople screen, PublicIds ids, CancellationToken ct) =>
        (await screen.Try(caller.Visitor, ids.Key(PublicKind.Watchlist, watchlist), form.People.Select(person => person.Person()), ct)).Then<TriedAnswer>(tried => new TriedAnswer(tried.People, tried.Hits));

    private static async Task<Answer<Made>> Activate(string watchlist, Caller caller, KeepWatchlists keep, PublicIds ids, CancellationToken ct) => Watchlist(await keep.Activate(caller.Visitor, ids.Key(PublicKind.Watchlist, watchlist), ct), ids);

    private static async Task<Answer<Made>> Review(string watchlist, NextReviewForm form, Caller caller, KeepWatchlists keep, PublicIds ids, CancellationToken ct) =>
        Watchlist(await keep.Review(caller.Visitor, ids.Key(PublicKind.Watchlist, watchlist), form.Day, ct), ids);

    private static async Task<Answer<Made>> Retire(string watchlist, Caller caller, KeepWatchlists keep, PublicIds ids, CancellationToken ct) => Watchlist(await keep.Retire(caller.Visitor, ids.Key(PublicKind.Watchlist, watchlist), ct), ids);

    private static async Task<Answer<IReadOnlyList<RateAnswer>>> Rates(Caller caller, ViewCandidates view, CancellationToken ct) => (await view.Tallies(caller.Visitor, ct)).Then(rows =>
        new Outcome<IReadOnlyList<RateAnswer>>.Done([.. rows.Select(row => new RateAnswer(row.Name, row.Script, row.What, row.Number))]));

    private static async Task<Answer<IReadOnlyList<ScreeningLine>>> Screenings(Caller caller, ViewCandidates view, PublicIds ids, CancellationToken ct) => (await view.Screenings(caller.Visitor, Lately, ct)).Then(rows =>
        new Outcome<IReadOnlyList<ScreeningLine>>.Done([.. rows.Select(row => new ScreeningLine(ids.Show(PublicKind.Screening, row.Key), row.Name, row.Watchlists, row.Authority, row.People, row.Unreadable, row.None,
            row.Cleared, row.Candidates, row.Incomplete, row.TooCommon, row.RunBy, Clock.FromMicros(row.RunAt)))]));

    private static async Task<Answer<ScreenedAnswer>> Screen(ScreeningForm form, Caller caller, ScreenPeople screen, PublicIds ids, CancellationToken ct)
    {
        var order = new ScreeningOrder(form.Name, [.. (form.Watchlists ?? []).Select(id => ids.Key(PublicKind.Watchlist, id))])
        {
            Authority = form.Authority is { } given ? new ScreeningAuthority(given.Reference, given.Grounds, given.Until) : null,
        };
        return (await screen.Run(caller.Visitor, order, form.People.Select(person => person.Person()), null, ct)).Then<ScreenedAnswer>(done =>
            new ScreenedAnswer(ids.Show(PublicKind.Screening, done.Run), done.People, done.None, done.Cleared, done.Candidates, done.Incomplete, done.TooCommon,
                [.. done.UnreadableRows.Select(row => new UnreadableAnswer(row.Id, row.Why.Code, row.Why.Detail))]));
    }

    private static async Task<Answer<CandidatesAnswer>> Queue(Caller caller, ViewCandidates view, PublicIds ids, CancellationToken ct, string state = "open") =>
        (await view.Queue(caller.Visitor, state, Most, ct)).Then<CandidatesAnswer>(queue => CandidatesAnswer.Of(queue, ids));

    private static async Task<Answer<CandidateAnswer>> Show(string candidate, Caller caller, ViewCandidates view, PublicIds ids, CancellationToken ct) =>
        (await view.Show(caller.Visitor, ids.Key(PublicKind.Candidate, candidate), ct)).Then<CandidateAnswer>(one => CandidateAnswer.Of(one, ids));

    private static async Task<Answer<Made>> Hold(string candidate, Caller caller, ViewCandidates view, PublicIds ids, CancellationToken ct) => Candidate(await view.Hold(caller.Visitor, ids.Key(PublicKind.Candidate, candidate), ct), ids);

    private static async Task<Answer<Made>> Propose(string candidate, FoundForm form, Caller caller, SettleCandidate settle, PublicIds ids, CancellationToken ct) =>
        Candidate(await settle.Propose(caller.Visitor, ids.Key(PublicKind.Candidate, candidate), form.Outcome, form.Reason, ct), ids);

    private static async Task<Answer<Made>> Confirm(string candidate, Caller caller, SettleCandidate settle, PublicIds ids, CancellationToken ct) =>
        Candidate(await settle.Confirm(caller.Visitor, ids.Key(PublicKind.Candidate, candidate), "", ct), ids);

    private static async Task<Answer<Made>> Return(string candidate, WhyForm form, Caller caller, SettleCandidate settle, PublicIds ids, CancellationToken ct) =>
        Candidate(await settle.SendBack(caller.Visitor, ids.Key(PublicKind.Candidate, candidate), form.Reason, ct), ids);

    private static async Task<Answer<Made>> Compare(string candidate, Caller caller, CompareAgain compare, PublicIds ids, CancellationToken ct) => Candidate(await compare.Run(caller.Visitor, ids.Key(PublicKind.Candidate, candidate), ct), ids);

    private static async Task<Answer<ClearanceLetter>> Clear(string candidate, ClearForm form, Caller caller, ClearNamesake clear, PublicIds ids, CancellationToken ct) =>
        await clear.Issue(caller.Visitor, ids.Key(PublicKind.Candidate, candidate), form.Months, ct);

    private static async Task<Answer<ClearanceCheck>> Verify(CodeForm form, Caller caller, ClearNamesake clear, CancellationToken ct) => await clear.Verify(caller.Visitor, form.Code, ct);

    private static async Task<Answer<Counted>> Withdraw(CodeForm form, Caller caller, ClearNamesake clear, CancellationToken ct) =>
        (await clear.Withdraw(caller.Visitor, form.Code, form.Reason ?? "", ct)).Then<Counted>(_ => new Counted(1));

    private static Outcome<Made> Watchlist(Outcome<long> outcome, PublicIds ids) => outcome.Then<Made>(key => new Made(ids.Show(PublicKind.Watchlist, key)));

    private static Outcome<Made> Candidate(Outcome<long> outcome, PublicIds ids) => outcome.Then<Made>(key => new Made(ids.Show(PublicKind.Candidate, key)));
}
