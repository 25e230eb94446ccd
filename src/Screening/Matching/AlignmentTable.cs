using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Plumbline.Screening.Matching;

/// <summary>What it says about two letters that they stand in one place of two renderings of a name: learned log-odds against chance, in 1/64 nats.</summary>
/// <remarks>A pair hidden Markov model with one state (Durbin et al., Biological Sequence Analysis, 1998, ch. 4), learned by EM from pairs of tokens; the score of a pair is that of its best path.</remarks>
internal sealed class AlignmentTable
{
    /// <summary>Units of a nat.</summary>
    public const int Unit = 64;

    private readonly short[] together, alone, otherAlone;
    private readonly int[] wide, wideAlone;   // the same numbers, as the inner loop adds them
    private readonly float perLetter;
    private readonly LetterRows? rows, turned;

    public AlignmentTable(short[] together, short[] alone, short[] otherAlone, float perLetter) =>
        (this.together, this.alone, this.otherAlone, this.perLetter, wide, wideAlone, rows, turned) = (together, alone, otherAlone, perLetter, Array.ConvertAll(together, one => (int)one), Array.ConvertAll(otherAlone, one => (int)one),
            LetterRows.Of(together, alone, otherAlone, ofSecond: false), LetterRows.Of(together, alone, otherAlone, ofSecond: true));

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static AlignmentTable Read(TextReader lines)
    {
        short[] together = new short[Symbols.Count * Symbols.Count], alone = new short[Symbols.Count], otherAlone = new short[Symbols.Count];
        var perLetter = 1f;
        while (lines.ReadLine() is { } line)
        {
            if (line.StartsWith('#') || line.Length == 0) continue;
            var cut = line.IndexOf(' ', StringComparison.Ordinal);
            var (name, values) = (line[..cut], line[(cut + 1)..].Split(' '));
            if (name == "per-letter") perLetter = float.Parse(values[0], CultureInfo.InvariantCulture);
            else Fill(name switch { "alone" => alone, "other" => otherAlone, _ => together.AsSpan(int.Parse(name, CultureInfo.InvariantCulture) * Symbols.Count, Symbols.Count) }, values);
        }
        return new AlignmentTable(together, alone, otherAlone, perLetter);
    }

    /// <summary>The table as text: a line a symbol.</summary>
    public void Write(TextWriter lines)
    {
        lines.WriteLine(string.Create(CultureInfo.InvariantCulture, $"per-letter {perLetter:R}"));
        lines.WriteLine($"alone {string.Join(' ', alone)}");
        lines.WriteLine($"other {string.Join(' ', otherAlone)}");
        for (var row = 0; row < Symbols.Count; row++) lines.WriteLine($"{row} {string.Join(' ', together.AsSpan(row * Symbols.Count, Symbols.Count).ToArray())}");
    }

    /// <summary>How alike two parts are: 1 for a usual rendering, 0 for what chance gives, below for what speaks against.</summary>
    public float Similarity(ReadOnlySpan<byte> a, ReadOnlySpan<byte> b) => Score(a, b) / (perLetter * (a.Length + b.Length) / 2);

    /// <summary>The same for parts whose first symbols are an article, which either side may lack: the best of what is possible.</summary>
    /// <param name="articleA">How many symbols of the first are its article; fewer than it has.</param>
    /// <param name="articleB">How many symbols of the second are its article; fewer than it has.</param>
    public float Similarity(ReadOnlySpan<byte> a, int articleA, ReadOnlySpan<byte> b, int articleB)
    {
        if ((articleA | articleB) == 0) return Similarity(a, b);
        // From the last letters to the first, so that one pass passes the scores without the articles.
        Span<int> row = stackalloc int[Symbols.LongestWhole + 1];
        Begin(b, row);
        Extend(a[articleA..], b, row);
        var best = Math.Max(Share(row[b.Length], a.Length - articleA + b.Length), Share(row[b.Length - articleB], a.Length - articleA + b.Length - articleB));
        if (articleA == 0) return best;
        Extend(a[..articleA], b, row);
        return Math.Max(best, Math.Max(Share(row[b.Length], a.Length + b.Length), Share(row[b.Length - articleB], a.Length + b.Length - articleB)));
    }

    /// <summary>The numbers as lanes look them up, for parts on the first side or on the second; null where they are too great for it.</summary>
    public LetterRows? Rows(bool ofSecond) => ofSecond ? turned : rows;

