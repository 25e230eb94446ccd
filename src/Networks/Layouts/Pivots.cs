using Plumbline.Networks.Chance;

namespace Plumbline.Networks.Layouts;

/// <summary>Some vertices of a part, spread over it, and how far all others are from them.</summary>
/// <param name="Chosen">Their numbers.</param>
/// <param name="Far">By vertex, then by pivot: ties between the two.</param>
/// <param name="Stands">By vertex, then by pivot: for how many vertices near the pivot it stands.</param>
internal sealed record Pivots(int[] Chosen, float[] Far, float[] Stands)
{
    /// <summary>Takes in turn whoever is farthest from all so far, and one by chance: outskirts and crowds both matter.</summary>
    public static Pivots Of(Part part, int count, ulong seed, CancellationToken ct)
    {
        var n = part.Count;
        var k = Math.Min(count, n);
        var (chosen, far, near, home) = (new int[k], new float[n * k], new int[n], new int[n]);
        var (depths, queue, isChosen) = (new int[n], new int[n], new bool[n]);
        Array.Fill(near, int.MaxValue);
        var chance = new SeededChance(seed);
        for (var pivot = 0; pivot < k; pivot++)
        {
            ct.ThrowIfCancellationRequested();
            var next = k == n ? pivot : pivot % 2 == 1 ? Farthest(near) : pivot == 0 ? 0 : Unchosen(isChosen, ref chance);
            (chosen[pivot], isChosen[next]) = (next, true);
            part.Walk(next, depths, queue);
            for (var one = 0; one < n; one++)
            {
                far[(one * k) + pivot] = depths[one];
                if (depths[one] < near[one]) (near[one], home[one]) = (depths[one], pivot);
            }
        }
        return new(chosen, far, Weigh(n, k, far, near, home));
    }

    private static int Farthest(int[] near)
    {
        var best = 0;
        for (var one = 1; one < near.Length; one++)
            if (near[one] > near[best]) best = one;
        return best;
    }

    private static int Unchosen(bool[] isChosen, ref SeededChance chance)
    {
        var one = chance.Below(isChosen.Length);
        while (isChosen[one]) one = one + 1 == isChosen.Length ? 0 : one + 1;
        return one;
    }

    /// <summary>How many of those whose nearest pivot this is are at most half as far from it as the vertex (Ortmann and others, equation 6).</summary>
    private static float[] Weigh(int n, int k, float[] far, int[] near, int[] home)
    {
        var deepest = 0;
        foreach (var depth in near) deepest = Math.Max(deepest, depth);
        var within = new int[k, deepest + 2];
        for (var one = 0; one < n; one++) within[home[one], near[one]]++;
        for (var pivot = 0; pivot < k; pivot++)
            for (var depth = 1; depth <= deepest; depth++) within[pivot, depth] += within[pivot, depth - 1];
        var stands = new float[n * k];
        for (var one = 0; one < n; one++)
            for (var pivot = 0; pivot < k; pivot++) stands[(one * k) + pivot] = within[pivot, Math.Min(deepest, (int)far[(one * k) + pivot] / 2)];
        return stands;
    }
}
