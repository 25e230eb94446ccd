using System.CommandLine;
using System.Globalization;
using Plumbline.Core;
using Plumbline.Networks.Disruption;
using Plumbline.Networks.Measures;

namespace Plumbline.Cli.Networks;

/// <summary><c>plumbline network dismantle EDGES --strategy …</c>: what would remain if vertices were taken out, with or without recovery.</summary>
internal static class NetworkDismantle
{
    private const int Draws = 20;
    private const int Told = 10;
    private const int Large = 2_000;

    private static readonly (string Name, DisruptionStrategy Strategy, bool Cheap)[] Strategies =
    [
        ("HDA", DisruptionStrategy.Degree, true), ("CoreHD", DisruptionStrategy.CoreHighDegree, true), ("betweenness_adaptive", DisruptionStrategy.Betweenness, false),
        ("CI_l2", DisruptionStrategy.CollectiveInfluence, false), ("betweenness_static", DisruptionStrategy.BetweennessStatic, false), ("degree_static", DisruptionStrategy.DegreeStatic, true),
        ("GND", DisruptionStrategy.Generalised, false), ("modules", DisruptionStrategy.Modules, false), ("random_mean", DisruptionStrategy.Chance, true),
    ];

    private static readonly Option<string[]> Strategy = new("--strategy") { Description = $"Some of {string.Join(", ", Strategies.Select(one => one.Name))}; else all that the size allows", AllowMultipleArgumentsPerToken = true };
    private static readonly Option<string[]> Forbidden = new("--forbid") { Description = "Ids that must not be removed", AllowMultipleArgumentsPerToken = true };
    private static readonly Option<double> Budget = new("--budget") { Description = "How many removals at most", DefaultValueFactory = _ => double.PositiveInfinity };
    private static readonly Option<double?> Reinsert = new("--reinsert") { Description = "Put back who is not needed to keep the largest component within this share" };
    private static readonly Option<string?> Recover = new("--recover") { Description = "Play recovery instead: none, degree, distance or random replacement; writes strategy,step,measure,mean,p5,p95" };
    private static readonly Option<double> Chance = new("--chance") { Description = "That a bereaved neighbour finds a replacement within a step", DefaultValueFactory = _ => 0.5 };
    private static readonly Option<int> Steps = new("--steps") { Description = "Steps played", DefaultValueFactory = _ => 20 };
    private static readonly Option<int> Every = new("--every") { Description = "A removal every so many steps", DefaultValueFactory = _ => 1 };
    private static readonly Option<int> Runs = new("--runs") { Description = "How often recovery is played", DefaultValueFactory = _ => 100 };
    private static readonly Option<ulong> Seed = new("--seed") { Description = "Where chance begins", DefaultValueFactory = _ => 1 };

