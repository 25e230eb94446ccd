using Plumbline.Core;
using Plumbline.Register;
using Plumbline.Register.Questions;
using Plumbline.Safeguards;

namespace Plumbline.Networks.Charts;

/// <summary>What lies between two versions of a chart, as far as the reader sees it now. Joined records count as one.</summary>
/// <param name="Earlier">Number of the earlier version; 0 where there was no chart yet.</param>
/// <param name="Later">Number of the later.</param>
/// <param name="ItemsAdded">Keys that stand on the later one only.</param>
/// <param name="ItemsGone">Keys that stood on the earlier one only.</param>
/// <param name="TiesAdded">Links of the later one only.</param>
/// <param name="TiesGone">Links of the earlier one only.</param>
/// <param name="Part">The items of both and the ties among them, by which the difference is told.</param>
public sealed record ChartDifference(long Earlier, long Later, IReadOnlyList<long> ItemsAdded, IReadOnlyList<long> ItemsGone, IReadOnlyList<long> TiesAdded, IReadOnlyList<long> TiesGone, ChartPart Part)
{
    /// <summary>What the register came to know between the two days of what stands on the later version; null where versions were compared, not days.</summary>
    public LearntBetween? Learnt { get; init; }
}

/// <summary>What the register came to know between two days, drawn or not.</summary>
/// <param name="Ties">Links between two of the items that were first told of in between.</param>
/// <param name="Items">Items of which something was told in between.</param>
/// <param name="Withdrawn">Items of which something was withdrawn in between.</param>
public sealed record LearntBetween(IReadOnlyList<long> Ties, IReadOnlyList<long> Items, IReadOnlyList<long> Withdrawn);

/// <summary>Tells two states of one chart apart: by the numbers of versions, or by days.</summary>
public sealed class CompareChart(Gate gate, Labels labels, PublicIds ids)
{
    private const long MicrosInADay = 86_400_000_000;

    private static readonly long Epoch = new DateOnly(1970, 1, 1).DayNumber;

    /// <summary>What was added and what went between two versions.</summary>
    public Task<Outcome<ChartDifference>> Versions(Visitor visitor, long chart, long earlier, long later, CancellationToken ct) =>
        Compared(visitor, chart, $"versions {earlier} and {later}", rows => Task.FromResult<(long, long)?>((earlier, later)), null, ct);

    /// <summary>What was added and what went between the ends of two days, and what the register learnt in between. Days are those of the register's clock, UTC.</summary>
    /// <returns>Refused with <c>chart.days</c> where the first is not before the second, and <c>chart.unknown</c> where there was no chart yet at the end of the later.</returns>
    public async Task<Outcome<ChartDifference>> Days(Visitor visitor, long chart, DateOnly from, DateOnly to, CancellationToken ct)
    {
        var (first, last) = (End(from), End(to));
        return await Compared(visitor, chart, $"days {from:yyyy-MM-dd} and {to:yyyy-MM-dd}", async rows =>
            await rows.NumberAt(chart, last, ct) is { } later ? (await rows.NumberAt(chart, first, ct) ?? 0, later) : null, (first, last), ct);
    }

    private static Refusal DaysInOrder { get; } = new("chart.days", "The first day must be before the second.");

    private static long End(DateOnly day) => (day.DayNumber + 1 - Epoch) * MicrosInADay;

    private async Task<Outcome<ChartDifference>> Compared(Visitor visitor, long chart, string words, Func<ChartRows, Task<(long Earlier, long Later)?>> which, (long First, long Last)? days, CancellationToken ct)
    {
        var admitted = await gate.Admit(visitor, Actions.ReadChart, ct);
        if (admitted is not Outcome<Reader>.Done { Value: var reader }) return admitted.Why;
        await using var opened = reader;
        if (days is { } span && span.First >= span.Last) return await gate.Refuse(reader, Actions.ReadChart, DaysInOrder, ct);
        var rows = new ChartRows(reader);
        if (await rows.Of(chart, ct) is null || await which(rows) is not { } numbers || await Content(rows, chart, numbers.Later, ct) is not { } after) return await gate.Refuse(reader, Actions.ReadChart, OpenChart.NoSuch, ct);
        var before = numbers.Earlier == 0 ? ChartContent.Of(new Dictionary<long, (double, double)>(), [], ids) : await Content(rows, chart, numbers.Earlier, ct);
        if (before is null) return await gate.Refuse(reader, Actions.ReadChart, OpenChart.NoSuch, ct);
        var part = await new ReadItems(reader, labels).Of([.. before.Positions.Keys.Concat(after.Positions.Keys).Distinct()], [], null, ct);
        var leads = part.Items.SelectMany(item => item.Records.Select(record => (record, item.Key))).ToDictionary(one => one.record, one => one.Key);
        var tied = (await rows.Labelled([.. before.Ties.Concat(after.Ties).Distinct()], ct)).Select(one => one.Entity).ToHashSet();
        var (was, now) = (Standing(before), Standing(after));
        await gate.Record(reader, Actions.ReadChart, $"chart:{chart}", part.Items.Count, words, ct);
        return new ChartDifference(numbers.Earlier, numbers.Later, Less(now, was), Less(was, now), Less(Tied(after), Tied(before)), Less(Tied(before), Tied(after)), part) { Learnt = days is { } between ? Learnt(part, now, between) : null };

        HashSet<long> Standing(ChartContent content) => [.. content.Positions.Keys.Where(leads.ContainsKey).Select(key => leads[key])];

        HashSet<long> Tied(ChartContent content) => [.. content.Ties.Where(tied.Contains)];
    }

    private static LearntBetween Learnt(ChartPart part, HashSet<long> standing, (long First, long Last) days)
    {
        var items = part.Items.Where(item => standing.Contains(item.Key)).ToList();
        return new(
            [.. part.Ties.Where(tie => standing.Contains(tie.Tie.Source) && standing.Contains(tie.Tie.Target) && Within(tie.Tie.Ends.Min(end => end.RecordedAt))).Select(tie => tie.Tie.Link).Order()],
            [.. items.Where(item => item.Statements.Any(row => Within(row.RecordedAt))).Select(item => item.Key).Order()],
            [.. items.Where(item => item.Statements.Any(row => row.WithdrawnAt is { } at && Within(at))).Select(item => item.Key).Order()]);

        bool Within(long at) => at >= days.First && at < days.Last;
    }

    private static IReadOnlyList<long> Less(HashSet<long> one, HashSet<long> other) => [.. one.Except(other).Order()];

    private async Task<ChartContent?> Content(ChartRows rows, long chart, long number, CancellationToken ct) =>
        await rows.Version(chart, number, ct) is { } version && ChartContent.Read(version.Content, ids) is Outcome<ChartContent>.Done { Value: var content } ? content : null;
}
