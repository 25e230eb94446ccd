using Plumbline.Screening.Matching;

namespace Plumbline.Cli.Screening;

/// <summary>Finds which records are of one person, without labels: blocks, compares, learns weights from the pairs themselves, and groups.</summary>
internal sealed class Resolver(IReadOnlyList<MappedField> fields, Records records, bool links)
{
    private const int LargestBlock = 120;
    private const int RandomPairs = 40_000;
    private const int Decided = 1;

    /// <summary>Candidate pairs that were compared.</summary>
    public int Compared { get; private set; }

    /// <summary>Pairs decided to be one person, by record, with their probability.</summary>
    public IReadOnlyList<RecordPair> Run(CancellationToken ct)
    {
        var candidates = Candidates(ct);
        Compared = candidates.Count;
        var levels = candidates.Select(pair => CellComparison.Levels(fields, records.Cells[pair.A], records.Cells[pair.B])).ToArray();
        var weights = RecordWeights.Learn(levels, Strangers(), fields.Count, AllPairs);
        var pairs = candidates.Select((pair, n) => new RecordPair(pair.A, pair.B, weights.Probability(levels[n]))).ToArray();
        var group = RecordClusters.Of(records.Ids.Count, pairs, ct);
        return
        [
            .. group.Select((number, record) => (number, record)).GroupBy(one => one.number, one => one.record).Where(one => one.Count() > Decided)
                .SelectMany(members => Within([.. members], weights)).OrderBy(pair => pair.A).ThenBy(pair => pair.B),
        ];
    }

    private IEnumerable<RecordPair> Within(int[] members, RecordWeights weights)
    {
        var probable = new double[members.Length, members.Length];
        for (var a = 0; a < members.Length; a++)
            for (var b = a + 1; b < members.Length; b++)
                probable[a, b] = probable[b, a] = MayMeet(members[a], members[b]) ? weights.Probability(CellComparison.Levels(fields, records.Cells[members[a]], records.Cells[members[b]])) : 0;
        if (members.Length <= LargestBlock) RecordClusters.ThroughOthers(probable);
        for (var a = 0; a < members.Length; a++)
            for (var b = a + 1; b < members.Length; b++)
                if (MayMeet(members[a], members[b])) yield return new RecordPair(members[a], members[b], probable[a, b]);
    }

    // Records that share a cell, the sound of a name, or two cells that are common each by itself.
    private List<(int A, int B)> Candidates(CancellationToken ct)
    {
        var blocks = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        for (var n = 0; n < records.Cells.Count; n++)
        {
            if ((n & 0x3FF) == 0) ct.ThrowIfCancellationRequested();
            foreach (var key in Keys(records.Cells[n]).Distinct(StringComparer.Ordinal))
            {
                if (!blocks.TryGetValue(key, out var block)) blocks[key] = block = [];
                block.Add(n);
            }
        }
        var pairs = new HashSet<(int, int)>();
        foreach (var (_, block) in blocks)
        {
            if (block.Count > LargestBlock) continue;
            for (var a = 0; a < block.Count; a++)
                for (var b = a + 1; b < block.Count; b++) if (MayMeet(block[a], block[b])) pairs.Add((block[a], block[b]));
        }
        return [.. pairs.OrderBy(pair => pair.Item1).ThenBy(pair => pair.Item2)];
    }

    private IEnumerable<string> Keys(string[] cells)
    {
        var parts = new List<string>();
        for (var n = 0; n < cells.Length; n++)
        {
            if (cells[n].Length == 0) continue;
            var key = fields[n].Kind == FieldKind.Name ? Sound(cells[n]) : cells[n];
            // Columns of one name share their keys, so that given and family may be swapped.
            var place = fields[n].Kind == FieldKind.Name ? fields[n].Name : $"{n}";
            yield return $"{place}|{key}";
            parts.Add($"{place}|{key}");
        }
        for (var a = 0; a < parts.Count; a++)
            for (var b = a + 1; b < parts.Count; b++)
                yield return string.CompareOrdinal(parts[a], parts[b]) < 0 ? $"{parts[a]}&{parts[b]}" : $"{parts[b]}&{parts[a]}";
    }

    private static string Sound(string name) => NameMatcher.Preparer.Prepare(name) is Core.Outcome<PreparedName>.Done { Value: var prepared }
        ? string.Join('.', prepared.Renderings[0].Select(part => part.Key).Order()) : name;

    private double AllPairs => links ? (double)records.First * (records.Ids.Count - records.First) : records.Ids.Count * (records.Ids.Count - 1.0) / 2;

    private bool MayMeet(int a, int b) => !links || (a < records.First != b < records.First);

    // Evenly over the records, and always the same.
    private List<CellLevel[]> Strangers()
    {
        var rows = new List<CellLevel[]>();
        var count = records.Cells.Count;
        for (var n = 0; n < RandomPairs && count > 2; n++)
        {
            var a = (int)((n * 2654435761L) % count);
            var b = (int)(((n * 40503L) + 12_345 + (n / count)) % count);
            if (a != b && MayMeet(a, b)) rows.Add(CellComparison.Levels(fields, records.Cells[a], records.Cells[b]));
        }
        return rows;
    }
}