    public static Command Make()
    {
        var command = new Command("dismantle", "Take vertices out, in thought: strategies compared; writes strategy,R,q_half,q_10pct,q_1pct,first_ten_ids") { Strategy, Forbidden, Budget, Reinsert, Recover, Chance, Steps, Every, Runs, Seed };
        NetworkFile.AddTo(command);
        command.Computes(async (parsed, ct) =>
        {
            var json = parsed.GetValue(CommandLine.Json);
            var read = NamedGraph.Read(parsed, null, parsed.GetValue(NetworkFile.Directed), ct);
            if (read is not Outcome<NamedGraph>.Done { Value: var named }) return EngineRun.Declined(json, read.Why);
            using var owned = named;
            var marks = named.Marks(parsed.GetValue(Forbidden));
            if (marks is not Outcome<bool[]>.Done { Value: var forbidden }) return EngineRun.Declined(json, marks.Why);
            string[] names = parsed.GetValue(Strategy) is { Length: > 0 } given ? [.. given.SelectMany(one => one.Split(','))] : [.. Strategies.Where(one => one.Cheap || named.Ids.Length <= Large).Select(one => one.Name)];
            if (names.FirstOrDefault(name => Strategies.All(one => one.Name != name)) is { } unknown) return EngineRun.Declined(json, new("network.strategy", $"There is no strategy \"{unknown}\"; there are {string.Join(", ", Strategies.Select(one => one.Name))}."));
            if (parsed.GetValue(Recover) is not (null or "none" or "degree" or "distance" or "random")) return EngineRun.Declined(json, new("network.recover", "Recovery is none, degree, distance or random."));
            if (parsed.GetValue(Chance) is not (>= 0 and <= 1) || parsed.GetValue(Steps) < 0 || parsed.GetValue(Every) < 1 || parsed.GetValue(Runs) < 1) return EngineRun.Declined(json, new("network.play", "A chance lies in [0, 1]; steps are 0 or more, runs and every 1 or more."));
            var effort = NetworkFile.Effort(parsed);
            var rows = new List<string[]> { parsed.GetValue(Recover) is null ? ["strategy", "R", "q_half", "q_10pct", "q_1pct", "first_ten_ids"] : ["strategy", "step", "measure", "mean", "p5", "p95"] };
            foreach (var name in names)
            {
                var plan = DisruptionPlan.Of(Strategies.First(one => one.Name == name).Strategy) with { Forbidden = forbidden, Budget = parsed.GetValue(Budget), Seed = parsed.GetValue(Seed) };
                rows.AddRange(parsed.GetValue(Recover) is null ? [Row(named, name, plan, parsed.GetValue(Reinsert), effort, ct)] : Played(named, name, plan, parsed, effort, ct));
            }
            await Table.Give(json, rows, ct);
            await Console.Error.WriteLineAsync("A thought about recorded ties: no advice to act against a person.");
            return new EngineRun(Answer.Done, named.Ids.Length, "network dismantle");
        });
        return command;
    }

    private static string[] Row(NamedGraph named, string name, DisruptionPlan plan, double? reinsert, Effort effort, CancellationToken ct)
    {
        if (plan.Strategy == DisruptionStrategy.Chance)
            return [name, Table.Text(Enumerable.Range(0, Draws).Average(draw => Dismantling.Of(named.Graph, plan with { Seed = plan.Seed + (ulong)draw }, null, ct).R)), "", "", "", ""];
        var found = Dismantling.Of(named.Graph, plan, effort.Progress, ct);
        if (reinsert is { } target) found = found.Reinserted(named.Graph, plan, target, ct);
        string To(double share) => found.RemovalsTo(share, named.Ids.Length)?.ToString(CultureInfo.InvariantCulture) ?? "";
        return [name, Table.Text(found.R), To(0.5), To(0.1), To(0.01), string.Join(' ', found.Order.Take(Told).Select(vertex => named.Ids[vertex]))];
    }

    private static IEnumerable<string[]> Played(NamedGraph named, string name, DisruptionPlan plan, ParseResult parsed, Effort effort, CancellationToken ct)
    {
        var rule = parsed.GetValue(Recover) switch
        {
            "degree" => RecoveryRule.ByDegree,
            "distance" => RecoveryRule.ByDistance,
            "random" => RecoveryRule.ByRole,
            _ => RecoveryRule.None,
        };
        var forecast = Recovery.Play(named.Graph, plan, new(rule, parsed.GetValue(Chance), parsed.GetValue(Every), parsed.GetValue(Steps), parsed.GetValue(Runs)), effort, ct);
        return from measure in new[] { ("largest", forecast.Largest), ("efficiency", forecast.Efficiency), ("removals", forecast.Spent) }
               from step in Enumerable.Range(0, measure.Item2.Length)
               let spread = measure.Item2[step]
               select (string[])[name, Table.Text(step), measure.Item1, Table.Text(Math.Round(spread.Mean, 9)), Table.Text(Math.Round(spread.Low, 9)), Table.Text(Math.Round(spread.High, 9))];
    }
}
