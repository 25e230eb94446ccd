using Plumbline.Networks.Graphs;

namespace Plumbline.Networks.Prediction;

/// <summary>By what a tie between two is thought likely.</summary>
public enum TieScore
{
    /// <summary>How many neighbours they share.</summary>
    CommonNeighbours,

    /// <summary>The sum over shared neighbours of 1 / ln(degree): sharing a hub says little (Adamic and Adar 2003).</summary>
    AdamicAdar,

    /// <summary>The sum over shared neighbours of 1 / degree (Zhou, Lü and Zhang 2009).</summary>
    ResourceAllocation,

    /// <summary>The product of their degrees (Barabási and Albert 1999).</summary>
    PreferentialAttachment,

    /// <summary>Walks of two ties, and of three at a hundredth each (Lü, Jin and Zhou 2009): the head of Katz's sum.</summary>
    LocalPath,
}

/// <summary>The scores of one vertex with all others.</summary>
internal sealed class TieScores(GraphSnapshot graph)
{
    private const double Third = 0.01;

    private readonly double[] score = new double[graph.VertexCount];
    private readonly double[] two = new double[graph.VertexCount];

    /// <summary>Fills and hands out n scores by vertex inside, those of neighbours among them; valid until the next call.</summary>
    public double[] From(int vertex, TieScore by)
    {
        Array.Clear(score);
        if (by == TieScore.PreferentialAttachment)
        {
            double own = graph.Out(vertex).Length;
            for (var other = 0; other < score.Length; other++) score[other] = own * graph.Out(other).Length;
            return score;
        }
        foreach (var shared in graph.Out(vertex))
        {
            var row = graph.Out(shared);
            var share = by switch { TieScore.AdamicAdar => 1 / Math.Log(Math.Max(2, row.Length)), TieScore.ResourceAllocation => 1.0 / row.Length, _ => 1 };
            foreach (var other in row)
                if (other != vertex) score[other] += share;
        }
        if (by == TieScore.LocalPath) Lengthen(vertex);
        return score;
    }

    private void Lengthen(int vertex)
    {
        score.CopyTo(two, 0);
        two[vertex] = graph.Out(vertex).Length;   // there and back is a walk of two as well
        for (var middle = 0; middle < two.Length; middle++)
        {
            if (two[middle] == 0) continue;
            foreach (var other in graph.Out(middle))
                if (other != vertex) score[other] += Third * two[middle];
        }
    }
}
