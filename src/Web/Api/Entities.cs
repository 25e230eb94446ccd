using Plumbline.Core;
using Plumbline.Intelligence;
using Plumbline.Register;

namespace Plumbline.Web.Api;

/// <summary>An entity as you may see it: the view over the statements about it.</summary>
/// <param name="Properties">Statements by property and value, side by side.</param>
/// <param name="Links">In both directions.</param>
/// <param name="Person">Category and legal outcomes; null for what is no person.</param>
/// <param name="Label">The union of the labels of all that is shown: handle the whole so.</param>
/// <param name="Why">Codes of the rules that let you see it.</param>
/// <param name="Records">The records that people judged to be the same, this one included; each statement and link stays with its own.</param>
/// <param name="Lead">Id of the record whose name a person chose for all.</param>
/// <param name="Judgements">On any of the records, those taken back included.</param>
public sealed record EntityAnswer(string Id, string Type, CaptionAnswer Caption, IReadOnlyList<PropertyAnswer> Properties, IReadOnlyList<LinkAnswer> Links,
    IReadOnlyList<TimelineAnswer> Timeline, IReadOnlyList<HistoryAnswer> History, PersonAnswer? Person, LabelAnswer Label, IReadOnlyList<string> Why,
    IReadOnlyList<EntityRefAnswer> Records, string? Lead, IReadOnlyList<JudgementAnswer> Judgements)
{
    internal static EntityAnswer Of(EntityPicture picture, PublicIds ids) => new(ids.Show(PublicKind.Entity, picture.Key), picture.Type.Name, CaptionAnswer.Of(picture.Caption),
        [.. picture.Groups.Select(group => PropertyAnswer.Of(group, ids))], [.. picture.Links.Select(link => LinkAnswer.Of(link, ids))],
        [.. picture.Timeline.Select(entry => TimelineAnswer.Of(entry, ids))], [.. picture.History.Select(entry => HistoryAnswer.Of(entry, ids))],
        picture.Person is { } person ? PersonAnswer.Of(person, ids) : null, LabelAnswer.Of(picture.Label, ids), picture.Why,
        [.. picture.Records.Select(record => EntityRefAnswer.Of(record, ids))], picture.Lead is { } lead ? ids.Show(PublicKind.Entity, lead) : null, [.. picture.Judgements.Select(row => JudgementAnswer.Of(row, ids))]);
}

/// <summary>All that is said of one property.</summary>
/// <param name="Conflict">Only one value can be true, and live statements give several.</param>
public sealed record PropertyAnswer(string Property, bool Conflict, IReadOnlyList<ValueAnswer> Values)
{
    internal static PropertyAnswer Of(PropertyGroup group, PublicIds ids) => new(group.Property.Qualified, group.Conflict,
        [.. group.Values.Select(value => new ValueAnswer(value.Origins, [.. value.Statements.Select(one => StatementAnswer.Of(one, ids))]))]);
}

/// <summary>One value with every statement that gives it.</summary>
/// <param name="Origins">Distinct origins behind it: what corroboration can rest on.</param>
public sealed record ValueAnswer(int Origins, IReadOnlyList<StatementAnswer> Statements);

/// <summary>A link of an entity, seen from it.</summary>
/// <param name="Outgoing">Whether the entity looked at is its source.</param>
/// <param name="Other">The other end.</param>
/// <param name="Ends">Its end statements; each item that told of it gave a pair.</param>
/// <param name="Weakest">The weakest grade among the ends; null where none is graded.</param>
/// <param name="Record">Id of the record that it belongs to, where several are joined.</param>
public sealed record LinkAnswer(string Id, string Type, bool Outgoing, EntityRefAnswer Other, IReadOnlyList<StatementAnswer> Ends, IReadOnlyList<PropertyAnswer> Values,
    GradeAnswer? Weakest, GradeAnswer? Best, IReadOnlyList<string> Valid, LabelAnswer Label, string Record)
{
    internal static LinkAnswer Of(LinkView link, PublicIds ids) => new(ids.Show(PublicKind.Entity, link.Key), link.Type.Name, link.Outgoing, EntityRefAnswer.Of(link.Other, ids),
        [.. link.Ends.Select(end => StatementAnswer.Of(end, ids))], [.. link.Values.Select(group => PropertyAnswer.Of(group, ids))],
        link.Weakest is { } weakest ? GradeAnswer.Of(weakest) : null, link.Best is { } best ? GradeAnswer.Of(best) : null, link.Validity, LabelAnswer.Of(link.Label, ids), ids.Show(PublicKind.Entity, link.Record));
}

