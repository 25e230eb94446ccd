using System.CommandLine;
using System.Globalization;
using Plumbline.Core;
using Plumbline.Networks.Files;
using Plumbline.Networks.Graphs;
using Plumbline.Networks.Measures;

namespace Plumbline.Cli.Networks;

/// <summary><c>plumbline network brokers EDGES --groups FILE --column NAME</c>: who stands between groups, and whether ties stay inside them.</summary>
internal static class NetworkBrokers
{
    private static readonly Option<string> Groups = new("--groups") { Description = "CSV with id and the column that names the group of each", Required = true };
    private static readonly Option<string> Column = new("--column") { Description = "The column of groups: cells, towns, tasks; never what a person believes or descends from", DefaultValueFactory = _ => "group" };

    public static Command Make()
    {
        var command = new Command("brokers", "Gould and Fernandez's roles between groups; writes id,group,coordinator,itinerant,gatekeeper,representative,liaison,total") { Groups, Column };
        NetworkFile.AddTo(command);
        command.Computes(async (parsed, ct) =>
        {
            var json = parsed.GetValue(CommandLine.Json);
            var read = NamedGraph.Read(parsed, parsed.GetValue(NetworkFile.Weight), parsed.GetValue(NetworkFile.Directed), ct);
            if (read is not Outcome<NamedGraph>.Done { Value: var named }) return EngineRun.Declined(json, read.Why);
            using var owned = named;
            var columns = VertexTable.Read(parsed.GetValue(Groups)!, named, [parsed.GetValue(Column)!], [], ct);
            if (columns is not Outcome<VertexColumns>.Done { Value: var table }) return EngineRun.Declined(json, columns.Why);
            var graph = named.Graph;
            var (group, texts) = table.Groups(parsed.GetValue(Column)!);
            var inside = new int[group.Length];
            for (var outer = 0; outer < group.Length; outer++) inside[graph.Inside(outer)] = group[outer];
            var roles = Brokerage.Of(graph, inside, ct);
            await Table.Give(json, [["id", "group", "coordinator", "itinerant", "gatekeeper", "representative", "liaison", "total"], .. named.Ids.Select((id, outer) => Row(id, texts[group[outer]], roles, graph, outer))], ct);
            await Console.Error.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{texts.Count} groups; assortativity by group {Assortativity.ByGroup(graph, inside, ct):F4}, by degree {Assortativity.ByDegree(graph, ct):F4}. It describes the recorded ties, not a person."));
            return new EngineRun(Answer.Done, graph.VertexCount, "network brokers");
        });
        return command;
    }

    private static string[] Row(string id, string group, Brokerage roles, GraphSnapshot graph, int outer)
    {
        var vertex = graph.Inside(outer);
        long[] counts = [roles.Coordinator[vertex], roles.Itinerant[vertex], roles.Gatekeeper[vertex], roles.Representative[vertex], roles.Liaison[vertex]];
        return [id, group, .. counts.Select(Table.Text), Table.Text(counts.Sum())];
    }
}
