namespace Plumbline.Networks.Communities;

/// <summary>Room for the arcs of joined levels, used again by the level after the next and by every round: fresh memory costs more than what is written into it.</summary>
/// <remarks>Two places in turn, as a level is made from the one before it. One a run.</remarks>
internal sealed class ArcStore<T>
{
    private readonly (int[] Targets, T[] Weights)[] places = [([], []), ([], [])];
    private int next;

    /// <summary>What the last level but one lay in, or more.</summary>
    public (int[] Targets, T[] Weights) For(int arcs)
    {
        next ^= 1;
        if (places[next].Targets.Length < arcs) places[next] = (GC.AllocateUninitializedArray<int>(arcs), GC.AllocateUninitializedArray<T>(arcs));
        return places[next];
    }
}
