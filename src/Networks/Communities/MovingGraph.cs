using Plumbline.Networks.Graphs;

namespace Plumbline.Networks.Communities;

/// <summary>A level of the search: vertices that stand for groups of vertices, their ties added up, loops forgotten.</summary>
/// <param name="Offsets">n + 1 positions.</param>
/// <param name="Targets">Both directions of every tie.</param>
/// <param name="Weights">Beside the targets; null: each 1. Of a directed graph the two directions are added.</param>
/// <param name="Mass">What the quality charges for: degrees (Potts: how many vertices it stands for); directed, those that go out.</param>
/// <param name="MassIn">Directed: those that come in; else null.</param>
/// <param name="Charge">What a product of two masses costs.</param>
internal sealed record MovingGraph(int[] Offsets, int[] Targets, double[]? Weights, double[] Mass, double[]? MassIn, double Charge)
{
    public int Count => Mass.Length;

    /// <summary>What a vertex or group of masses (a, b) pays for standing beside one of masses (A, B).</summary>
    public static double Product(double a, double b, double otherA, double otherB, bool directed) => directed ? (a * otherB) + (b * otherA) : a * otherA;

    public static MovingGraph Of(GraphSnapshot graph, LeidenChoice choice, CancellationToken ct)
    {
        var weighted = choice.Weighted && !graph.Weights.IsEmpty;
        var (offsets, targets, weights) = graph.IsDirected || weighted ? Joined(graph, weighted, ct) : Plain(graph);
        var n = graph.VertexCount;
        var potts = choice.Quality == CommunityQuality.ConstantPotts;
        var mass = new double[n];
        if (potts)
        {
            Array.Fill(mass, 1);
            return new(offsets, targets, weights, mass, null, graph.IsDirected ? 2 * choice.Resolution : choice.Resolution);
        }
        var massIn = graph.IsDirected ? new double[n] : null;
        var whole = 0.0;
        for (var vertex = 0; vertex < n; vertex++)
        {
            mass[vertex] = Strength(graph.Out(vertex).Length, graph.OutTies(vertex), graph.Weights, weighted);
            if (massIn is not null) massIn[vertex] = Strength(graph.In(vertex).Length, graph.InTies(vertex), graph.Weights, weighted);
            whole += mass[vertex];
        }
        return new(offsets, targets, weights, mass, massIn, whole > 0 ? choice.Resolution / whole : 0);
    }

    private static double Strength(int degree, ReadOnlySpan<int> ties, ReadOnlySpan<double> weights, bool weighted)
    {
        if (!weighted) return degree;
        var sum = 0.0;
        foreach (var tie in ties) sum += weights[tie];
        return sum;
    }

    private static (int[] Offsets, int[] Targets, double[]? Weights) Plain(GraphSnapshot graph)
    {
        var offsets = new int[graph.VertexCount + 1];
        for (var vertex = 0; vertex < offsets.Length; vertex++) offsets[vertex] = (int)graph.Offsets[vertex];
        return (offsets, graph.Targets.ToArray(), null);
    }

    /// <summary>Rows with their weights; of a directed graph, out and in merged.</summary>
    private static (int[] Offsets, int[] Targets, double[]? Weights) Joined(GraphSnapshot graph, bool weighted, CancellationToken ct)
    {
        var n = graph.VertexCount;
        var offsets = new int[n + 1];
        var most = graph.IsDirected ? 2 * graph.TieCount : (int)graph.Offsets[n];
        var (targets, weights) = (new int[most], new double[most]);
        var at = 0;
        for (var vertex = 0; vertex < n; vertex++)
        {
            if ((vertex & 0xFFF) == 0) ct.ThrowIfCancellationRequested();
            var ends = graph.Out(vertex);
            var ties = graph.OutTies(vertex);
            var backs = graph.IsDirected ? graph.In(vertex) : [];
            var backTies = graph.InTies(vertex);
            for (int one = 0, other = 0; one < ends.Length || other < backs.Length;)
            {
                var target = Math.Min(one < ends.Length ? ends[one] : int.MaxValue, other < backs.Length ? backs[other] : int.MaxValue);
                var weight = 0.0;
                if (one < ends.Length && ends[one] == target) weight += One(graph, ties, one++, weighted);
                if (other < backs.Length && backs[other] == target) weight += One(graph, backTies, other++, weighted);
                (targets[at], weights[at++]) = (target, weight);
            }
            offsets[vertex + 1] = at;
        }
        return (offsets, targets[..at], weights[..at]);
    }

    private static double One(GraphSnapshot graph, ReadOnlySpan<int> ties, int at, bool weighted) => weighted ? graph.Weights[ties[at]] : 1;
}
