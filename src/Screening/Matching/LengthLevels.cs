using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Plumbline.Screening.Matching;

/// <summary>How long the renderings of an index are, by the rarity of their keys. They are numbered by script and then by length, so that a number says both: asked for thousands of them, an entry each would be fetched from afar.</summary>
internal sealed class LengthLevels
{
    private const int Levels = 512;
    private const float PerOctave = 128;    // a level is half a percent longer than the one before
    private const int Shift = 6;            // renderings of one entry

    private readonly ushort[] levelAt;      // of the first of so many renderings
    private readonly int[] ends = new int[2 * Levels];
    private readonly float[] shares = new float[2 * Levels];

    /// <param name="squares">Of each rendering, as first numbered, the squares of its keys' rarities, summed.</param>
    /// <param name="isArabic">Whether it is in Arabic letters.</param>
    /// <param name="numbers">Receives for each rendering as first numbered the number by which it goes from now on; of equal ones the first stays first.</param>
    public LengthLevels(ReadOnlySpan<float> squares, Func<int, bool> isArabic, Span<int> numbers)
    {
        // The root of the length: a name that lacks a part is found.
        var levels = new ushort[squares.Length];
        for (var n = 0; n < squares.Length; n++)
        {
            var level = (int)MathF.Round(MathF.Log2(Math.Max(squares[n], 1)) / 4 * PerOctave);
            levels[n] = (ushort)(Math.Min(level, Levels - 1) + (isArabic(n) ? Levels : 0));
            ends[levels[n]]++;
        }
        for (var level = 1; level < ends.Length; level++) ends[level] += ends[level - 1];
        FirstArabic = ends[Levels - 1];
        var next = new int[2 * Levels];
        for (var level = 1; level < ends.Length; level++) next[level] = ends[level - 1];
        for (var n = 0; n < levels.Length; n++) numbers[n] = next[levels[n]]++;
        for (var level = 0; level < shares.Length; level++) shares[level] = MathF.Pow(2, -(level % Levels) / PerOctave);
        levelAt = new ushort[(squares.Length >> Shift) + 1];
        for (int block = 0, level = 0; block < levelAt.Length; block++)
        {
            while (level < ends.Length - 1 && ends[level] <= block << Shift) level++;
            levelAt[block] = (ushort)level;
        }
    }

    /// <summary>From which number on renderings are in Arabic letters.</summary>
    public int FirstArabic { get; }

    /// <summary>Divides what was counted for renderings by their lengths, into numbers of which the lowest stands for the most, with the rendering below: those in Arabic letters behind the others. How many the others are.</summary>
    /// <param name="met">The renderings: each and 1 above, the bits of what was counted below.</param>
    /// <param name="ranked">Receives as many.</param>
    public int Divide(ReadOnlySpan<ulong> met, Span<ulong> ranked)
    {
        unchecked
        {
            ref var to = ref MemoryMarshal.GetReference(ranked[..met.Length]);
            ref var starts = ref MemoryMarshal.GetArrayDataReference(levelAt);
            ref var all = ref MemoryMarshal.GetArrayDataReference(ends);
            ref var share = ref MemoryMarshal.GetArrayDataReference(shares);
            // Written at both ends and kept at one of them: which it will be nobody foresees.
            var (front, back, firstArabic) = (0, met.Length, FirstArabic);
            foreach (var slot in met)
            {
                var rendering = (int)(slot >> 32) - 1;
                int level = Unsafe.Add(ref starts, rendering >> Shift);
                while (Unsafe.Add(ref all, level) <= rendering) level++;
                var score = BitConverter.UInt32BitsToSingle((uint)slot) * Unsafe.Add(ref share, level);
                var entry = ((ulong)~BitConverter.SingleToUInt32Bits(score) << 32) | (uint)rendering;
                var arabic = rendering >= firstArabic ? 1 : 0;
                Unsafe.Add(ref to, front) = entry;
                Unsafe.Add(ref to, back - 1) = entry;
                back -= arabic;
                front += 1 - arabic;
            }
            return front;
        }
    }

    /// <summary>One over the length of a rendering.</summary>
    public float ShareOf(int rendering)
    {
        int level = levelAt[rendering >> Shift];
        while (ends[level] <= rendering) level++;
        return shares[level];
    }
}
