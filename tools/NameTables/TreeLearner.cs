using Plumbline.Screening.Matching;

namespace Plumbline.NameTables;

/// <summary>Gradient boosting of small trees on binned features with logistic loss; deterministic.</summary>
internal sealed class TreeLearner(float[][] rows, bool[] labels, double[] weights, TreeOptions options)
{
    private const int Bins = 64;
    private readonly int features = rows[0].Length;
    private readonly float[][] edges = Edges(rows);
    private readonly List<int> feature = [], left = [], right = [];
    private readonly List<float> threshold = [], value = [];
    private readonly List<int> roots = [];

    public BoostedTrees Learn()
    {
        var binned = Bin();
        double positive = 0, all = 0;
        for (var n = 0; n < rows.Length; n++)
        {
            all += weights[n];
            if (labels[n]) positive += weights[n];
        }
        var bias = (float)Math.Log(positive / (all - positive));
        var score = new double[rows.Length];
        Array.Fill(score, bias);
        double[] gradient = new double[rows.Length], hessian = new double[rows.Length];
        for (var tree = 0; tree < options.Trees; tree++)
        {
            for (var n = 0; n < rows.Length; n++)
            {
                var p = 1 / (1 + Math.Exp(-score[n]));
                gradient[n] = ((labels[n] ? 1 : 0) - p) * weights[n];
                hessian[n] = Math.Max(1e-6, p * (1 - p)) * weights[n];
            }
            Grow(binned, gradient, hessian, score);
        }
        return new BoostedTrees([.. feature], [.. threshold], [.. left], [.. right], [.. value], [.. roots], bias);
    }

    private sealed class Leaf
    {
        public required int[] Members;
        public required int Node;
        public double Gradient, Hessian, Gain;
        public int Feature = -1, Bin;
        public double Low = double.MinValue, High = double.MaxValue;   // what keeps a monotone feature's promise further down
    }

    private void Grow(byte[][] binned, double[] gradient, double[] hessian, double[] score)
    {
        var root = NewLeaf(Enumerable.Range(0, rows.Length).ToArray(), binned, gradient, hessian);
        roots.Add(root.Node);
        List<Leaf> leaves = [root];
        while (leaves.Count < options.Leaves)
        {
            var best = leaves.MaxBy(leaf => leaf.Gain)!;
            if (best.Gain <= options.LeastGain) break;
            var (yes, no) = (best.Members.Where(n => binned[best.Feature][n] <= best.Bin).ToArray(), best.Members.Where(n => binned[best.Feature][n] > best.Bin).ToArray());
            var (one, other) = (NewLeaf(yes, binned, gradient, hessian), NewLeaf(no, binned, gradient, hessian));
            (feature[best.Node], threshold[best.Node], left[best.Node], right[best.Node]) = (best.Feature, edges[best.Feature][best.Bin], one.Node, other.Node);
            (one.Low, one.High, other.Low, other.High) = (best.Low, best.High, best.Low, best.High);
            if (options.Monotone[best.Feature] is not 0 and var way)
            {
                var middle = (Step(one) + Step(other)) / 2;
                if (way > 0) (one.High, other.Low) = (middle, middle);
                else (one.Low, other.High) = (middle, middle);
            }
            leaves.Remove(best);
            leaves.Add(one);
            leaves.Add(other);
        }
        foreach (var leaf in leaves)
        {
            var step = options.Rate * Step(leaf);
            value[leaf.Node] = (float)step;
            foreach (var n in leaf.Members) score[n] += (float)step;
        }
    }

    private double Step(Leaf leaf) => Math.Clamp(leaf.Gradient / (leaf.Hessian + options.Ridge), leaf.Low, leaf.High);

    private Leaf NewLeaf(int[] members, byte[][] binned, double[] gradient, double[] hessian)
    {
        feature.Add(-1);
        threshold.Add(0);
        left.Add(0);
        right.Add(0);
        value.Add(0);
        var leaf = new Leaf { Members = members, Node = feature.Count - 1 };
        foreach (var n in members)
        {
            leaf.Gradient += gradient[n];
            leaf.Hessian += hessian[n];
        }
        var own = leaf.Gradient * leaf.Gradient / (leaf.Hessian + options.Ridge);
        var found = new (double Gain, int Bin)[features];
        Parallel.For(0, features, f =>
        {
            Span<double> g = stackalloc double[Bins + 1], h = stackalloc double[Bins + 1];
            Span<int> c = stackalloc int[Bins + 1];
            g.Clear();
            h.Clear();
            c.Clear();
            var column = binned[f];
            foreach (var n in members)
            {
                g[column[n]] += gradient[n];
                h[column[n]] += hessian[n];
                c[column[n]]++;
            }
            double sumG = 0, sumH = 0;
            var count = 0;
            for (var bin = 0; bin < edges[f].Length; bin++)
            {
                sumG += g[bin];
                sumH += h[bin];
                count += c[bin];
                if (count < options.FewestInLeaf || members.Length - count < options.FewestInLeaf) continue;
                double restG = leaf.Gradient - sumG, restH = leaf.Hessian - sumH;
                var gain = (sumG * sumG / (sumH + options.Ridge)) + (restG * restG / (restH + options.Ridge)) - own;
                var way = options.Monotone[f];
                if (way != 0 && way * ((restG / (restH + options.Ridge)) - (sumG / (sumH + options.Ridge))) < 0) continue;
                if (gain > found[f].Gain) found[f] = (gain, bin);
            }
        });
        for (var f = 0; f < features; f++)
            if (found[f].Gain > leaf.Gain) (leaf.Gain, leaf.Feature, leaf.Bin) = (found[f].Gain, f, found[f].Bin);
        return leaf;
    }

    private byte[][] Bin()
    {
        var binned = new byte[features][];
        for (var f = 0; f < features; f++)
        {
            binned[f] = new byte[rows.Length];
            for (var n = 0; n < rows.Length; n++)
            {
                var at = Array.BinarySearch(edges[f], rows[n][f]);
                binned[f][n] = (byte)(at >= 0 ? at : ~at);
            }
        }
        return binned;
    }

    private static float[][] Edges(float[][] rows)
    {
        var edges = new float[rows[0].Length][];
        for (var f = 0; f < edges.Length; f++)
        {
            var sorted = rows.Select(row => row[f]).Order().ToArray();
            edges[f] = [.. Enumerable.Range(1, Bins - 1).Select(n => sorted[(int)((long)n * (sorted.Length - 1) / Bins)]).Distinct().Where(edge => edge < sorted[^1])];
        }
        return edges;
    }
}

/// <summary>How trees are grown.</summary>
/// <param name="Monotone">For each feature: 1 where more of it may only raise the score, -1 where only lower, 0 for either.</param>
internal sealed record TreeOptions(int Trees, int Leaves, double Rate, double Ridge, double LeastGain, int FewestInLeaf, int[] Monotone);
