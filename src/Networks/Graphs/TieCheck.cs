using System.Numerics;
using System.Runtime.InteropServices;
using Plumbline.Core;

namespace Plumbline.Networks.Graphs;

/// <summary>What a graph cannot be made of.</summary>
internal static class TieCheck
{
    private const int Most = 1 << 30;   // both directions of a tie are counted in an int

    public static Refusal? Fault(int vertices, in TieColumns ties)
    {
        var rows = ties.Source.Length;
        if (rows >= Most) return new("graph.columns", $"{rows} ties; a graph holds fewer than {Most}.");
        if (ties.Target.Length != rows || Odd(ties.Weight.Length) || Odd(ties.Probability.Length) || Odd(ties.Statement.Length))
            return new("graph.columns", "The columns of the ties differ in length.");
        if (!ties.HasMore && Greatest(ties.Source) < (uint)vertices && Greatest(ties.Target) < (uint)vertices) return null;
        for (var row = 0; row < rows; row++)
        {
            if (ties.Source[row] < 0 || ties.Source[row] >= vertices || ties.Target[row] < 0 || ties.Target[row] >= vertices)
                return Outside(row, vertices);
            if (!ties.Weight.IsEmpty && !(ties.Weight[row] >= 0 && double.IsFinite(ties.Weight[row])))
                return new("graph.weight", $"Tie {row} has a weight that is negative or no finite number.");
            if (!ties.Probability.IsEmpty && !(ties.Probability[row] is >= 0 and <= 1))
                return new("graph.probability", $"Tie {row} has a probability outside 0 to 1.");
        }
        return null;

        bool Odd(int length) => length != 0 && length != rows;
    }

    /// <summary>Where the first end outside 0 to n - 1 stands; -1 where there is none.</summary>
    public static int OutsideAt(int vertices, ReadOnlySpan<int> ends)
    {
        if (Greatest(ends) < (uint)vertices) return -1;
        for (var at = 0; at < ends.Length; at++)
            if (ends[at] < 0 || ends[at] >= vertices) return at;
        return -1;
    }

    public static Refusal Outside(int row, int vertices) => new("graph.end", $"Tie {row} names a vertex outside 0 to {vertices - 1}.");

    /// <summary>The greatest end, negative ones counting as beyond all; 0 of none.</summary>
    private static uint Greatest(ReadOnlySpan<int> ends)
    {
        var all = MemoryMarshal.Cast<int, uint>(ends);
        var most = Vector<uint>.Zero;
        var at = 0;
        for (; at + Vector<uint>.Count <= all.Length; at += Vector<uint>.Count) most = Vector.Max(most, new Vector<uint>(all[at..]));
        var greatest = 0u;
        for (var lane = 0; lane < Vector<uint>.Count; lane++) greatest = Math.Max(greatest, most[lane]);
        for (; at < all.Length; at++) greatest = Math.Max(greatest, all[at]);
        return greatest;
    }
}