/// <summary>Something that has a date.</summary>
/// <param name="Date">As given.</param>
/// <param name="From">First day it can be; null where only the end is known.</param>
/// <param name="To">Last day it can be; null where only the beginning is known.</param>
/// <param name="About">Id of the statement, link or item; null for an outcome.</param>
public sealed record TimelineAnswer(TimelineKind Kind, string Date, DateOnly? From, DateOnly? To, string? About)
{
    internal static TimelineAnswer Of(TimelineEntry entry, PublicIds ids) => new(entry.Kind, entry.DateText, Day(entry.From), Day(entry.To), entry.Kind switch
    {
        TimelineKind.Value or TimelineKind.Validity => ids.Show(PublicKind.Statement, entry.Key),
        TimelineKind.Link => ids.Show(PublicKind.Entity, entry.Key),
        TimelineKind.Item => ids.Show(PublicKind.Item, entry.Key),
        _ => null,
    });

    private static DateOnly? Day(long? number) => number is { } day ? DateOnly.FromDayNumber((int)day) : null;
}

/// <summary>Something that an officer did to what is known.</summary>
/// <param name="By">Name of the officer; null where he or she is no longer known.</param>
public sealed record HistoryAnswer(DateTimeOffset At, HistoryStep What, string? By, IReadOnlyList<string> Statements, string? Item, GradeAnswer? Grade, string? Why)
{
    internal static HistoryAnswer Of(HistoryEntry entry, PublicIds ids) => new(Clock.FromMicros(entry.At), entry.What, entry.By?.Name, [.. entry.Statements.Select(key => ids.Show(PublicKind.Statement, key))],
        entry.Item is { } item ? ids.Show(PublicKind.Item, item) : null, entry.Grade is { } grade ? GradeAnswer.Of(grade) : null, entry.Why);
}

/// <summary>What a person is in the case worked in, and what was decided about the person anywhere.</summary>
/// <param name="Category">In force; <c>not_yet_categorised</c> until somebody decides, and then treated protectively.</param>
public sealed record PersonAnswer(string Category, bool Child, bool Convicted, bool Acquitted, IReadOnlyList<CategoryAnswer> Categories, IReadOnlyList<OutcomeAnswer> Outcomes)
{
    internal static PersonAnswer Of(PersonStatus person, PublicIds ids) => new(person.Category, person.Child, person.IsConvicted, person.IsAcquitted,
        [.. person.Categories.Select(row => new CategoryAnswer(row.Category, row.Child != 0, row.Grounds, row.ConductItem is { } item ? ids.Show(PublicKind.Item, item) : null, Clock.FromMicros(row.GivenAt)))],
        [.. person.Outcomes.Select(row => new OutcomeAnswer(row.Outcome, row.DateText, row.Court, ids.Show(PublicKind.Item, row.Item), LabelAnswer.Of(person.OutcomeLabels[row.Key], ids)))]);
}

/// <summary>A category that was given.</summary>
public sealed record CategoryAnswer(string Category, bool Child, string Grounds, string? ConductItem, DateTimeOffset At);

/// <summary>A legal outcome.</summary>
public sealed record OutcomeAnswer(string Outcome, string Date, string? Court, string Item, LabelAnswer Label);
