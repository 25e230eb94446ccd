namespace Plumbline.Screening.Matching;

/// <summary>Which letters of one part stood for which of another, along the best path of the alignment.</summary>
internal static class LetterTrace
{
    /// <summary>Pairs such as "خ→kh", joined by blanks; letters that only one side has stand beside "·". Empty where the parts are alike or have no table.</summary>
    public static string Of(PreparedPart a, PreparedPart b)
    {
        if (a.Script == b.Script && a.Symbols.AsSpan().SequenceEqual(b.Symbols)) return "";
        if (CostTables.Alignments.Table(a.Script, b.Script, out var swap) is not { } table) return "";
        var steps = swap ? Steps(table, b.Symbols, a.Symbols) : Steps(table, a.Symbols, b.Symbols);
        return string.Join(' ', steps.Select(step => swap ? (A: step.B, B: step.A) : step).Where(step => a.Script != b.Script || step.A != step.B).Select(step => $"{Show(a.Script, step.A)}→{Show(b.Script, step.B)}"));
    }

    private static string Show(PartScript script, byte symbol) => symbol == 0 ? "·" : Symbols.Show(script, symbol);

    // The same recursion as the score, kept whole to be walked backwards.
    private static List<(byte A, byte B)> Steps(AlignmentTable table, byte[] a, byte[] b)
    {
        var width = b.Length + 1;
        var cells = new int[(a.Length + 1) * width];
        for (var i = 0; i <= a.Length; i++)
            for (var j = 0; j <= b.Length; j++)
            {
                if (i == 0 && j == 0) continue;
                var best = int.MinValue;
                if (i > 0) best = Math.Max(best, cells[((i - 1) * width) + j] + table.Alone(a[i - 1]));
                if (j > 0) best = Math.Max(best, cells[(i * width) + j - 1] + table.OtherAlone(b[j - 1]));
                if (i > 0 && j > 0) best = Math.Max(best, cells[((i - 1) * width) + j - 1] + table.Together(a[i - 1], b[j - 1]));
                cells[(i * width) + j] = best;
            }
        List<(byte A, byte B)> steps = [];
        for (var (i, j) = (a.Length, b.Length); i > 0 || j > 0;)
        {
            var here = cells[(i * width) + j];
            if (i > 0 && j > 0 && here == cells[((i - 1) * width) + j - 1] + table.Together(a[i - 1], b[j - 1])) steps.Add((a[--i], b[--j]));
            else if (i > 0 && here == cells[((i - 1) * width) + j] + table.Alone(a[i - 1])) steps.Add((a[--i], 0));
            else steps.Add((0, b[--j]));
        }
        steps.Reverse();
        return steps;
    }
}
