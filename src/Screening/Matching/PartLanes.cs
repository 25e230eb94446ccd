namespace Plumbline.Screening.Matching;

/// <summary>How alike the parts of a query are to many numbered parts that only their letters tell apart: those of one script, the short ones first, in blocks of lanes. One of these serves one thread.</summary>
internal sealed class PartLanes(AlignmentSet alignments, PartStore store)
{
    // Of fewer than this, one by one is as fast.
    private const int Fewest = 8;
    private const int Bins = 3 * (Symbols.Longest + 1);   // of scripts with a table, and of lengths

    private readonly AlignmentLanes lanes = new();
    private readonly int[] ends = new int[Bins + 1];
    private int[] sorted = [];

    /// <summary>Fills in how alike parts are, and leaves out the pairs that something else than letters speaks for.</summary>
    /// <param name="own">The parts of the query.</param>
    /// <param name="numbers">The others.</param>
    /// <param name="rows">A row each: a place to keep, then one for each part of the query.</param>
    /// <returns>Whether there were enough of them; otherwise nothing was filled in.</returns>
    public bool Fill(ReadOnlySpan<PartRecord> own, ReadOnlySpan<int> numbers, Span<float> rows)
    {
        if (!AlignmentLanes.IsSupported || numbers.Length < Fewest) return false;
        foreach (var part in own) if (part.IsPlain && !alignments.HasRows(part.Script)) return false;
        if (sorted.Length < numbers.Length) sorted = new int[numbers.Length * 2];
        Sort(numbers);
        var stride = own.Length + 1;
        for (var script = PartScript.Latin; script <= PartScript.Cyrillic; script++)
        {
            var (from, to) = (ends[(int)script * (Symbols.Longest + 1)], ends[((int)script + 1) * (Symbols.Longest + 1)]);
            for (; from < to; from += AlignmentLanes.Count)
                Block(own, numbers, sorted.AsSpan(from, Math.Min(AlignmentLanes.Count, to - from)), script, rows, stride);
        }
        return true;
    }

    // Counts how many there are of each script and length, and puts them there. Those that are not plain are left out.
    private void Sort(ReadOnlySpan<int> numbers)
    {
        Array.Clear(ends);
        foreach (var number in numbers) if (store.Record(number) is { IsPlain: true } record) ends[Bin(record) + 1]++;
        for (var bin = 0; bin < Bins; bin++) ends[bin + 1] += ends[bin];
        Span<int> next = stackalloc int[Bins];
        ends.AsSpan(0, Bins).CopyTo(next);
        for (var n = 0; n < numbers.Length; n++) if (store.Record(numbers[n]) is { IsPlain: true } record) sorted[next[Bin(record)]++] = n;
    }

    private static int Bin(in PartRecord record) => ((int)record.Script * (Symbols.Longest + 1)) + record.Length;

    private void Block(ReadOnlySpan<PartRecord> own, ReadOnlySpan<int> numbers, ReadOnlySpan<int> block, PartScript script, Span<float> rows, int stride)
    {
        lanes.Begin();
        for (var lane = 0; lane < block.Length; lane++) lanes.Put(lane, store.Record(numbers[block[lane]]).Symbols);
        lanes.Close();
        for (var n = 0; n < own.Length; n++)
        {
            ref readonly var part = ref own[n];
            if (!part.IsPlain) continue;
            var table = alignments.Table(part.Script, script, out var swap)!;
            var letters = table.Rows(swap)!;
            lanes.Against(letters);
            lanes.Extend(letters, part.Symbols[part.Article..]);
            for (var lane = 0; lane < block.Length; lane++)
                rows[(block[lane] * stride) + n + 1] = Best(table, store.Record(numbers[block[lane]]), lane, part.Length - part.Article);
            if (part.Article > 0) lanes.Extend(letters, part.Symbols[..part.Article]);
            for (var lane = 0; lane < block.Length; lane++)
            {
                ref readonly var record = ref store.Record(numbers[block[lane]]);
                ref var alike = ref rows[(block[lane] * stride) + n + 1];
                if (part.Article > 0) alike = Math.Max(alike, Best(table, record, lane, part.Length));
                alike = part.IsSame(record) ? 1 : Math.Clamp(alike, AlignmentSet.Different, 1);
            }
        }
    }

    // With the other's article or without it.
    private float Best(AlignmentTable table, in PartRecord record, int lane, int taken)
    {
        var whole = table.Share(lanes.Score(lane, 0), taken + record.Length);
        return record.Article == 0 ? whole : Math.Max(whole, table.Share(lanes.Score(lane, record.Article), taken + record.Length - record.Article));
    }
}
