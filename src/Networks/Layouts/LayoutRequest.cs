using System.Numerics;

namespace Plumbline.Networks.Layouts;

/// <summary>How vertices are placed.</summary>
public enum LayoutMethod
{
    /// <summary>Distances on the sheet are like those along the ties (stress majorisation): the usual one.</summary>
    Stress,

    /// <summary>Ties pull, vertices push (ForceAtlas2): dense parts stand apart.</summary>
    Force,

    /// <summary>Layers from the roots, in one of four directions, with few crossings.</summary>
    Hierarchy,

    /// <summary>All on one circle, neighbours near each other, groups together.</summary>
    Circle,

    /// <summary>Rings around whoever has the greatest value.</summary>
    Concentric,

    /// <summary>Rows and columns, group by group.</summary>
    Grid,

    /// <summary>A value, mostly a time, along the sheet; in rows so that nobody stands on another.</summary>
    Time,

    /// <summary>As it was, but nobody stands on another.</summary>
    Tidy,
}

/// <summary>Where a hierarchy leads from its roots. On the sheet x grows along the line of writing or against it, as its owner draws it, and y downwards.</summary>
public enum LayoutDirection
{
    /// <summary>y grows.</summary>
    Down,

    /// <summary>y falls.</summary>
    Up,

    /// <summary>x grows.</summary>
    Onward,

    /// <summary>x falls.</summary>
    Back,
}

/// <summary>What is to be placed how. Every column goes by the vertices' numbers in the input, and is empty or has n entries.</summary>
/// <param name="Method">How vertices are placed.</param>
public sealed record LayoutRequest(LayoutMethod Method)
{
    /// <summary>Where chance begins; the same seed gives the same places, to the byte.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>How long a tie should be, and how far apart two may stand at the least; above 0.</summary>
    public float Length { get; init; } = 100;

    /// <summary>Where vertices stood before; NaN where one stood nowhere yet. Layouts begin there.</summary>
    public Vector2[] Before { get; init; } = [];

    /// <summary>Who never moves; such a vertex needs a place in <see cref="Before"/>.</summary>
    public bool[] Pinned { get; init; } = [];

    /// <summary>Who is to be placed; empty: everybody. Whoever is not chosen stays, but for those who stood nowhere.</summary>
    public bool[] Chosen { get; init; } = [];

    /// <summary>From whom a hierarchy leads; empty: sources of directed parts, the vertex of most ties in others.</summary>
    public int[] Roots { get; init; } = [];

    /// <summary>Where a hierarchy leads.</summary>
    public LayoutDirection Direction { get; init; }

    /// <summary>Concentric: the greatest stands in the middle (empty: degree). Time: where it stands along the sheet. NaN: none.</summary>
    public double[] Values { get; init; } = [];

    /// <summary>Numbers of groups, from 0: rows of a grid, arcs of a circle, lanes in time.</summary>
    public int[] Groups { get; init; } = [];

    /// <summary>Width and height of what is drawn for each vertex; empty: squares of half the length.</summary>
    public Vector2[] Sizes { get; init; } = [];

    /// <summary>Stress: to how many vertices each keeps its distance; null: to all of a part of up to 2,000, else to 100 and then to 64 others each round.</summary>
    public int? Pivots { get; init; }

    /// <summary>Stress: how strongly each is held where it was, as a share of all that pulls at it; in [0, 1). For series of pictures over time.</summary>
    public double Stay { get; init; }

    /// <summary>After how many rounds stress and force end, where they have not come to rest.</summary>
    public int MostRounds { get; init; } = 300;
}

/// <summary>Where vertices stand. It shows how recorded ties hang together; nearness is no tie, and the middle is no rank.</summary>
/// <param name="Places">By vertex of the input; finite.</param>
/// <param name="Rounds">How many rounds stress or force took at most in a part; 0 for the others.</param>
/// <param name="Settled">Whether they came to rest before the rounds ran out.</param>
public sealed record LayoutAnswer(Vector2[] Places, int Rounds, bool Settled);
