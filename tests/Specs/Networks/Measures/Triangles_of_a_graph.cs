using CsCheck;
using Plumbline.Networks.Graphs;
using Plumbline.Networks.Measures;

namespace Plumbline.Specs.Networks.Measures;

public sealed class Triangles_of_a_graph
{
    private const int Few = 24;

    [Fact]
    public void Are_those_that_are_found_by_trying_every_three() => Drawn.Ties(Few, 160).Sample(ties =>
    {
        using var graph = Drawn.Graph(Few, ties);
        var (found, expected) = (Triangles.Of(graph, default), ByTrying(graph));
        Assert.Equal(expected, found.AtVertex);
        Assert.Equal(expected.Sum(), 3 * found.Count);
    }, iter: 200);

    /// <summary>Wide enough for threads, and for rows that are fetched ahead.</summary>
    [Fact]
    public void Are_the_same_with_one_thread_and_with_three()
    {
        const int n = 4_000;
        var chance = new Random(3);
        using var graph = Drawn.Graph(n, [.. Enumerable.Range(0, 160_000).Select(_ => (chance.Next(n), Math.Min(chance.Next(n), chance.Next(n))))]);
        Assert.True(graph.Targets.Length >= 1 << 18);
        var (one, three) = (Triangles.Of(graph, default), Triangles.Of(graph, new(3), default));
        Assert.Equal(one.Count, three.Count);
        Assert.Equal(one.AtVertex, three.AtVertex);
        foreach (var vertex in (int[])[0, 1, n / 2, n - 1])
            Assert.Equal(Pairs(graph, vertex), one.AtVertex[vertex]);
    }

    private static long Pairs(GraphSnapshot graph, int vertex)
    {
        var near = graph.Out(vertex).ToArray();
        return near.Sum(one => near.LongCount(other => other > one && graph.Out(one).BinarySearch(other) >= 0));
    }

    private static long[] ByTrying(GraphSnapshot graph)
    {
        var at = new long[Few];
        for (var one = 0; one < Few; one++)
            for (var two = 0; two < one; two++)
                for (var three = 0; three < two; three++)
                {
                    if (!Tied(one, two) || !Tied(two, three) || !Tied(one, three)) continue;
                    at[one]++;
                    at[two]++;
                    at[three]++;
                }
        return at;

        bool Tied(int one, int other) => graph.Out(one).Contains(other);
    }
}
