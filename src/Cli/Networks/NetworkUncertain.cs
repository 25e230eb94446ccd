using System.CommandLine;
using System.Globalization;
using Plumbline.Core;
using Plumbline.Networks.Uncertainty;

namespace Plumbline.Cli.Networks;

/// <summary><c>plumbline network uncertain EDGES --prob COLUMN</c>: measures over the worlds in which each tie exists or not.</summary>
internal static class NetworkUncertain
{
    private const int Told = 5;

    private static readonly Option<string> Chance = new("--prob") { Description = "Column of the chance, 0 to 1, that a tie exists", Required = true };
    private static readonly Option<int> Worlds = new("--worlds") { Description = "Worlds drawn where more than 20 ties are uncertain; else all are gone through", DefaultValueFactory = _ => 1000 };
    private static readonly Option<int> Top = new("--top") { Description = "How many stand in the top", DefaultValueFactory = _ => 1 };
    private static readonly Option<ulong> Seed = new("--seed") { Description = "Where chance begins", DefaultValueFactory = _ => 1 };
    private static readonly Option<bool> Sampled = new("--sampled") { Description = "Draw worlds even where all could be gone through" };

    public static Command Make()
    {
        var command = new Command("uncertain", "Expected measures where ties are uncertain; writes id,E_degree,E_betweenness,SD_betweenness,SE_betweenness,p5_betweenness,p95_betweenness,E_harmonic,P_top_betweenness,E_component_size,P_connected_to_first,P_articulation") { Chance, Worlds, Top, Seed, Sampled };
        NetworkFile.AddTo(command);
        command.Computes(async (parsed, ct) =>
        {
            var json = parsed.GetValue(CommandLine.Json);
            if (parsed.GetValue(Worlds) < 1 || parsed.GetValue(Top) < 1) return EngineRun.Declined(json, new("network.worlds", "At least one world and one in the top."));
            var read = NamedGraph.Read(parsed, parsed.GetValue(Chance), false, ct);
            if (read is not Outcome<NamedGraph>.Done { Value: var named }) return EngineRun.Declined(json, read.Why);
            using var owned = named;
            var measured = PossibleWorlds.Measure(named.Graph, new(named.Graph.Weights.ToArray(), parsed.GetValue(Worlds), parsed.GetValue(Seed), parsed.GetValue(Top), WithCuts: true, parsed.GetValue(Sampled) ? 0 : 20), NetworkFile.Effort(parsed), ct);
            if (measured is not Outcome<WorldsAnswer>.Done { Value: var found }) return EngineRun.Declined(json, measured.Why);
            var ids = named.Ids;
            if (json)
                Answer.Give(true, new { found.Exact, found.Worlds, found.LargestComponent, leader = ids.Length == 0 ? null : ids[found.Leader], vertices = found.Vertices.Select((vertex, at) => new { id = ids[at], measures = vertex, standardError = found.Error(at) }), swings = found.Swings.Select(swing => new { from = ids[swing.From], to = ids[swing.To], swing.Swing }) }, () => []);
            else
                await Table.Write(found.Vertices.Select((vertex, at) => Row(ids[at], vertex, found.Error(at))).Prepend(["id", "E_degree", "E_betweenness", "SD_betweenness", "SE_betweenness", "p5_betweenness", "p95_betweenness", "E_harmonic", "P_top_betweenness", "E_component_size", "P_connected_to_first", "P_articulation"]), ct);
            await Console.Error.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{(found.Exact ? "every one" : "drawn")} of {found.Worlds} worlds; expected largest component {found.LargestComponent:F6}. It describes the recorded ties, not a person."));
            foreach (var swing in found.Swings.Take(Told))
                await Console.Error.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"tie {ids[swing.From]} {ids[swing.To]}: moves the chance that {ids[found.Leader]} is in the top by {swing.Swing:+0.000;-0.000}"));
            return new EngineRun(Answer.Done, ids.Length, "network uncertain");
        });
        return command;
    }

    private static string[] Row(string id, VertexOverWorlds vertex, double error) =>
    [
        id, .. new[] { vertex.Degree, vertex.Betweenness, vertex.BetweennessDeviation, error, vertex.BetweennessLow, vertex.BetweennessHigh, vertex.Harmonic, vertex.InTop, vertex.ComponentSize, vertex.WithFirst, vertex.IsCut }.Select(Table.Text),
    ];
}
