using System.CommandLine;
using System.Globalization;
using Plumbline.Core;
using Plumbline.Intelligence;
using Plumbline.Networks.Charts;
using Plumbline.Networks.Snapshots;

namespace Plumbline.Cli.Commands;

/// <summary>What can be asked of a chart, or of entities before there is one.</summary>
internal static class ChartAsking
{
    private const double Radius = 40;

    private static readonly Option<string[]> Types = new("--tie") { Description = "Only ties of these types, such as contact", AllowMultipleArgumentsPerToken = true };
    private static readonly Option<int?> Grade = new("--grade") { Description = "Graded at least: 0 confirmed, 1 first-hand, 2 corroborated, 3 told once" };
    private static readonly Option<string> Kin = new("--kin") { Description = "Count ties of kinship too, for this reason; it is logged", DefaultValueFactory = _ => "" };

    public static Command Expand()
    {
        var entities = new Argument<string[]>("ENTITY") { Description = "E-…" };
        var items = new Option<string[]>("--item") { Description = "Only neighbours of these types, such as phone", AllowMultipleArgumentsPerToken = true };
        var (from, to) = (new Option<string?>("--from") { Description = "Ties that held on this day or later" }, new Option<string?>("--to") { Description = "Ties that held on this day or before" });
        var most = new Option<int>("--most") { Description = "How many at most", DefaultValueFactory = _ => 500 };
        var order = new Option<string>("--order") { Description = string.Join(", ", ExpandOnChart.Orders), DefaultValueFactory = _ => ExpandOnChart.Orders[0] };
        var count = new Option<bool>("--count") { Description = "Only count them, by type" };
        var command = new Command("expand", "Show neighbours, under conditions") { entities, Types, items, Grade, from, to, most, order, count };
        command.Does(async (parsed, desk, visitor, ct) =>
        {
            var (json, ids) = (parsed.GetValue(CommandLine.Json), desk.Home.Ids);
            var read = ids.ReadKeys(parsed.GetValue(entities)!, PublicKind.Entity);
            if (read is not Outcome<IReadOnlyList<long>>.Done { Value: var keys }) return Answer.Decline(json, read.Why);
            if (parsed.GetValue(count))
                return await desk.Use<ExpandOnChart>().Counts(visitor, [.. keys], [], ct) is var counted && counted is Outcome<NeighbourCounts>.Done { Value: var counts }
                    ? Answer.Give(json, new { counts.Total, groups = counts.Groups.Select(group => new { tie = group.TieType.Name, item = group.ItemType.Name, group.Count }) }, () => [.. counts.Groups.Select(group => $"{group.Count,6}  {group.TieType.Name} · {group.ItemType.Name}"), $"{counts.Total,6}  in all"])
                    : Answer.Decline(json, counted.Why);
            var conditions = new ExpandConditions { Filter = Filter(parsed, kin: true) with { From = Day(parsed.GetValue(from), false), To = Day(parsed.GetValue(to), true) }, ItemTypes = Some(parsed.GetValue(items)), Most = parsed.GetValue(most), Order = parsed.GetValue(order)! };
            return await desk.Use<ExpandOnChart>().Expand(visitor, [.. keys], [], conditions, ct) is var answer && answer is Outcome<ChartPart>.Done { Value: var part }
                ? Answer.Give(json, Json(part, ids), () => [.. Lines(part, ids), $"{part.Taken} of {part.Total} neighbours"]) : Answer.Decline(json, answer.Why);
        });
        return command;
    }

