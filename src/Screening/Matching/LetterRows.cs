using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Plumbline.Screening.Matching;

/// <summary>The numbers of an alignment table as lanes look them up, for parts on one side of it.</summary>
internal sealed class LetterRows
{
    /// <summary>How many of a row are looked up at once where they are looked up by bytes.</summary>
    public const int Quarter = 16;

    // The most letters that a path passes, on both sides.
    private const int Steps = (2 * Symbols.Longest) + 1;

    private readonly short[] rows, missing, inserted;
    private readonly byte[] rowBytes, insertedBytes;

    private LetterRows(short[] rows, short[] missing, short[] inserted) => (this.rows, this.missing, this.inserted, rowBytes, insertedBytes) = (rows, missing, inserted, InBytes(rows), InBytes(inserted));

    /// <summary>The rows of letters on the first side, or on the second; null where a path could come to more than a short number holds.</summary>
    public static LetterRows? Of(short[] together, short[] alone, short[] otherAlone, bool ofSecond)
    {
        foreach (var numbers in new[] { together, alone, otherAlone })
            foreach (var number in numbers) if (Math.Abs((int)number) * Steps > short.MaxValue) return null;
        if (!ofSecond) return new LetterRows(together, alone, otherAlone);
        var turned = new short[together.Length];
        for (var n = 0; n < turned.Length; n++) turned[n] = together[(n % Symbols.Count * Symbols.Count) + (n / Symbols.Count)];
        return new LetterRows(turned, otherAlone, alone);
    }

    /// <summary>What a letter that only the others have costs, for each letter.</summary>
    public (Vector512<short> Low, Vector512<short> High) Inserted => Load(ref inserted[0]);

    /// <summary>The same as bytes, the lower ones first.</summary>
    public ref byte InsertedBytes => ref MemoryMarshal.GetArrayDataReference(insertedBytes);

    /// <summary>What a letter that only the part has costs.</summary>
    public short Missing(byte letter) => missing[letter];

    /// <summary>A letter of the part against each letter.</summary>
    public (Vector512<short> Low, Vector512<short> High) Of(byte letter) => Load(ref rows[letter * Symbols.Count]);

    /// <summary>The same as bytes, the lower ones first.</summary>
    public ref byte Bytes(byte letter) => ref rowBytes[letter * 2 * Symbols.Count];

    private static (Vector512<short> Low, Vector512<short> High) Load(ref short from) => (Vector512.LoadUnsafe(ref from), Vector512.LoadUnsafe(ref from, (nuint)Vector512<short>.Count));

    private static byte[] InBytes(short[] numbers)
    {
        var bytes = new byte[2 * numbers.Length];
        for (var n = 0; n < numbers.Length; n++)
        {
            var at = (n / Symbols.Count * 2 * Symbols.Count) + (n % Symbols.Count);
            (bytes[at], bytes[at + Symbols.Count]) = unchecked(((byte)numbers[n], (byte)(numbers[n] >> 8)));
        }
        return bytes;
    }
}
