using System.CommandLine;
using Plumbline.Core;
using Plumbline.Networks.Paths;

namespace Plumbline.Cli.Networks;

/// <summary><c>plumbline network paths EDGES --from A --to B</c>: how two are joined, and where each path is weakest.</summary>
internal static class NetworkPaths
{
    private static readonly Option<string> From = new("--from") { Description = "Id of one end", Required = true };
    private static readonly Option<string> To = new("--to") { Description = "Id of the other", Required = true };
    private static readonly Option<int> K = new("--k") { Description = "How many of the shortest", DefaultValueFactory = _ => 1 };
    private static readonly Option<string?> Chance = new("--prob") { Description = "Column of the chance, 0 to 1, that a tie exists: adds the strongest paths" };
    private static readonly Option<int?> Hubs = new("--avoid-hubs") { Description = "Nobody with more neighbours than this between the ends" };
    private static readonly Option<string[]> Closed = new("--avoid") { Description = "Ids that no path enters", AllowMultipleArgumentsPerToken = true };
    private static readonly Option<bool> All = new("--all") { Description = "Every shortest path, up to --k of them, instead of the k shortest" };

    public static Command Make()
    {
        var command = new Command("paths", "Shortest and strongest paths; writes kind,rank,length,product,weakest,weakest_tie,path. Lengths are ties, or the column of --weight") { From, To, K, Chance, Hubs, Closed, All };
        NetworkFile.AddTo(command);
        command.Computes(async (parsed, ct) =>
        {
            var json = parsed.GetValue(CommandLine.Json);
            var (prob, weight) = (parsed.GetValue(Chance), parsed.GetValue(NetworkFile.Weight));
            if (parsed.GetValue(K) < 1) return EngineRun.Declined(json, new("network.k", "At least one path."));
            if (prob is not null && weight is not null) return EngineRun.Declined(json, new("network.columns", "Either lengths (--weight) or chances (--prob)."));
            var read = NamedGraph.Read(parsed, prob ?? weight, parsed.GetValue(NetworkFile.Directed), ct);
            if (read is not Outcome<NamedGraph>.Done { Value: var named }) return EngineRun.Declined(json, read.Why);
            using var owned = named;
            var (graph, ids) = named;
            var ends = (named.Find(parsed.GetValue(From)!), named.Find(parsed.GetValue(To)!));
            if (ends.Item1 is not Outcome<int>.Done { Value: var from }) return EngineRun.Declined(json, ends.Item1.Why);
            if (ends.Item2 is not Outcome<int>.Done { Value: var to }) return EngineRun.Declined(json, ends.Item2.Why);
            var marks = named.Marks(parsed.GetValue(Closed));
            if (marks is not Outcome<bool[]>.Done { Value: var closed }) return EngineRun.Declined(json, marks.Why);
            var numbers = graph.Weights.ToArray();
            if (prob is not null && numbers.Any(chance => chance > 1)) return EngineRun.Declined(json, new("graph.probability", "A chance lies in 0 to 1."));
            var rules = new PathRules(weight is null ? [] : numbers, prob is null ? [] : numbers, parsed.GetValue(Hubs), closed.Length == 0 ? [] : [.. Enumerable.Range(0, closed.Length).Select(vertex => closed[graph.Outside(vertex)])]);
            var found = new List<(string Kind, FoundPath Path)>();
            if (parsed.GetValue(All))
            {
                var (paths, count) = PathSearch.AllShortest(graph, from, to, parsed.GetValue(K), rules, ct);
                found.AddRange(paths.Select(path => ("shortest", path)));
                await Console.Error.WriteLineAsync($"{Table.Text(count)} shortest paths in all.");
            }
            else found.AddRange(PathSearch.KShortest(graph, from, to, parsed.GetValue(K), rules, ct).Select(path => ("shortest", path)));
            if (prob is not null && PathSearch.StrongestProduct(graph, from, to, rules, ct) is { } product) found.Add(("strongest_product", product));
            if (prob is not null && PathSearch.StrongestBottleneck(graph, from, to, rules, ct) is { } bottleneck) found.Add(("strongest_bottleneck", bottleneck));
            if (found.Count == 0) return EngineRun.Declined(json, new("network.apart", "No path joins them under these conditions."));
            var rows = found.Select((one, at) => Row(ids, one.Kind, at - found.FindIndex(other => other.Kind == one.Kind) + 1, one.Path)).Prepend(["kind", "rank", "length", "product", "weakest", "weakest_tie", "path"]).ToList();
            await Table.Give(json, rows, ct);
            return new EngineRun(Answer.Done, found.Count, "network paths");
        });
        return command;
    }

    private static string[] Row(string[] ids, string kind, int rank, FoundPath path) =>
    [
        kind, Table.Text(rank), Table.Text(path.Length), Table.Text(path.Product), Table.Text(path.Weakest),
        path.WeakestAt < 0 ? "" : $"{ids[path.Vertices[path.WeakestAt]]} {ids[path.Vertices[path.WeakestAt + 1]]}", string.Join(' ', path.Vertices.Select(vertex => ids[vertex])),
    ];
}
