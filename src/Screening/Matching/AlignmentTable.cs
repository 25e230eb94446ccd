using System.Globalization;

namespace Plumbline.Screening.Matching;

/// <summary>What it says about two letters that they stand in one place of two renderings of a name: learned log-odds against chance, in 1/64 nats.</summary>
/// <remarks>A pair hidden Markov model with one state (Durbin et al., Biological Sequence Analysis, 1998, ch. 4), learned by EM from pairs of tokens; the score of a pair is that of its best path.</remarks>
internal sealed class AlignmentTable
{
    /// <summary>Units of a nat.</summary>
    public const int Unit = 64;

    private readonly short[] together = new short[Symbols.Count * Symbols.Count];
    private readonly short[] alone = new short[Symbols.Count];
    private readonly short[] otherAlone = new short[Symbols.Count];
    private float perLetter = Unit;

    public AlignmentTable(short[] together, short[] alone, short[] otherAlone, float perLetter) =>
        (this.together, this.alone, this.otherAlone, this.perLetter) = (together, alone, otherAlone, perLetter);

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

    /// <summary>Log-odds of the best path, in 1/64 nats.</summary>
    public int Score(ReadOnlySpan<byte> a, ReadOnlySpan<byte> b)
    {
        Span<int> row = stackalloc int[Symbols.LongestWhole + 1];
        row[0] = 0;
        for (var n = 0; n < b.Length; n++) row[n + 1] = row[n] + otherAlone[b[n]];
        foreach (var letter in a)
        {
            var diagonal = row[0];
            var missing = alone[letter];
            row[0] += missing;
            var pairs = together.AsSpan(letter * Symbols.Count, Symbols.Count);
            for (var n = 0; n < b.Length; n++)
            {
                var above = row[n + 1];
                var best = diagonal + pairs[b[n]];
                var skipped = above + missing;
                if (skipped > best) best = skipped;
                var inserted = row[n] + otherAlone[b[n]];
                if (inserted > best) best = inserted;
                row[n + 1] = best;
                diagonal = above;
            }
        }
        return row[b.Length];
    }

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
