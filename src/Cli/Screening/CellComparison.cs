using Plumbline.Screening.Matching;

namespace Plumbline.Cli.Screening;

/// <summary>How far two folded cells agree, by the kind of their field.</summary>
internal static class CellComparison
{
    private const double AlikeText = 0.72;

    /// <summary>The levels of all fields. Names that stand in each other's column of the same field (given for family) are alike; that one's family is the other's given name is chance.</summary>
    public static CellLevel[] Levels(IReadOnlyList<MappedField> fields, string[] a, string[] b)
    {
        var levels = new CellLevel[fields.Count];
        for (var n = 0; n < levels.Length; n++)
        {
            levels[n] = Level(fields[n].Kind, a[n], b[n]);
            if (levels[n] != CellLevel.Different || fields[n].Kind == FieldKind.Date) continue;
            for (var other = 0; other < levels.Length; other++)
                if (other != n && fields[other].Name == fields[n].Name && AreExchanged(fields[n].Kind, (a[n], a[other]), (b[n], b[other]))) levels[n] = CellLevel.Alike;
        }
        return levels;
    }

    private static bool AreExchanged(FieldKind kind, (string One, string Other) a, (string One, string Other) b)
    {
        var (one, other) = (Level(kind, a.One, b.Other), Level(kind, a.Other, b.One));
        return one != CellLevel.Different && other != CellLevel.Different && ((one == CellLevel.Same && a.One.Length > 2) || (other == CellLevel.Same && a.Other.Length > 2));
    }

    private static CellLevel Level(FieldKind kind, string a, string b)
    {
        if (a.Length == 0 || b.Length == 0) return CellLevel.Silent;
        if (a == b) return CellLevel.Same;
        var distance = Distance(a, b);
        return kind switch
        {
            FieldKind.Date or FieldKind.Document => distance <= 1 || (kind == FieldKind.Date && a.Length == 8 && a[..4] == b[..4] && a[4..6] == b[6..] && a[6..] == b[4..6]) ? CellLevel.Alike : CellLevel.Different,
            _ => 1 - ((double)distance / Math.Max(a.Length, b.Length)) >= AlikeText || (Math.Min(a.Length, b.Length) >= 3 && (a.StartsWith(b, StringComparison.Ordinal) || b.StartsWith(a, StringComparison.Ordinal))) ? CellLevel.Alike : CellLevel.Different,
        };
    }

    // Letters left out, put in, changed, or two neighbours swapped (Damerau).
    private static int Distance(string a, string b)
    {
        var width = b.Length + 1;
        Span<int> cells = (a.Length + 1) * width <= 1024 ? stackalloc int[1024] : new int[(a.Length + 1) * width];
        for (var i = 0; i <= a.Length; i++)
            for (var j = 0; j <= b.Length; j++)
            {
                if (i == 0 || j == 0)
                {
                    cells[(i * width) + j] = i + j;
                    continue;
                }
                var best = Math.Min(Math.Min(cells[((i - 1) * width) + j] + 1, cells[(i * width) + j - 1] + 1), cells[((i - 1) * width) + j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) best = Math.Min(best, cells[((i - 2) * width) + j - 2] + 1);
                cells[(i * width) + j] = best;
            }
        return cells[(a.Length * width) + b.Length];
    }
}
