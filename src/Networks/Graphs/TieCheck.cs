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
        for (var row = 0; row < rows; row++)
        {
            if (ties.Source[row] < 0 || ties.Source[row] >= vertices || ties.Target[row] < 0 || ties.Target[row] >= vertices)
                return new("graph.end", $"Tie {row} names a vertex outside 0 to {vertices - 1}.");
            if (!ties.Weight.IsEmpty && !(ties.Weight[row] >= 0 && double.IsFinite(ties.Weight[row])))
                return new("graph.weight", $"Tie {row} has a weight that is negative or no finite number.");
            if (!ties.Probability.IsEmpty && !(ties.Probability[row] is >= 0 and <= 1))
                return new("graph.probability", $"Tie {row} has a probability outside 0 to 1.");
        }
        return null;

        bool Odd(int length) => length != 0 && length != rows;
    }
}
