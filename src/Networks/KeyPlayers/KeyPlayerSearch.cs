using Plumbline.Core;
using Plumbline.Networks.Graphs;
using Plumbline.Networks.Measures;

namespace Plumbline.Networks.KeyPlayers;

/// <summary>Finds key players: looks at every set where that is affordable, else begins greedily and swaps, and says how much better any set could be.</summary>
/// <remarks>Borgatti, "Identifying sets of key players in a social network", 2006; the bound of aims with diminishing returns after Nemhauser, Wolsey and Fisher 1978.</remarks>
public static class KeyPlayerSearch
{
    private const int Largest = 20_000;

    /// <param name="graph">Weights are not used; direction counts in reach only.</param>
    /// <param name="question">What is looked for.</param>
    /// <param name="effort">Threads leave no trace in the answer.</param>
    /// <param name="ct">Checked every 1,024 sets.</param>
    /// <returns>The best set; or a refusal "keyplayers.size" where fewer vertices than the size may be chosen, or "keyplayers.large" above 20,000 vertices.</returns>
    public static Outcome<KeyPlayerAnswer> Find(GraphSnapshot graph, KeyPlayerQuestion question, Effort effort, CancellationToken ct)
    {
        var n = graph.VertexCount;
        if (n > Largest) return new Refusal("keyplayers.large", $"The graph has {n} vertices; key players are found in up to {Largest}. Choose a component or a community.");
        var allowed = new List<int>();   // in the order of the input, so that the first of equal sets is the first there
        for (var outer = 0; outer < n; outer++)
            if (question.Forbidden.Length == 0 || !question.Forbidden[graph.Inside(outer)]) allowed.Add(graph.Inside(outer));
        if (question.Size < 1 || question.Size > allowed.Count)
            return new Refusal("keyplayers.size", $"A set of {question.Size} was asked for; {allowed.Count} vertices may be chosen.");
        var sets = SetCount(allowed.Count, question.Size);
        var cost = ISetValue.For(question.Aim, graph, ct).Cost(question.Size);
        var found = sets * cost <= question.Work
            ? EverySet.Search(graph, question, [.. allowed], effort, ct)
            : SwapSearch.Search(graph, question, [.. allowed], effort, ct);
        return found with { Sets = [.. found.Sets.Select(set => set.Select(graph.Outside).ToArray())] };
    }

    /// <summary>How many sets of k there are among n.</summary>
    internal static double SetCount(int n, int k)
    {
        var count = 1.0;
        for (var at = 1; at <= k; at++) count *= (n - k + at) / (double)at;
        return Math.Round(count);
    }
}