    /// <summary>A score as <see cref="Similarity(ReadOnlySpan{byte}, ReadOnlySpan{byte})"/> tells it.</summary>
    /// <param name="letters">How many letters both have.</param>
    internal float Share(int score, int letters) => score / (perLetter * letters / 2);

    /// <summary>Log-odds of the best path, in 1/64 nats.</summary>
    public int Score(ReadOnlySpan<byte> a, ReadOnlySpan<byte> b)
    {
        Span<int> row = stackalloc int[Symbols.LongestWhole + 1];
        Begin(b, row);
        Extend(a, b, row);
        return row[b.Length];
    }

    // Nothing of the first part against the last letters of the second.
    private void Begin(ReadOnlySpan<byte> b, Span<int> row)
    {
        row[0] = 0;
        unchecked
        {
            for (var n = 0; n < b.Length; n++) row[n + 1] = row[n] + otherAlone[b[b.Length - 1 - n]];
        }
    }

    // Takes further letters of the first part, its last first, two at a time: the two do not wait for one another.
    // One lane of a vector each, since its maximum is one instruction where that of numbers is a branch that nobody can foresee.
    private void Extend(ReadOnlySpan<byte> a, ReadOnlySpan<byte> b, Span<int> cells)
    {
        unchecked
        {
            ref var first = ref MemoryMarshal.GetReference(cells[..(b.Length + 1)]);
            ref var seconds = ref MemoryMarshal.GetReference(b);
            ref var pairs = ref MemoryMarshal.GetArrayDataReference(wide);
            ref var inserted = ref MemoryMarshal.GetArrayDataReference(wideAlone);
            var i = a.Length - 1;
            if ((a.Length & 1) != 0)
            {
                ref var row = ref first;
                ref var own = ref Unsafe.Add(ref pairs, a[i] * Symbols.Count);
                Vector128<int> missing = Lane(alone[a[i]]), diagonal = Lane(row), here = diagonal + missing;
                row = here.ToScalar();
                for (var j = b.Length - 1; j >= 0; j--)
                {
                    int letter = Unsafe.Add(ref seconds, j);
                    row = ref Unsafe.Add(ref row, 1);
                    var above = Lane(row);
                    here = Vector128.Max(Vector128.Max(diagonal + Lane(Unsafe.Add(ref own, letter)), above + missing), here + Lane(Unsafe.Add(ref inserted, letter)));
                    row = here.ToScalar();
                    diagonal = above;
                }
                i--;
            }
            for (; i > 0; i -= 2)
            {
                ref var row = ref first;
                ref var own = ref Unsafe.Add(ref pairs, a[i] * Symbols.Count);
                ref var next = ref Unsafe.Add(ref pairs, a[i - 1] * Symbols.Count);
                Vector128<int> missing = Lane(alone[a[i]]), missingNext = Lane(alone[a[i - 1]]);
                Vector128<int> diagonal = Lane(row), here = diagonal + missing, below = here + missingNext;
                row = below.ToScalar();
                for (var j = b.Length - 1; j >= 0; j--)
                {
                    int letter = Unsafe.Add(ref seconds, j);
                    var skip = Lane(Unsafe.Add(ref inserted, letter));
                    row = ref Unsafe.Add(ref row, 1);
                    var above = Lane(row);
                    var before = here;
                    here = Vector128.Max(Vector128.Max(diagonal + Lane(Unsafe.Add(ref own, letter)), above + missing), here + skip);
                    below = Vector128.Max(Vector128.Max(before + Lane(Unsafe.Add(ref next, letter)), here + missingNext), below + skip);
                    row = below.ToScalar();
                    diagonal = above;
                }
            }
        }
    }

    private static Vector128<int> Lane(int value) => Vector128.CreateScalarUnsafe(value);

    /// <summary>Log-odds that two letters stand in one place.</summary>
    public int Together(byte a, byte b) => together[(a * Symbols.Count) + b];

    /// <summary>Log-odds of a letter that only the first has.</summary>
    public int Alone(byte a) => alone[a];

    /// <summary>Log-odds of a letter that only the second has.</summary>
    public int OtherAlone(byte b) => otherAlone[b];

    private static void Fill(Span<short> row, string[] values)
    {
        for (var n = 0; n < row.Length; n++) row[n] = short.Parse(values[n], CultureInfo.InvariantCulture);
    }
}
