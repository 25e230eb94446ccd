using System.CommandLine;
using System.Globalization;
using Plumbline.Core;
using Plumbline.Networks.Charts;
using Plumbline.Screening.Identity;

namespace Plumbline.Cli.Commands;

/// <summary>Two charts on one sheet, two states of one chart, two records that could be one.</summary>
internal static class ChartTogether
{
    private const int MostPairs = 200;

    public static Command Combine()
    {
        var (first, second) = (new Argument<string>("CHART") { Description = "H-… whose places are kept" }, new Argument<string>("OTHER") { Description = "H-… that is put on top" });
        var title = new Argument<string>("TITLE") { Description = "By which colleagues find the new chart" };
        var command = new Command("combine", "Keep two charts as a new one: items are matched by record") { first, second, title };
        command.Does(async (parsed, desk, visitor, ct) =>
        {
            var (json, one, other) = (parsed.GetValue(CommandLine.Json), ChartCommand.Key(parsed.GetValue(first)!, desk), ChartCommand.Key(parsed.GetValue(second)!, desk));
            var kept = await desk.Use<CombineCharts>().Keep(visitor, one, other, parsed.GetValue(title)!, ct);
            if (kept is not Outcome<KeptChart>.Done { Value: var done }) return Answer.Decline(json, kept.Why);
            var id = desk.Home.Ids.Show(PublicKind.Chart, done.Key);
            return Answer.Give(json, new { chart = id, done.Version }, () => [$"{id}: {parsed.GetValue(first)} and {parsed.GetValue(second)} on one sheet. Notes, groups and styles of {parsed.GetValue(second)} stay with it."]);
        });
        return command;
    }

    public static Command Difference()
    {
        var chart = new Argument<string>("CHART") { Description = "H-…" };
        var (from, to) = (new Option<string?>("--from") { Description = "A day (2026-03-14), or the number of a version; else the version before the newest" }, new Option<string?>("--to") { Description = "A later day, or the number of a later version; else the newest" });
        var command = new Command("difference", "Tell two states of a chart apart: what was added and what went, and between days what the register learnt") { chart, from, to };
        command.Does(async (parsed, desk, visitor, ct) =>
        {
            var (json, ids, key) = (parsed.GetValue(CommandLine.Json), desk.Home.Ids, ChartCommand.Key(parsed.GetValue(chart)!, desk));
            var compared = await Compared(desk, visitor, key, parsed.GetValue(from), parsed.GetValue(to), ct);
            if (compared is not Outcome<ChartDifference>.Done { Value: var found }) return Answer.Decline(json, compared.Why);
            return Answer.Give(json, new { found.Earlier, found.Later, itemsAdded = Ids(found.ItemsAdded), itemsGone = Ids(found.ItemsGone), tiesAdded = Ids(found.TiesAdded), tiesGone = Ids(found.TiesGone), learnt = found.Learnt is { } learnt ? new { ties = Ids(learnt.Ties), items = Ids(learnt.Items), withdrawn = Ids(learnt.Withdrawn) } : null }, () =>
            [
                $"Version {found.Earlier} and version {found.Later}.",
                .. Lines("+", found.ItemsAdded), .. Lines("-", found.ItemsGone), $"{found.TiesAdded.Count} ties added, {found.TiesGone.Count} went.",
                .. found.Learnt is { } news ? (string[])[$"In between the register learnt of {news.Ties.Count} ties here, was told of {news.Items.Count} of the items and withdrew something of {news.Withdrawn.Count}.", .. news.Ties.Select(link => $"  {Name(link)}")] : [],
            ]);

            IEnumerable<string> Ids(IReadOnlyList<long> keys) => keys.Select(one => ids.Show(PublicKind.Entity, one));

            IEnumerable<string> Lines(string sign, IReadOnlyList<long> keys) => keys.Select(one => $"{sign} {ids.Show(PublicKind.Entity, one)}  {found.Part.Items.Where(item => item.Key == one).Select(item => ChartAsking.Caption(item, ids)).FirstOrDefault()}");

            string Name(long link) => found.Part.Ties.Where(tie => tie.Tie.Link == link).Select(tie => $"{Called(tie.Tie.Source)}  —{tie.Tie.Type.Name} {tie.Tie.Best?.ToString() ?? "ungraded"}→  {Called(tie.Tie.Target)}").FirstOrDefault() ?? ids.Show(PublicKind.Entity, link);

            string Called(long one) => found.Part.Items.Where(item => item.Key == one).Select(item => ChartAsking.Caption(item, ids)).FirstOrDefault() ?? ids.Show(PublicKind.Entity, one);
        });
        return command;
    }

    public static Command Duplicates()
    {
        var chart = new Argument<string>("CHART") { Description = "H-…" };
        var command = new Command("duplicates", "Show records on a chart that could be one with another, for a person to judge with: plumbline identity judge") { chart };
        command.Does(async (parsed, desk, visitor, ct) =>
        {
            var (json, ids) = (parsed.GetValue(CommandLine.Json), desk.Home.Ids);
            var opened = await desk.Use<OpenChart>().Run(visitor, ChartCommand.Key(parsed.GetValue(chart)!, desk), null, ct);
            if (opened is not Outcome<ChartView>.Done { Value: var view }) return Answer.Decline(json, opened.Why);
            var near = await desk.Use<ReviewIdentities>().Near(visitor, [.. view.Part.Items.Select(item => item.Key)], MostPairs, ct);
            if (near is not Outcome<NearPairs>.Done { Value: var found }) return Answer.Decline(json, near.Why);
            return Answer.Give(json, new { found.Total, pairs = found.Pairs.Select(pair => new { one = ids.Show(PublicKind.Entity, pair.One.Key), other = ids.Show(PublicKind.Entity, pair.Other.Key), pair.Verdict, pair.Probability }) }, () =>
            [
                .. found.Pairs.Select(pair => $"{ids.Show(PublicKind.Entity, pair.One.Key)}  {pair.One.Names.FirstOrDefault()}  ~  {ids.Show(PublicKind.Entity, pair.Other.Key)}  {pair.Other.Names.FirstOrDefault()}  ({pair.Verdict})"),
                $"{found.Pairs.Count} of {found.Total} pairs that could be one. The machine suggests; a person judges.",
            ]);
        });
        return command;
    }

    private static Task<Outcome<ChartDifference>> Compared(Desk desk, Safeguards.Visitor visitor, long chart, string? from, string? to, CancellationToken ct)
    {
        var compare = desk.Use<CompareChart>();
        if (Day(from) is { } first && Day(to) is { } last) return compare.Days(visitor, chart, first, last, ct);
        return ByNumber();

        async Task<Outcome<ChartDifference>> ByNumber()
        {
            if (Wrong(from) || Wrong(to)) return new Refusal("chart.days", "Give two days, such as 2026-03-14, or two numbers of versions.");
            var opened = await desk.Use<OpenChart>().Run(visitor, chart, null, ct);
            if (opened is not Outcome<ChartView>.Done { Value: var view }) return opened.Why;
            var later = Number(to) ?? view.Number;
            return await compare.Versions(visitor, chart, Number(from) ?? Math.Max(1, later - 1), later, ct);
        }

        static bool Wrong(string? text) => text is not null && Number(text) is null;
    }

    private static DateOnly? Day(string? text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static long? Number(string? text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
