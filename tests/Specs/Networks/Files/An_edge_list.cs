using Plumbline.Core;
using Plumbline.Networks.Files;
using Plumbline.Networks.Graphs;

namespace Plumbline.Specs.Networks.Files;

public sealed class An_edge_list
{
    [Fact]
    public void Gives_its_good_rows_and_the_reason_for_each_bad_one()
    {
        var list = Read("source,target,weight\na,\"b, \"\"the tall\"\"\",2\na,,1\nb,c,-1\nb,c,NaN\nb,c,x\nb,c\n\"b,c,1\n\nb,c,0\n", new("weight", null));
        Assert.Equal((2, "b, \"the tall\""), (list.Count, list.Names[1]));
        Assert.Equal([3, 4, 5, 6, 7, 8], list.Bad.Select(row => row.Line));
    }

    [Fact]
    public void Is_refused_where_a_column_asked_for_is_not_there()
    {
        Assert.Equal("edges.columns", EdgeListReader.Read(new StringReader("from,to\na,b\n"), new(null, null), default).Why.Code);
        Assert.Equal("edges.columns", EdgeListReader.Read(new StringReader("source,target\na,b\n"), new("weight", null), default).Why.Code);
        Assert.Equal("edges.columns", EdgeListReader.Read(new StringReader(""), new(null, null), default).Why.Code);
    }

    [Fact]
    public void Is_read_from_the_rows_that_were_chosen() =>
        Assert.Equal(1, Read("source,target,phase\na,b,1\na,c,full\n", new(null, ("phase", "full"))).Count);

    [Theory]
    [InlineData("karate", null, null, 34, 78)]
    [InlineData("krebs_911_62", null, null, 62, 153)]
    [InlineData("lesmis", null, null, 77, 254)]
    [InlineData("caviar", "phase", "full", 110, 205)]
    [InlineData("paul_revere_2mode", null, null, 261, 334)]
    public void Makes_a_graph_of_the_known_size(string network, string? column, string? value, int vertices, int ties)
    {
        using var text = File.OpenText(SharedData.Need($"data/networks/{network}/edges.csv"));
        var list = Assert.IsType<Outcome<EdgeList>.Done>(EdgeListReader.Read(text, new(null, column is null ? null : (column, value!)), default)).Value;
        using var graph = Assert.IsType<Outcome<GraphSnapshot>.Done>(list.Build(false, Repeats.Add, default)).Value;
        Assert.Empty(list.Bad);
        Assert.Equal((vertices, ties), (graph.VertexCount, graph.TieCount));
    }

    private static EdgeList Read(string text, EdgeColumns columns) =>
        Assert.IsType<Outcome<EdgeList>.Done>(EdgeListReader.Read(new StringReader(text), columns, default)).Value;
}
