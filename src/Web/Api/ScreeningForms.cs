using System.ComponentModel.DataAnnotations;
using Plumbline.Core;
using Plumbline.Register;
using Plumbline.Screening.Watchlists;

namespace Plumbline.Web.Api;

/// <summary>A watchlist to enter.</summary>
/// <param name="List">An imported list, as <c>lists</c> names it; empty for entries of the unit's own.</param>
/// <param name="LegalBasis">Code of the policy.</param>
/// <param name="Instruction">What an officer does who meets somebody of it.</param>
/// <param name="Review">The day by which its owner reviews it, within twelve months.</param>
/// <param name="Owner">Login of the officer who answers for it; left out, yourself.</param>
public sealed record NewWatchlistForm([property: Required, StringLength(80)] string Name, [property: Required(AllowEmptyStrings = true), StringLength(200)] string List, [property: Required, StringLength(40)] string LegalBasis,
    [property: Required, StringLength(400)] string Instruction, [property: Required, StringLength(10)] string Review, [property: StringLength(80)] string? Owner = null);

/// <summary>The next day of review.</summary>
public sealed record NextReviewForm([property: Required, StringLength(10)] string Day);

/// <summary>A person to screen; kept only with a candidate.</summary>
public sealed record PersonForm([property: Required, StringLength(60)] string Id, [property: Required, StringLength(400)] string Name, [property: MaxLength(10)] IReadOnlyList<string>? Births = null,
    [property: MaxLength(10)] IReadOnlyList<string>? Nationalities = null, [property: MaxLength(10)] IReadOnlyList<string>? Documents = null, [property: StringLength(20)] string Sex = "", [property: StringLength(400)] string Mother = "",
    [property: MaxLength(20)] IReadOnlyList<string>? OtherNames = null, [property: MaxLength(10)] IReadOnlyList<string>? Places = null)
{
    internal PersonAsked Person() => new(Id, Name) { Births = Births ?? [], Nationalities = Nationalities ?? [], Documents = Documents ?? [], Sex = Sex, Mother = Mother, OtherNames = OtherNames ?? [], Places = Places ?? [] };
}

/// <summary>The authority under which more than fifty people are screened.</summary>
/// <param name="Reference">Number of the order.</param>
/// <param name="Grounds">The conduct that it rests on; oversight reads it.</param>
/// <param name="Until">The day on which it ends, within a month.</param>
public sealed record AuthorityForm([property: Required, StringLength(80)] string Reference, [property: Required, StringLength(400)] string Grounds, [property: Required, StringLength(10)] string Until);

/// <summary>People to screen.</summary>
/// <param name="Name">What is screened, such as the flight and its day.</param>
/// <param name="Watchlists">Ids; left out, all in use.</param>
public sealed record ScreeningForm([property: Required, StringLength(120)] string Name, [property: Required, Length(1, 5000)] IReadOnlyList<PersonForm> People, [property: MaxLength(50)] IReadOnlyList<string>? Watchlists = null, AuthorityForm? Authority = null);

/// <summary>People as they pass, on whom a draft is tried; nothing of them is kept.</summary>
public sealed record SampleForm([property: Required, Length(1, 5000)] IReadOnlyList<PersonForm> People);

/// <summary>What one found about a candidate.</summary>
public sealed record FoundForm([property: Required, RegularExpression("same|different|unresolved")] string Outcome, [property: Required, StringLength(400)] string Reason);

/// <summary>Why; it stands in the log.</summary>
public sealed record WhyForm([property: Required, StringLength(400)] string Reason);

/// <summary>How long a clearing holds.</summary>
public sealed record ClearForm([property: Range(1, 36)] int Months = 24);

/// <summary>The code of a letter.</summary>
public sealed record CodeForm([property: Required, StringLength(40)] string Code, [property: StringLength(400)] string? Reason = null);

/// <summary>How many of a sample would meet somebody.</summary>
public sealed record TriedAnswer(long People, long Hits);

/// <summary>A watchlist.</summary>
/// <param name="State">draft, active or retired.</param>
public sealed record WatchlistAnswer(string Id, string Name, string List, string? Version, long Entries, string Owner, string LegalBasis, string Instruction, DateOnly Review, string State, long? Sampled, long? SampleHits);

