using System.Numerics;
using System.Runtime.CompilerServices;
using Plumbline.Networks.Graphs;

namespace Plumbline.Networks.Communities;

/// <summary>A level of the search: vertices that stand for groups of vertices, their ties added up, loops forgotten.</summary>
/// <param name="Offsets">n + 1 positions. Vertices of the graph without ties, which are its last ones, are not among the n.</param>
/// <param name="Targets">Both directions of every tie; what lies behind the last row means nothing.</param>
/// <param name="Weights">Beside the targets, above 0; null: each 1. Of a directed graph the two directions are added.</param>
/// <param name="Mass">What the quality charges for: degrees (Potts: how many vertices it stands for); directed, those that go out.</param>
/// <param name="MassIn">Directed: those that come in; else null.</param>
/// <param name="Charge">What a product of two masses costs.</param>
/// <typeparam name="T">What weights and masses are: whole numbers where each tie counts 1, which take half the room.</typeparam>
internal sealed record MovingGraph<T>(int[] Offsets, int[] Targets, T[]? Weights, T[] Mass, T[]? MassIn, double Charge)
    where T : unmanaged, INumber<T>
{
    public int Count => Mass.Length;

    /// <summary>Of the arcs; 1 where there are none.</summary>
    public double MeanWeight { get; } = Weights is null || Offsets[^1] == 0 ? 1 : Mean(Weights.AsSpan(0, Offsets[^1]));

    /// <summary>What a vertex or group of masses (a, b) pays for standing beside one of masses (A, B).</summary>
    public static double Product(T a, T b, T otherA, T otherB, bool directed) =>
        directed ? (Real(a) * Real(otherB)) + (Real(b) * Real(otherA)) : Real(a) * Real(otherA);

    /// <summary>A weight or mass as a double.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Real(T number) => double.CreateTruncating(number);

    public static MovingGraph<T> Of(GraphSnapshot graph, LeidenChoice choice, CancellationToken ct)
    {
        var weighted = choice.Weighted && !graph.Weights.IsEmpty;
        var (offsets, targets, weights) = graph.IsDirected || weighted ? Joined(graph, weighted, ct) : Plain(graph);
        var n = offsets.Length - 1;
        var potts = choice.Quality == CommunityQuality.ConstantPotts;
        var mass = new T[n];
        if (potts)
        {
            Array.Fill(mass, T.One);
            return new(offsets, targets, weights, mass, null, graph.IsDirected ? 2 * choice.Resolution : choice.Resolution);
        }
        var massIn = graph.IsDirected ? new T[n] : null;
        var whole = 0.0;
        for (var vertex = 0; vertex < n; vertex++)
        {
            mass[vertex] = Strength(graph.Out(vertex).Length, graph.OutTies(vertex), graph.Weights, weighted);
            if (massIn is not null) massIn[vertex] = Strength(graph.In(vertex).Length, graph.InTies(vertex), graph.Weights, weighted);
            whole += Real(mass[vertex]);
        }
        return new(offsets, targets, weights, mass, massIn, whole > 0 ? choice.Resolution / whole : 0);
    }

    /// <summary>How many vertices have ties: by falling degree, those without are the last.</summary>
    private static int Tied(GraphSnapshot graph)
    {
        var n = graph.VertexCount;
        while (n > 0 && graph.Out(n - 1).IsEmpty && graph.In(n - 1).IsEmpty) n--;
        return n;
    }

    private static T Strength(int degree, ReadOnlySpan<int> ties, ReadOnlySpan<double> weights, bool weighted)
    {
        if (!weighted) return T.CreateChecked(degree);
        var sum = T.Zero;
        foreach (var tie in ties) sum += T.CreateTruncating(weights[tie]);
        return sum;
    }

    private static (int[] Offsets, int[] Targets, T[]? Weights) Plain(GraphSnapshot graph)
    {
        var offsets = new int[Tied(graph) + 1];
        for (var vertex = 0; vertex < offsets.Length; vertex++) offsets[vertex] = (int)graph.Offsets[vertex];
        return (offsets, graph.Targets.ToArray(), null);
    }

    /// <summary>Rows with their weights; of a directed graph, out and in merged.</summary>
    private static (int[] Offsets, int[] Targets, T[]? Weights) Joined(GraphSnapshot graph, bool weighted, CancellationToken ct)
    {
        var n = Tied(graph);
        var offsets = new int[n + 1];
        var most = graph.IsDirected ? 2 * graph.TieCount : (int)graph.Offsets[n];
        var (targets, weights) = (new int[most], new T[most]);
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
                var weight = T.Zero;
                if (one < ends.Length && ends[one] == target) weight += One(graph, ties, one++, weighted);
                if (other < backs.Length && backs[other] == target) weight += One(graph, backTies, other++, weighted);
                if (weight > T.Zero) (targets[at], weights[at++]) = (target, weight);
            }
            offsets[vertex + 1] = at;
        }
        return (offsets, targets[..at], weights[..at]);
    }

    private static T One(GraphSnapshot graph, ReadOnlySpan<int> ties, int at, bool weighted) => weighted ? T.CreateTruncating(graph.Weights[ties[at]]) : T.One;

    private static double Mean(ReadOnlySpan<T> weights)
    {
        var sum = 0.0;
        foreach (var weight in weights) sum += Real(weight);
        return sum / weights.Length;
    }
}
