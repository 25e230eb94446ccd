using System.CommandLine;
using Plumbline.Core;
using Plumbline.Networks.Motifs;

namespace Plumbline.Cli.Networks;

/// <summary><c>plumbline network motifs EDGES --time COLUMN --within SPAN</c>: in which patterns contacts follow each other.</summary>
internal static class NetworkMotifs
{
    private static readonly Option<string> Time = new("--time") { Description = "Column of times: numbers, 0 or more, such as seconds or days", Required = true };
    private static readonly Option<double> Within = new("--within") { Description = "The first and the third contact are at most so far apart, in the unit of the times", Required = true };
    private static readonly Option<int> Deals = new("--deals") { Description = "How often times are dealt anew among the contacts, to see what chance gives", DefaultValueFactory = _ => 20 };
    private static readonly Option<ulong> Seed = new("--seed") { Description = "Where chance begins", DefaultValueFactory = _ => 1 };

    public static Command Make()
    {
        var command = new Command("motifs", "Patterns of three contacts within a span of time; writes pattern,count,expected,spread,share_at_least") { Time, Within, Deals, Seed };
        NetworkFile.AddTo(command);
        command.Computes(async (parsed, ct) =>
        {
            var json = parsed.GetValue(CommandLine.Json);
            if (!(parsed.GetValue(Within) >= 0) || parsed.GetValue(Deals) < 0) return EngineRun.Declined(json, new("network.span", "A span of time and a number of deals are not negative."));
            var read = NetworkFile.Read(parsed, parsed.GetValue(Time), ct);
            if (read is not Outcome<NetworkFile>.Done { Value: var file }) return EngineRun.Declined(json, read.Why);
            var contacts = new Contact[file.Ties.Count];
            for (var at = 0; at < contacts.Length; at++) contacts[at] = new(file.Ties.Sources[at], file.Ties.Targets[at], file.Ties.Weights[at]);
            var found = TemporalMotifs.Of(contacts, parsed.GetValue(Within), ct);
            var dealt = TemporalMotifs.Shuffled(contacts, parsed.GetValue(Within), parsed.GetValue(Deals), parsed.GetValue(Seed), NetworkFile.Effort(parsed), ct);
            await Table.Give(json, [["pattern", "count", "expected", "spread", "share_at_least"], .. TemporalMotifs.Names.Select((name, at) => Row(name, found.Count[at], [.. dealt.Select(one => (double)one.Count[at])]))], ct);
            await Console.Error.WriteLineAsync($"{contacts.Length:N0} contacts, seed {parsed.GetValue(Seed)}, {dealt.Count} deals. A pattern in the recorded contacts; it says nothing of what they were about.");
            return new EngineRun(Answer.Done, contacts.Length, "network motifs");
        });
        return command;
    }

    /// <summary>Beside the count its mean and standard deviation over the deals, and the share of deals that reach it.</summary>
    private static string[] Row(string name, long count, double[] dealt)
    {
        if (dealt.Length == 0) return [name, Table.Text(count), "", "", ""];
        var mean = dealt.Average();
        var spread = Math.Sqrt(dealt.Sum(one => (one - mean) * (one - mean)) / Math.Max(1, dealt.Length - 1));
        return [name, Table.Text(count), Table.Text(Math.Round(mean, 6)), Table.Text(Math.Round(spread, 6)), Table.Text(Math.Round(dealt.Count(one => one >= count) / (double)dealt.Length, 6))];
    }
}
