using Plumbline.Core;
using Plumbline.Networks.Paths;
using Plumbline.Networks.Snapshots;
using Plumbline.Register;
using Plumbline.Safeguards;

namespace Plumbline.Networks.Charts;

/// <summary>Which paths are wanted.</summary>
public sealed record PathConditions
{
    /// <summary>Which ties may be walked; kin ties need a reason.</summary>
    public TieFilter Filter { get; init; } = TieFilter.Usual;

    /// <summary>Why kin ties are walked; kept in the log. Needed where the filter takes them.</summary>
    public string KinReason { get; init; } = "";

    /// <summary>Whether ties are walked from source to target only.</summary>
    public bool Directed { get; init; }

    /// <summary>The most ties of a path, 1 to 10.</summary>
    public int Most { get; init; } = 6;

    /// <summary>Whether each tie must be able to come no earlier than the one before; undated ones can.</summary>
    public bool DatesInOrder { get; init; }

    /// <summary>Whether nobody with more than 50 neighbours may stand between the ends.</summary>
    public bool AvoidHubs { get; init; }
}

/// <summary>A path, with its weakest grade. It shows that ties on record can be walked, not that anyone walked them.</summary>
/// <param name="Entities">Keys, from one end to the other.</param>
/// <param name="Ties">The best graded tie of each step.</param>
/// <param name="Weakest">The worst of their grades; null where one is not graded.</param>
public sealed record ChartPath(IReadOnlyList<long> Entities, IReadOnlyList<VisibleTie> Ties, Grade? Weakest);

/// <summary>Paths found.</summary>
/// <param name="Part">What of them the chart lacks.</param>
/// <param name="Total">How many shortest paths there are; of paths in the order of dates, how many were kept of those looked at.</param>
public sealed record ChartPaths(IReadOnlyList<ChartPath> Paths, ChartPart Part, double Total);

/// <summary>Finds how two are joined, over all that the reader may see, charted or not.</summary>
public sealed class FindPathOnChart(Gate gate, Labels labels)
{
    private const int Shown = 20;
    private const int LookedAt = 200;
    private const int Longest = 10;
    private const int HubsAbove = 50;
    private const int Widest = 200_000;

    /// <summary>All shortest paths between two, 20 at most; in the order of dates, the shortest of the first 200 in which the dates can follow each other.</summary>
    public async Task<Outcome<ChartPaths>> Run(Visitor visitor, long from, long to, IReadOnlyCollection<long> onChart, PathConditions conditions, CancellationToken ct)
    {
        var admitted = await gate.Admit(visitor, Actions.ExpandChart, ct);
        if (admitted is not Outcome<Reader>.Done { Value: var reader }) return admitted.Why;
        await using var opened = reader;
        var same = await SameRecords.Of(reader, [from, to], ct);
        (from, to) = (same.Lead(from), same.Lead(to));
        if (WhyNot(from, to, conditions) is { } why) return await gate.Refuse(reader, Actions.ExpandChart, why, ct);
        var gathered = await Gather(reader, from, to, conditions, ct);
        if (gathered is not Outcome<IReadOnlyList<VisibleTie>>.Done { Value: var ties }) return await gate.Refuse(reader, Actions.ExpandChart, gathered.Why, ct);
        using var graph = VisibleGraph.Of([from, to], ties, conditions.Filter, conditions.Directed, ct);
        var (paths, total) = Search(graph, from, to, conditions, ct);
        List<ChartPath> found = [.. paths.Take(Shown)];
        var part = await new ReadItems(reader, labels).Of([.. found.SelectMany(path => path.Entities).Distinct().Except(onChart)], [from, to, .. onChart], null, ct);
        await gate.Record(reader, Actions.ExpandChart, $"entity:{from},entity:{to}", found.Count, $"path of at most {conditions.Most}{(conditions.Filter.Kin ? $"; kin: {conditions.KinReason.Trim()}" : "")}", ct);
        return new ChartPaths(found, part, total);
    }

    private static Refusal? WhyNot(long from, long to, PathConditions conditions) =>
        from == to ? new("chart.two", "Choose at least two.")
        : conditions.Most is < 1 or > Longest ? new("chart.path-length", $"A path has 1 to {Longest} ties.")
        : conditions.Filter.Kin ? KinRule.WhyNot(conditions.KinReason) : null;

