using System.Collections.Frozen;
using System.Globalization;

namespace Plumbline.Screening.Matching;

/// <summary>How common the vowel-less keys of name parts are, in eighths of a power of two; learned by counting, kept as numbers.</summary>
public sealed class RarityTable
{
    /// <summary>No key is known: every part is rare.</summary>
    public static RarityTable Empty { get; } = new(FrozenDictionary<uint, byte>.Empty, 1);

    private readonly FrozenDictionary<uint, byte> levels;
    private readonly int highest;

    private RarityTable(FrozenDictionary<uint, byte> levels, int highest) => (this.levels, this.highest) = (levels, highest);

    /// <summary>Reads lines of a hexadecimal key and a level; # begins a comment.</summary>
    /// <exception cref="FormatException">A line has another form.</exception>
    public static RarityTable Read(TextReader lines)
    {
        var levels = new Dictionary<uint, byte>();
        while (lines.ReadLine() is { } line)
        {
            if (line.StartsWith('#') || line.Length == 0) continue;
            var fields = line.Split(' ');
            levels[uint.Parse(fields[0], NumberStyles.HexNumber, CultureInfo.InvariantCulture)] = byte.Parse(fields[1], CultureInfo.InvariantCulture);
        }
        return new RarityTable(levels.ToFrozenDictionary(), Math.Max(1, levels.Values.DefaultIfEmpty((byte)1).Max(level => (int)level)));
    }

    /// <summary>0.15 for the commonest key, 1 for one that was hardly ever met.</summary>
    public float Weight(uint key) => levels.TryGetValue(key, out var level) ? 1f - (0.85f * level / highest) : 1f;
}
