using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Plumbline.Screening.Matching;

/// <summary>Trees of at most sixteen leaves for many rows of measures at a time, a lane of a vector each: the sums of <see cref="BoostedTrees.Walk"/>, to the bit.</summary>
/// <remarks>
/// Trees that are grown on binned measures ask few different questions, some five hundred where they have 4,500 nodes: each is answered once for all rows, and a node only chooses between
/// what its two sides have come to, from the leaves up. What the leaves hold is looked up by bytes, four of a number. A row alone runs through <see cref="TreeMasks"/>.
/// </remarks>
internal sealed class TreeLanes
{
    private const int Count = 32, MostLeaves = 16, Sums = 4, OfFloats = 4, MostSides = 2 * MostLeaves, Fewest = 10;

    private readonly (int Feature, float Threshold)[] tests;
    private readonly Node[] nodes;       // tree after tree, what is below before what is above; the trees of the first sum, then those of the second
    private readonly int[] nodeEnds;
    private readonly byte[] leaves;      // of each tree the first bytes of its leaves, then the second ones
    private readonly int[] sumEnds;      // of the trees of each sum
    private readonly int[] used;

    // Chooses its right side where the test says so: where each of the three stands, in bytes. Sides are numbered leaves first.
    private readonly record struct Node(ushort Test, ushort Left, ushort Right);

    private TreeLanes((int, float)[] tests, Node[] nodes, int[] nodeEnds, byte[] leaves, int[] sumEnds, int[] used) =>
        (this.tests, this.nodes, this.nodeEnds, this.leaves, this.sumEnds, this.used) = (tests, nodes, nodeEnds, leaves, sumEnds, used);

    /// <summary>Whether this machine has such lanes.</summary>
    public static bool IsSupported => Avx2.IsSupported;

    /// <summary>How many of so many rows lanes are faster for than one row after the other: all, or those that fill lanes.</summary>
    public static int Worth(int rows) => rows % Count >= Fewest ? rows : rows / Count * Count;

    /// <summary>Lays trees out; null where one has more than sixteen leaves, or all ask more than 2,047 questions.</summary>
    public static TreeLanes? Of(int[] feature, float[] threshold, int[] left, int[] right, float[] value, int[] roots)
    {
        var numberOf = new Dictionary<(int, float), int>();
        List<(int Feature, float Threshold)> tests = [];
        List<Node> nodes = [];
        List<int> nodeEnds = [], sumEnds = [];
        var leaves = new byte[roots.Length * MostLeaves * OfFloats];
        var inFours = roots.Length / Sums * Sums;
        for (var sum = 0; sum < Sums; sum++)
        {
            for (var tree = 0; tree < roots.Length; tree++)
                if ((tree < inFours ? tree % Sums : 0) == sum && !LayOut(tree)) return null;
            sumEnds.Add(nodeEnds.Count);
        }
        return tests.Count > ushort.MaxValue / Count ? null : new TreeLanes([.. tests], [.. nodes], [.. nodeEnds], leaves, [.. sumEnds], [.. tests.Select(test => test.Feature).Distinct().Order()]);

        bool LayOut(int tree)
        {
            var (ofLeaves, first) = (0, nodes.Count);
            if (Side(roots[tree]) < 0) return false;
            nodeEnds.Add(nodes.Count);
            return true;

            // Which side a node is, with all below it before it; -1 where there are too many leaves.
            int Side(int node)
            {
                if (feature[node] < 0)
                {
                    if (ofLeaves == MostLeaves) return -1;
                    var bits = BitConverter.SingleToUInt32Bits(value[node]);
                    for (var part = 0; part < OfFloats; part++) leaves[(((nodeEnds.Count * OfFloats) + part) * MostLeaves) + ofLeaves] = unchecked((byte)(bits >> (8 * part)));
                    return ofLeaves++;
                }
                var (one, other) = (Side(left[node]), Side(right[node]));
                if (one < 0 || other < 0) return -1;
                var test = (feature[node], threshold[node]);
                if (!numberOf.TryGetValue(test, out var number))
                {
                    numberOf[test] = number = tests.Count;
                    tests.Add(test);
                }
                nodes.Add(new Node(unchecked((ushort)(number * Count)), (ushort)(one * Count), (ushort)(other * Count)));
                return MostLeaves + nodes.Count - 1 - first;
            }
        }
    }

    /// <summary>For each row of measures the sum of the leaves that it reaches.</summary>
    /// <param name="rows">One behind the other, of one length.</param>
    /// <param name="sums">Receives them.</param>
    public void Sum(ReadOnlySpan<float> rows, Span<float> sums)
    {
        var length = rows.Length / Math.Max(1, sums.Length);
        for (var from = 0; from < sums.Length; from += Count)
        {
            var count = Math.Min(Count, sums.Length - from);
            SumSome(rows.Slice(from * length, count * length), length, sums.Slice(from, count));
        }
    }

    private void SumSome(ReadOnlySpan<float> rows, int length, Span<float> sums)
    {
        // From a line's beginning on: what crosses the border of two is slow to read and slower to read again.
        var answers = Vectors(ref answersOf, tests.Length);
        Answer(rows, length, sums.Length, answers);
        var sides = Vectors(ref sidesOf, MostSides);
        for (var leaf = 0; leaf < MostLeaves; leaf++) sides[leaf] = Vector256.Create((byte)leaf);
        Span<float> added = stackalloc float[Sums * Count];
        for (var sum = 0; sum < Sums; sum++) Add(sum == 0 ? 0 : sumEnds[sum - 1], sumEnds[sum], answers, sides, added.Slice(sum * Count, Count));
        for (var row = 0; row < sums.Length; row++)
        {
            var lane = Lane(row);
            sums[row] = (added[lane] + added[lane + Count]) + (added[lane + (2 * Count)] + added[lane + (3 * Count)]);
        }
    }

