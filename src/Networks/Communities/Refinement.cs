using Plumbline.Networks.Chance;

namespace Plumbline.Networks.Communities;

/// <summary>Builds each community anew from single vertices, so that what is joined for good hangs together well inside: what Louvain lacks.</summary>
internal static class Refinement
{
    private const int Stride = 0xFFF;

    /// <summary>How readily a lesser gain is taken, in weights of a mean tie: without it every seed would find the same hills.</summary>
    private const double Heat = 0.1;

    /// <summary>For each vertex the number, in [0, n), of its part of its community.</summary>
    public static int[] Run(MovingGraph graph, int[] labels, ref SeededChance chance, CancellationToken ct)
    {
        var n = graph.Count;
        var (offsets, targets, weights, mass, massIn, charge) = graph;
        var directed = massIn is not null;
        var (whole, wholeIn) = (new double[n], new double[directed ? n : 0]);
        var (part, partMass, partIn) = (new int[n], (double[])mass.Clone(), directed ? (double[])massIn!.Clone() : []);
        var (cut, alone, order) = (new double[n], new bool[n], new int[n]);
        for (var vertex = 0; vertex < n; vertex++)
        {
            (part[vertex], order[vertex], alone[vertex]) = (vertex, vertex, true);
            whole[labels[vertex]] += mass[vertex];
            if (directed) wholeIn[labels[vertex]] += massIn![vertex];
            for (var at = offsets[vertex]; at < offsets[vertex + 1]; at++)
                if (labels[targets[at]] == labels[vertex]) cut[vertex] += weights is null ? 1 : weights[at];
        }
        chance.Shuffle(order);
        var (ties, touched) = (new double[n], new int[n]);
        var (offered, gains, heat) = (new int[n], new double[n], Heat * MeanWeight(weights));
        for (var turn = 0; turn < n; turn++)
        {
            if ((turn & Stride) == 0) ct.ThrowIfCancellationRequested();
            var vertex = order[turn];
            if (!alone[vertex] || !Well(vertex)) continue;
            var count = 0;
            for (var at = offsets[vertex]; at < offsets[vertex + 1]; at++)
            {
                var target = targets[at];
                if (labels[target] != labels[vertex]) continue;
                if (ties[part[target]] == 0) touched[count++] = part[target];
                ties[part[target]] += weights is null ? 1 : weights[at];
            }
            var candidates = 0;
            for (var at = 0; at < count; at++)
            {
                var other = touched[at];
                var gain = ties[other] - (charge * MovingGraph.Product(mass[vertex], directed ? massIn![vertex] : 0, partMass[other], directed ? partIn[other] : 0, directed));
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
                cut[best] += cut[vertex] - (2 * ties[best]);
            }
            for (var at = 0; at < count; at++) ties[touched[at]] = 0;
        }
        return part;

        // Whether a part holds to the rest of its community better than chance would have it.
        bool Well(int one)
        {
            var label = labels[one];
            var (a, b) = (partMass[one], directed ? partIn[one] : 0);
            return cut[one] >= charge * MovingGraph.Product(a, b, whole[label] - a, directed ? wholeIn[label] - b : 0, directed);
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

    private static double MeanWeight(double[]? weights)
    {
        if (weights is null || weights.Length == 0) return 1;
        var sum = 0.0;
        foreach (var weight in weights) sum += weight;
        return sum > 0 ? sum / weights.Length : 1;
    }
}
