namespace Plumbline.Networks.Communities;

/// <summary>What a division into communities is judged by; each grows as ties fall inside communities.</summary>
public enum CommunityQuality
{
    /// <summary>Newman's modularity: ties inside, less those that chance would put there if every vertex kept its degree. Blind to small communities in large graphs.</summary>
    Modularity,

    /// <summary>The constant Potts model: ties inside, less the resolution for every pair inside. Free of that blindness, but the resolution must be chosen: communities are denser than it inside and thinner between.</summary>
    ConstantPotts,
}

/// <summary>How communities are looked for.</summary>
/// <param name="Quality">What is raised.</param>
/// <param name="Resolution">Greater than 0; the greater, the smaller the communities. 1 is Newman's modularity.</param>
/// <param name="Seed">Where chance begins.</param>
/// <param name="Weighted">Whether the graph's weights count; without weights each tie counts 1.</param>
/// <param name="Rounds">How often the whole search is repeated on its own result at most; null: until nothing changes in graphs of up to 100,000 ties (and up to 10,000 with eight shakes), else twice.</param>
public sealed record LeidenChoice(CommunityQuality Quality, double Resolution, ulong Seed, bool Weighted, int? Rounds = null)
{
    private const int Small = 100_000;
    private const int Smallest = 10_000;
    private const int Stable = 100;

    /// <summary>Modularity at resolution 1, unweighted.</summary>
    public static LeidenChoice Of(ulong seed) => new(CommunityQuality.Modularity, 1, seed, false);

    /// <summary>How often a settled division is shaken, a quarter of the vertices put elsewhere, and settled again: in small graphs one settling often stops short of the best.</summary>
    internal int ShakesFor(int ties) => Rounds is null && ties <= Smallest ? 8 : 0;

    internal int RoundsFor(int ties) => Rounds ?? (ties <= Small ? Stable : 2);
}
