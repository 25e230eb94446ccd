namespace Plumbline.Networks.Disruption;

/// <summary>In what order vertices are taken out of a network, in thought. Of equals the first of the input.</summary>
public enum DisruptionStrategy
{
    /// <summary>By chance: what the others must beat.</summary>
    Chance,

    /// <summary>By degree as it was at the beginning.</summary>
    DegreeStatic,

    /// <summary>By degree as it is now.</summary>
    Degree,

    /// <summary>By betweenness as it was at the beginning.</summary>
    BetweennessStatic,

    /// <summary>By betweenness as it is now: the strongest simple one, and the dearest. Small networks.</summary>
    Betweenness,

    /// <summary>By collective influence with balls of radius two; by degree once all have none. Morone and Makse, Nature 524, 2015.</summary>
    CollectiveInfluence,

    /// <summary>By degree inside the 2-core; by degree once there is none. Zdeborová, Zhang and Zhou, Scientific Reports 6, 2016.</summary>
    CoreHighDegree,

    /// <summary>Generalised dismantling: cut the largest component in two where that costs least, take the cheapest cover of the cut, again. Ren et al., PNAS 116, 2019.</summary>
    Generalised,

    /// <summary>Those who join communities, by betweenness; then by degree. da Cunha, González-Avella and Gonçalves, PLoS ONE 10, 2015.</summary>
    Modules,

    /// <summary>By the roles asked for, in their order, by degree within a role; then by degree.</summary>
    Roles,
}

/// <summary>What may be done, and at what cost. Arrays are by vertex of the input, or empty.</summary>
/// <param name="Strategy">The order.</param>
/// <param name="Costs">What removing a vertex costs, greater than 0: evidence needed, legal grounds, risk; empty: 1 each. Strategies with a score take the greatest score by cost.</param>
/// <param name="Forbidden">Who must not be removed: children, the protected; empty: nobody.</param>
/// <param name="Budget">What all removals may cost together.</param>
/// <param name="Roles">The number of the role of each vertex; -1 for none; empty: no roles.</param>
/// <param name="RolesFirst">Role numbers in the order in which <see cref="DisruptionStrategy.Roles"/> takes them.</param>
/// <param name="Seed">Where chance begins.</param>
public sealed record DisruptionPlan(DisruptionStrategy Strategy, double[] Costs, bool[] Forbidden, double Budget, int[] Roles, int[] RolesFirst, ulong Seed = 1)
{
    /// <summary>All may go, each at cost 1, without limit.</summary>
    public static DisruptionPlan Of(DisruptionStrategy strategy) => new(strategy, [], [], double.PositiveInfinity, [], []);

    internal double Cost(int vertex) => Costs.Length == 0 ? 1 : Costs[vertex];

    internal bool May(int vertex) => Forbidden.Length == 0 || !Forbidden[vertex];
}
