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
}
