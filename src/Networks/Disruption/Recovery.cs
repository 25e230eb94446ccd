using Plumbline.Networks.Chance;
using Plumbline.Networks.Graphs;
using Plumbline.Networks.Measures;

namespace Plumbline.Networks.Disruption;

/// <summary>How those who lost a neighbour look for another, among the living whom they have no tie with and, where roles are known, who have the role that was lost.</summary>
public enum RecoveryRule
{
    /// <summary>They do not.</summary>
    None,

    /// <summary>By fame: with chances in proportion to degree plus one.</summary>
    ByDegree,

    /// <summary>By trust: with chances in proportion to 1/distance; who is out of reach counts as n steps away.</summary>
    ByDistance,

    /// <summary>By need: anyone with the role, evenly.</summary>
    ByRole,
}

/// <summary>How recovery is played.</summary>
/// <param name="Rule">Whom the bereaved turn to.</param>
/// <param name="Chance">That one who lost a neighbour finds a replacement within a step, in [0, 1].</param>
/// <param name="Every">A removal every so many steps, 1 or more.</param>
/// <param name="Steps">How many steps are played.</param>
/// <param name="Runs">How often, 1 or more.</param>
public sealed record RecoveryPlan(RecoveryRule Rule, double Chance, int Every, int Steps, int Runs);

/// <summary>A number over many runs.</summary>
/// <param name="Mean">Arithmetic mean.</param>
/// <param name="Low">5th percentile (nearest rank).</param>
/// <param name="High">95th percentile (nearest rank).</param>
public readonly record struct Spread(double Mean, double Low, double High)
{
    /// <summary>Of one or more numbers, which are sorted in place.</summary>
    public static Spread Of(double[] values)
    {
        Array.Sort(values);
        var sum = 0.0;
        foreach (var value in values) sum += value;
        return new(sum / values.Length, Rank(0.05), Rank(0.95));

        double Rank(double share) => values[Math.Clamp((int)Math.Ceiling(share * values.Length) - 1, 0, values.Length - 1)];
    }
}

/// <summary>What may become of a network under removals and recovery, step by step; the first entry is before the first.</summary>
/// <param name="Largest">Size of the largest component as a share of the vertices at the beginning.</param>
/// <param name="Efficiency">Global efficiency over the vertices at the beginning, in [0, 1].</param>
/// <param name="Roles">Share of the roles held at the beginning that someone in the largest component holds; empty without roles.</param>
/// <param name="Spent">What removals have cost so far.</param>
public sealed record DisruptionForecast(Spread[] Largest, Spread[] Efficiency, Spread[] Roles, Spread[] Spent);

/// <summary>Removals and recovery, played many times. Draws are addressed by run, step and vertex, so that strategies and rules are compared under the same luck.</summary>
/// <remarks>After Duijn, Kashirin and Sloot, "The relative ineffectiveness of criminal network disruption", Scientific Reports 4, 2014.</remarks>
public static class Recovery
{
    /// <param name="graph">Direction is dropped.</param>
    /// <param name="removal">Who is removed.</param>
    /// <param name="recovery">How the rest recovers.</param>
    /// <param name="effort">A run is done by one thread.</param>
    /// <param name="ct">Checked at every step.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number of the plan is outside its range.</exception>
    public static DisruptionForecast Play(GraphSnapshot graph, DisruptionPlan removal, RecoveryPlan recovery, Effort effort, CancellationToken ct)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(recovery.Runs, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(recovery.Every, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(recovery.Steps);
        if (recovery.Chance is not (>= 0 and <= 1)) throw new ArgumentOutOfRangeException(nameof(recovery), "A chance lies in [0, 1].");
        var start = LivingGraph.Of(graph);
        var runs = new RecoveryRun[recovery.Runs];
        Chunks.Run(recovery.Runs, effort, run =>
        {
            runs[run] = new(start.Copy(), removal, recovery, (ulong)run);
            runs[run].Play(graph, ct);
        }, ct);
        return new(Over(run => run.Largest), Over(run => run.Efficiency), removal.Roles.Length == 0 ? [] : Over(run => run.Roles), Over(run => run.Spent));

        Spread[] Over(Func<RecoveryRun, List<double>> what) => [.. Enumerable.Range(0, recovery.Steps + 1).Select(step => Spread.Of([.. runs.Select(run => what(run)[step])]))];
    }
}

/// <summary>One run.</summary>
internal sealed class RecoveryRun(LivingGraph graph, DisruptionPlan removal, RecoveryPlan recovery, ulong run)
{
    private readonly List<(int Who, int Role)> bereaved = [];
    private readonly int[] distances = new int[graph.Count];