    public static Command Path()
    {
        var (from, to) = (new Argument<string>("FROM") { Description = "E-…" }, new Argument<string>("TO") { Description = "E-…" });
        var most = new Option<int>("--most") { Description = "Ties at most", DefaultValueFactory = _ => 6 };
        var (directed, dates, hubs) = (new Option<bool>("--directed") { Description = "From source to target only" }, new Option<bool>("--dates-in-order") { Description = "Each tie no earlier than the one before" }, new Option<bool>("--avoid-hubs") { Description = "Nobody with more than 50 neighbours between" });
        var command = new Command("path", "Find how two are joined, with the weakest grade of each path") { from, to, Types, Grade, Kin, most, directed, dates, hubs };
        command.Does(async (parsed, desk, visitor, ct) =>
        {
            var (json, ids) = (parsed.GetValue(CommandLine.Json), desk.Home.Ids);
            var read = ids.ReadKeys([parsed.GetValue(from)!, parsed.GetValue(to)!], PublicKind.Entity);
            if (read is not Outcome<IReadOnlyList<long>>.Done { Value: var ends }) return Answer.Decline(json, read.Why);
            var kin = parsed.GetValue(Kin)!;
            var conditions = new PathConditions { Filter = Filter(parsed, kin.Length > 0), KinReason = kin, Most = parsed.GetValue(most), Directed = parsed.GetValue(directed), DatesInOrder = parsed.GetValue(dates), AvoidHubs = parsed.GetValue(hubs) };
            var answer = await desk.Use<FindPathOnChart>().Run(visitor, ends[0], ends[1], [], conditions, ct);
            if (answer is not Outcome<ChartPaths>.Done { Value: var found }) return Answer.Decline(json, answer.Why);
            var names = found.Part.Items.ToDictionary(item => item.Key, item => Caption(item, ids));
            return Answer.Give(json, new { total = found.Total, paths = found.Paths.Select(path => new { items = path.Entities.Select(key => ids.Show(PublicKind.Entity, key)), ties = path.Ties.Select(tie => new { id = ids.Show(PublicKind.Entity, tie.Link), type = tie.Type.Name, grade = tie.Best?.ToString() }), weakest = path.Weakest?.ToString() }) },
                () => [.. found.Paths.Select(path => $"{path.Weakest?.ToString() ?? "--"}  {string.Join("  →  ", path.Entities.Select(key => names.GetValueOrDefault(key) ?? ids.Show(PublicKind.Entity, key)))}"), $"{found.Total.ToString(CultureInfo.InvariantCulture)} paths. Ties on record can be walked; that says not that anyone walked them."]);
        });
        return command;
    }

    public static Command Measure()
    {
        var chart = new Argument<string>("CHART") { Description = "H-…" };
        var measures = new Option<string[]>("--measures") { Description = $"Some of {string.Join(", ", MeasureChart.Names)}; else all", AllowMultipleArgumentsPerToken = true };
        var whole = new Option<bool>("--whole") { Description = "Count the ties told in the whole case, drawn or not; without a case, every tie you may see" };
        var command = new Command("measure", "Measure the ties on a chart, with intervals over possible worlds; nothing is kept") { chart, measures, whole, Types, Grade, Kin };
        command.Does(async (parsed, desk, visitor, ct) =>
        {
            var (json, ids, kin) = (parsed.GetValue(CommandLine.Json), desk.Home.Ids, parsed.GetValue(Kin)!);
            var key = ChartCommand.Key(parsed.GetValue(chart)!, desk);
            var opened = await desk.Use<OpenChart>().Run(visitor, key, null, ct);
            if (opened is not Outcome<ChartView>.Done { Value: var view }) return Answer.Decline(json, opened.Why);
            var answer = await desk.Use<MeasureChart>().Run(visitor, key, [.. view.Content.Positions.Keys], new(parsed.GetValue(measures) is { Length: > 0 } some ? some : MeasureChart.Names) { Filter = Filter(parsed, kin.Length > 0), KinReason = kin, Whole = parsed.GetValue(whole) }, ct);
            if (answer is not Outcome<ChartMeasures>.Done { Value: var found }) return Answer.Decline(json, answer.Why);
            var names = view.Part.Items.OrderBy(item => item.Key).ToDictionary(item => item.Key, item => Caption(item, ids));
            return Answer.Give(json, new { found.Items, found.Ties, found.Worlds, found.Exact, found.Tables, found.KinReason, notice = Exchange.Charts.ExportChart.Notice, measures = found.Measures.Select(one => new { one.Name, values = one.Values.ToDictionary(value => ids.Show(PublicKind.Entity, value.Key), value => new { value = Number(value.Value.Value), low = Number(value.Value.Low), high = Number(value.Value.High), meanLow = Number(value.Value.MeanLow), meanHigh = Number(value.Value.MeanHigh) }) }) }, () =>
            [
                .. found.Measures.SelectMany(one => one.Values.OrderBy(value => value.Key).Select(value => string.Create(CultureInfo.InvariantCulture, $"{one.Name,-13} {value.Value.Value,10:F3}  {(double.IsNaN(value.Value.Low) ? "no interval" : string.Create(CultureInfo.InvariantCulture, $"mean {value.Value.MeanLow:F3} to {value.Value.MeanHigh:F3}  [{value.Value.Low:F3}, {value.Value.High:F3}]"))}  {names.GetValueOrDefault(value.Key)}"))),
                $"{found.Items} items, {found.Ties} ties; {(found.Exact ? "every one" : "drawn")} of {found.Worlds} worlds a table, {found.Tables}.{(found.KinReason is { } reason ? $" Kinship counted: {reason}" : "")}", Exchange.Charts.ExportChart.Notice,
            ]);
        });
        return command;
    }