/// <summary>Watchlists, and imported lists on which one can stand.</summary>
public sealed record WatchlistsAnswer(IReadOnlyList<WatchlistAnswer> Watchlists, IReadOnlyList<string> Lists)
{
    internal static WatchlistsAnswer Of(WatchlistsView view, PublicIds ids) => new([.. view.Watchlists.Select(row => new WatchlistAnswer(ids.Show(PublicKind.Watchlist, row.Key), row.Name, row.List, row.Version,
        row.Entries, row.OwnerName, row.LegalBasis, row.Instruction, DateOnly.FromDayNumber((int)row.ReviewDay), row.State, row.Sampled, row.SampleHits))], view.Lists);
}

/// <summary>Numbers of a screening.</summary>
/// <param name="Unreadable">Who could not be read, 200 at most.</param>
public sealed record ScreenedAnswer(string Id, long People, long None, long Cleared, long Candidates, long Incomplete, long TooCommon, IReadOnlyList<UnreadableAnswer> Unreadable);

/// <summary>Who could not be screened, and why.</summary>
/// <param name="Id">As it was sent.</param>
/// <param name="Code">Stable, such as <c>name.empty</c>.</param>
/// <param name="Detail">The same as a sentence.</param>
public sealed record UnreadableAnswer(string Id, string Code, string Detail);

/// <summary>A screening lately run.</summary>
public sealed record ScreeningLine(string Id, string Name, string Watchlists, string? Authority, long People, long Unreadable, long None, long Cleared, long Candidates, long Incomplete, long TooCommon, string RunBy, DateTimeOffset RunAt);

/// <summary>A possible match in the queue.</summary>
/// <param name="Person">Rows of one person of one screening share it.</param>
/// <param name="SinceThen">What became of it since it was compared: changed, person or delisted.</param>
/// <param name="Group">Entries of one person with the same number look like one person; a suggestion that is kept nowhere.</param>
public sealed record CandidateLine(string Id, string Screening, long Person, string Asked, string Listed, string Watchlist, string Entry, double Score, string Verdict, string State, string? Outcome, string? SinceThen, int? Group);

/// <summary>The queue.</summary>
/// <param name="Overtaken">Candidates of which the entry or the person changed since.</param>
public sealed record CandidatesAnswer(IReadOnlyList<CandidateLine> Candidates, long Open, long Proposed, long Overtaken)
{
    internal static CandidatesAnswer Of(CandidateQueue queue, PublicIds ids) => new([.. queue.Rows.Select(row => new CandidateLine(ids.Show(PublicKind.Candidate, row.Key), ids.Show(PublicKind.Screening, row.Run), row.RowNumber,
        KeptForm.Read<PersonAsked>(row.Asked).Name, KeptForm.Read<SuggestionReasons>(row.Reasons).Listed, row.WatchlistName, row.EntryKey, row.Score / 1000.0, row.Verdict, row.State, row.Outcome, row.SinceThen,
        queue.Groups.TryGetValue(row.Key, out var group) ? group : null))], queue.Open, queue.Proposed, queue.Overtaken);
}

/// <summary>A value of the entry.</summary>
public sealed record ListedAnswer(string Property, string Text);

/// <summary>What a colleague did.</summary>
public sealed record CandidateStepAnswer(string Step, string Outcome, string Reason, string By, DateTimeOffset At);

/// <summary>A candidate with its reasons: a suggestion, never a hit.</summary>
/// <param name="Version">Of the rules and numbers that suggested it.</param>
public sealed record CandidateAnswer(string Id, string Verdict, double Score, string State, string? Outcome, PersonAsked Asked, SuggestionReasons Reasons, string Watchlist, string Entry, string Entity,
    IReadOnlyList<ListedAnswer> Listed, string Instruction, string Version, LabelAnswer Label, IReadOnlyList<CandidateStepAnswer> Steps)
{
    internal static CandidateAnswer Of(CandidateView view, PublicIds ids) => new(ids.Show(PublicKind.Candidate, view.Row.Key), view.Row.Verdict, view.Row.Score / 1000.0, view.Row.State, view.Row.Outcome, view.Asked, view.Reasons,
        view.Row.WatchlistName, view.Row.EntryKey, ids.Show(PublicKind.Entity, view.Row.Entity), [.. view.Listed.Select(one => new ListedAnswer(one.Property, one.Text))], view.Row.Instruction, view.Row.Engine,
        LabelAnswer.Of(view.Label, ids), [.. view.Steps.Select(step => new CandidateStepAnswer(step.Step, step.Outcome, step.Reason, step.GivenByName, Clock.FromMicros(step.GivenAt)))]);
}

/// <summary>A number by list, script and outcome.</summary>
public sealed record RateAnswer(string Watchlist, string Script, string What, long Number);
