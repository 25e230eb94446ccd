namespace Plumbline.Networks.KeyPlayers;

/// <summary>What a set of key players is wanted for. Each value lies in [0, 1]; more is better.</summary>
public enum KeyPlayerAim
{
    /// <summary>Fragmentation F: the share of pairs of the others that no path joins once the set is gone.</summary>
    Fragment,

    /// <summary>Distance-weighted fragmentation DF: 1 less the mean of 1/distance over pairs of the others once the set is gone.</summary>
    FragmentDistance,

    /// <summary>The share of the others whom the set reaches in one step.</summary>
    ReachOne,

    /// <summary>The share of the others whom the set reaches in at most two steps.</summary>
    ReachTwo,

    /// <summary>Distance-weighted reach: the mean over the others of 1/distance from the nearest of the set.</summary>
    ReachDistance,

    /// <summary>Monitoring: the share of ties that have an end in the set.</summary>
    Monitor,
}

/// <summary>What is looked for, and among whom.</summary>
/// <param name="Aim">What the set is wanted for.</param>
/// <param name="Size">k, 1 or more.</param>
/// <param name="Forbidden">By vertex inside who must not be chosen: children, the protected; empty: nobody.</param>
/// <param name="Seed">Where chance begins, in searches that are not exact.</param>
/// <param name="Work">About how many elementary steps an exact search may take; beyond that the search is by swaps.</param>
/// <param name="Alternatives">How many equally good sets are named at most.</param>
public sealed record KeyPlayerQuestion(KeyPlayerAim Aim, int Size, bool[] Forbidden, ulong Seed = 1, long Work = 4_000_000_000, int Alternatives = 20)
{
    /// <summary>A question without forbidden vertices.</summary>
    public static KeyPlayerQuestion Of(KeyPlayerAim aim, int size) => new(aim, size, []);
}

/// <summary>Key players: the set that serves an aim best. A statement about the recorded ties, never about a person's guilt or importance.</summary>
/// <param name="Value">What the best set reaches.</param>
/// <param name="Sets">Sets that reach it, each by rising number in the input, as numbers of the input; in lexical order, at most as many as asked for.</param>
/// <param name="Equal">How many sets reach it; of a search by swaps, how many distinct ones it met.</param>
/// <param name="Exact">Whether every set was looked at.</param>
/// <param name="Bound">No set can reach more than this; the value itself where exact.</param>
/// <param name="Examined">How many sets were valued.</param>
public sealed record KeyPlayerAnswer(double Value, IReadOnlyList<int[]> Sets, long Equal, bool Exact, double Bound, long Examined);
