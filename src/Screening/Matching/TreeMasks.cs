using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Plumbline.Screening.Matching;

/// <summary>Trees of at most sixteen leaves, laid out so that a row of measures runs through all of them without a branch.</summary>
/// <remarks>
/// Lucchese et al., "QuickScorer", SIGIR 2015: a test that fails strikes out the leaves on its left; the first leaf that is left is the one reached. Here the strikes of all tests on
/// one measure that fail together are one row of masks, found by how many thresholds the measure is above, so that a pair costs as many conjunctions as there are measures.
/// </remarks>
internal sealed class TreeMasks
{
    private const int MostLeaves = 16, Lanes = 16, Wide = 8;

    private readonly float[] thresholds;            // of all measures, each padded with infinities to a whole vector
    private readonly int[] thresholdAt, maskAt, used;
    private readonly ushort[] masks;
    private readonly float[] leaves;
    private readonly int stride, trees;

    private TreeMasks(float[] thresholds, int[] thresholdAt, int[] maskAt, int[] used, ushort[] masks, float[] leaves, int stride, int trees) =>
        (this.thresholds, this.thresholdAt, this.maskAt, this.used, this.masks, this.leaves, this.stride, this.trees) = (thresholds, thresholdAt, maskAt, used, masks, leaves, stride, trees);

    /// <summary>Lays trees out; null where one has more than sixteen leaves.</summary>
    public static TreeMasks? Of(int[] feature, float[] threshold, int[] left, int[] right, float[] value, int[] roots)
    {
        var stride = (roots.Length + Lanes - 1) / Lanes * Lanes;
        var leaves = new float[roots.Length * MostLeaves];
        var tests = new List<(int Feature, float Threshold, int Tree, ushort Kept)>();
        for (var tree = 0; tree < roots.Length; tree++)
            if (!LayOut(tree)) return null;
        int[] used = [.. tests.Select(test => test.Feature).Distinct().Order()];
        int[] thresholdAt = new int[used.Length + 1], maskAt = new int[used.Length];
        List<float> steps = [];
        List<ushort> masks = [];
        for (var n = 0; n < used.Length; n++)
        {
            var own = tests.Where(test => test.Feature == used[n]).OrderBy(test => test.Threshold).ToArray();
            maskAt[n] = masks.Count;
            var row = new ushort[stride];
            Array.Fill(row, ushort.MaxValue);
            masks.AddRange(row);
            foreach (var level in own.GroupBy(test => test.Threshold))
            {
                steps.Add(level.Key);
                foreach (var test in level) row[test.Tree] &= test.Kept;
                masks.AddRange(row);
            }
            while (steps.Count % Wide != 0) steps.Add(float.PositiveInfinity);
            thresholdAt[n + 1] = steps.Count;
        }
        return new TreeMasks([.. steps], thresholdAt, maskAt, used, [.. masks], leaves, stride, roots.Length);

        // Leaves are numbered from left to right. The nodes of a tree stand before those below them.
        bool LayOut(int tree)
        {
            var first = new Dictionary<int, int>();
            var end = new Dictionary<int, int>();
            var open = new Stack<(int Node, bool Done)>();
            open.Push((roots[tree], false));
            var count = 0;
            while (open.TryPop(out var at))
            {
                if (!at.Done) first[at.Node] = count;
                if (feature[at.Node] < 0)
                {
                    if (count == MostLeaves) return false;
                    leaves[(tree * MostLeaves) + count++] = value[at.Node];
                    end[at.Node] = count;
                }
                else if (!at.Done)
                {
                    open.Push((at.Node, true));
                    open.Push((right[at.Node], false));
                    open.Push((left[at.Node], false));
                }
                else
                {
                    end[at.Node] = count;
                    var (from, to) = (first[left[at.Node]], end[left[at.Node]]);
                    var struck = ((1 << (to - from)) - 1) << from;
                    tests.Add((feature[at.Node], threshold[at.Node], tree, (ushort)(ushort.MaxValue & ~struck)));
                }
            }
            return true;
        }
    }

    /// <summary>Writes the value of the leaf that is reached in each tree, from 0 on.</summary>
    public float Sum(ReadOnlySpan<float> features)
    {
        unchecked
        {
            Span<int> at = stackalloc int[used.Length];
            ref var steps = ref MemoryMarshal.GetArrayDataReference(thresholds);
            for (var n = 0; n < at.Length; n++)
            {
                var measure = Vector256.Create(features[used[n]]);
                var above = 0;
                for (var step = thresholdAt[n]; step < thresholdAt[n + 1]; step += Wide)
                    above += BitOperations.PopCount(Vector256.GreaterThan(measure, Vector256.LoadUnsafe(ref steps, (nuint)step)).ExtractMostSignificantBits());
                at[n] = maskAt[n] + (above * stride);
            }
            Span<ushort> left = stackalloc ushort[stride];
            ref var rows = ref MemoryMarshal.GetArrayDataReference(masks);
            ref var kept = ref MemoryMarshal.GetReference(left);
            for (var lane = 0; lane < stride; lane += Lanes)
            {
                var all = Vector256<ushort>.AllBitsSet;
                foreach (var row in at) all &= Vector256.LoadUnsafe(ref rows, (nuint)(row + lane));
                all.StoreUnsafe(ref kept, (nuint)lane);
            }
            return Add(left);
        }
    }

    // Four sums, always the same four, so that additions need not wait for one another and the bytes stay the same.
    private float Add(ReadOnlySpan<ushort> left)
    {
        unchecked
        {
            float a = 0, b = 0, c = 0, d = 0;
            var values = leaves.AsSpan();
            var tree = 0;
            for (; tree + 4 <= trees; tree += 4)
            {
                a += values[(tree * MostLeaves) + BitOperations.TrailingZeroCount(left[tree])];
                b += values[((tree + 1) * MostLeaves) + BitOperations.TrailingZeroCount(left[tree + 1])];
                c += values[((tree + 2) * MostLeaves) + BitOperations.TrailingZeroCount(left[tree + 2])];
                d += values[((tree + 3) * MostLeaves) + BitOperations.TrailingZeroCount(left[tree + 3])];
            }
            for (; tree < trees; tree++) a += values[(tree * MostLeaves) + BitOperations.TrailingZeroCount(left[tree])];
            return (a + b) + (c + d);
        }
    }
}
