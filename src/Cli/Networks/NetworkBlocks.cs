using System.CommandLine;
using Plumbline.Core;
using Plumbline.Networks.Measures;

namespace Plumbline.Cli.Networks;

/// <summary><c>plumbline network blocks EDGES</c>: what a network hangs together by.</summary>
internal static class NetworkBlocks
{
    private static readonly Option<bool> Bridges = new("--bridges") { Description = "The ties whose loss parts a component instead: source,target" };

    public static Command Make()
    {
        var command = new Command("blocks", "Blocks that no single vertex parts, and the cut vertices between them; writes block,size,id,cut") { Bridges };
        NetworkFile.AddTo(command);
        command.Computes(async (parsed, ct) =>
        {
            var json = parsed.GetValue(CommandLine.Json);
            var read = NamedGraph.Read(parsed, parsed.GetValue(NetworkFile.Weight), false, ct);
            if (read is not Outcome<NamedGraph>.Done { Value: var named }) return EngineRun.Declined(json, read.Why);
            using var owned = named;
            var graph = named.Graph;
            var found = Blocks.Of(graph, ct);
            if (parsed.GetValue(Bridges))
            {
                var ends = found.Bridges.Select(tie => (One: graph.Outside(tie.First), Other: graph.Outside(tie.Second))).Select(tie => (From: Math.Min(tie.One, tie.Other), To: Math.Max(tie.One, tie.Other))).Order();
                await Table.Give(json, [["source", "target"], .. ends.Select(tie => (string[])[named.Ids[tie.From], named.Ids[tie.To]])], ct);
            }
            else
            {
                // The largest first, equal ones by their first member in the input.
                var blocks = Enumerable.Range(0, found.Count).Select(block => found.Members[found.Starts[block]..found.Starts[block + 1]].Select(graph.Outside).Order().ToArray())
                    .OrderByDescending(members => members.Length).ThenBy(members => members[0]).ThenBy(members => members[1]);
                await Table.Give(json, [["block", "size", "id", "cut"], .. blocks.SelectMany((members, at) => members.Select(outer => (string[])[Table.Text(at + 1), Table.Text(members.Length), named.Ids[outer], found.IsCut[graph.Inside(outer)] ? "1" : "0"]))], ct);
            }
            await Console.Error.WriteLineAsync($"{found.Count:N0} blocks, {found.Bridges.Length:N0} bridges, {found.IsCut.Count(cut => cut):N0} cut vertices. It describes the recorded ties, not a person.");
            return new EngineRun(Answer.Done, graph.VertexCount, "network blocks");
        });
        return command;
    }
}
