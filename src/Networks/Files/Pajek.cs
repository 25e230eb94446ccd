using System.Globalization;
using System.Text.RegularExpressions;
using Plumbline.Core;
using Plumbline.Networks.Graphs;

namespace Plumbline.Networks.Files;

/// <summary>Reads Pajek networks: *Vertices with numbers from 1 and labels, *Edges and *Arcs a pair a row, *Edgeslist and *Arcslist a vertex with its neighbours.</summary>
/// <remarks>De Nooy, Mrvar and Batagelj, "Exploratory Social Network Analysis with Pajek", appendix. A file with any arcs is directed.</remarks>
public static partial class Pajek
{
    private const int Most = 1 << 22;

    /// <summary>Reads to the end; the caller opens and closes.</summary>
    /// <param name="weight">Ignored: Pajek's weights have no name.</param>
    /// <returns>The ties and what was left out; or a refusal "graph.pajek" where no count of vertices stands first, or one beyond 4,194,304.</returns>
    public static Outcome<EdgeList> Read(TextReader text, string? weight, VertexNames known, CancellationToken ct)
    {
        var (gathered, section, declared, isDirected) = (new Gathering(known), "", -1, false);
        for (var line = 1; text.ReadLine() is { } row; line++)
        {
            if ((line & 0xFFF) == 0) ct.ThrowIfCancellationRequested();
            var words = Words().Matches(row).Select(word => word.Value).ToArray();
            if (words.Length == 0 || words[0].StartsWith('%')) continue;
            if (words[0].StartsWith('*'))
            {
                Fill();
                section = words[0].ToUpperInvariant();
                isDirected |= section.StartsWith("*ARCS", StringComparison.Ordinal);
                if (section != "*VERTICES") continue;
                if (words.Length < 2 || !int.TryParse(words[1], NumberStyles.None, CultureInfo.InvariantCulture, out declared) || declared > Most)
                    return new Refusal("graph.pajek", $"Line {line}: *Vertices needs a count of at most {Most}.");
            }
            else if (declared < 0) return new Refusal("graph.pajek", $"Line {line}: the first section is *Vertices with their count.");
            else if (section == "*VERTICES") Vertex(words, line);
            else if (section is "*EDGESLIST" or "*ARCSLIST") foreach (var other in words[1..]) gathered.Tie(words[0], other, null, line);
            else if (section is "*EDGES" or "*ARCS") gathered.Tie(words[0], words.ElementAtOrDefault(1), words.ElementAtOrDefault(2), line);
        }
        if (declared < 0) return new Refusal("graph.pajek", "There is no *Vertices in it.");
        Fill();
        return gathered.Finish(isDirected);

        void Vertex(string[] words, int line)
        {
            if (!int.TryParse(words[0], NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number < 1 || number > declared) gathered.Leave(line, $"\"{words[0]}\" is no number from 1 to {declared}.");
            else gathered.Vertex(number.ToString(CultureInfo.InvariantCulture), words.ElementAtOrDefault(1)?.Trim('"'), line);
        }

        // Those without a row of their own are there too.
        void Fill()
        {
            if (section != "*VERTICES") return;
            for (var number = 1; number <= declared; number++)
                if (number.ToString(CultureInfo.InvariantCulture) is var id && !gathered.Has(id)) gathered.Vertex(id, null, 0);
            section = "";
        }
    }

    [GeneratedRegex("""
        "[^"]*"|\S+
        """)]
    private static partial Regex Words();
}
