using System.CommandLine;
using System.Globalization;
using Plumbline.Core;
using Plumbline.Networks.Uncertainty;

namespace Plumbline.Cli.Networks;

/// <summary><c>plumbline network survive EDGES --missing 0.2</c>: would the ranking stand if part of the ties had gone unseen?</summary>
internal static class NetworkSurvive
{
    private const int Largest = 2_000;

    private static readonly Option<double> Missing = new("--missing") { Description = "The share of all ties that went unseen, 0 to below 1", DefaultValueFactory = _ => 0.2 };
    private static readonly Option<string> Model = new("--model") { Description = "even: anywhere; closure: between those with neighbours in common", DefaultValueFactory = _ => "even" };
    private static readonly Option<int> Top = new("--top") { Description = "How many stand in the top by betweenness", DefaultValueFactory = _ => 5 };
    private static readonly Option<int> Draws = new("--draws") { Description = "How many supposed networks are drawn", DefaultValueFactory = _ => 500 };
    private static readonly Option<ulong> Seed = new("--seed") { Description = "Where chance begins", DefaultValueFactory = _ => 1 };

    public static Command Make()
    {
        var command = new Command("survive", "Whether the ranking by betweenness would survive ties that nobody saw; writes id,share_in_top") { Missing, Model, Top, Draws, Seed };
        NetworkFile.AddTo(command);
        command.Computes(async (parsed, ct) =>
        {
            var json = parsed.GetValue(CommandLine.Json);
            if (parsed.GetValue(Missing) is not (>= 0 and < 1)) return EngineRun.Declined(json, new("network.missing", "The share of ties unseen lies in 0 to below 1."));
            if (!Enum.TryParse<UnseenModel>(parsed.GetValue(Model), ignoreCase: true, out var model)) return EngineRun.Declined(json, new("network.model", "Unseen ties are supposed even or closure."));
            if (parsed.GetValue(Draws) < 1 || parsed.GetValue(Top) < 1) return EngineRun.Declined(json, new("network.worlds", "At least one draw and one in the top."));
            var read = NamedGraph.Read(parsed, parsed.GetValue(NetworkFile.Weight), false, ct);
            if (read is not Outcome<NamedGraph>.Done { Value: var named }) return EngineRun.Declined(json, read.Why);
            using var owned = named;
            if (named.Graph.VertexCount > Largest) return EngineRun.Declined(json, new("network.large", $"The network has {named.Graph.VertexCount} vertices; this is asked of up to {Largest}."));
            var found = UnseenTies.Of(named.Graph, parsed.GetValue(Missing), model, parsed.GetValue(Top), parsed.GetValue(Draws), parsed.GetValue(Seed), NetworkFile.Effort(parsed), ct);
            await Table.Give(json, [["id", "share_in_top"], .. named.Ids.Select((id, at) => (string[])[id, Table.Text(Math.Round(found.InTop[at], 6))])], ct);
            await Console.Error.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"With {found.Added} ties more ({parsed.GetValue(Missing):P0} unseen, {model.ToString().ToLowerInvariant()}), the first stays first in {found.TopStays:P1} of {parsed.GetValue(Draws)} draws, and {found.Overlap:P1} of the top stay in it. Seed {parsed.GetValue(Seed)}."));
            return new EngineRun(Answer.Done, named.Graph.VertexCount, "network survive");
        });
        return command;
    }
}
