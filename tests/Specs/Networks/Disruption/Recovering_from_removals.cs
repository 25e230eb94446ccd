using CsCheck;
using Plumbline.Networks.Disruption;
using Plumbline.Networks.Measures;

namespace Plumbline.Specs.Networks.Disruption;

public sealed class Recovering_from_removals
{
    private static readonly RecoveryRule[] Rules = Enum.GetValues<RecoveryRule>();

    [Fact]
    public void Is_the_same_with_one_thread_and_with_two_and_keeps_within_its_ranges() => Gen.Select(Drawn.Ties(14, 28), Gen.OneOfConst(Rules), Gen.Int[0, 2].Array[14]).Sample((ties, rule, roles) =>
    {
        using var graph = Drawn.Graph(14, ties);
        var plan = DisruptionPlan.Of(DisruptionStrategy.Degree) with { Roles = roles };
        var recovery = new RecoveryPlan(rule, 0.5, 2, 8, 20);
        var (one, two) = (Recovery.Play(graph, plan, recovery, Effort.Single, default), Recovery.Play(graph, plan, recovery, new(2), default));
        Assert.Equal(one.Largest, two.Largest);
        Assert.Equal(one.Efficiency, two.Efficiency);
        Assert.Equal(one.Roles, two.Roles);
        Assert.Equal(9, one.Largest.Length);
        Assert.All(one.Largest.Concat(one.Efficiency).Concat(one.Roles), spread => Assert.True(spread.Low >= 0 && spread.Low <= spread.High && spread.High <= 1 + 1e-12));
        Assert.Equal(new Spread(4, 4, 4), one.Spent[^1]);
    }, iter: 30);

    [Fact]
    public void Keeps_a_hub_and_spokes_together_that_would_fall_apart_without()
    {
        using var star = Drawn.Graph(9, [.. Enumerable.Range(1, 8).Select(vertex => (0, vertex, 1))]);
        var plan = DisruptionPlan.Of(DisruptionStrategy.Degree) with { Budget = 1 };
        var without = Recovery.Play(star, plan, new(RecoveryRule.None, 1, 1, 3, 10), Effort.Single, default);
        var with = Recovery.Play(star, plan, new(RecoveryRule.ByDegree, 1, 1, 3, 10), Effort.Single, default);
        Assert.Equal(1 / 9.0, without.Largest[^1].Mean, 1e-12);
        Assert.True(with.Largest[^1].Mean > 0.5, $"{with.Largest[^1]}");
        Assert.Equal(without.Largest[0], with.Largest[0]);
    }

    [Fact]
    public void Finds_no_replacement_where_nobody_has_the_role_that_was_lost()
    {
        using var star = Drawn.Graph(5, (0, 1), (0, 2), (0, 3), (0, 4));
        var plan = DisruptionPlan.Of(DisruptionStrategy.Degree) with { Budget = 1, Roles = [7, 1, 1, 1, 1] };
        var forecast = Recovery.Play(star, plan, new(RecoveryRule.ByRole, 1, 1, 4, 5), Effort.Single, default);
        Assert.Equal(0.2, forecast.Largest[^1].Mean, 1e-12);
        Assert.Equal(0.5, forecast.Roles[^1].Mean, 1e-12);
    }

    [Fact]
    public void Without_recovery_goes_the_way_of_dismantling() => Drawn.Ties(12, 24).Sample(ties =>
    {
        using var graph = Drawn.Graph(12, ties);
        var plan = DisruptionPlan.Of(DisruptionStrategy.CoreHighDegree);
        var forecast = Recovery.Play(graph, plan, new(RecoveryRule.None, 0, 1, 12, 1), Effort.Single, default);
        Assert.Equal(Dismantling.Of(graph, plan, null, default).Largest.Select(size => size / 12.0), forecast.Largest[1..].Select(spread => spread.Mean));
    }, iter: 50);
}
