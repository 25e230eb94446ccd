using System.Text;
using Plumbline.Core;
using Plumbline.Networks.Graphs;

namespace Plumbline.Networks.Files;

/// <summary>Reads GML: a graph of nodes (id, label) and edges (source, target, weight or value), in nested brackets.</summary>
/// <remarks>Himsolt, "GML: a portable graph file format", 1997. Brackets at most 64 deep; keys that are not known are passed over.</remarks>
public static class Gml
{
    private const int Deepest = 64;
    private const int Longest = 1 << 16;

    /// <summary>Reads to the end; the caller opens and closes.</summary>
    /// <param name="weight">The key that holds weights; null for "weight", else "value".</param>
    /// <returns>The ties and what was left out; or a refusal "graph.gml" that says where brackets or quotes do not close.</returns>
    public static Outcome<EdgeList> Read(TextReader text, string? weight, VertexNames known, CancellationToken ct)
    {
        var (gathered, path, own, edges) = (new Gathering(known), new Stack<(string Key, int Line)>(), new Dictionary<string, string>(StringComparer.Ordinal), new List<(string? From, string? To, string? Weight, int Line)>());
        var (line, key, directed, hasGraph) = (1, (string?)null, false, false);
        while (Next(text, ref line) is { } word)
        {
            ct.ThrowIfCancellationRequested();
            if (word.Length > Longest) return new Refusal("graph.gml", $"Line {line}: a word of more than {Longest} letters, or a quote that is not closed.");
            if (word == "]")
            {
                if (!path.TryPop(out var closed)) return new Refusal("graph.gml", $"Line {line}: a bracket closes that was not opened.");
                Close(closed.Key, closed.Line);
                key = null;
            }
            else if (key is null) key = word;
            else if (word == "[")
            {
                if (path.Count == Deepest) return new Refusal("graph.gml", $"Line {line}: brackets lie more than {Deepest} deep.");
                if (key is "node" or "edge") own.Clear();
                hasGraph |= key == "graph";
                path.Push((key, line));
                key = null;
            }
            else
            {
                if (path.TryPeek(out var inside) && inside.Key is "node" or "edge") own[key] = word.Trim('"');
                directed |= key == "directed" && word == "1";
                key = null;
            }
        }
        if (path.Count > 0 || !hasGraph) return new Refusal("graph.gml", hasGraph ? $"The bracket opened in line {path.Peek().Line} is not closed." : "There is no graph in it.");
        foreach (var (from, to, written, at) in edges) gathered.Tie(from, to, written, at);
        return gathered.Finish(directed);

        void Close(string kind, int at)
        {
            if (kind == "node") gathered.Vertex(own.GetValueOrDefault("id", ""), own.GetValueOrDefault("label"), at);
            if (kind == "edge") edges.Add((own.GetValueOrDefault("source"), own.GetValueOrDefault("target"), own.GetValueOrDefault(weight ?? "weight") ?? (weight is null ? own.GetValueOrDefault("value") : null), at));
        }
    }

    private static string? Next(TextReader text, ref int line)
    {
        var word = new StringBuilder();
        var quoted = false;
        for (var read = text.Read(); read >= 0; read = text.Read())
        {
            var one = (char)read;
            if (one == '\n') line++;
            if (!quoted && word.Length == 0 && one == '#')
            {
                text.ReadLine();
                line++;
                continue;
            }
            if (one == '"') quoted = !quoted;
            if (!quoted && char.IsWhiteSpace(one))
            {
                if (word.Length > 0) return word.ToString();
                continue;
            }
            word.Append(one);
            if (!quoted && (one is '[' or ']' || text.Peek() is '[' or ']')) return word.ToString();
            if (word.Length > Longest) return word.ToString();
        }
        return word.Length == 0 ? null : quoted ? new string('"', Longest + 1) : word.ToString();
    }
}
