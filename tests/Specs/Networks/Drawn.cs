using CsCheck;
using Plumbline.Core;
using Plumbline.Networks.Graphs;

namespace Plumbline.Specs.Networks;

/// <summary>Small graphs for properties.</summary>
internal static class Drawn
{
    public static Gen<(int From, int To, int Weight)[]> Ties(int vertices, int most) =>
        Gen.Select(Gen.Int[0, vertices - 1], Gen.Int[0, vertices - 1], Gen.Int[1, 4]).Array[0, most];

    public static GraphSnapshot Graph(int vertices, (int From, int To, int Weight)[] ties, bool directed = false) =>
        Assert.IsType<Outcome<GraphSnapshot>.Done>(GraphBuilder.Build(vertices, directed, new()
        {
            Source = ties.Select(tie => tie.From).ToArray(),
            Target = ties.Select(tie => tie.To).ToArray(),
            Weight = ties.Select(tie => (double)tie.Weight).ToArray(),
        }, Repeats.Add, default)).Value;

    public static GraphSnapshot Graph(int vertices, params (int From, int To)[] ties) => Graph(vertices, [.. ties.Select(tie => (tie.From, tie.To, 1))]);
}
