using System.Numerics;
using Plumbline.Networks.Chance;

namespace Plumbline.Networks.Layouts;

/// <summary>64 other vertices of a part each time, drawn by chance, until all have had their turn; and how far all are from them.</summary>
/// <remarks>Distances from 64 vertices at once, a bit each: Then et al., "The more the merrier: efficient multi-source graph traversal", VLDB 8, 2014. About 530 bytes a vertex.</remarks>
internal sealed class FreshPivots
{
    public const int Count = 64;

    private readonly Part part;
    private readonly double length;
    private readonly int[] order;
    private readonly ulong[] met;
    private readonly ulong[] ahead;
    private readonly ulong[] front;
    private SeededChance chance;
    private int next;

    /// <param name="part">More than 64 vertices.</param>
    public FreshPivots(Part part, LayoutRequest request)
    {
        (this.part, length, chance) = (part, request.Length, SeededChance.Of(request.Seed, 1));
        var n = part.Count;
        (order, met, ahead, front, next) = (new int[n], new ulong[n], new ulong[n], new ulong[n], n);
        (Wanted, Weights) = (new float[n * Count], new float[n * Count]);
        for (var one = 0; one < n; one++) order[one] = one;
    }

    /// <summary>Those of now.</summary>
    public int[] Chosen { get; } = new int[Count];

    /// <summary>By vertex, then by pivot: how far apart the two should be.</summary>
    public float[] Wanted { get; }

    /// <summary>Beside it, how much that counts: as much as all of whom the pivot is one by chance; 0 for neighbours, who pull as such.</summary>
    public float[] Weights { get; }

    public void Draw()
    {
        if (next + Count > order.Length)
        {
            chance.Shuffle(order);
            next = 0;
        }
        order.AsSpan(next, Count).CopyTo(Chosen);
        next += Count;
        Array.Clear(met);
        Array.Clear(front);
        for (var pivot = 0; pivot < Count; pivot++)
        {
            var one = Chosen[pivot];
            met[one] = front[one] = 1UL << pivot;
            (Wanted[(one * Count) + pivot], Weights[(one * Count) + pivot]) = (0, 0);
        }
        for (var depth = 1; Step(depth); depth++)
        {
        }
    }

    private bool Step(int depth)
    {
        for (var one = 0; one < front.Length; one++)
        {
            var mine = front[one];
            front[one] = 0;
            if (mine == 0) continue;
            foreach (var near in part.Neighbours(one)) ahead[near] |= mine;
        }
        var (wanted, weight, any) = ((float)(depth * length), depth > 1 ? order.Length / (float)Count / ((float)depth * depth) : 0, false);
        for (var one = 0; one < front.Length; one++)
        {
            var fresh = ahead[one] & ~met[one];
            ahead[one] = 0;
            if (fresh == 0) continue;
            (front[one], any) = (fresh, true);
            met[one] |= fresh;
            for (var left = fresh; left != 0; left &= left - 1)
            {
                var at = (one * Count) + BitOperations.TrailingZeroCount(left);
                (Wanted[at], Weights[at]) = (wanted, weight);
            }
        }
        return any;
    }
}
