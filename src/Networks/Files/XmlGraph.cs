using System.Xml;
using Plumbline.Core;
using Plumbline.Networks.Graphs;

namespace Plumbline.Networks.Files;

/// <summary>Reads GraphML and GEXF: a node has an id (and perhaps a label), an edge a source, a target and perhaps a weight.</summary>
/// <remarks>No document type is read, no entity expanded, nothing fetched; elements lie at most 64 deep. http://graphml.graphdrawing.org, https://gexf.net.</remarks>
public static class XmlGraph
{
    private const int Deepest = 64;

    /// <summary>Reads to the end; the caller opens and closes.</summary>
    /// <param name="weight">Name of the attribute that holds weights; null for "weight".</param>
    /// <returns>The ties and what was left out; or a refusal "graph.xml" that says where the text is broken or too deep.</returns>
    public static Outcome<EdgeList> Read(TextReader text, string? weight, VertexNames known, CancellationToken ct)
    {
        var reading = new Reading(weight ?? "weight", known);
        using var xml = XmlReader.Create(text, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreComments = true, IgnoreWhitespace = true, IgnoreProcessingInstructions = true });
        var place = (IXmlLineInfo)xml;
        try
        {
            while (xml.Read())
            {
                ct.ThrowIfCancellationRequested();
                if (xml.Depth > Deepest) return new Refusal("graph.xml", $"Line {place.LineNumber}: elements lie more than {Deepest} deep.");
                if (xml.NodeType == XmlNodeType.Element) reading.Begin(xml, place.LineNumber);
                else if (xml.NodeType == XmlNodeType.EndElement) reading.End(xml.LocalName);
                else if (xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA) reading.Say(xml.Value);
            }
        }
        catch (XmlException broken)
        {
            return new Refusal("graph.xml", broken.Message);
        }
        return reading.HasGraph ? reading.Finish() : new Refusal("graph.xml", "There is no graph in it.");
    }

    private sealed class Reading(string weight, VertexNames known)
    {
        private readonly Gathering gathered = new(known);
        private readonly HashSet<string> weightKeys = new(StringComparer.Ordinal) { weight };
        private readonly List<(string? Source, string? Target, string? Weight, int Line)> edges = [];
        private bool directed;
        private bool isInEdge;
        private bool isWeight;

        public bool HasGraph { get; private set; }

        public void Begin(XmlReader xml, int line)
        {
            var isEmpty = xml.IsEmptyElement;
            switch (xml.LocalName)
            {
                case "graph":
                    HasGraph = true;
                    directed |= (xml.GetAttribute("edgedefault") ?? xml.GetAttribute("defaultedgetype")) == "directed";
                    break;
                case "key" when xml.GetAttribute("for") is "edge" or "all" && xml.GetAttribute("attr.name") == weight:
                    weightKeys.Add(xml.GetAttribute("id") ?? weight);
                    break;
                case "node":
                    gathered.Vertex(xml.GetAttribute("id") ?? "", xml.GetAttribute("label"), line);
                    break;
                case "edge":
                    edges.Add((xml.GetAttribute("source"), xml.GetAttribute("target"), xml.GetAttribute(weight), line));
                    isInEdge = !isEmpty;
                    break;
                case "data":
                    isWeight = isInEdge && !isEmpty && weightKeys.Contains(xml.GetAttribute("key") ?? "");
                    break;
            }
        }

        public void End(string name)
        {
            if (name == "edge") isInEdge = false;
            if (name is "edge" or "data") isWeight = false;
        }

        public void Say(string value)
        {
            if (isWeight) edges[^1] = edges[^1] with { Weight = value.Trim() };
        }

        // An edge may stand before the nodes that it joins.
        public EdgeList Finish()
        {
            foreach (var (source, target, written, line) in edges) gathered.Tie(source, target, written, line);
            return gathered.Finish(directed);
        }
    }
}
