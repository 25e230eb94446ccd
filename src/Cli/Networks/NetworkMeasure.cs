using System.CommandLine;
using System.Globalization;
using System.Text;
using Plumbline.Core;
using Plumbline.Networks.Graphs;
using Plumbline.Networks.Measures;

namespace Plumbline.Cli.Networks;

/// <summary><c>plumbline network measure EDGES</c>: the measures of each vertex, or of the whole.</summary>
internal static class NetworkMeasure
{
    private static readonly Option<string?> Chosen = new("--measures") { Description = $"Some of {string.Join(", ", VertexMeasures.Columns)}; else the usual ones" };
    private static readonly Option<double> Error = new("--error") { Description = "Of betweenness_approx: how far a value may be off, as a share of all pairs", DefaultValueFactory = _ => 0.01 };
    private static readonly Option<double> Confidence = new("--confidence") { Description = "Of betweenness_approx: the chance that none is farther off", DefaultValueFactory = _ => 0.9 };
    private static readonly Option<ulong> Seed = new("--seed") { Description = "Where chance begins, for betweenness_approx", DefaultValueFactory = _ => 1 };
    private static readonly Option<bool> Summary = new("--summary") { Description = "Of the whole network instead: measure,value" };
    private static readonly Option<string?> Out = new("--out") { Description = "A file to write instead of standard output" };

    public static Command Make()
    {
        var command = new Command("measure", "Centralities, components, cores, clustering, structural holes; writes CSV, a row a vertex") { Chosen, Error, Confidence, Seed, Summary, Out };
        NetworkFile.AddTo(command);
        command.Computes(async (parsed, ct) =>
        {
            var json = parsed.GetValue(CommandLine.Json);
            var read = NetworkFile.Read(parsed, ct);
            if (read is not Outcome<NetworkFile>.Done { Value: var file }) return EngineRun.Declined(json, read.Why);
            string[] measures = parsed.GetValue(Chosen)?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [.. VertexMeasures.Usual(file.IsDirected, file.HasWeights)];
            if (measures.FirstOrDefault(name => !VertexMeasures.Columns.Contains(name)) is { } unknown) return EngineRun.Declined(json, new("network.measure", $"There is no measure \"{unknown}\"; there are {string.Join(", ", VertexMeasures.Columns)}."));
            if (!file.HasWeights && measures.FirstOrDefault(VertexMeasures.NeedsWeights) is { } weighted) return EngineRun.Declined(json, new("network.weights", $"\"{weighted}\" needs weights, and no column of them was read."));
            if (parsed.GetValue(Error) is not (> 0 and < 1) || parsed.GetValue(Confidence) is not (> 0 and < 1)) return EngineRun.Declined(json, new("network.error", "The error and the confidence lie between 0 and 1."));
            var built = file.Build(file.IsDirected, ct);
            if (built is not Outcome<GraphSnapshot>.Done { Value: var graph }) return EngineRun.Declined(json, built.Why);
            using var owned = graph;
            using var joined = file.IsDirected ? ((Outcome<GraphSnapshot>.Done)file.Build(false, ct)).Value : null;
            var taken = new VertexMeasures(graph, joined ?? graph, NetworkFile.Effort(parsed), ct) { Approximation = new(parsed.GetValue(Error), parsed.GetValue(Confidence), parsed.GetValue(Seed)) };
            var table = parsed.GetValue(Summary) ? Whole(taken) : Vertices(taken, measures, vertex => file.Ties.Names[vertex], graph.VertexCount);
            await Write(table, parsed.GetValue(Out), json, ct);
            if (taken.Approximated is { } drawn) await Console.Error.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"betweenness_approx: {drawn.Draws} draws, seed {parsed.GetValue(Seed)}; with confidence {parsed.GetValue(Confidence)} no value is off by more than {parsed.GetValue(Error)} of all pairs ({parsed.GetValue(Error) * taken.Pairs:G6})."));
            await Console.Error.WriteLineAsync($"{graph.VertexCount:N0} vertices, {graph.TieCount:N0} ties; {graph.LeftOut.Loops:N0} loops and {graph.LeftOut.Repeats:N0} repeats joined or left out, {file.Ties.Bad.Count:N0} rows unread. It describes the recorded ties, not a person.");
            return new EngineRun(Answer.Done, graph.VertexCount, "network measure");
        });
        return command;
    }

    private static List<string[]> Whole(VertexMeasures taken) =>
        [["measure", "value"], .. taken.Summary(withDistances: true).Select(row => (string[])[row.Measure, Text(row.Value)])];

    private static List<string[]> Vertices(VertexMeasures taken, string[] measures, Func<int, string> name, int count)
    {
        var columns = measures.Select(taken.Of).ToArray();
        var rows = new List<string[]>(count + 1) { (string[])["id", .. measures] };
        for (var vertex = 0; vertex < count; vertex++) rows.Add([name(vertex), .. columns.Select(column => Text(column[vertex]))]);
        return rows;
    }

    private static async Task Write(List<string[]> table, string? path, bool json, CancellationToken ct)
    {
        if (json && path is null)
        {
            Answer.Give(json, table.Skip(1).Select(row => table[0].Zip(row).ToDictionary(cell => cell.First, cell => cell.Second)), () => []);
            return;
        }
        await using var output = path is null ? PlainFiles.Out() : new StreamWriter(path, append: false, new UTF8Encoding(false)) { NewLine = "\n" };
        foreach (var row in table) await output.WriteLineAsync(string.Join(',', row.Select(Cell)).AsMemory(), ct);
    }

    private static string Cell(string text) => text.AsSpan().IndexOfAny(",\"\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    // As many digits as it takes to read the same number again; nothing where there is none.
    private static string Text(double value) => double.IsNaN(value) ? "" : value.ToString("R", CultureInfo.InvariantCulture);
}
