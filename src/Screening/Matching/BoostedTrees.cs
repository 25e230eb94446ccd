using System.Globalization;

namespace Plumbline.Screening.Matching;

/// <summary>A sum of small decision trees whose logistic is a probability.</summary>
/// <remarks>Friedman, "Greedy function approximation: a gradient boosting machine", Annals of Statistics 29(5), 2001.</remarks>
internal sealed class BoostedTrees(int[] feature, float[] threshold, int[] left, int[] right, float[] value, int[] roots, float bias)
{
    private readonly TreeLanes? lanes = TreeLanes.IsSupported ? TreeLanes.Of(feature, threshold, left, right, value, roots) : null;
    private readonly TreeMasks? masks = TreeMasks.Of(feature, threshold, left, right, value, roots);

    /// <summary>Log-odds of the measured pair.</summary>
    public float Score(ReadOnlySpan<float> features)
    {
        var score = 0f;
        Score(features, new Span<float>(ref score));
        return score;
    }

    /// <summary>Log-odds of several measured pairs, whose rows stand one behind the other.</summary>
    public void Score(ReadOnlySpan<float> rows, Span<float> scores)
    {
        var length = rows.Length / Math.Max(1, scores.Length);
        var inLanes = lanes is null ? 0 : TreeLanes.Worth(scores.Length);
        lanes?.Sum(rows[..(inLanes * length)], scores[..inLanes]);
        if (masks is not null) masks.Sum(rows[(inLanes * length)..], scores[inLanes..]);
        else for (var n = inLanes; n < scores.Length; n++) scores[n] = Walk(rows.Slice(n * length, length));
        foreach (ref var score in scores) score = bias + score;
    }

    /// <summary>What the trees begin from.</summary>
    internal float Bias => bias;

    /// <summary>The same without the bias, node by node: slow and obvious, and for trees of many leaves.</summary>
    internal float Walk(ReadOnlySpan<float> features)
    {
        Span<float> sums = stackalloc float[4];
        sums.Clear();
        var inFours = roots.Length / 4 * 4;
        for (var tree = 0; tree < roots.Length; tree++)
        {
            var node = roots[tree];
            while (feature[node] >= 0) node = features[feature[node]] <= threshold[node] ? left[node] : right[node];
            sums[tree < inFours ? tree % 4 : 0] += value[node];
        }
        return (sums[0] + sums[1]) + (sums[2] + sums[3]);
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static BoostedTrees Read(TextReader lines)
    {
        List<int> feature = [], left = [], right = [], roots = [];
        List<float> threshold = [], value = [];
        var bias = 0f;
        while (lines.ReadLine() is { } line)
        {
            if (line.StartsWith('#') || line.Length == 0) continue;
            var fields = line.Split(' ');
            if (fields[0] == "bias") bias = Number(fields[1]);
            else if (fields[0] == "tree") roots.Add(feature.Count);
            else
            {
                feature.Add(int.Parse(fields[0], CultureInfo.InvariantCulture));
                threshold.Add(Number(fields[1]));
                left.Add(int.Parse(fields[2], CultureInfo.InvariantCulture));
                right.Add(int.Parse(fields[3], CultureInfo.InvariantCulture));
                value.Add(Number(fields[4]));
            }
        }
        return new BoostedTrees([.. feature], [.. threshold], [.. left], [.. right], [.. value], [.. roots], bias);
    }

    /// <summary>The trees as text: a line a node, children by number of the line.</summary>
    public void Write(TextWriter lines)
    {
        lines.WriteLine(string.Create(CultureInfo.InvariantCulture, $"bias {bias:R}"));
        for (var node = 0; node < feature.Length; node++)
        {
            if (Array.IndexOf(roots, node) >= 0) lines.WriteLine("tree");
            lines.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{feature[node]} {threshold[node]:R} {left[node]} {right[node]} {value[node]:R}"));
        }
    }

    private static float Number(string text) => float.Parse(text, CultureInfo.InvariantCulture);
}
