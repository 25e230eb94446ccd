namespace Plumbline.Screening.Matching;

/// <summary>Which part of one name met which part of the other. One of these serves one comparison after another on one thread.</summary>
internal sealed class Pairing(AlignmentSet alignments)
{
    /// <summary>Below this two parts have not met.</summary>
    public const float Meets = 0.3f;
    private const float Explains = 0.62f, SameInArabic = 0.7f, SameAcross = 0.3f;
    private const int FewestShared = 2;   // a father and a family: with less, it is as often a nickname
    private const float JoinGain = 0.08f;
    private const int Most = NamePreparer.MostParts;

    private readonly float[] similar = new float[Most * Most];
    private readonly int[] withA = new int[Most], withB = new int[Most];
    private readonly float[] scoreA = new float[Most], nearestOfA = new float[Most], nearestOfB = new float[Most];
    private readonly byte[] joined = new byte[2 * Symbols.Longest];

    /// <summary>What is known of how alike parts are; null where nothing is.</summary>
    public SimilarityMemo? Memo { get; set; }

    public PreparedPart[] A { get; private set; } = [];

    public PreparedPart[] B { get; private set; } = [];

    /// <summary>Part of B that met a part of A; -1 for none.</summary>
    public int OfA(int a) => withA[a];

    /// <summary>Part of A that met a part of B; -1 for none.</summary>
    public int OfB(int b) => withB[b];

    /// <summary>How well a part of A met its part.</summary>
    public float Score(int a) => scoreA[a];

    public float Similar(int a, int b) => similar[(a * Most) + b];

    /// <summary>The most alike that any part of B is to a part of A, met or not.</summary>
    public float BestOfA(int a) => withA[a] >= 0 ? Math.Max(nearestOfA[a], scoreA[a]) : nearestOfA[a];

    /// <summary>The most alike that any part of A is to a part of B, met or not.</summary>
    public float BestOfB(int b) => withB[b] >= 0 ? Math.Max(nearestOfB[b], scoreA[withB[b]]) : nearestOfB[b];

    /// <summary>How alike two runs of letters are.</summary>
    public float Alike(ReadOnlySpan<byte> a, PartScript scriptA, ReadOnlySpan<byte> b, PartScript scriptB) => alignments.Similarity(a, scriptA, b, scriptB);

    /// <summary>Whether each side has a figure that the other has not.</summary>
    public bool NumbersDiffer
    {
        get
        {
            var (a, b) = (false, false);
            for (var n = 0; n < A.Length; n++) a |= A[n].Role == PartRole.Number && withA[n] < 0;
            if (!a) return false;
            for (var n = 0; n < B.Length; n++) b |= B[n].Role == PartRole.Number && withB[n] < 0;
            return b;
        }
    }

    /// <summary>Whether all that one side has to tell is a figure, and the other has none: a numbered body against a named one.</summary>
    public bool OnlyNumberAgainstName => (IsNumbered(A, withA) && IsNamed(B, withB)) || (IsNumbered(B, withB) && IsNamed(A, withA));

    /// <summary>Whether each is the son of whom the other is: Ahmad bin Hasan and Hasan bin Ahmad.</summary>
    public bool ChainIsTurned => A.Length > 1 && B.Length > 1 && A[1].IsOfFather && B[1].IsOfFather && withA[0] == 1 && withA[1] == 0 && Similar(0, 0) < Explains && Similar(1, 1) < Explains;

    private static bool IsNumbered(PreparedPart[] parts, int[] with)
    {
        var any = false;
        for (var n = 0; n < parts.Length; n++)
        {
            if (parts[n].Role is PartRole.Legal or PartRole.Title or PartRole.Sector) continue;
            if (parts[n].Role != PartRole.Number || with[n] >= 0) return false;
            any = true;
        }
        return any;
    }

