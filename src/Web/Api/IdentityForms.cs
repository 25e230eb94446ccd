using System.ComponentModel.DataAnnotations;
using Plumbline.Core;
using Plumbline.Register;
using Plumbline.Register.Questions;
using Plumbline.Screening.Identity;
using Plumbline.Screening.Resolution;
using Plumbline.Screening.Watchlists;

namespace Plumbline.Web.Api;

/// <summary>What you judge of two records.</summary>
/// <param name="One">Id of an entity.</param>
/// <param name="Other">Id of another.</param>
/// <param name="Items">Ids of the items that it rests on; left out, what the two records say themselves.</param>
public sealed record JudgementForm([property: Required, StringLength(20)] string One, [property: Required, StringLength(20)] string Other,
    [property: Required, RegularExpression("same|different|unsure")] string Verdict, [property: Required, StringLength(400)] string Reason, [property: MaxLength(50)] IReadOnlyList<string>? Items = null);

/// <summary>A record that could be one with another.</summary>
public sealed record RecordAnswer(string Id, string Type, IReadOnlyList<string> Names)
{
    internal static RecordAnswer Of(ReviewedRecord record, PublicIds ids) => new(ids.Show(PublicKind.Entity, record.Key), record.Type, record.Names);
}

/// <summary>A judgement on two records.</summary>
/// <param name="Verdict">same, different or unsure.</param>
/// <param name="WithdrawnAt">When it was taken back; null while it is in force.</param>
public sealed record JudgementAnswer(string Id, string One, string Other, string Verdict, string Reason, string By, DateTimeOffset At, string? WithdrawnBy, DateTimeOffset? WithdrawnAt, string? WithdrawnWhy)
{
    internal static JudgementAnswer Of(JudgementRow row, PublicIds ids) => new(ids.Show(PublicKind.Judgement, row.Key), ids.Show(PublicKind.Entity, row.Entity), ids.Show(PublicKind.Entity, row.Other), row.Verdict, row.Reason,
        row.GivenByName, Clock.FromMicros(row.GivenAt), row.WithdrawnByName, row.WithdrawnAt is { } at ? Clock.FromMicros(at) : null, row.WithdrawnWhy);
}

/// <summary>A pair in the queue.</summary>
/// <param name="Probability">0 to 1; a suggestion.</param>
/// <param name="Verdict">candidate, incomplete (a short name and nothing else) or weak.</param>
/// <param name="Cluster">Pairs of one cluster belong together.</param>
public sealed record IdentityPairLine(RecordAnswer One, RecordAnswer Other, double Probability, string Verdict, int Cluster, JudgementAnswer? Judgement);

/// <summary>The queue.</summary>
/// <param name="Total">How many pairs there are, of what you may see.</param>
/// <param name="Version">Of rules and numbers behind the suggestions.</param>
public sealed record IdentityQueueAnswer(IReadOnlyList<IdentityPairLine> Pairs, int Total, int Open, int Unsure, int Records, int Compared, string Version)
{
    internal static IdentityQueueAnswer Of(ReviewQueue queue, PublicIds ids) => new([.. queue.Pairs.Select(pair => new IdentityPairLine(RecordAnswer.Of(pair.One, ids), RecordAnswer.Of(pair.Other, ids),
        Math.Round(pair.Probability, 4), pair.Verdict, pair.Cluster, pair.Judgement is { } row ? JudgementAnswer.Of(row, ids) : null))], queue.Total, queue.Open, queue.Unsure, queue.Records, queue.Compared, queue.Version);
}

/// <summary>One property of two records.</summary>
/// <param name="Level">What it says about their being one: agree, partly, silent or contradict. Names in two scripts can agree.</param>
public sealed record SideBySideAnswer(string Property, IReadOnlyList<string> One, IReadOnlyList<string> Other, string Level);

/// <summary>Two records side by side.</summary>
/// <param name="NeedsItem">Whether "same" must cite an item: nothing but a short name, or not even that, says so.</param>
/// <param name="Decided">True where they are joined, false where they are kept apart, null where nothing follows.</param>
/// <param name="Items">Ids of items that a judgement can rest on.</param>
public sealed record IdentityPairAnswer(RecordAnswer One, RecordAnswer Other, double Probability, string Verdict, string Version, SuggestionReasons Reasons, bool NeedsItem, IReadOnlyList<SideBySideAnswer> Properties,
    IReadOnlyList<JudgementAnswer> Judgements, bool? Decided, IReadOnlyList<string> Items, LabelAnswer Label)
{
    internal static IdentityPairAnswer Of(PairView view, PublicIds ids) => new(RecordAnswer.Of(view.One, ids), RecordAnswer.Of(view.Other, ids), Math.Round(view.Probability, 4), view.Verdict, view.Version, view.Reasons, view.NeedsItem,
        [.. view.Rows.Select(row => new SideBySideAnswer(row.Property.Qualified, row.One, row.Other, KeptForm.Word(row.Level)))], [.. view.Judgements.Select(row => JudgementAnswer.Of(row, ids))], view.Decided,
        [.. view.Items.Select(item => ids.Show(PublicKind.Item, item.Key))], LabelAnswer.Of(view.Label, ids));
}

/// <summary>What one kind of evidence says, as log-odds.</summary>
public sealed record WeightAnswer(string What, double Agree, double Partly, double Contradict, bool Learned, int Pairs);

/// <summary>A version of weights that was learned.</summary>
public sealed record WeightVersionAnswer(DateTimeOffset LearnedAt, string LearnedBy, long Pairs, string Engine);

/// <summary>How often the suggestions are right.</summary>
/// <param name="Precision">Of the pairs suggested, with the interval that holds it 19 times in 20; null until enough drawn pairs are judged.</param>
/// <param name="Recall">Among the pairs compared.</param>
/// <param name="SampleWaiting">Drawn pairs that nobody decided yet.</param>
public sealed record IdentityReportAnswer(Share? Precision, Share? Recall, IReadOnlyList<BandEstimate> Bands, IReadOnlyList<WeightAnswer> Weights, string Version, IReadOnlyList<WeightVersionAnswer> Versions, int Records, int Compared, int SampleWaiting)
{
    internal static IdentityReportAnswer Of(IdentityReport report) => new(report.Estimate.Precision, report.Estimate.Recall, report.Estimate.Bands, Of(report.Weights), report.Version,
        [.. report.Versions.Select(row => new WeightVersionAnswer(Clock.FromMicros(row.LearnedAt), row.LearnedBy, row.Pairs, row.Engine))], report.Records, report.Compared, report.SampleWaiting);

    internal static IReadOnlyList<WeightAnswer> Of(EvidenceWeights weights) => [.. weights.Fields.Select(one => new WeightAnswer(one.What, one.Agree, one.Partly, one.Contradict, one.Learned, one.Pairs))];
}
