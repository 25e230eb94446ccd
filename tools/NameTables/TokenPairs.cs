using System.IO.Compression;
using Plumbline.Screening.Matching;

namespace Plumbline.NameTables;

/// <summary>Two renderings of one name, as symbols, and how much the pair counts.</summary>
internal readonly record struct TokenPair(byte[] A, byte[] B, double Weight);

/// <summary>Pairs to learn from, out of the shared token files.</summary>
internal sealed class TokenPairs(string folder)
{
    /// <summary>How the tables are made, for the first line of each; the step follows.</summary>
    public const string Command = "dotnet run -c Release --project tools/NameTables -- ../shared/data/names data/names/tables";

    private static readonly NamePreparer Preparer = new(RarityTable.Empty);

    public List<TokenPair> ArabicLatin() => [.. Rows("tokens_arabic_latin.tsv.gz").Concat(Rows("tokens_ar2en_google.tsv.gz")).Select(row => Pair(row.Native, row.Latin, row.Count)).OfType<TokenPair>()];

    public List<TokenPair> CyrillicLatin() => [.. Rows("tokens_russian_latin.tsv.gz").Select(row => Pair(row.Native, row.Latin, row.Count)).OfType<TokenPair>()];

    /// <summary>Latin spellings of one native token.</summary>
    public List<TokenPair> LatinLatin() => [.. Variants([.. Rows("tokens_arabic_latin.tsv.gz"), .. Rows("tokens_ar2en_google.tsv.gz"), .. Rows("tokens_russian_latin.tsv.gz")], row => row.Native, row => row.Latin)];

    /// <summary>Arabic spellings of one Latin token.</summary>
    public List<TokenPair> ArabicArabic() => [.. Variants([.. Rows("tokens_arabic_latin.tsv.gz"), .. Rows("tokens_ar2en_google.tsv.gz")], row => row.Latin, row => row.Native)];

    /// <summary>Parts that met in pairs of one name, by tables learned before: what token files lack, above all Kurdish, is in them.</summary>
    public IEnumerable<TokenPair> FromNames(AlignmentSet learned, Func<PartScript, PartScript, bool> wanted)
    {
        var pairing = new Pairing(learned);
        // What compounds are made of stands for itself in every script; token files have single words and do not show it.
        foreach (var compound in (byte[])[Symbols.Abd, Symbols.Din, Symbols.Abu]) yield return new TokenPair([compound], [compound], 400);
        foreach (var row in Table("pairs_dev.tsv.gz").Where(row => row[3] == "1"))
        {
            if (Preparer.Prepare(row[1]) is not Core.Outcome<PreparedName>.Done { Value: var one } || Preparer.Prepare(row[2]) is not Core.Outcome<PreparedName>.Done { Value: var other }) continue;
            pairing.Meet(one.Renderings[0], other.Renderings[0]);
            for (var n = 0; n < pairing.A.Length; n++)
            {
                if (pairing.OfA(n) < 0 || pairing.A[n].Role is not (PartRole.Name or PartRole.Kunya)) continue;
                var (a, b) = (pairing.A[n], pairing.B[pairing.OfA(n)]);
                var weight = row[4].Contains("kurdish", StringComparison.Ordinal) || row[4].Contains("ckb", StringComparison.Ordinal) ? 12.0 : 1.5;
                if (wanted(a.Script, b.Script)) yield return new TokenPair(a.Symbols, b.Symbols, weight);
                if (wanted(b.Script, a.Script)) yield return new TokenPair(b.Symbols, a.Symbols, weight);
            }
        }
    }

    /// <summary>Lines of a gzipped table, without its header, by column.</summary>
    public IEnumerable<string[]> Table(string file)
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(Path.Combine(folder, file)), CompressionMode.Decompress));
        reader.ReadLine();
        while (reader.ReadLine() is { } line) yield return line.Split('\t');
    }

    private IEnumerable<(string Native, string Latin, double Count)> Rows(string file) =>
        Table(file).Select(row => (row[0], row[1], row.Length > 2 && double.TryParse(row[2], out var count) ? Math.Min(count, 20) : 1));

    private static IEnumerable<TokenPair> Variants((string Native, string Latin, double Count)[] rows, Func<(string Native, string Latin, double Count), string> by, Func<(string Native, string Latin, double Count), string> shown)
    {
        foreach (var group in rows.GroupBy(by).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            var spellings = group.GroupBy(shown).Select(same => (Text: same.Key, Count: same.Sum(row => row.Count))).OrderByDescending(one => one.Count).ThenBy(one => one.Text, StringComparer.Ordinal).Take(5).ToArray();
            for (var a = 0; a < spellings.Length; a++)
                for (var b = a; b < spellings.Length; b++)
                {
                    var weight = a == b ? 0.5 : Math.Min(spellings[a].Count, spellings[b].Count);
                    if (Pair(spellings[a].Text, spellings[b].Text, weight) is not { } pair) continue;
                    yield return pair;
                    if (a != b) yield return new TokenPair(pair.B, pair.A, weight);
                }
        }
    }

    private static TokenPair? Pair(string a, string b, double weight) => Part(a) is { } one && Part(b) is { } other ? new TokenPair(one, other, Math.Sqrt(weight)) : null;

    private static byte[]? Part(string text) =>
        Preparer.Prepare(text) is Core.Outcome<PreparedName>.Done { Value: { Renderings: [[var part]] } } && part.Script is not (PartScript.Number or PartScript.Other) ? part.Symbols : null;
}
