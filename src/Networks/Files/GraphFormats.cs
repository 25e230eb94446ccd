using Plumbline.Core;
using Plumbline.Networks.Graphs;

namespace Plumbline.Networks.Files;

/// <summary>A form of file that graphs come in, beside comma-separated text.</summary>
/// <param name="Name">As people call it.</param>
/// <param name="Endings">How names of such files end, in small letters.</param>
/// <param name="Read">Reads the ties: the text, the name of the weight (null for the usual one), ids that are known already, the token.</param>
public sealed record GraphFormat(string Name, IReadOnlyList<string> Endings, Func<TextReader, string?, VertexNames, CancellationToken, Outcome<EdgeList>> Read);

/// <summary>The forms that are read. A new one is one file and one line here.</summary>
public static class GraphFormats
{
    /// <summary>All but comma-separated text, which is what remains.</summary>
    public static IReadOnlyList<GraphFormat> Known { get; } =
    [
        new("GraphML", [".graphml"], XmlGraph.Read),
        new("GEXF", [".gexf"], XmlGraph.Read),
        new("Pajek", [".net", ".paj"], Pajek.Read),
        new("GML", [".gml"], Gml.Read),
        new("UCINET DL", [".dl"], UcinetDl.Read),
    ];

    /// <summary>The form that a name tells of, .gz aside; null where it tells of none of these.</summary>
    public static GraphFormat? Of(string path)
    {
        var name = path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? path[..^3] : path;
        return Known.FirstOrDefault(format => format.Endings.Any(end => name.EndsWith(end, StringComparison.OrdinalIgnoreCase)));
    }
}
