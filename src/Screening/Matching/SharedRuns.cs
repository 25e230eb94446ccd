namespace Plumbline.Screening.Matching;

/// <summary>How many runs of three letters two names share: of all runs of both, 0 to 1.</summary>
internal static class SharedRuns
{
    private const int Most = 128, Places = 256;
    private const int One = 1 << 24, Key = One - 1;   // above the run stands how often it is still to be met

    /// <summary>-1 where the names are written in two scripts.</summary>
    public static float Of(PreparedPart[] a, PreparedPart[] b)
    {
        if (a[0].Script != b[0].Script) return -1;
        Span<int> table = stackalloc int[Places];
        table.Clear();
        var (countA, _) = Walk(a, table, adds: true);
        if (countA == 0) return -1;
        var (countB, shared) = Walk(b, table, adds: false);
        return countB == 0 ? -1 : (float)shared / (countA + countB - shared);
    }

    private static (int Count, int Shared) Walk(PreparedPart[] parts, Span<int> table, bool adds)
    {
        var (count, shared) = (0, 0);
        unchecked
        {
            foreach (var part in parts)
            {
                if (part.Role is PartRole.Title or PartRole.Legal || part.Script == PartScript.Other) continue;
                int before = 0, last = 0;
                var symbols = part.Symbols;
                for (var n = 0; n <= symbols.Length && count < Most; n++)
                {
                    var symbol = n < symbols.Length ? symbols[n] : 0;
                    if (Meet(table, (before << 14) | (last << 7) | symbol, adds)) shared++;
                    count++;
                    (before, last) = (last, symbol);
                }
            }
        }
        return (count, shared);
    }

    private static bool Meet(Span<int> table, int run, bool adds)
    {
        unchecked
        {
            var place = (int)((uint)(run * 0x2C1B3C6D) >> 24);
            while (table[place] != 0 && (table[place] & Key) != run) place = (place + 1) & (Places - 1);
            if (adds) table[place] = table[place] == 0 ? run | One : table[place] + One;
            else if (table[place] > Key) table[place] -= One;
            else return false;
            return !adds;
        }
    }
}
