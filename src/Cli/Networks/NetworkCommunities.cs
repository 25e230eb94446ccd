using System.CommandLine;
using System.Globalization;
using Plumbline.Core;
using Plumbline.Networks.Communities;

namespace Plumbline.Cli.Networks;

/// <summary><c>plumbline network communities EDGES</c>: groups with more ties inside than between, and how sure each membership is.</summary>
internal static class NetworkCommunities
{
    private static readonly Option<string> Method = new("--method") { Description = "leiden", DefaultValueFactory = _ => "leiden" };
    private static readonly Option<string> Quality = new("--quality") { Description = "modularity, or cpm (constant Potts model)", DefaultValueFactory = _ => "modularity" };
    private static readonly Option<ulong> Seed = new("--seed") { Description = "Where chance begins; the same seed gives the same answer", DefaultValueFactory = _ => 1 };
    private static readonly Option<double> Resolution = new("--resolution") { Description = "The greater, the smaller the communities", DefaultValueFactory = _ => 1 };
    private static readonly Option<int> Runs = new("--runs") { Description = "How many runs; the best is told, and from two on how stable each membership is over them", DefaultValueFactory = _ => 1 };

    public static Command Make()
    {
        var command = new Command("communities", "Communities by Leiden; writes id,community[,stability]. Weights count where --weight names them") { Method, Quality, Seed, Resolution, Runs };
        NetworkFile.AddTo(command);
        command.Computes(async (parsed, ct) =>
        {
            var json = parsed.GetValue(CommandLine.Json);
            if (Fault(parsed) is { } fault) return EngineRun.Declined(json, fault);
            var read = NamedGraph.Read(parsed, parsed.GetValue(NetworkFile.Weight), parsed.GetValue(NetworkFile.Directed), ct);
            if (read is not Outcome<NamedGraph>.Done { Value: var named }) return EngineRun.Declined(json, read.Why);
            using var owned = named;
            var (graph, ids) = named;
            var choice = new LeidenChoice(parsed.GetValue(Quality) == "cpm" ? CommunityQuality.ConstantPotts : CommunityQuality.Modularity, parsed.GetValue(Resolution), parsed.GetValue(Seed), parsed.GetValue(NetworkFile.Weight) is not null);
            var found = Leiden.Find(graph, choice, parsed.GetValue(Runs), NetworkFile.Effort(parsed), ct);
            var modularity = Modularity.Of(graph, found.Labels, choice with { Quality = CommunityQuality.Modularity, Resolution = 1 }, ct);
            var labels = graph.ToOutside<int>(found.Labels);
            var stability = found.Stability.Length == 0 ? [] : graph.ToOutside<double>(found.Stability);
            await Console.Error.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"modularity {modularity:F10}; {found.Count} communities; {parsed.GetValue(Quality)} {found.Quality:F10} at resolution {choice.Resolution}, seed {choice.Seed}, best of {found.Runs.Length}"));
            if (json)
                Answer.Give(true, new { method = "leiden", quality = parsed.GetValue(Quality), choice.Resolution, choice.Seed, value = found.Quality, modularity, communities = found.Count, runs = found.Runs, members = ids.Select((id, at) => new { id, community = labels[at], stability = stability.Length == 0 ? (double?)null : stability[at] }) }, () => []);
            else
                await Table.Write([stability.Length == 0 ? ["id", "community"] : ["id", "community", "stability"], .. ids.Select((id, at) => (string[])(stability.Length == 0 ? [id, Table.Text(labels[at])] : [id, Table.Text(labels[at]), Table.Text(Math.Round(stability[at], 6))]))], ct);
            return new EngineRun(Answer.Done, graph.VertexCount, "network communities");
        });
        return command;
    }

    private static Refusal? Fault(ParseResult parsed) =>
        parsed.GetValue(Method) != "leiden" ? new("network.method", $"There is no method \"{parsed.GetValue(Method)}\"; there is leiden.")
        : parsed.GetValue(Quality) is not ("modularity" or "cpm") ? new("network.quality", $"There is no quality \"{parsed.GetValue(Quality)}\"; there are modularity and cpm.")
        : !(parsed.GetValue(Resolution) > 0) ? new("network.resolution", "A resolution is greater than 0.")
        : parsed.GetValue(Runs) < 1 ? new("network.runs", "At least one run.")
        : null;
}
