using System.Numerics;
using System.Runtime.CompilerServices;
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
    private const int MostLeaves = 16, Lanes = 16, Stripe = 2 * Lanes, Wide = 8, AtOnce = 64, InFours = 4;

    private readonly float[] thresholds;            // of all measures, each padded with infinities to a whole vector
    private readonly int[] thresholdAt, maskAt, used;
    private readonly Lines<ushort> masks;           // stripe after stripe
    private readonly ushort[] lineOf;               // of each row of masks in a stripe, among the masks of that stripe
    private readonly int[] stripeAt;                // where those begin
    private readonly float[] leaves;
    private readonly int stride, trees;

    private TreeMasks(float[] thresholds, int[] thresholdAt, int[] maskAt, int[] used, ReadOnlySpan<ushort> masks, float[] leaves, int stride, int trees)
    {
        (this.thresholds, this.thresholdAt, this.maskAt, this.used, this.leaves, this.stride, this.trees) = (thresholds, thresholdAt, maskAt, used, leaves, stride, trees);
        (this.masks, lineOf, stripeAt) = Striped(masks, maskAt, stride);
    }

    /// <summary>Lays trees out; null where one has more than sixteen leaves.</summary>
    public static TreeMasks? Of(int[] feature, float[] threshold, int[] left, int[] right, float[] value, int[] roots)
    {
        var stride = (roots.Length + Stripe - 1) / Stripe * Stripe;
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
            maskAt[n] = masks.Count / stride;
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
        return new TreeMasks([.. steps], thresholdAt, maskAt, used, CollectionsMarshal.AsSpan(masks), leaves, stride, roots.Length);

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

    // Rows of masks of all trees become, for one stripe of trees after the other, the stripes of all rows: what is asked for together stands together.
    // Few of a measure's thresholds are in any one stripe; rows that are alike there are kept once, which makes a ninth of them and leaves them near.
    private static (Lines<ushort> Masks, ushort[] LineOf, int[] StripeAt) Striped(ReadOnlySpan<ushort> rows, int[] firsts, int stride)
    {
        var count = rows.Length / stride;
        List<ushort> kept = [];
        var lineOf = new ushort[rows.Length / Stripe];
        var stripeAt = new int[stride / Stripe];
        for (var stripe = 0; stripe < stripeAt.Length; stripe++)
        {
            stripeAt[stripe] = kept.Count;
            for (var row = 0; row < count; row++)
            {
                var own = rows.Slice((row * stride) + (stripe * Stripe), Stripe);
                if (Array.BinarySearch(firsts, row) >= 0 || !own.SequenceEqual(CollectionsMarshal.AsSpan(kept)[^Stripe..])) kept.AddRange(own);
                lineOf[(stripe * count) + row] = checked((ushort)(((kept.Count - stripeAt[stripe]) / Stripe) - 1));
            }
        }
        return (new(CollectionsMarshal.AsSpan(kept)), lineOf, stripeAt);
    }

    /// <summary>For each row of measures the sum of the leaves that it reaches.</summary>
    /// <param name="rows">One behind the other, of one length.</param>
    public void Sum(ReadOnlySpan<float> rows, Span<float> sums)
    {
        var length = rows.Length / Math.Max(1, sums.Length);
        for (var from = 0; from < sums.Length; from += AtOnce)
        {
            var count = Math.Min(AtOnce, sums.Length - from);
            SumSome(rows.Slice(from * length, count * length), length, sums.Slice(from, count));
        }
    }

    // A stripe of trees for all rows before the next: the masks of a stripe stay near.
    private void SumSome(ReadOnlySpan<float> rows, int length, Span<float> sums)
    {
        unchecked
        {
            Span<int> at = stackalloc int[AtOnce * used.Length], shared = stackalloc int[used.Length];
            var (own, common) = Places(rows, length, sums.Length, at, shared);
            Span<Vector128<float>> added = stackalloc Vector128<float>[AtOnce];
            added.Clear();
            Span<ushort> left = stackalloc ushort[Stripe];
            ref var kept = ref MemoryMarshal.GetReference(left);
            var rowsOfMasks = lineOf.Length / stripeAt.Length;
            for (var tree = 0; tree < stride; tree += Stripe)
            {
                ref var all = ref masks[stripeAt[tree / Stripe]];
                ref var lines = ref lineOf[tree / Stripe * rowsOfMasks];
                Vector256<ushort> first = Vector256<ushort>.AllBitsSet, second = first;
                foreach (var place in shared[..common])
                {
                    var mask = Unsafe.Add(ref lines, place) * Stripe;
                    first &= Vector256.LoadUnsafe(ref all, (nuint)mask);
                    second &= Vector256.LoadUnsafe(ref all, (nuint)(mask + Lanes));
                }
                for (var row = 0; row < sums.Length; row++)
                {
                    var (one, other) = (first, second);
                    foreach (var place in at.Slice(row * own, own))
                    {
                        var mask = Unsafe.Add(ref lines, place) * Stripe;
                        one &= Vector256.LoadUnsafe(ref all, (nuint)mask);
                        other &= Vector256.LoadUnsafe(ref all, (nuint)(mask + Lanes));
                    }
                    one.StoreUnsafe(ref kept);
                    other.StoreUnsafe(ref kept, Lanes);
                    added[row] = Add(left, tree, added[row]);
                }
            }
            for (var row = 0; row < sums.Length; row++) sums[row] = (added[row][0] + added[row][1]) + (added[row][2] + added[row][3]);
        }
    }

    // Which masks each row has, one a measure; those of measures that are alike in all rows apart, since they need to be looked at once. How many a row has of its own, and how many all have in common.
    private (int Own, int Common) Places(ReadOnlySpan<float> rows, int length, int count, Span<int> at, Span<int> shared)
    {
        unchecked
        {
            var common = 0;
            Span<int> differing = stackalloc int[used.Length];
            var own = 0;
            for (var n = 0; n < used.Length; n++)
            {
                var row = 1;
                while (row < count && BitConverter.SingleToUInt32Bits(rows[(row * length) + used[n]]) == BitConverter.SingleToUInt32Bits(rows[used[n]])) row++;
                if (row == count) shared[common++] = Place(n, rows[used[n]]);
                else differing[own++] = n;
            }
            for (var row = 0; row < count; row++)
                for (var n = 0; n < own; n++) at[(row * own) + n] = Place(differing[n], rows[(row * length) + used[differing[n]]]);
            return (own, common);
        }
    }

    private int Place(int measured, float value)
    {
        unchecked
        {
            ref var steps = ref MemoryMarshal.GetArrayDataReference(thresholds);
            var measure = Vector256.Create(value);
            var above = 0;
            for (var step = thresholdAt[measured]; step < thresholdAt[measured + 1]; step += Wide)
                above += BitOperations.PopCount(Vector256.GreaterThan(measure, Vector256.LoadUnsafe(ref steps, (nuint)step)).ExtractMostSignificantBits());
            return maskAt[measured] + above;
        }
    }

    // Four sums, always the same four, so that additions need not wait for one another and the bytes stay the same. What the last trees are more than fours goes to the first.
    private Vector128<float> Add(ReadOnlySpan<ushort> left, int tree, Vector128<float> sums)
    {
        unchecked
        {
            var count = Math.Min(Stripe, trees - tree);
            ref var values = ref leaves[tree * MostLeaves];
            var n = 0;
            for (; n + InFours <= count; n += InFours)
            {
                sums += Vector128.Create(Leaf(ref values, n, left), Leaf(ref values, n + 1, left), Leaf(ref values, n + 2, left), Leaf(ref values, n + 3, left));
            }
            for (; n < count; n++) sums = sums.WithElement(0, sums[0] + Leaf(ref values, n, left));
            return sums;
        }
    }

    private static float Leaf(ref float values, int tree, ReadOnlySpan<ushort> left) => Unsafe.Add(ref values, (tree * MostLeaves) + BitOperations.TrailingZeroCount((uint)left[tree]));
}