    [ThreadStatic]
    private static Lines<Vector256<byte>>? answersOf;
    [ThreadStatic]
    private static Lines<Vector256<byte>>? sidesOf;

    private static Span<Vector256<byte>> Vectors(ref Lines<Vector256<byte>>? held, int count)
    {
        if (held is null || held.Count < count) held = new(new Vector256<byte>[count]);
        return MemoryMarshal.CreateSpan(ref held.First, count);
    }

    // All bits where a row's measure is above a test's threshold, and it goes to the right.
    private void Answer(ReadOnlySpan<float> rows, int length, int count, Span<Vector256<byte>> answers)
    {
        unchecked
        {
            Span<float> columns = stackalloc float[length * Count];
            foreach (var measure in used)
                for (var row = 0; row < count; row++) columns[(measure * Count) + row] = rows[(row * length) + measure];
            ref var first = ref MemoryMarshal.GetReference(columns);
            for (var test = 0; test < tests.Length; test++)
            {
                var at = (nuint)(tests[test].Feature * Count);
                var than = Vector256.Create(tests[test].Threshold);
                var (one, two, three, four) = (Above(ref first, at), Above(ref first, at + 8), Above(ref first, at + 16), Above(ref first, at + 24));
                // Narrowed within the halves of a vector, and then put in the order of the rows.
                var narrow = Avx2.PackSignedSaturate(Avx2.PackSignedSaturate(one, two), Avx2.PackSignedSaturate(three, four));
                answers[test] = Avx2.PermuteVar8x32(narrow.AsInt32(), Vector256.Create(0, 4, 1, 5, 2, 6, 3, 7)).AsByte();

                Vector256<int> Above(ref float from, nuint place) => Vector256.GreaterThan(Vector256.LoadUnsafe(ref from, place), than).AsInt32();
            }
        }
    }

    // Adds up the leaves of some trees, in their order. A vector holds eight rows, as interleaving leaves them.
    private void Add(int from, int to, ReadOnlySpan<Vector256<byte>> answers, Span<Vector256<byte>> sides, Span<float> added)
    {
        unchecked
        {
            ref var answer = ref MemoryMarshal.GetReference(MemoryMarshal.AsBytes(answers));
            ref var side = ref MemoryMarshal.GetReference(MemoryMarshal.AsBytes(sides));
            ref var held = ref MemoryMarshal.GetArrayDataReference(leaves);
            Vector256<float> one = Vector256<float>.Zero, two = one, three = one, four = one;
            ref var node = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(nodes), from == 0 ? 0 : nodeEnds[from - 1]);
            for (var tree = from; tree < to; tree++)
            {
                ref var end = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(nodes), nodeEnds[tree]);
                ref var into = ref Unsafe.Add(ref side, MostLeaves * Count);
                var reached = Vector256.LoadUnsafe(ref side);
                for (; Unsafe.IsAddressLessThan(ref node, ref end); node = ref Unsafe.Add(ref node, 1), into = ref Unsafe.Add(ref into, Count))
                {
                    reached = Avx2.BlendVariable(Vector256.LoadUnsafe(ref side, node.Left), Vector256.LoadUnsafe(ref side, node.Right), Vector256.LoadUnsafe(ref answer, node.Test));
                    reached.StoreUnsafe(ref into);
                }
                var at = (nuint)(tree * MostLeaves * OfFloats);
                Vector256<byte> first = Looked(ref held, at, reached), second = Looked(ref held, at + MostLeaves, reached), third = Looked(ref held, at + (2 * MostLeaves), reached), fourth = Looked(ref held, at + (3 * MostLeaves), reached);
                Vector256<short> low = Avx2.UnpackLow(first, second).AsInt16(), lowUp = Avx2.UnpackLow(third, fourth).AsInt16(), high = Avx2.UnpackHigh(first, second).AsInt16(), highUp = Avx2.UnpackHigh(third, fourth).AsInt16();
                one += Avx2.UnpackLow(low, lowUp).AsSingle();
                two += Avx2.UnpackHigh(low, lowUp).AsSingle();
                three += Avx2.UnpackLow(high, highUp).AsSingle();
                four += Avx2.UnpackHigh(high, highUp).AsSingle();
            }
            ref var sum = ref MemoryMarshal.GetReference(added);
            one.StoreUnsafe(ref sum);
            two.StoreUnsafe(ref sum, 8);
            three.StoreUnsafe(ref sum, 16);
            four.StoreUnsafe(ref sum, 24);
        }
    }

    private static Vector256<byte> Looked(ref byte held, nuint at, Vector256<byte> places) => Avx2.Shuffle(Vector256.Create(Vector128.LoadUnsafe(ref held, at)), places);

    // Rows 0 to 3 and 16 to 19 are the first vector's, 4 to 7 and 20 to 23 the second's.
    private static int Lane(int row) => ((row & 0b0_1100) << 1) | ((row & 0b1_0000) >> 2) | (row & 0b0_0011);
}
