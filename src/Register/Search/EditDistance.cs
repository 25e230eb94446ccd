namespace Plumbline.Register.Search;

/// <summary>Letters that two short words differ by; neighbours exchanged count as one, as in the index's automaton.</summary>
internal static class EditDistance
{
    /// <summary>Whether at most so many letters must change, go or come.</summary>
    public static bool IsWithin(string one, string other, int edits)
    {
        if (Math.Abs(one.Length - other.Length) > edits) return false;
        Span<int> before = stackalloc int[other.Length + 1], row = stackalloc int[other.Length + 1], next = stackalloc int[other.Length + 1];
        for (var j = 0; j <= other.Length; j++) row[j] = j;
        for (var i = 1; i <= one.Length; i++)
        {
            next[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                next[j] = Math.Min(Math.Min(row[j], next[j - 1]) + 1, row[j - 1] + (one[i - 1] == other[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1]) next[j] = Math.Min(next[j], before[j - 2] + 1);
            }

            var spare = before;
            before = row;
            row = next;
            next = spare;
        }

        return row[other.Length] <= edits;
    }
}
