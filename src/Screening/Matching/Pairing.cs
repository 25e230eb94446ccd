namespace Plumbline.Screening.Matching;

/// <summary>Which part of one name met which part of the other. One of these serves one comparison after another on one thread.</summary>
internal sealed class Pairing
{
    /// <summary>Below this two parts have not met.</summary>
    public const float Meets = 0.3f;
    private const float Explains = 0.62f, SameInArabic = 0.7f, SameAcross = 0.3f;
    private const int FewestShared = 2;   // a father and a family: with less, it is as often a nickname
    private const float JoinGain = 0.08f;
    private const int Most = NamePreparer.MostParts;

    private readonly float[] similar = new float[Most * Most];
    private readonly int[] withA = new int[Most], withB = new int[Most];
    private readonly float[] scoreA = new float[Most];
    private readonly byte[] joined = new byte[2 * Symbols.Longest];

    public PreparedPart[] A { get; private set; } = [];

    public PreparedPart[] B { get; private set; } = [];

    /// <summary>Part of B that met a part of A; -1 for none.</summary>
    public int OfA(int a) => withA[a];

    /// <summary>Part of A that met a part of B; -1 for none.</summary>
    public int OfB(int b) => withB[b];

    /// <summary>How well a part of A met its part.</summary>
    public float Score(int a) => scoreA[a];

    public float Similar(int a, int b) => similar[(a * Most) + b];

    /// <summary>Whether each side has a figure that the other has not.</summary>
    public bool NumbersDiffer
    {
        get
        {
            var (a, b) = (false, false);
            for (var n = 0; n < A.Length; n++) a |= A[n].Role == PartRole.Number && withA[n] < 0;
            for (var n = 0; n < B.Length; n++) b |= B[n].Role == PartRole.Number && withB[n] < 0;
            return a && b;
        }
    }

    /// <summary>Whether the first names are two names, and the rest, at least two parts of it, is explained on both sides.</summary>
    public bool OnlyOwnNamesDiffer
    {
        get
        {
            var (own, other) = (First(A), First(B));
            if (own < 0 || other < 0) return false;
            // Within Arabic letters one name is written in one or two ways; across scripts in many.
            var same = A[own].Script == PartScript.Arabic && B[other].Script == PartScript.Arabic ? SameInArabic : SameAcross;
            var explained = 0;
            for (var i = 0; i < A.Length; i++)
            {
                if (!IsNamed(A[i])) continue;
                var best = -1f;
                for (var j = 0; j < B.Length; j++) best = Math.Max(best, Similar(i, j));
                if (i == own ? best >= same : best < Explains) return false;
                if (i != own) explained++;
            }
            for (var j = 0; j < B.Length; j++)
            {
                if (!IsNamed(B[j])) continue;
                var best = -1f;
                for (var i = 0; i < A.Length; i++) best = Math.Max(best, Similar(i, j));
                if (j == other ? best >= same : best < Explains) return false;
            }
            return explained >= FewestShared;
        }
    }

    private static bool IsNamed(PreparedPart part) => part.Role is PartRole.Name or PartRole.Kunya;

    private static int First(PreparedPart[] parts) => Array.FindIndex(parts, part => part.Role == PartRole.Name);

    /// <summary>Finds who met whom: the best pair first, and then what was written as two words on one side and as one on the other.</summary>
    public void Meet(PreparedPart[] a, PreparedPart[] b)
    {
        (A, B) = (a, b);
        Array.Fill(withA, -1);
        Array.Fill(withB, -1);
        for (var i = 0; i < a.Length; i++)
            for (var j = 0; j < b.Length; j++) similar[(i * Most) + j] = PartSimilarity.Of(a[i], b[j]);
        while (Best(out var first, out var other) is >= Meets and var score) (withA[first], withB[other], scoreA[first]) = (other, first, score);
        Join(a, b, withA, withB, swapped: false);
        Join(b, a, withB, withA, swapped: true);
    }

    // Of equally good pairs the one that tells more, then the one whose places are nearer.
    private float Best(out int first, out int other)
    {
        (first, other) = (-1, -1);
        var (best, rank) = (-1f, float.MinValue);
        for (var i = 0; i < A.Length; i++)
        {
            if (withA[i] >= 0) continue;
            for (var j = 0; j < B.Length; j++)
            {
                if (withB[j] >= 0) continue;
                var score = Similar(i, j);
                if (score < Meets) continue;
                var order = score + (0.05f * Math.Min(A[i].Weight, B[j].Weight)) - (0.002f * Math.Abs(i - j));
                if (order > rank) (best, rank, first, other) = (score, order, i, j);
            }
        }
        return best;
    }

    private void Join(PreparedPart[] one, PreparedPart[] other, int[] withOne, int[] withOther, bool swapped)
    {
        for (var i = 0; i + 1 < one.Length; i++)
        {
            if (one[i].Script != one[i + 1].Script || !IsWord(one[i]) || !IsWord(one[i + 1])) continue;
            var (left, right) = (withOne[i], withOne[i + 1]);
            if (left >= 0 == right >= 0) continue;
            var met = Math.Max(left, right);
            if (!IsWord(other[met]) || withOther[met] is var holder && holder != (left >= 0 ? i : i + 1)) continue;
            var length = one[i].Symbols.Length;
            if (length + one[i + 1].Symbols.Length > Symbols.LongestWhole) continue;
            one[i].Symbols.CopyTo(joined, 0);
            one[i + 1].Symbols.CopyTo(joined, length);
            var together = PartSimilarity.Of(joined.AsSpan(0, length + one[i + 1].Symbols.Length), one[i].Script, other[met].Symbols, other[met].Script);
            var held = swapped ? scoreA[met] : scoreA[left >= 0 ? i : i + 1];
            if (together < held + JoinGain) continue;
            (withOne[i], withOne[i + 1]) = (met, met);
            if (swapped) scoreA[met] = together;
            else (scoreA[i], scoreA[i + 1]) = (together, together);
        }
    }

    private static bool IsWord(PreparedPart part) => part.Role is PartRole.Name or PartRole.Sector or PartRole.Title or PartRole.Initial;
}
