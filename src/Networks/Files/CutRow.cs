namespace Plumbline.Networks.Files;

/// <summary>One row of comma-separated text as <see cref="CsvRow"/> cuts it, without an object a field where nothing is quoted. Lives no longer than its line and the cuts under it.</summary>
internal readonly ref struct CutRow
{
    private readonly ReadOnlySpan<char> line;
    private readonly ReadOnlySpan<Range> cuts;
    private readonly string[]? fields;

    private CutRow(ReadOnlySpan<char> line, ReadOnlySpan<Range> cuts, int count, string[]? fields)
    {
        this.line = line;
        this.cuts = cuts;
        this.fields = fields;
        Count = count;
    }

    /// <summary>How many fields there are; -1 where a quote is not closed.</summary>
    public int Count { get; }

    public ReadOnlySpan<char> this[int field] => fields is null ? line[cuts[field]] : fields[field];

    /// <param name="line">Without its end.</param>
    /// <param name="cuts">The caller's: room for one more than the fields that are wanted.</param>
    public static CutRow Of(string line, Range[] cuts)
    {
        if (!line.Contains('"', StringComparison.Ordinal))
        {
            var count = line.AsSpan().Split(cuts, ',', StringSplitOptions.TrimEntries);
            // The last cut takes in all that is left.
            return new(line, cuts, count < cuts.Length ? count : line.AsSpan().Count(',') + 1, null);
        }
        var fields = CsvRow.Cut(line);
        return new(line, cuts, fields?.Length ?? -1, fields ?? []);
    }
}
