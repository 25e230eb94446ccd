using CsCheck;
using Plumbline.Networks.Graphs;

namespace Plumbline.Specs.Networks.Graphs;

public sealed class Names_of_vertices
{
    [Fact]
    public void Are_numbered_once_in_the_order_in_which_they_came() => Gen.String[Gen.Char["abأب"], 0, 4].Array[0, 400].Sample(ids =>
    {
        var (names, expected) = (new VertexNames(), ids.Distinct(StringComparer.Ordinal).ToList());
        foreach (var id in ids) Assert.Equal(expected.IndexOf(id), names.NumberOf(id));
        Assert.Equal(expected.Count, names.Count);
        for (var number = 0; number < expected.Count; number++)
        {
            Assert.Equal(expected[number], names[number]);
            Assert.True(names.Knows(expected[number], out var known));
            Assert.Equal(number, known);
        }
        Assert.False(names.Knows("of nobody", out _));
    });

    [Fact]
    public void At_the_ends_of_rows_are_numbered_as_one_by_one() => Gen.Select(Gen.String[Gen.Char["abأب"], 0, 12], Gen.String[Gen.Char["ab"], 0, 3]).Array[0, 300].Sample(rows =>
    {
        // Of equal ids some are one object and some are not.
        var ids = rows.SelectMany((row, at) => new[] { at % 3 == 0 ? row.Item1 : new string(row.Item1), row.Item2 }).ToArray();
        var (sources, targets) = (ids.Where((_, at) => at % 2 == 0).ToArray(), ids.Where((_, at) => at % 2 == 1).ToArray());
        var (names, one, numbers) = (new VertexNames(), new VertexNames(), new int[2][]);
        foreach (var known in new[] { "a", "" }) Assert.Equal(one.NumberOf(known), names.NumberOf(known));
        numbers[0] = new int[sources.Length];
        numbers[1] = new int[targets.Length];
        names.NumberEnds(sources, targets, numbers[0], numbers[1]);
        for (var at = 0; at < ids.Length; at++) Assert.Equal(one.NumberOf(ids[at]), numbers[at % 2][at / 2]);
        Assert.Equal(one.Count, names.Count);
    });

    [Fact]
    public void Keep_their_numbers_while_there_come_more()
    {
        var names = new VertexNames();
        for (var number = 0; number < 10_000; number++) Assert.Equal(number, names.NumberOf($"id-{number}"));
        for (var number = 0; number < 10_000; number++) Assert.Equal(number, names.NumberOf($"id-{number}"));
    }
}
