namespace Plumbline.Networks.Motifs;

/// <summary>Counts sequences of three contacts within a span by letting each contact in and out of a window of time once.</summary>
internal sealed class SequenceCounter(double span)
{
    private readonly long[] one = new long[6];
    private readonly long[] two = new long[36];
    private readonly long[] three = new long[216];
    private readonly List<(double At, int Place, int Way)> row = [];

    /// <summary>By pattern.</summary>
    public long[] Counts { get; } = new long[TemporalMotifs.Names.Count];

    /// <summary>Sequences between two vertices.</summary>
    public void Pair(List<ContactBook.TimedWay> contacts)
    {
        row.Clear();
        Add(contacts, 0, 1);
        Count();
        for (var code = 0; code < three.Length; code++)
            if (three[code] > 0) Counts[TemporalMotifs.Pattern(code / 36, code / 6 % 6, code % 6)] += three[code];
    }

    /// <summary>Sequences that need all three vertices.</summary>
    public void Three(ContactBook book, int a, int b, int c)
    {
        row.Clear();
        Add(book.Of(a, b), 0, 1);
        Add(book.Of(a, c), 2, 3);
        Add(book.Of(b, c), 4, 5);
        row.Sort((first, second) => first.Place.CompareTo(second.Place));
        Count();
        for (var code = 0; code < three.Length; code++)
        {
            var (first, second, third) = (code / 36, code / 6 % 6, code % 6);
            // All between one pair: counted with the pair.
            if (three[code] > 0 && !(first / 2 == second / 2 && second / 2 == third / 2)) Counts[TemporalMotifs.Pattern(first, second, third)] += three[code];
        }
    }

    private void Add(List<ContactBook.TimedWay> contacts, int up, int down)
    {
        foreach (var contact in contacts) row.Add((contact.At, contact.Place, contact.IsUp ? up : down));
    }

    private void Count()
    {
        Array.Clear(one);
        Array.Clear(two);
        Array.Clear(three);
        var oldest = 0;
        foreach (var (at, _, way) in row)
        {
            for (; row[oldest].At < at - span; oldest++)
            {
                // Who leaves takes along the pairs that it begins.
                var gone = row[oldest].Way;
                one[gone]--;
                for (var next = 0; next < 6; next++) two[(gone * 6) + next] -= one[next];
            }
            for (var code = 0; code < 36; code++) three[(code * 6) + way] += two[code];
            for (var first = 0; first < 6; first++) two[(first * 6) + way] += one[first];
            one[way]++;
        }
    }
}
