using Plumbline.Core;
using Plumbline.Register.Questions;
using Plumbline.Screening.Matching;
using Plumbline.Screening.Watchlists;

namespace Plumbline.Screening.Identity;

/// <summary>A record in the queue.</summary>
/// <param name="Type">Name of its type.</param>
/// <param name="Names">Names and aliases that the reader sees.</param>
public sealed record ReviewedRecord(long Key, string Type, IReadOnlyList<string> Names);

/// <summary>A pair in the queue.</summary>
/// <param name="Probability">0 to 1; a suggestion of the machine.</param>
/// <param name="Verdict"><c>candidate</c>, <c>incomplete</c> (a short name and nothing else) or <c>weak</c>.</param>
/// <param name="Cluster">Pairs of one cluster are reviewed together.</param>
/// <param name="Judgement">What was judged, where it was.</param>
public sealed record ReviewedPair(ReviewedRecord One, ReviewedRecord Other, double Probability, string Verdict, int Cluster, JudgementRow? Judgement)
{
    /// <summary>Whose judgement of it was refused for what that officer may not see, and when.</summary>
    public RefusedJudgement? Refused { get; init; }
}

/// <summary>The queue of a state.</summary>
/// <param name="Pairs">As many as are shown.</param>
/// <param name="Total">How many there are, of what the reader may see.</param>
/// <param name="Records">How many records were compared.</param>
/// <param name="Compared">How many pairs were compared.</param>
/// <param name="Version">Of rules and numbers behind the suggestions.</param>
public sealed record ReviewQueue(IReadOnlyList<ReviewedPair> Pairs, int Total, int Open, int Unsure, int Records, int Compared, string Version);

/// <summary>Open pairs near some records.</summary>
/// <param name="Pairs">As many as were asked for, the likeliest clusters first.</param>
/// <param name="Total">How many there are, of what the reader may see.</param>
public sealed record NearPairs(IReadOnlyList<ReviewedPair> Pairs, int Total);

/// <summary>One property of two records, side by side.</summary>
/// <param name="Level">What it says about their being one.</param>
public sealed record SideBySide(Property Property, IReadOnlyList<string> One, IReadOnlyList<string> Other, EvidenceLevel Level);

/// <summary>A pair with all that an officer needs to judge it.</summary>
/// <param name="Reasons">Why the machine would think so; the first record is the one "asked", the second the one "listed".</param>
/// <param name="NeedsItem">Whether "same" must cite an item: nothing but a short name, or not even that, says so.</param>
/// <param name="Judgements">All that the reader sees on the pair and on what is joined with either, oldest first.</param>
/// <param name="Items">Items that a judgement can rest on.</param>
public sealed record PairView(ReviewedRecord One, ReviewedRecord Other, double Probability, string Verdict, string Version, SuggestionReasons Reasons, bool NeedsItem,
    IReadOnlyList<SideBySide> Rows, IReadOnlyList<JudgementRow> Judgements, bool? Decided, IReadOnlyList<CitedItem> Items, Label Label);
