using System.Globalization;
using Plumbline.Core;
using Plumbline.Register.Questions;

namespace Plumbline.Intelligence;

/// <summary>All that has a date, in order. Pure. A year comes before its months and a month before its days.</summary>
public static class Timeline
{
    /// <summary>The timeline of live statements, links, the items they cite, and legal outcomes.</summary>
    public static IReadOnlyList<TimelineEntry> Of(IReadOnlyList<CitedStatement> statements, IReadOnlyList<LinkView> links, IReadOnlyList<LegalOutcomeRow> outcomes)
    {
        var live = statements.Where(statement => statement.Row.IsLive).ToList();
        var items = live.Concat(links.SelectMany(link => link.Ends)).Select(statement => statement.Item).Where(item => item is { DateText: not null, WithdrawnAt: null })
            .DistinctBy(item => item.Key);
        return Ordered(
        [
            .. live.Where(one => one.Row.ValueFrom is not null).Select(one => new TimelineEntry(one.Row.ValueFrom, one.Row.ValueTo, one.Row.ValueText, TimelineKind.Value, one.Row.Key, Statement: one)),
            .. live.Where(one => HasValidity(one.Row)).Select(one => new TimelineEntry(one.Row.ValidFrom, one.Row.ValidTo, one.Row.ValidText ?? "", TimelineKind.Validity, one.Row.Key, Statement: one)),
            .. links.Select(link => (link, end: link.Ends.FirstOrDefault(end => HasValidity(end.Row)))).Where(pair => pair.end is not null)
                .Select(pair => new TimelineEntry(pair.end!.Row.ValidFrom, pair.end.Row.ValidTo, pair.end.Row.ValidText ?? "", TimelineKind.Link, pair.link.Key, Link: pair.link)),
            .. items.Select(item => new TimelineEntry(item.DateFrom, item.DateTo, item.DateText!, TimelineKind.Item, item.Key, Item: item)),
            .. outcomes.Select(outcome => (outcome, date: PartialDate.TryParse(outcome.DateText, out var date) ? date : default)).Where(pair => !pair.date.IsUnknown)
                .Select(pair => new TimelineEntry(pair.date.Earliest, pair.date.Latest, pair.outcome.DateText, TimelineKind.Outcome, pair.outcome.Key)),
        ]);
    }

    /// <summary>The order of a timeline: by the first day it can be, the wider date first; what has only an end stands at its end.</summary>
    public static IReadOnlyList<TimelineEntry> Ordered(IEnumerable<TimelineEntry> entries) =>
        [.. entries.OrderBy(entry => entry.From ?? entry.To).ThenByDescending(entry => entry.To ?? entry.From).ThenBy(entry => entry.Kind).ThenBy(entry => entry.Key)];

    /// <summary>A day number as a date, for those who show it.</summary>
    public static string Day(long day) => DateOnly.FromDayNumber((int)day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static bool HasValidity(StatementRow row) => row.ValidFrom is not null || row.ValidTo is not null;
}
