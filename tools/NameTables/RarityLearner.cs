using System.Globalization;
using Plumbline.Screening.Matching;

namespace Plumbline.NameTables;

/// <summary>Counts how many names have a part with a key, over every list of names at hand.</summary>
internal static class RarityLearner
{
    private const int FewestNames = 3;

    public static void Write(TokenPairs source, TextWriter file)
    {
        var preparer = new NamePreparer(RarityTable.Empty);
        var counts = new Dictionary<uint, int>();
        var names = 0;
        foreach (var name in source.Table("screen_watchlist_dev.tsv.gz").Select(row => row[2]).Concat(source.Table("background_people_dev.tsv.gz").Select(row => row[0])).Concat(source.Table("wikidata_persons_dev.tsv.gz").Select(row => row[2])))
        {
            if (preparer.Prepare(name) is not Core.Outcome<PreparedName>.Done { Value: var prepared }) continue;
            names++;
            foreach (var key in prepared.Renderings.SelectMany(parts => parts).Where(part => part.Role is PartRole.Name or PartRole.Kunya or PartRole.Sector).Select(part => part.Key).Distinct())
                counts[key] = counts.GetValueOrDefault(key) + 1;
        }
        file.WriteLine($"# How common vowel-less keys are among {names} names, as eighths of log2 of the count. A key is a hash of consonant classes. Licence: Apache-2.0. {TokenPairs.Command} rarity");
        foreach (var (key, count) in counts.Where(one => one.Value >= FewestNames).OrderBy(one => one.Key))
            file.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{key:x8} {(int)Math.Min(255, Math.Log2(count) * 8)}"));
    }
}
