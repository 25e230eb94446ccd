using System.CommandLine;
using Plumbline.Core;
using Plumbline.Networks.KeyPlayers;

namespace Plumbline.Cli.Networks;

/// <summary><c>plumbline network keyplayers EDGES --aim … --size K</c>: the set that serves an aim best, with the equal ones.</summary>
internal static class NetworkKeyPlayers
{
    private static readonly (string Name, KeyPlayerAim Aim)[] Aims =
    [
        ("neg_F", KeyPlayerAim.Fragment), ("neg_DF", KeyPlayerAim.FragmentDistance), ("pos_reach1", KeyPlayerAim.ReachOne),
        ("pos_reach2", KeyPlayerAim.ReachTwo), ("pos_RD", KeyPlayerAim.ReachDistance), ("monitor", KeyPlayerAim.Monitor),
    ];

    private static readonly Option<string[]> Aim = new("--aim") { Description = $"Some of {string.Join(", ", Aims.Select(aim => aim.Name))}; else all", AllowMultipleArgumentsPerToken = true };
    private static readonly Option<int> Size = new("--size") { Description = "How many", DefaultValueFactory = _ => 1 };
    private static readonly Option<string[]> Forbidden = new("--forbid") { Description = "Ids that must not be chosen", AllowMultipleArgumentsPerToken = true };
    private static readonly Option<ulong> Seed = new("--seed") { Description = "Where chance begins, where not every set can be tried", DefaultValueFactory = _ => 1 };

    public static Command Make()
    {
        var command = new Command("keyplayers", "Key players: sets that fragment, reach or monitor; writes criterion,k,best_value,first_best_set_ids,equal,exact,bound") { Aim, Size, Forbidden, Seed };
        NetworkFile.AddTo(command);
        command.Computes(async (parsed, ct) =>
        {
            var json = parsed.GetValue(CommandLine.Json);
            string[] names = parsed.GetValue(Aim) is { Length: > 0 } given ? [.. given.SelectMany(one => one.Split(','))] : [.. Aims.Select(aim => aim.Name)];
            if (names.FirstOrDefault(name => Aims.All(aim => aim.Name != name)) is { } unknown) return EngineRun.Declined(json, new("network.aim", $"There is no aim \"{unknown}\"; there are {string.Join(", ", Aims.Select(aim => aim.Name))}."));
            var read = NamedGraph.Read(parsed, null, parsed.GetValue(NetworkFile.Directed), ct);
            if (read is not Outcome<NamedGraph>.Done { Value: var named }) return EngineRun.Declined(json, read.Why);
            using var owned = named;
            var marks = named.Marks(parsed.GetValue(Forbidden));
            if (marks is not Outcome<bool[]>.Done { Value: var forbidden }) return EngineRun.Declined(json, marks.Why);
            bool[] inside = forbidden.Length == 0 ? [] : [.. Enumerable.Range(0, forbidden.Length).Select(vertex => forbidden[named.Graph.Outside(vertex)])];
            var found = new List<(string Name, KeyPlayerAnswer Answer)>();
            foreach (var name in names)
            {
                var answer = KeyPlayerSearch.Find(named.Graph, new(Aims.First(aim => aim.Name == name).Aim, parsed.GetValue(Size), inside, parsed.GetValue(Seed)), NetworkFile.Effort(parsed), ct);
                if (answer is not Outcome<KeyPlayerAnswer>.Done { Value: var done }) return EngineRun.Declined(json, answer.Why);
                found.Add((name, done));
            }
            string Set(int[] set) => string.Join(' ', set.Select(vertex => named.Ids[vertex]));
            if (json)
                Answer.Give(true, found.Select(one => new { criterion = one.Name, k = parsed.GetValue(Size), value = one.Answer.Value, sets = one.Answer.Sets.Select(set => set.Select(vertex => named.Ids[vertex])), one.Answer.Equal, one.Answer.Exact, one.Answer.Bound, one.Answer.Examined }), () => []);
            else
            {
                await Table.Write([["criterion", "k", "best_value", "first_best_set_ids", "equal", "exact", "bound"],
                    .. found.Select(one => (string[])[one.Name, Table.Text(parsed.GetValue(Size)), Table.Text(one.Answer.Value), Set(one.Answer.Sets[0]), Table.Text(one.Answer.Equal), one.Answer.Exact ? "1" : "0", Table.Text(one.Answer.Bound)])], ct);
                foreach (var (name, answer) in found.Where(one => one.Answer.Equal > 1))
                    await Console.Error.WriteLineAsync($"{name}: {answer.Equal} sets are equal: {string.Join(" | ", answer.Sets.Select(Set))}{(answer.Equal > answer.Sets.Count ? " | …" : "")}");
            }
            await Console.Error.WriteLineAsync("It describes the recorded ties, not a person.");
            return new EngineRun(Answer.Done, named.Ids.Length, "network keyplayers");
        });
        return command;
    }
}
