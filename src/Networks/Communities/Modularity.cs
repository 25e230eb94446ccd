using Plumbline.Networks.Graphs;

namespace Plumbline.Networks.Communities;

/// <summary>How good a division into communities is.</summary>
public static class Modularity
{
    /// <summary>The quality that a choice names, of any division.</summary>
    /// <param name="graph">n vertices.</param>
    /// <param name="labels">By vertex inside, numbers in [0, n).</param>
    /// <param name="choice">Quality, resolution r, weights.</param>
    /// <param name="ct">Checked every 4,096 vertices.</param>
    /// <returns>Modularity, at most 1: the sum over communities of w/m - r (k/2m)², w the weight of the ties inside, k the degrees, m the weight of all ties; directed w/m - r (out/m)(in/m). 0 without ties.
    /// Potts: the sum over communities of w - r s (s - 1)/2, s the size; directed w - r s (s - 1).</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is not one label a vertex.</exception>
    /// <remarks>Newman and Girvan, "Finding and evaluating community structure in networks", Physical Review E 69, 2004; resolution: Reichardt and Bornholdt 2006; Potts: Traag, Van Dooren and Nesterov 2011.</remarks>
    public static double Of(GraphSnapshot graph, ReadOnlySpan<int> labels, LeidenChoice choice, CancellationToken ct)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(labels.Length, graph.VertexCount);
        var weighted = choice.Weighted && !graph.Weights.IsEmpty;
        var n = graph.VertexCount;
        var (inside, outward, inward, sizes) = (0.0, new double[n], new double[graph.IsDirected ? n : 0], new int[n]);
        var whole = 0.0;
        var isPlain = !weighted && !graph.IsDirected;
        for (var vertex = 0; vertex < n; vertex++)
        {
            if ((vertex & 0xFFF) == 0) ct.ThrowIfCancellationRequested();
            var label = labels[vertex];
            var ends = graph.Out(vertex);
            var ties = graph.OutTies(vertex);
            sizes[label]++;
            if (isPlain)
            {
                (whole, inside) = (whole + ends.Length, inside + Alike(ends, labels, label));
                outward[label] += ends.Length;
                continue;
            }
            for (var at = 0; at < ends.Length; at++)
            {
                var weight = weighted ? graph.Weights[ties[at]] : 1;
                whole += weight;
                outward[label] += weight;
                if (graph.IsDirected) inward[labels[ends[at]]] += weight;
                if (labels[ends[at]] == label) inside += weight;
            }
        }
        var expected = 0.0;
        if (choice.Quality == CommunityQuality.ConstantPotts)
        {
            foreach (var size in sizes) expected += size * (size - 1.0);
            return (inside - (choice.Resolution * expected)) / (graph.IsDirected ? 1 : 2);
        }
        if (whole == 0) return 0;
        for (var label = 0; label < n; label++) expected += outward[label] / whole * ((graph.IsDirected ? inward[label] : outward[label]) / whole);
        return (inside / whole) - (choice.Resolution * expected);
    }

    private static int Alike(ReadOnlySpan<int> ends, ReadOnlySpan<int> labels, int label)
    {
        var count = 0;
        foreach (var end in ends) count += labels[end] == label ? 1 : 0;
        return count;
    }
}
