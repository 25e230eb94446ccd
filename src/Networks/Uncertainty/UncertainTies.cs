using Plumbline.Core;
using Plumbline.Networks.Chance;
using Plumbline.Networks.Graphs;

namespace Plumbline.Networks.Uncertainty;

/// <summary>The pairs of a graph, numbered as in the input: the certain ones and, with their chances, the uncertain.</summary>
internal sealed record UncertainTies((int From, int To)[] Certain, (int From, int To)[] Ties, double[] Chances)
{
    public int Count => Ties.Length;

    public static UncertainTies Of(GraphSnapshot graph, double[] presence)
    {
        var pairs = new Dictionary<(int, int), double>();
        for (var vertex = 0; vertex < graph.VertexCount; vertex++)
        {
            var ends = graph.Out(vertex);
            for (var at = 0; at < ends.Length; at++)
            {
                var (one, other) = (graph.Outside(vertex), graph.Outside(ends[at]));
                var pair = (Math.Min(one, other), Math.Max(one, other));
                pairs[pair] = Math.Max(pairs.GetValueOrDefault(pair), presence[graph.OutTies(vertex)[at]]);
            }
        }
        var sorted = pairs.OrderBy(pair => pair.Key).ToList();
        var open = sorted.Where(pair => pair.Value is > 0 and < 1).ToList();
        return new([.. sorted.Where(pair => pair.Value >= 1).Select(pair => pair.Key)], [.. open.Select(pair => pair.Key)], [.. open.Select(pair => pair.Value)]);
    }

    /// <summary>For 64 worlds at once whether a tie exists in each: 64 draws by comparing with the binary digits of its chance, 32 of them.</summary>
    public ulong Drawn(int tie, ulong seed, int block)
    {
        var chance = SeededChance.Of(seed, ((ulong)(uint)tie << 32) | (uint)block);
        var digits = (uint)Math.Min(uint.MaxValue, Math.Round(Chances[tie] * 4294967296.0));
        var there = 0UL;
        for (var digit = 0; digit < 32; digit++)
            there = (digits >> digit & 1) != 0 ? there | chance.Next() : there & chance.Next();
        return there;
    }

    /// <summary>The chance of a world of those that are all gone through.</summary>
    /// <param name="there">By tie the worlds of a block that have it, a bit each.</param>
    public double Weight(ulong[] there, int world)
    {
        var weight = 1.0;
        for (var tie = 0; tie < Count; tie++) weight *= (there[tie] >> world & 1) != 0 ? Chances[tie] : 1 - Chances[tie];
        return weight;
    }

    /// <summary>One world as a graph, which the caller owns; vertices keep their numbers outside.</summary>
    public GraphSnapshot World(int vertices, ulong[] there, int world, CancellationToken ct)
    {
        List<(int From, int To)> pairs = [.. Certain];
        for (var tie = 0; tie < Count; tie++)
            if ((there[tie] >> world & 1) != 0) pairs.Add(Ties[tie]);
        var built = GraphBuilder.Build(vertices, false, new() { Source = pairs.Select(pair => pair.From).ToArray(), Target = pairs.Select(pair => pair.To).ToArray() }, Repeats.First, ct);
        // The ends are those of a graph that was built already.
        return built is Outcome<GraphSnapshot>.Done { Value: var graph } ? graph : throw new InvalidOperationException(built.Why.Detail);
    }

    /// <summary>World w of all has tie t where bit t of w is set.</summary>
    public static ulong InAll(int tie, int block)
    {
        if (tie >= 6) return (block >> (tie - 6) & 1) != 0 ? ulong.MaxValue : 0;
        var there = 0UL;
        for (var world = 0; world < 64; world++)
            if ((world >> tie & 1) != 0) there |= 1UL << world;
        return there;
    }
}
