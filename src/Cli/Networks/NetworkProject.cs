using System.CommandLine;
using Plumbline.Core;
using Plumbline.Networks.Files;
using Plumbline.Networks.TwoModes;

namespace Plumbline.Cli.Networks;

/// <summary><c>plumbline network project EDGES</c>: who shares an occasion with whom.</summary>
internal static class NetworkProject
{
    private static readonly Option<string> Onto = new("--onto") { Description = "source or target: which column names the members; the other names the occasions", DefaultValueFactory = _ => "source" };
    private static readonly Option<int> Most = new("--most") { Description = "Occasions with more members are left out, and told", DefaultValueFactory = _ => 1000 };
    private static readonly Option<long> MostPairs = new("--most-pairs") { Description = "Where more pairs would come of it, nothing is written", DefaultValueFactory = _ => 20_000_000 };

    public static Command Make()
    {
        var command = new Command("project", "A network of two modes projected onto one; writes source,target,shared,weight. weight is the sum of 1 / (members - 1) over what is shared") { Onto, Most, MostPairs };
        NetworkFile.AddTo(command);
        command.Computes(async (parsed, ct) =>
        {
            var json = parsed.GetValue(CommandLine.Json);
            if (parsed.GetValue(Onto) is not ("source" or "target")) return EngineRun.Declined(json, new("network.onto", "Members are in the column source or target."));
            if (parsed.GetValue(Most) < 1) return EngineRun.Declined(json, new("network.most", "At least one member."));
            var read = NetworkFile.Read(parsed, ct);
            if (read is not Outcome<NetworkFile>.Done { Value: var file }) return EngineRun.Declined(json, read.Why);
            var projected = Projected(file.Ties, parsed.GetValue(Onto) == "source", parsed.GetValue(Most), parsed.GetValue(MostPairs), ct);
            if (projected is not Outcome<TwoModeProjection>.Done { Value: var found }) return EngineRun.Declined(json, projected.Why);
            var names = file.Ties.Names;
            await Table.Give(json, [["source", "target", "shared", "weight"], .. found.From.Select((from, at) => (string[])[names[from], names[found.To[at]], Table.Text(found.Shared[at]), Table.Text(found.Weight[at])])], ct);
            await Console.Error.WriteLineAsync($"{found.From.Length:N0} pairs share an occasion; {found.LeftOut.Length:N0} occasions of more than {parsed.GetValue(Most):N0} members were left out{(found.LeftOut.Length == 0 ? "" : ": " + string.Join(", ", found.LeftOut.Take(10).Select(one => names[one])))}. To share an occasion is not to know each other.");
            return new EngineRun(Answer.Done, found.From.Length, "network project");
        });
        return command;
    }

    private static Outcome<TwoModeProjection> Projected(EdgeList ties, bool ontoSource, int most, long mostPairs, CancellationToken ct) => ontoSource
        ? TwoModeProjection.Of(ties.Names.Count, ties.Sources, ties.Targets, most, mostPairs, ct)
        : TwoModeProjection.Of(ties.Names.Count, ties.Targets, ties.Sources, most, mostPairs, ct);
}
