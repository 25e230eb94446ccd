using System.Collections.Concurrent;
using Plumbline.Screening.Matching;

namespace Plumbline.Screening.Resolution;

/// <summary>Finds the pairs of records that are worth comparing, by the index in which lists are screened and by shared documents, and compares them. Pure.</summary>
public static class RecordPairs
{
    private const int MostNames = 12;
    private const int NearestOfAName = 15;
    private const int LargestBlock = 50;
    private const int Drawn = 20_000;
    private const float Faintest = 0.02f;
    private const float SurestName = 0.97f;

    /// <summary>The pairs, by place.</summary>
    public static IReadOnlyList<ComparedPair> Of(IReadOnlyList<ComparedRecord> records, CancellationToken ct)
    {
        var found = new ConcurrentDictionary<(int, int), byte>();
        var index = new CandidateIndex([.. records.SelectMany((record, place) => record.Names.Take(MostNames).Select(name => new IndexedName(place, name)))], ct);
        var asked = index.Names;
        BatchScreen.Run(index, [.. asked.Select(one => one.Name)], () => 0, (n, rows, _) =>
        {
            foreach (var row in rows(null).Take(NearestOfAName))
                if (row.Score >= Faintest) Meet(asked[n].Entity, row.Entity);
        }, null, ct);
        foreach (var block in records.SelectMany((record, place) => record.Known.Documents.Select(document => document.Number).Distinct(StringComparer.Ordinal).Select(number => (number, place))).GroupBy(one => one.number, one => one.place, StringComparer.Ordinal))
        {
            var places = block.ToArray();
            if (places.Length is < 2 or > LargestBlock) continue;
            for (var a = 0; a < places.Length; a++)
                for (var b = a + 1; b < places.Length; b++) Meet(places[a], places[b]);
        }
        return Compared(records, [.. found.Keys.Order()], ct);

        void Meet(int one, int other)
        {
            if (one != other && records[one].IsPerson == records[other].IsPerson) found.TryAdd((Math.Min(one, other), Math.Max(one, other)), 0);
        }
    }

    /// <summary>Pairs drawn evenly and always the same: what strangers look like.</summary>
    public static IReadOnlyList<ComparedPair> Strangers(IReadOnlyList<ComparedRecord> records, CancellationToken ct)
    {
        var pairs = new HashSet<(int, int)>();
        for (var n = 0; n < Drawn && records.Count > 2; n++)
        {
            var one = (int)(n * 2654435761L % records.Count);
            var other = (int)(((n * 40503L) + 12_345 + (n / records.Count)) % records.Count);
            if (one != other && records[one].IsPerson == records[other].IsPerson) pairs.Add((Math.Min(one, other), Math.Max(one, other)));
        }
        return Compared(records, [.. pairs.Order()], ct);
    }

    /// <summary>Compares two records.</summary>
    public static ComparedPair Compare(IReadOnlyList<ComparedRecord> records, int one, int other, NameMatcher matcher)
    {
        var (a, b) = (records[one], records[other]);
        var (best, ofA, ofB) = (-1f, -1, -1);
        for (var i = 0; i < Math.Min(MostNames, a.Names.Count); i++)
            for (var j = 0; j < Math.Min(MostNames, b.Names.Count); j++)
                if (Math.Min(matcher.Compare(a.Names[i], b.Names[j]), Most(a, a.Names[i], b.Names[j])) is var likeness && likeness > best) (best, ofA, ofB) = (likeness, i, j);
        return new ComparedPair(one, other, Math.Max(0, best), ofA, ofB, [.. ParticularEvidence.Of(a.Known, b.Known, matcher).Select(one => one.Level)]);
    }

    // Two people bear one name: however alike, the shorter a name the less it says by itself, and no name outweighs a birth date that contradicts.
    private static float Most(ComparedRecord record, PreparedName one, PreparedName other) => !record.IsPerson ? SurestName
        : Math.Min(Screener.Parts(one), Screener.Parts(other)) switch { <= 1 => 0.15f, 2 => 0.6f, 3 => 0.9f, _ => SurestName };

    private static ComparedPair[] Compared(IReadOnlyList<ComparedRecord> records, (int A, int B)[] pairs, CancellationToken ct)
    {
        var compared = new ComparedPair[pairs.Length];
        Parallel.For(0, pairs.Length, new ParallelOptions { CancellationToken = ct }, () => new NameMatcher(), (n, _, matcher) =>
        {
            compared[n] = Compare(records, pairs[n].A, pairs[n].B, matcher);
            return matcher;
        }, _ => { });
        return compared;
    }
}
