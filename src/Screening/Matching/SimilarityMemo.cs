namespace Plumbline.Screening.Matching;

/// <summary>How alike the parts of one query are to numbered parts, kept while the query lasts: candidates share most of their parts.</summary>
internal sealed class SimilarityMemo
{
    private const int Places = 1 << 13;

    private readonly int[] keys = new int[Places];
    private readonly float[] values = new float[Places];
    private int rendering;

    /// <summary>Begins a query.</summary>
    public void Clear() => Array.Clear(keys);

    /// <summary>Says which rendering of the query is compared from now on.</summary>
    public void Turn(int next) => rendering = next;

    /// <summary>How alike a part of the query is to one with a number, on either side.</summary>
    public float Similarity(AlignmentSet alignments, PreparedPart a, PreparedPart b)
    {
        unchecked
        {
            var (asked, numbered) = a.Number >= 0 ? (b, a) : (a, b);
            if (numbered.Number < 0) return alignments.Similarity(a, b);
            var key = (((numbered.Number * 2) + rendering) * NamePreparer.MostParts) + asked.Position + 1;
            var place = (int)((uint)(key * 0x2C1B3C6D) >> 19);
            if (keys[place] == key) return values[place];
            keys[place] = key;
            return values[place] = alignments.Similarity(a, b);
        }
    }
}