    public List<double> Largest { get; } = [];

    public List<double> Efficiency { get; } = [];

    public List<double> Roles { get; } = [];

    public List<double> Spent { get; } = [];

    public void Play(GraphSnapshot start, CancellationToken ct)
    {
        var removing = Removing.By(graph, start, removal, run, ct);
        var roles = Held(Enumerable.Range(0, graph.Count));
        Note(0, roles);
        for (var step = 1; step <= recovery.Steps; step++)
        {
            ct.ThrowIfCancellationRequested();
            var spent = Spent[^1];
            if ((step - 1) % recovery.Every == 0 && removing.Next(removal.Budget - spent, ct) is >= 0 and var vertex)
            {
                foreach (var other in graph.Near(vertex))
                    if (graph.Lives(other)) bereaved.Add((other, Role(vertex)));
                graph.Remove(vertex);
                removing.Removed(vertex);
                spent += removal.Cost(vertex);
            }
            Recover(removing, step);
            Note(spent, roles);
        }
    }

    private void Recover(Removing removing, int step)
    {
        if (recovery.Rule == RecoveryRule.None) return;
        for (var at = 0; at < bereaved.Count;)
        {
            var (who, role) = bereaved[at];
            var stream = (run << 32) | (uint)step;
            var found = -1;
            if (graph.Lives(who) && SeededChance.Unit(SeededChance.At(removal.Seed, stream, (2UL * (uint)who) + 2)) < recovery.Chance)
                found = Replacement(who, role, SeededChance.Unit(SeededChance.At(removal.Seed, stream, (2UL * (uint)who) + 3)));
            if (found >= 0)
            {
                graph.Join(who, found);
                removing.Joined(who, found);
            }
            if (found >= 0 || !graph.Lives(who)) bereaved.RemoveAt(at);
            else at++;
        }
    }

    private int Replacement(int who, int role, double draw)
    {
        var weights = new double[graph.Count];
        var sum = 0.0;
        if (recovery.Rule == RecoveryRule.ByDistance)
        {
            Array.Fill(distances, graph.Count);
            graph.Walk(who, distances);
        }
        for (var other = 0; other < weights.Length; other++)
        {
            if (other == who || !graph.Lives(other) || (role >= 0 && Role(other) != role) || graph.Tied(who, other)) continue;
            weights[other] = recovery.Rule switch
            {
                RecoveryRule.ByDegree => graph.Degree(other) + 1,
                RecoveryRule.ByDistance => 1.0 / distances[other],
                _ => 1,
            };
            sum += weights[other];
        }
        if (sum == 0) return -1;
        var (left, last) = (draw * sum, -1);
        for (var other = 0; other < weights.Length; other++)
        {
            if (weights[other] == 0) continue;
            last = other;
            if ((left -= weights[other]) < 0) break;
        }
        return last;
    }

    private void Note(double spent, HashSet<int> roles)
    {
        var largest = graph.Largest();
        Largest.Add(graph.Count == 0 ? 0 : largest.Length / (double)graph.Count);
        Efficiency.Add(graph.Efficiency());
        Roles.Add(roles.Count == 0 ? 0 : Held(largest).Count / (double)roles.Count);
        Spent.Add(spent);
    }

    private HashSet<int> Held(IEnumerable<int> vertices) => [.. vertices.Select(Role).Where(role => role >= 0)];

    private int Role(int vertex) => removal.Roles.Length == 0 ? -1 : removal.Roles[vertex];
}
