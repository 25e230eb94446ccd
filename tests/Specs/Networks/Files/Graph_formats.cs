using Plumbline.Core;
using Plumbline.Networks.Files;

namespace Plumbline.Specs.Networks.Files;

public sealed class Graph_formats
{
    private const string GraphMl = """
        <?xml version="1.0"?><graphml xmlns="http://graphml.graphdrawing.org/xmlns"><key id="k" for="edge" attr.name="weight" attr.type="double"/>
        <graph edgedefault="undirected"><edge source="a" target="b"><data key="k">2.5</data></edge><node id="a"/><node id="b"/><node id="c"/><edge source="b" target="c"/></graph></graphml>
        """;

    private const string Gexf = """
        <gexf xmlns="http://gexf.net/1.3"><graph defaultedgetype="directed"><nodes><node id="0" label="a"/><node id="1" label="b"/><node id="2" label="c"/></nodes>
        <edges><edge source="0" target="1" weight="2.5"/><edge source="1" target="2"/></edges></graph></gexf>
        """;

    [Theory]
    [InlineData("x.graphml.gz", GraphMl, false)]
    [InlineData("x.gexf", Gexf, true)]
    [InlineData("x.net", "% made by hand\n*Vertices 3\n1 \"a\" 0.1 0.2\n2 b\n3 \"c\"\n*Edges\n1 2 2.5\n2 3\n", false)]
    [InlineData("x.paj", "*vertices 3\n1 a\n2 b\n3 c\n*arcs\n1 2 2.5\n*ARCSLIST\n2 3\n", true)]
    [InlineData("x.gml", "Creator \"me\"\ngraph [ directed 0\n# a remark\n edge [source 1 target 2 value 2.5]\n node [ id 1 label \"a\" graphics [ x 1 ] ]\n node [id 2 label \"b\"] node [ id 3 label \"c\"]\n edge [ source 2 target 3 ] ]\n", false)]
    [InlineData("x.dl", "dl n=3 format = edgelist1\nlabels:\na,b,c\ndata:\n1 2 2.5\n2 3\n", false)]
    [InlineData("x.dl", "DL n = 3\nlabels: a b \"c\"\ndata:\n0 2.5 0\n2.5 0 1\n0 1 0\n", false)]
    public void Give_the_same_graph(string path, string text, bool directed)
    {
        var list = Done(path, text);
        Assert.Empty(list.Bad);
        Assert.Equal(["a", "b", "c"], Enumerable.Range(0, list.Names.Count).Select(at => list.Names[at]).Order());
        Assert.Equal(directed, list.SaysDirected);
        using var graph = Assert.IsType<Outcome<Plumbline.Networks.Graphs.GraphSnapshot>.Done>(list.Build(false, Plumbline.Networks.Graphs.Repeats.Greatest, default)).Value;
        Assert.Equal([1, 2.5], graph.Weights.ToArray().Order());
    }

    [Theory]
    [InlineData("x.graphml", "<graphml><graph><node id=\"a\"/><node id=\"a\"/><edge source=\"a\"/><edge source=\"a\" target=\"zz\"/><edge source=\"a\" target=\"a\" weight=\"NaN\"/></graph></graphml>", 4)]
    [InlineData("x.net", "*Vertices 2\n1 a\n3 c\n*Edges\n1\n1 9\n1 2 -4\n1 2 x\n", 5)]
    [InlineData("x.gml", "graph [ node [ id 1 ] node [ label \"none\" ] edge [ source 1 ] edge [ source 1 target 7 ] edge [ source 1 target 1 weight inf ] ]", 4)]
    [InlineData("x.dl", "dl n=2 format=edgelist1 data:\n1\n1 3\n1 2 -1\n", 3)]
    public void Leave_out_what_is_no_tie_and_say_why(string path, string text, int bad)
    {
        var list = Done(path, text);
        Assert.Equal((bad, 0), (list.Bad.Count, list.Count));
        Assert.All(list.Bad, row => Assert.NotEmpty(row.Why));
    }

    [Theory]
    [InlineData("x.graphml", "<!DOCTYPE g [<!ENTITY a \"b\">]><graphml><graph/></graphml>", "graph.xml")]
    [InlineData("x.graphml", "<graphml><graph>", "graph.xml")]
    [InlineData("x.gexf", "<gexf/>", "graph.xml")]
    [InlineData("x.gexf", "", "graph.xml")]
    [InlineData("x.net", "", "graph.pajek")]
    [InlineData("x.net", "*Edges\n1 2\n", "graph.pajek")]
    [InlineData("x.net", "*Vertices 2000000000\n", "graph.pajek")]
    [InlineData("x.net", "*Vertices -1\n", "graph.pajek")]
    [InlineData("x.gml", "", "graph.gml")]
    [InlineData("x.gml", "graph [ node [ id 1 ]", "graph.gml")]
    [InlineData("x.gml", "graph [ ] ]", "graph.gml")]
    [InlineData("x.gml", "graph [ node [ id \"1 ] ]", "graph.gml")]
    [InlineData("x.dl", "n=3 data: 1 2", "graph.dl")]
    [InlineData("x.dl", "dl n=2 data: 0 1 1", "graph.dl")]
    [InlineData("x.dl", "dl n=2 labels: a data: 0 1 1 0", "graph.dl")]
    [InlineData("x.dl", "dl nr=2 nc=3 data: 0 1 1 0 1 1", "graph.dl")]
    [InlineData("x.dl", "dl n=999999999 data: 0", "graph.dl")]
    public void Are_refused_where_the_file_is_broken(string path, string text, string code) => Assert.Equal(code, Read(path, text).Why.Code);

    [Theory]
    [InlineData("x.graphml", "<a>", "graph.xml")]
    [InlineData("x.gml", "a [ ", "graph.gml")]
    public void Are_refused_where_they_lie_too_deep(string path, string opening, string code) =>
        Assert.Equal(code, Read(path, string.Concat(Enumerable.Repeat(opening, 100_000))).Why.Code);

    private static Outcome<EdgeList> Read(string path, string text) => GraphFormats.Of(path)!.Read(new StringReader(text), null, new(), default);

    private static EdgeList Done(string path, string text) => Assert.IsType<Outcome<EdgeList>.Done>(Read(path, text)).Value;
}