    public static Command Places()
    {
        var chart = new Argument<string>("CHART") { Description = "H-…" };
        var command = new Command("places", "Where the items of a chart stand: by their own coordinates, or where a tie says that they live, were or are") { chart };
        command.Does(async (parsed, desk, visitor, ct) =>
        {
            var (json, ids) = (parsed.GetValue(CommandLine.Json), desk.Home.Ids);
            var key = ChartCommand.Key(parsed.GetValue(chart)!, desk);
            var opened = await desk.Use<OpenChart>().Run(visitor, key, null, ct);
            if (opened is not Outcome<ChartView>.Done { Value: var view }) return Answer.Decline(json, opened.Why);
            var answer = await desk.Use<MapChart>().Run(visitor, key, [.. view.Content.Positions.Keys], ct);
            if (answer is not Outcome<ChartMap>.Done { Value: var map }) return Answer.Decline(json, answer.Why);
            var names = view.Part.Items.ToDictionary(item => item.Key, item => Caption(item, ids));
            var points = map.Points.ToLookup(point => point.Place);
            var rows = map.Stands.SelectMany(stand => points[stand.Place].Select(point => (Stand: stand, Point: point))).ToList();
            var without = names.Keys.Except(map.Stands.Select(stand => stand.Item)).Count();
            return Answer.Give(json, new
            {
                stands = rows.Select(row => new
                {
                    item = ids.Show(PublicKind.Entity, row.Stand.Item),
                    place = ids.Show(PublicKind.Entity, row.Stand.Place),
                    by = row.Stand.By?.Type.Name,
                    row.Point.Latitude,
                    row.Point.Longitude,
                    row.Point.Accuracy,
                    grade = row.Point.Grade?.ToString(),
                    row.Point.Contested,
                }),
                without,
            }, () =>
            [
                .. rows.Select(row => string.Create(CultureInfo.InvariantCulture, $"{row.Point.Latitude,9:F4} {row.Point.Longitude,9:F4}{(row.Point.Contested ? " ≠" : "  ")} {row.Point.Grade?.ToString() ?? "--"}  {names.GetValueOrDefault(row.Stand.Item)}{(row.Stand.By is { } tie ? $"  {tie.Type.Name} {ids.Show(PublicKind.Entity, row.Stand.Place)}" : "")}")),
                $"{without.ToString(CultureInfo.InvariantCulture)} items without a place. Where somebody was born or comes from is no place; ≠ other items give another position.",
            ]);
        });
        return command;
    }

    public static Command Plans()
    {
        var chart = new Argument<string>("CHART") { Description = "H-…" };
        var strategies = new Option<string[]>("--strategy") { Description = $"Some of {string.Join(", ", ComparePlans.Strategies)}; else all", AllowMultipleArgumentsPerToken = true };
        var removals = new Option<int>("--removals") { Description = "Persons at most", DefaultValueFactory = _ => 2 };
        var recovery = new Option<string>("--recovery") { Description = string.Join(", ", ComparePlans.Recoveries), DefaultValueFactory = _ => "degree" };
        var chance = new Option<double>("--chance") { Description = "That one who lost somebody finds a replacement within a step", DefaultValueFactory = _ => 0.5 };
        var steps = new Option<int>("--steps") { Description = "Steps played", DefaultValueFactory = _ => 20 };
        var command = new Command("plans", "Think plans of disruption through, with recovery; only suspects and convicted of the case stand in them") { chart, strategies, removals, recovery, chance, steps, Types, Grade, Kin };
        command.Does(async (parsed, desk, visitor, ct) =>
        {
            var (json, ids, kin) = (parsed.GetValue(CommandLine.Json), desk.Home.Ids, parsed.GetValue(Kin)!);
            var key = ChartCommand.Key(parsed.GetValue(chart)!, desk);
            var opened = await desk.Use<OpenChart>().Run(visitor, key, null, ct);
            if (opened is not Outcome<ChartView>.Done { Value: var view }) return Answer.Decline(json, opened.Why);
            var question = new PlanQuestion(parsed.GetValue(strategies) is { Length: > 0 } some ? some : ComparePlans.Strategies, parsed.GetValue(removals), parsed.GetValue(recovery)!, parsed.GetValue(chance), parsed.GetValue(steps)) { Filter = Filter(parsed, kin.Length > 0), KinReason = kin };
            var answer = await desk.Use<ComparePlans>().Run(visitor, key, [.. view.Content.Positions.Keys], question, ct);
            if (answer is not Outcome<PlanComparison>.Done { Value: var found }) return Answer.Decline(json, answer.Why);
            return Answer.Give(json, new { found.Items, found.Ties, found.Runs, found.KinReason, notice = Exchange.Charts.ExportChart.Notice, plans = found.Plans.Select(plan => new { plan.Strategy, removed = plan.Removed.Select(person => ids.Show(PublicKind.Entity, person)), plan.Steps }) }, () =>
            [
                .. found.Plans.Select(plan => string.Create(CultureInfo.InvariantCulture, $"{plan.Strategy,-12} alone {plan.Steps[^1].Alone.Mean:P0} [{plan.Steps[^1].Alone.Low:P0}, {plan.Steps[^1].Alone.High:P0}]  recovered {plan.Steps[^1].Recovered.Mean:P0} [{plan.Steps[^1].Recovered.Low:P0}, {plan.Steps[^1].Recovered.High:P0}]  efficiency {plan.Steps[^1].Efficiency.Mean:P0}  {string.Join(' ', plan.Removed.Select(person => ids.Show(PublicKind.Entity, person)))}")),
                $"{found.Items} items, {found.Ties} ties, {found.Runs} runs. {Exchange.Charts.ExportChart.Notice}",
            ]);
        });
        return command;
    }