    private static bool IsNamed(PreparedPart[] parts, int[] with)
    {
        for (var n = 0; n < parts.Length; n++)
            if (IsNamed(parts[n]) && with[n] < 0) return true;
        return false;
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
                if (i == own ? nearestOfA[i] >= same : nearestOfA[i] < Explains) return false;
                if (i != own) explained++;
            }
            for (var j = 0; j < B.Length; j++)
                if (IsNamed(B[j]) && (j == other ? nearestOfB[j] >= same : nearestOfB[j] < Explains)) return false;
            return explained >= FewestShared;
        }
    }

    /// <summary>Whether the first names are known to be two, as Don and John are and as servants of two names of God, and neither stands elsewhere on the other side.</summary>
    public bool OwnNamesContradict
    {
        get
        {
            var (own, other) = (First(A), First(B));
            if (own < 0 || other < 0 || nearestOfA[own] >= Explains || nearestOfB[other] >= Explains) return false;
            var areGiven = A[own].Given != 0 && B[other].Given != 0 && (A[own].Given & B[other].Given) == 0;
            var areServants = A[own].Symbols[0] == Symbols.Abd && B[other].Symbols[0] == Symbols.Abd && Similar(own, other) <= AlignmentSet.OfOtherServant;
            return areGiven || areServants;
        }
    }

    private static bool IsNamed(PreparedPart part) => part.Role is PartRole.Name or PartRole.Kunya;

    private static int First(PreparedPart[] parts)
    {
        for (var n = 0; n < parts.Length; n++) if (parts[n].Role == PartRole.Name) return n;
        return -1;
    }

    /// <summary>Finds who met whom: the best pair first, and then what was written as two words on one side and as one on the other.</summary>
    public void Meet(PreparedPart[] a, PreparedPart[] b)
    {
        Align(a, b);
        Join(a, b, withA, withB, swapped: false);
        Join(b, a, withB, withA, swapped: true);
    }

    private void Align(PreparedPart[] a, PreparedPart[] b)
    {
        (A, B) = (a, b);
        withA.AsSpan(0, a.Length).Fill(-1);
        withB.AsSpan(0, b.Length).Fill(-1);
        nearestOfB.AsSpan(0, b.Length).Fill(-1);
        for (var i = 0; i < a.Length; i++)
        {
            var nearest = -1f;
            for (var j = 0; j < b.Length; j++)
            {
                var score = Memo is null ? alignments.Similarity(a[i], b[j]) : Memo.Similarity(a[i], b[j]);
                similar[(i * Most) + j] = score;
                nearest = Math.Max(nearest, score);
                nearestOfB[j] = Math.Max(nearestOfB[j], score);
            }
            nearestOfA[i] = nearest;
        }
        while (Best(out var first, out var other) is >= Meets and var score) (withA[first], withB[other], scoreA[first]) = (other, first, score);
    }

    // Of equally good pairs the one that tells more, then the one whose places are nearer.
    private float Best(out int first, out int other)
    {
        (first, other) = (-1, -1);
        var (best, rank) = (-1f, float.MinValue);
        for (var i = 0; i < A.Length; i++)
        {
            if (withA[i] >= 0 || nearestOfA[i] < Meets) continue;
            for (var j = 0; j < B.Length; j++)
            {
                if (withB[j] >= 0) continue;
                var score = Similar(i, j);
                if (score < Meets) continue;
                var order = Order(score, A[i].Weight, B[j].Weight, i - j);
                if (order > rank) (best, rank, first, other) = (score, order, i, j);
            }
        }
        return best;
    }

    /// <summary>Which of several pairs of parts is taken first, the highest.</summary>
    public static float Order(float score, float weightA, float weightB, int apart) => score + (0.05f * Math.Min(weightA, weightB)) - (0.002f * Math.Abs(apart));

    private void Join(PreparedPart[] one, PreparedPart[] other, int[] withOne, int[] withOther, bool swapped)
    {
        for (var i = 0; i + 1 < one.Length; i++)
        {
            if (one[i].Script != one[i + 1].Script || !IsWord(one[i]) || !IsWord(one[i + 1])) continue;
            var (left, right) = (withOne[i], withOne[i + 1]);
            if (left >= 0 == right >= 0) continue;
            var met = Math.Max(left, right);
            if (!IsWord(other[met]) || withOther[met] is var holder && holder != (left >= 0 ? i : i + 1)) continue;
            // What is as alike as can be gains nothing, and most that met are.
            var held = swapped ? scoreA[met] : scoreA[left >= 0 ? i : i + 1];
            if (held + JoinGain > 1) continue;
            var length = one[i].Symbols.Length;
            if (length + one[i + 1].Symbols.Length > Symbols.LongestWhole) continue;
            one[i].Symbols.CopyTo(joined, 0);
            one[i + 1].Symbols.CopyTo(joined, length);
            var together = alignments.Similarity(joined.AsSpan(0, length + one[i + 1].Symbols.Length), one[i].Script, other[met].Symbols, other[met].Script);
            if (together < held + JoinGain) continue;
            (withOne[i], withOne[i + 1]) = (met, met);
            if (swapped) scoreA[met] = together;
            else (scoreA[i], scoreA[i + 1]) = (together, together);
        }
    }

    private static bool IsWord(PreparedPart part) => part.Role is PartRole.Name or PartRole.Sector or PartRole.Title or PartRole.Initial;
}
