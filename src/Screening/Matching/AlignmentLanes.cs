using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Plumbline.Screening.Matching;

/// <summary>Aligns one part with thirty-two others at a time, a lane of a vector each: the scores of <see cref="AlignmentTable.Score"/>, to the unit. One of these serves one thread.</summary>
/// <remarks>
/// Between sequences, as in Rognes, "Faster Smith-Waterman database searches with inter-sequence SIMD parallelisation", BMC Bioinformatics 12:221, 2011: a row of the table is 64 numbers, which one
/// instruction looks up for all lanes. A processor that has none looks up their bytes, sixteen of a row at a time, and puts them together.
/// </remarks>
/// <param name="byBytes">Looks up bytes also where numbers could be looked up.</param>
internal sealed partial class AlignmentLanes(bool byBytes)
{
    /// <summary>How many at a time.</summary>
    public const int Count = 32;

    private const int Longest = Symbols.Longest;

    private readonly byte[] letters = new byte[Longest * Count];
    private readonly short[] cells = new short[(Longest + 1) * Count], columns = new short[Longest * Count], inserted = new short[Longest * Count];
    private readonly int[] lengths = new int[Count];
    private int longest;

    /// <summary>Lanes as this machine has them.</summary>
    public AlignmentLanes() : this(!Avx512BW.IsSupported)
    {
    }

    /// <summary>Whether this machine looks up many numbers at once.</summary>
    public static bool IsSupported => Avx512BW.IsSupported || Avx2.IsSupported;

    /// <summary>Takes in the others, none of which is longer than <see cref="Symbols.Longest"/>.</summary>
    public void Begin()
    {
        letters.AsSpan(0, longest * Count).Clear();
        Array.Clear(lengths);
        longest = 0;
    }

    /// <summary>Puts a part into a lane.</summary>
    public void Put(int lane, ReadOnlySpan<byte> part)
    {
        // From the last letter to the first, so that one pass passes the scores without an article.
        for (var n = 0; n < part.Length; n++) letters[(n * Count) + lane] = part[part.Length - 1 - n];
        lengths[lane] = part.Length;
        longest = Math.Max(longest, part.Length);
    }

    /// <summary>All parts are put in: makes of their letters what numbers are looked up by.</summary>
    public void Close()
    {
        if (byBytes)
        {
            CloseBytes();
            return;
        }
        for (var column = 0; column < longest; column++)
        {
            var (one, other) = Vector256.Widen(Vector256.LoadUnsafe(ref letters[column * Count]));
            Vector512.Create(one, other).AsInt16().StoreUnsafe(ref columns[column * Count]);
        }
    }

    /// <summary>Writes how the last letters of a part up to none of it go with nothing of the others.</summary>
    public void Against(LetterRows rows)
    {
        if (byBytes)
        {
            AgainstBytes(rows);
            return;
        }
        ref var inserts = ref MemoryMarshal.GetArrayDataReference(inserted);
        ref var row = ref MemoryMarshal.GetArrayDataReference(cells);
        var (low, high) = rows.Inserted;
        var sum = Vector512<short>.Zero;
        sum.StoreUnsafe(ref row);
        for (var column = 0; column < longest; column++)
        {
            var insert = Avx512BW.PermuteVar32x16x2(low, Column(column), high);
            insert.StoreUnsafe(ref inserts, (nuint)(column * Count));
            sum += insert;
            sum.StoreUnsafe(ref row, (nuint)((column + 1) * Count));
        }
    }

    /// <summary>Takes further letters of the part, its last first.</summary>
    public void Extend(LetterRows rows, ReadOnlySpan<byte> part)
    {
        if (byBytes)
        {
            ExtendBytes(rows, part);
            return;
        }
        ref var inserts = ref MemoryMarshal.GetArrayDataReference(inserted);
        ref var row = ref MemoryMarshal.GetArrayDataReference(cells);
        for (var n = part.Length - 1; n >= 0; n--)
        {
            var (low, high) = rows.Of(part[n]);
            var missing = Vector512.Create(rows.Missing(part[n]));
            var diagonal = Vector512.LoadUnsafe(ref row);
            var here = diagonal + missing;
            here.StoreUnsafe(ref row);
            for (var column = 0; column < longest; column++)
            {
                var at = (nuint)((column + 1) * Count);
                var above = Vector512.LoadUnsafe(ref row, at);
                here = Vector512.Max(Vector512.Max(diagonal + Avx512BW.PermuteVar32x16x2(low, Column(column), high), above + missing), here + Vector512.LoadUnsafe(ref inserts, (nuint)(column * Count)));
                here.StoreUnsafe(ref row, at);
                diagonal = above;
            }
        }
    }

    /// <summary>The score of what was taken of the part against a lane's last letters, all but so many.</summary>
    public int Score(int lane, int without) => cells[((lengths[lane] - without) * Count) + (byBytes ? PlaceByBytes(lane) : lane)];

    private Vector512<short> Column(int column) => Vector512.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(columns), (nuint)(column * Count));
}