    internal static object Json(ChartPart part, PublicIds ids) => new
    {
        items = part.Items.Select(item => new { id = ids.Show(PublicKind.Entity, item.Key), type = item.Type.Name, caption = Caption(item, ids), item.Category, item.HiddenNeighbours, state = item.State.ToString().ToLowerInvariant(), records = item.Records.Select(record => ids.Show(PublicKind.Entity, record)) }),
        ties = part.Ties.Select(tie => new { id = ids.Show(PublicKind.Entity, tie.Tie.Link), type = tie.Tie.Type.Name, source = ids.Show(PublicKind.Entity, tie.Tie.Source), target = ids.Show(PublicKind.Entity, tie.Tie.Target), grade = tie.Tie.Best?.ToString(), standing = tie.Tie.Standing.ToString().ToLowerInvariant(), tie.Tie.Items, state = tie.State.ToString().ToLowerInvariant() }),
        part.Total,
        part.Taken,
    };

    internal static IEnumerable<string> Lines(ChartPart part, PublicIds ids)
    {
        var names = part.Items.ToDictionary(item => item.Key, item => Caption(item, ids));
        foreach (var item in part.Items) yield return $"{ids.Show(PublicKind.Entity, item.Key)}  {item.Type.Name,-12} {names[item.Key]}{(item.HiddenNeighbours > 0 ? $"  +{item.HiddenNeighbours}" : "")}{(item.Records.Count > 1 ? $"  ({item.Records.Count} records: {string.Join(' ', item.Records.Select(record => ids.Show(PublicKind.Entity, record)))})" : "")}{(item.State == ChartState.Current ? "" : $"  ({item.State.ToString().ToLowerInvariant()})")}";
        foreach (var tie in part.Ties) yield return $"  {Name(tie.Tie.Source)}  —{tie.Tie.Type.Name} {tie.Tie.Best?.ToString() ?? "ungraded"}→  {Name(tie.Tie.Target)}";

        string Name(long key) => names.GetValueOrDefault(key) ?? ids.Show(PublicKind.Entity, key);
    }

    /// <summary>Places on a ring, to begin with.</summary>
    internal static IReadOnlyDictionary<long, (double X, double Y)> OnARing(ChartPart part)
    {
        var radius = Radius * Math.Max(2, part.Items.Count) / 2;
        return part.Items.Select((item, at) => (item.Key, Angle: 2 * Math.PI * at / part.Items.Count)).ToDictionary(one => one.Key, one => (Math.Round(radius * Math.Cos(one.Angle), 2), Math.Round(radius * Math.Sin(one.Angle), 2)));
    }

    private static TieFilter Filter(ParseResult parsed, bool kin) => new() { Types = Some(parsed.GetValue(Types)), GradeAtLeast = parsed.GetValue(Grade), Kin = kin };

    private static IReadOnlyCollection<string>? Some(string[]? given) => given is { Length: > 0 } ? [.. given.SelectMany(one => one.Split(','))] : null;

    internal static string Caption(ChartItem item, PublicIds ids) => EntityCaption.Of(item.Type, item.Naming) is { IsNone: false } caption ? caption.In("en") : ids.Show(PublicKind.Entity, item.Key);

    private static long? Day(string? text, bool last) => PartialDate.TryParse(text, out var date) && !date.IsUnknown ? last ? date.Latest : date.Earliest : null;

    private static double? Number(double value) => double.IsNaN(value) ? null : value;
}