    /// <summary>Ties around both ends, layer by layer from the smaller side, until they meet or the length is used up.</summary>
    private static async Task<Outcome<IReadOnlyList<VisibleTie>>> Gather(Reader reader, long from, long to, PathConditions conditions, CancellationToken ct)
    {
        var read = new ReadTies(reader);
        var all = new Dictionary<long, VisibleTie>();
        HashSet<long>[] reached = [[from], [to]], front = [[from], [to]];
        // In the order of dates a longer path may be the one, so the whole length is looked at.
        for (var layer = 0; layer < conditions.Most && front[0].Count > 0 && front[1].Count > 0 && (conditions.DatesInOrder || !reached[0].Overlaps(reached[1])); layer++)
        {
            var side = front[0].Count <= front[1].Count ? 0 : 1;
            var around = await read.At(front[side], ct);
            var next = new HashSet<long>();
            foreach (var tie in around.Ties.Where(conditions.Filter.Takes))
            {
                all[tie.Link] = tie;
                foreach (var end in (long[])[tie.Source, tie.Target])
                    if (!reached[side].Contains(end)) next.Add(end);
            }
            if (all.Count > Widest) return new Refusal("chart.path-wide", $"More than {Widest} ties lie between: choose types of ties, a grade or a shorter length.");
            reached[side].UnionWith(next);
            front[side] = next;
        }
        // Who stands between is only known to be no hub once all of its ties were looked at.
        if (conditions.AvoidHubs)
            foreach (var tie in (await read.At([.. front[0].Intersect(reached[1]).Concat(front[1].Intersect(reached[0]))], ct)).Ties.Where(conditions.Filter.Takes)) all[tie.Link] = tie;
        return new Outcome<IReadOnlyList<VisibleTie>>.Done([.. all.Values]);
    }

    private static (IReadOnlyList<ChartPath> Paths, double Total) Search(VisibleGraph graph, long from, long to, PathConditions conditions, CancellationToken ct)
    {
        var rules = new PathRules([], [], conditions.AvoidHubs ? HubsAbove : null, []);
        var (one, other) = (graph.Number(from), graph.Number(to));
        if (!conditions.DatesInOrder)
        {
            var (shortest, count) = PathSearch.AllShortest(graph.Graph, one, other, Shown, rules, ct);
            return shortest.Count == 0 || shortest[0].Length > conditions.Most ? ([], 0) : ([.. shortest.Select(path => Path(graph, path))], count);
        }
        List<ChartPath> ordered = [.. PathSearch.KShortest(graph.Graph, one, other, LookedAt, rules, ct).Where(path => path.Length <= conditions.Most).Select(path => Path(graph, path)).Where(CanFollow)];
        return (ordered, ordered.Count);
    }

    private static ChartPath Path(VisibleGraph graph, FoundPath path)
    {
        List<VisibleTie> ties = [.. path.Vertices.Zip(path.Vertices.Skip(1), (one, other) => graph.Between(one, other).MinBy(tie => tie.Best is { } best ? TieGrades.Order(best) : (9, 9))!)];
        var grades = ties.Select(tie => tie.Best).ToList();
        return new([.. path.Vertices.Select(vertex => graph.Entities[vertex])], ties, grades.Contains(null) ? null : grades.OfType<Grade>().MaxBy(TieGrades.Order));
    }

    // Each tie may have been used on the first day on which it held that is no earlier than the one before.
    private static bool CanFollow(ChartPath path)
    {
        var day = long.MinValue;
        foreach (var tie in path.Ties)
        {
            if (tie.To < day) return false;
            day = Math.Max(day, tie.From ?? long.MinValue);
        }
        return true;
    }
}

/// <summary>Ties of kinship are walked and measured only for a reason, which is printed.</summary>
internal static class KinRule
{
    private const int Shortest = 10;
    private const int Longest = 400;

    public static Refusal? WhyNot(string reason) => reason.Trim().Length is < Shortest or > Longest
        ? new("chart.kin-reason", $"Ties of kinship make nobody a suspect: say in {Shortest} to {Longest} characters why they are needed. The reason is printed.") : null;
}
