using Plumbline.Core;
using Plumbline.Networks.Graphs;
using Plumbline.Networks.Uncertainty;

namespace Plumbline.Networks.Snapshots;

/// <summary>A graph of what one reader sees, with the entities behind its vertices and the ties behind its pairs. Pure; disposes its snapshot.</summary>
/// <param name="Graph">The snapshot; its weights are how many items told of a pair.</param>
/// <param name="Entities">Keys by the vertices' numbers outside, rising.</param>
public sealed record VisibleGraph(GraphSnapshot Graph, long[] Entities) : IDisposable
{
    // A tie that nobody has graded yet counts as one that cannot be judged.
    private static readonly Grade Ungraded = Grade.TryParse(GradingScheme.ThreeByFiveByTwo, "2D", out var grade) ? grade : throw new InvalidOperationException("2D is a grade.");

    private TieTable table = TieTable.None;
    private TiePairs pairs = TiePairs.None;
    private IReadOnlyList<VisibleTie> read = [];

    /// <summary>The graph of ties that a filter takes, with the ties themselves behind its pairs.</summary>
    /// <param name="entities">Vertices that stand in it whether they have ties or not.</param>
    /// <param name="ties">Visible ties, in the order of links.</param>
    /// <param name="filter">Which of them count.</param>
    /// <param name="directed">Whether a tie of a directed type leads from its source to its target only; others then lead both ways.</param>
    /// <param name="ct">Checked between the passes.</param>
    public static VisibleGraph Of(IEnumerable<long> entities, IEnumerable<VisibleTie> ties, TieFilter filter, bool directed, CancellationToken ct)
    {
        VisibleTie[] read = [.. ties.OrderBy(tie => tie.Link)];
        var graph = Of(entities, TieTable.Of(read), filter, directed, ct);
        graph.read = read;
        return graph;
    }

    /// <summary>The same of ties in columns; what stands behind a pair cannot be asked of it.</summary>
    public static VisibleGraph Of(IEnumerable<long> entities, TieTable ties, TieFilter filter, bool directed, CancellationToken ct)
    {
        var counted = Counted(ties, filter);
        var keys = Keys(entities, ties, counted);
        int[] vertices = [.. ties.Entities.Select(key => Array.BinarySearch(keys, key))];
        ct.ThrowIfCancellationRequested();
        var pairs = TiePairs.Of(ties, counted, vertices, directed);
        ct.ThrowIfCancellationRequested();
        var built = GraphBuilder.Build(keys.Length, directed, new() { Source = pairs.Sources, Target = pairs.Targets, Weight = pairs.ItemsTold(ties) }, Repeats.Greatest, ct);
        // Ends lie within the keys and weights are counts: nothing is left to refuse.
        var graph = built is Outcome<GraphSnapshot>.Done { Value: var made } ? made : throw new InvalidOperationException(built.Why.Detail);
        return new(graph, keys) { pairs = pairs, table = ties };
    }

    /// <summary>The number outside of an entity; -1 where it is none of the graph.</summary>
    public int Number(long entity) => Array.BinarySearch(Entities, entity) is >= 0 and var at ? at : -1;

    /// <summary>The ties behind a pair of numbers outside, by key.</summary>
    public IReadOnlyList<VisibleTie> Between(int one, int other)
    {
        var rows = Rows(one, other);
        var ties = new VisibleTie[rows.Length];
        for (var at = 0; at < rows.Length; at++) ties[at] = read[rows[at]];
        return ties;
    }

    /// <summary>By tie number the assumed chance that the pair is tied: of its ties the greatest, as no independence is assumed.</summary>
    public double[] Presence(PresenceView view)
    {
        var chances = new double[Graph.TieCount];
        for (var vertex = 0; vertex < Graph.VertexCount; vertex++)
        {
            var ends = Graph.Out(vertex);
            var numbers = Graph.OutTies(vertex);
            for (var at = 0; at < ends.Length; at++) chances[numbers[at]] = Chance(Rows(Graph.Outside(vertex), Graph.Outside(ends[at])), view);
        }
        return chances;
    }

    private double Chance(ReadOnlySpan<int> rows, PresenceView view)
    {
        var chance = 0.0;
        foreach (var row in rows) chance = Math.Max(chance, AssumedPresence.Of(table.Lines[row].Best ?? Ungraded, view));
        return chance;
    }

    private ReadOnlySpan<int> Rows(int one, int other) => Graph.IsDirected ? pairs.Between(one, other) : pairs.Between(Math.Min(one, other), Math.Max(one, other));

    /// <summary>Rows of the ties that count, rising.</summary>
    private static int[] Counted(TieTable ties, TieFilter filter)
    {
        var counted = new List<int>(ties.Count);
        var lines = ties.Lines;
        for (var tie = 0; tie < lines.Length; tie++)
            if (lines[tie].Source != lines[tie].Target && filter.Takes(lines[tie].Type, lines[tie].Best, lines[tie].From, lines[tie].To)) counted.Add(tie);
        return [.. counted];
    }

    /// <summary>The entities and the ends of ties, each once, rising.</summary>
    private static long[] Keys(IEnumerable<long> entities, TieTable ties, int[] counted)
    {
        var ends = new bool[ties.Entities.Count];
        var lines = ties.Lines;
        foreach (var tie in counted) (ends[lines[tie].Source], ends[lines[tie].Target]) = (true, true);
        long[] keys = [.. entities.Concat(ties.Entities.Where((_, number) => ends[number])).Distinct()];
        Array.Sort(keys);
        return keys;
    }

    /// <inheritdoc/>
    public void Dispose() => Graph.Dispose();
}
