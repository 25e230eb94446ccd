using System.CommandLine;
using System.Globalization;
using Plumbline.Core;
using Plumbline.Networks.Prediction;

namespace Plumbline.Cli.Networks;

/// <summary><c>plumbline network missing EDGES</c>: pairs without a tie that resemble those with one, and what such a guess is worth.</summary>
internal static class NetworkMissing
{
    private static readonly Dictionary<string, TieScore> Scores = new(StringComparer.OrdinalIgnoreCase)
    {
        ["common"] = TieScore.CommonNeighbours,
        ["adamic_adar"] = TieScore.AdamicAdar,
        ["resource"] = TieScore.ResourceAllocation,
        ["preferential"] = TieScore.PreferentialAttachment,
        ["local_path"] = TieScore.LocalPath,
    };

    private static readonly Option<string> By = new("--score") { Description = $"One of {string.Join(", ", Scores.Keys)}; else the one that finds hidden ties best" };
    private static readonly Option<int> Most = new("--most") { Description = "How many pairs are named", DefaultValueFactory = _ => 20 };
    private static readonly Option<int> Trials = new("--trials") { Description = "How often a tenth of the ties is hidden to test the score", DefaultValueFactory = _ => 10 };
    private static readonly Option<ulong> Seed = new("--seed") { Description = "Where chance begins", DefaultValueFactory = _ => 1 };

    public static Command Make()
    {
        var command = new Command("missing", "Where ties may be missing from the records, with the measured worth of the guess; writes source,target,score,shared,method,auc. A place to look again, never a finding") { By, Most, Trials, Seed };
        NetworkFile.AddTo(command);
        command.Computes(async (parsed, ct) =>
        {
            var json = parsed.GetValue(CommandLine.Json);
            if (parsed.GetValue(By) is { } asked && !Scores.ContainsKey(asked)) return EngineRun.Declined(json, new("network.score", $"There is no score \"{asked}\"; there are {string.Join(", ", Scores.Keys)}."));
            if (parsed.GetValue(Most) < 0 || parsed.GetValue(Trials) < 1) return EngineRun.Declined(json, new("network.trials", "At least one trial, and no negative number of pairs."));
            var read = NamedGraph.Read(parsed, parsed.GetValue(NetworkFile.Weight), false, ct);
            if (read is not Outcome<NamedGraph>.Done { Value: var named }) return EngineRun.Declined(json, read.Why);
            using var owned = named;
            if (named.Graph.VertexCount > MissingTies.Largest) return EngineRun.Declined(json, new("network.large", $"The network has {named.Graph.VertexCount} vertices; missing ties are looked for in up to {MissingTies.Largest}. Choose a component or a community."));
            var tested = Scores.Where(one => parsed.GetValue(By) is not { } only || one.Key.Equals(only, StringComparison.OrdinalIgnoreCase))
                .Select(one => (Name: one.Key, Found: MissingTies.Find(named.Graph, one.Value, parsed.GetValue(Most), parsed.GetValue(Trials), parsed.GetValue(Seed), NetworkFile.Effort(parsed), ct))).ToList();
            var (name, found) = tested.MaxBy(one => double.IsNaN(one.Found.Auc) ? -1 : one.Found.Auc);
            await Table.Give(json, [["source", "target", "score", "shared", "method", "auc"], .. found.Pairs.Select(pair => (string[])[named.Ids[pair.From], named.Ids[pair.To], Table.Text(Math.Round(pair.Score, 9)), Table.Text(pair.Shared), name, Table.Text(Math.Round(found.Auc, 6))])], ct);
            foreach (var (one, worth) in tested) await Console.Error.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{one}: AUC {worth.Auc:F4} (spread {worth.AucSpread:F4}), precision {worth.Precision:F4} on hidden ties; 0.5 is worth nothing"));
            await Console.Error.WriteLineAsync("It says where records may be incomplete, not that two people know each other.");
            return new EngineRun(Answer.Done, named.Graph.VertexCount, "network missing");
        });
        return command;
    }
}
