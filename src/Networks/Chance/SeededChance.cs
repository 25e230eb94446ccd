namespace Plumbline.Networks.Chance;

/// <summary>Chance from a seed: the same seed gives the same draws on every machine and with every number of threads.</summary>
/// <remarks>SplitMix64: Steele, Lea and Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014.</remarks>
internal struct SeededChance(ulong seed)
{
    private const ulong Golden = 0x9E3779B97F4A7C15;
    private ulong state = seed;

    /// <summary>A stream of its own for a numbered part of the work, whichever thread does it.</summary>
    public static SeededChance Of(ulong seed, ulong stream) => new(At(seed, stream, 0));

    /// <summary>The draw that belongs to two counters, without any that come before it: common random numbers are addressed, not dealt.</summary>
    public static ulong At(ulong seed, ulong first, ulong second) => unchecked(Mix(Mix(Mix(seed + Golden) + first + Golden) + second + Golden));

    /// <summary>64 even bits.</summary>
    public ulong Next() => unchecked(Mix(state += Golden));

    /// <summary>An even number in [0, 1), in steps of 2^-53.</summary>
    public double NextUnit() => Unit(Next());

    /// <summary>A draw as a number in [0, 1).</summary>
    public static double Unit(ulong draw) => (draw >> 11) * (1.0 / (1UL << 53));

    /// <summary>An even whole number in [0, bound); the bias is below bound / 2^64.</summary>
    public int Below(int bound) => (int)Math.BigMul(Next(), (ulong)bound, out _);

    /// <summary>Puts the entries into an even order (Fisher and Yates).</summary>
    public void Shuffle(Span<int> entries)
    {
        for (var last = entries.Length - 1; last > 0; last--)
        {
            var other = Below(last + 1);
            (entries[last], entries[other]) = (entries[other], entries[last]);
        }
    }

    private static ulong Mix(ulong bits)
    {
        unchecked
        {
            bits = (bits ^ (bits >> 30)) * 0xBF58476D1CE4E5B9;
            bits = (bits ^ (bits >> 27)) * 0x94D049BB133111EB;
            return bits ^ (bits >> 31);
        }
    }
}
