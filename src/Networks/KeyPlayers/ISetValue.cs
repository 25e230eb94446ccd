using Plumbline.Networks.Graphs;

namespace Plumbline.Networks.KeyPlayers;

/// <summary>Values sets of vertices for one aim. Holds scratch memory: one a thread.</summary>
internal interface ISetValue
{
    /// <summary>About how many elementary steps a set of k takes.</summary>
    long Cost(int k);

    /// <param name="set">Distinct vertices inside.</param>
    double Of(ReadOnlySpan<int> set);

    /// <summary>No set of k can have a value above this.</summary>
    /// <param name="k">Size.</param>
    /// <param name="allowed">Who may be chosen.</param>
    /// <param name="met">A set of k that was found.</param>
    double Bound(int k, ReadOnlySpan<int> allowed, ReadOnlySpan<int> met);

    public static ISetValue For(KeyPlayerAim aim, GraphSnapshot graph, CancellationToken ct) => aim switch
    {
        KeyPlayerAim.Fragment => new FragmentValue(graph),
        KeyPlayerAim.FragmentDistance => new FragmentDistanceValue(graph),
        KeyPlayerAim.ReachOne => new ReachValue(graph, 1, ct),
        KeyPlayerAim.ReachTwo => new ReachValue(graph, 2, ct),
        KeyPlayerAim.ReachDistance => new ReachDistanceValue(graph, ct),
        _ => new MonitorValue(graph),
    };
}
