using System.Numerics;
using System.Runtime.CompilerServices;
using Plumbline.Networks.Chance;

namespace Plumbline.Networks.Communities;

/// <summary>Builds each community anew from single vertices, so that what is joined for good hangs together well inside: what Louvain lacks.</summary>
internal static unsafe class Refinement
{
    private const int Stride = 0xFFF;

    /// <summary>How readily a lesser gain is taken, in weights of a mean tie: without it every seed would find the same hills.</summary>
    private const double Heat = 0.1;

    /// <summary>For each vertex the number, in [0, n), of its part of its community.</summary>
    public static int[] Run<T>(MovingGraph<T> graph, int[] labels, ref SeededChance chance, CancellationToken ct)
        where T : unmanaged, INumber<T>
    {
        var n = graph.Count;
        var (offsets, targets, weights, mass, massIn, charge) = graph;
        var directed = massIn is not null;
        var (whole, wholeIn) = (new T[n], new T[directed ? n : 0]);
        var (part, partMass, partIn) = (new int[n], (T[])mass.Clone(), directed ? (T[])massIn!.Clone() : []);
        var (cut, alone, order) = (new T[n], new bool[n], new int[n]);
        for (var vertex = 0; vertex < n; vertex++)
        {
            (part[vertex], order[vertex], alone[vertex]) = (vertex, vertex, true);
            whole[labels[vertex]] += mass[vertex];
            if (directed) wholeIn[labels[vertex]] += massIn![vertex];
            cut[vertex] = Inside(graph, labels, vertex);
        }
        chance.Shuffle(order);
        var (ties, touched, mates) = (new T[n], new int[n], new int[n + 1]);
        var (offered, gains, heat) = (new int[n], new double[n], Heat * graph.MeanWeight);
        for (var turn = 0; turn < n; turn++)
        {
            if ((turn & Stride) == 0) ct.ThrowIfCancellationRequested();
            var vertex = order[turn];
            if (!alone[vertex] || !Well(vertex)) continue;
            var count = 0;
            for (int near = Beside(graph, labels, vertex, mates), mate = 0; mate < near; mate++)
            {
                var at = mates[mate];
                var other = part[targets[at]];
                if (T.IsZero(ties[other])) touched[count++] = other;
                ties[other] += weights is null ? T.One : weights[at];
            }
            var candidates = 0;
            for (var at = 0; at < count; at++)
            {
                var other = touched[at];
                var gain = MovingGraph<T>.Real(ties[other]) - (charge * MovingGraph<T>.Product(mass[vertex], directed ? massIn![vertex] : T.Zero, partMass[other], directed ? partIn[other] : T.Zero, directed));
                if (gain < 0 || !Well(other)) continue;
                (offered[candidates], gains[candidates++]) = (other, gain);
            }
            var best = candidates == 0 ? -1 : offered[Drawn(gains.AsSpan(0, candidates), heat, ref chance)];
            if (best >= 0)
            {
                part[vertex] = best;
                alone[vertex] = alone[best] = false;   // a part keeps the number of its first vertex, which never moves again
                partMass[best] += mass[vertex];
                if (directed) partIn[best] += massIn![vertex];
                cut[best] += cut[vertex] - ties[best] - ties[best];
            }
            for (var at = 0; at < count; at++) ties[touched[at]] = T.Zero;
        }
        return part;

        // Whether a part holds to the rest of its community better than chance would have it.
        bool Well(int one)
        {
            var label = labels[one];
            var (a, b) = (partMass[one], directed ? partIn[one] : T.Zero);
            return MovingGraph<T>.Real(cut[one]) >= charge * MovingGraph<T>.Product(a, b, whole[label] - a, directed ? wholeIn[label] - b : T.Zero, directed);
        }
    }

    /// <summary>The weight of a vertex's ties into its own community.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static T Inside<T>(MovingGraph<T> graph, int[] labels, int vertex)
        where T : unmanaged, INumber<T>
    {
        unchecked
        {
            fixed (int* target = graph.Targets, label = labels)
            fixed (T* weight = graph.Weights)
            {
                var (own, count, sum) = (label[vertex], 0, T.Zero);
                int from = graph.Offsets[vertex], to = graph.Offsets[vertex + 1];
                if (weight == null)
                    for (var at = from; at < to; at++) count += label[target[at]] == own ? 1 : 0;
                else
                    for (var at = from; at < to; at++) sum += label[target[at]] == own ? weight[at] : T.Zero;
                return T.CreateTruncating(count) + sum;
            }
        }
    }

    /// <summary>Where the ties of a vertex into its own community stand.</summary>
    /// <param name="found">One place more than there are vertices.</param>
    /// <returns>How many there are.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int Beside<T>(MovingGraph<T> graph, int[] labels, int vertex, int[] found)
        where T : unmanaged, INumber<T>
    {
        unchecked
        {
            fixed (int* target = graph.Targets, label = labels, into = found)
            {
                var (own, count) = (label[vertex], 0);
                int from = graph.Offsets[vertex], to = graph.Offsets[vertex + 1];
                for (var at = from; at < to; at++)
                {
                    into[count] = at;
                    count += label[target[at]] == own ? 1 : 0;
                }
                return count;
            }
        }
    }

    /// <summary>One of the gains, with chances in proportion to exp(gain / heat).</summary>
    private static int Drawn(Span<double> gains, double heat, ref SeededChance chance)
    {
        if (gains.Length == 1) return 0;
        var most = double.NegativeInfinity;
        foreach (var gain in gains) most = Math.Max(most, gain);
        var sum = 0.0;
        for (var at = 0; at < gains.Length; at++)
        {
            var share = (gains[at] - most) / heat;
            gains[at] = share < -40 ? 0 : Math.Exp(share);
            sum += gains[at];
        }
        var left = chance.NextUnit() * sum;
        var last = 0;
        for (var at = 0; at < gains.Length; at++)
        {
            if (gains[at] == 0) continue;
            last = at;
            left -= gains[at];
            if (left < 0) break;
        }
        return last;
    }
}
