using AnyAscii;

namespace Plumbline.Benchmarks.Screening;

/// <summary>What others do, in short: each over a transliteration to ASCII, lower case.</summary>
internal static class Baselines
{
    public static readonly (string Name, Func<string, string, double> Score)[] All =
    [
        ("Levenshtein", Levenshtein),
        ("Jaro-Winkler", JaroWinkler),
        ("trigram Jaccard", Trigrams),
        ("best pairs of words, Jaro-Winkler", BestPairs),
    ];

    public static string Ascii(string text) => text.Transliterate().ToLowerInvariant();

    private static double Levenshtein(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0]++;
            for (var j = 1; j <= b.Length; j++) (row[j], diagonal) = (Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1)), row[j]);
        }
        return 1 - ((double)row[b.Length] / Math.Max(1, Math.Max(a.Length, b.Length)));
    }

    private static double JaroWinkler(string a, string b)
    {
        if (a.Length == 0 || b.Length == 0) return 0;
        var window = Math.Max(0, (Math.Max(a.Length, b.Length) / 2) - 1);
        bool[] hitA = new bool[a.Length], hitB = new bool[b.Length];
        var hits = 0;
        for (var i = 0; i < a.Length; i++)
            for (var j = Math.Max(0, i - window); j < Math.Min(b.Length, i + window + 1); j++)
            {
                if (hitB[j] || a[i] != b[j]) continue;
                (hitA[i], hitB[j]) = (true, true);
                hits++;
                break;
            }
        if (hits == 0) return 0;
        var (moved, k) = (0, 0);
        for (var i = 0; i < a.Length; i++)
        {
            if (!hitA[i]) continue;
            while (!hitB[k]) k++;
            if (a[i] != b[k++]) moved++;
        }
        var jaro = (((double)hits / a.Length) + ((double)hits / b.Length) + ((hits - (moved / 2.0)) / hits)) / 3;
        var prefix = 0;
        while (prefix < Math.Min(4, Math.Min(a.Length, b.Length)) && a[prefix] == b[prefix]) prefix++;
        return jaro + (prefix * 0.1 * (1 - jaro));
    }

    private static double Trigrams(string a, string b)
    {
        var (one, other) = (Grams(a), Grams(b));
        var shared = one.Intersect(other).Count();
        return (double)shared / Math.Max(1, one.Count + other.Count - shared);

        static HashSet<string> Grams(string text) => [.. text.Split(' ').SelectMany(word => Enumerable.Range(0, word.Length + 1).Select(n => $"  {word} ".Substring(n, 3)))];
    }

    private static double BestPairs(string a, string b)
    {
        var (one, other) = (a.Split(' ', ',', '-'), b.Split(' ', ',', '-'));
        return Math.Min(Side(one, other), Side(other, one));

        static double Side(string[] from, string[] to) => from.Sum(word => word.Length * to.Max(match => JaroWinkler(word, match))) / Math.Max(1, from.Sum(word => word.Length));
    }
}
