namespace Plumbline.Screening.Matching;

/// <summary>A first look at a name of a list: how much of it and of the name asked about is explained, without a look at what was written as two words. Enough to tell who is worth a closer one.</summary>
internal sealed class Glance
{
    private const int Most = NamePreparer.MostParts;

    private readonly (float Order, float Score, int I, int J)[] pairs = new (float, float, int, int)[Most * Most];
    private readonly float[] metA = new float[Most], metB = new float[Most];

    /// <summary>How much of both names is explained, each by what its parts tell: 0 to 2.</summary>
    /// <param name="asked">The parts asked about.</param>
    /// <param name="memo">Knows them.</param>
    /// <param name="rows">Where the rows of the other name's parts are.</param>
    public float Of(PreparedPart[] asked, SimilarityMemo memo, ReadOnlySpan<int> rows)
    {
        var count = 0;
        // Of equally good pairs the one that tells more, then the one whose places are nearer.
        for (var i = 0; i < asked.Length; i++)
            for (var j = 0; j < rows.Length; j++)
            {
                var row = memo.Row(rows[j]);
                if (row[i + 1] >= Pairing.Meets) pairs[count++] = (Pairing.Order(row[i + 1], asked[i].Weight, Math.Abs(row[0]), i - j), row[i + 1], i, j);
            }
        metA.AsSpan(0, asked.Length).Clear();
        metB.AsSpan(0, rows.Length).Clear();
        while (count > 0)
        {
            var best = 0;
            for (var n = 1; n < count; n++) if (pairs[n].Order > pairs[best].Order) best = n;
            var (_, score, first, other) = pairs[best];
            (metA[first], metB[other]) = (score, score);
            var kept = 0;
            for (var n = 0; n < count; n++) if (pairs[n].I != first && pairs[n].J != other) pairs[kept++] = pairs[n];
            count = kept;
        }
        float toldA = 0.01f, toldB = 0.01f, a = 0, b = 0;
        for (var i = 0; i < asked.Length; i++)
        {
            if (asked[i].Role is PartRole.Title or PartRole.Legal) continue;
            toldA += asked[i].Weight;
            a += asked[i].Weight * metA[i];
        }
        for (var j = 0; j < rows.Length; j++)
        {
            var told = memo.Row(rows[j])[0];
            if (told < 0) continue;
            toldB += told;
            b += told * metB[j];
        }
        (a, b) = (a / toldA, b / toldB);
        // What tells less may be all there is of a name: it counts for more.
        return toldA <= toldB ? (1.3f * a) + (0.7f * b) : (0.7f * a) + (1.3f * b);
    }
}
