namespace Plumbline.Screening.Matching;

/// <summary>What is measured on a pair of names; the order is that of the model.</summary>
/// <remarks>"Shorter" is the side that tells less: what is missing there is an omission, what is unexplained on both sides a contradiction.</remarks>
internal static class PairFeatures
{
    /// <summary>How many there are.</summary>
    public const int Count = 44;

    /// <param name="organisations">How many of the two names look like an organisation's.</param>
    public static void Measure(Pairing pairing, int organisations, Span<float> into)
    {
        var (a, b) = (new Side(), new Side());
        for (var i = 0; i < pairing.A.Length; i++) a.Take(pairing.A[i], pairing.OfA(i) >= 0, pairing.OfA(i) >= 0 ? pairing.Score(i) : 0, pairing.BestOfA(i));
        for (var j = 0; j < pairing.B.Length; j++) b.Take(pairing.B[j], pairing.OfB(j) >= 0, pairing.OfB(j) >= 0 ? pairing.Score(pairing.OfB(j)) : 0, pairing.BestOfB(j));
        var (s, l) = a.Weight <= b.Weight ? (a, b) : (b, a);
        var at = 0;
        into[at++] = s.Covered / Math.Max(0.01f, s.Weight);
        into[at++] = l.Covered / Math.Max(0.01f, l.Weight);
        into[at++] = s.MeanMet;
        into[at++] = Math.Min(s.LowestMet, l.LowestMet);
        into[at++] = s.SecondLowestMet;
        into[at++] = s.Unmet;
        into[at++] = l.Unmet;
        into[at++] = s.HighestUnmet;
        into[at++] = l.HighestUnmet;
        into[at++] = Math.Min(s.UnmetParts, l.UnmetParts);
        into[at++] = Nearest(pairing);
        into[at++] = s.Parts;
        into[at++] = l.Parts;
        into[at++] = s.MetParts;
        into[at++] = s.Covered;
        into[at++] = s.HighestMet;
        into[at++] = pairing.A.Length > 0 && pairing.B.Length > 0 ? pairing.Similar(0, 0) : -1;
        into[at++] = pairing.A.Length > 0 && pairing.B.Length > 0 ? pairing.Similar(pairing.A.Length - 1, pairing.B.Length - 1) : -1;
        into[at++] = Inversions(pairing);
        into[at++] = Whole(pairing);
        into[at++] = Scripts(pairing);
        into[at++] = s.UnmetNumbers + l.UnmetNumbers;
        into[at++] = s.MetNumbers;
        into[at++] = Legal(pairing);
        into[at++] = organisations;
        into[at++] = s.CoveredSector / Math.Max(0.01f, s.Covered);
        into[at++] = s.Titles + l.Titles;
        into[at++] = s.Initials + l.Initials;
        into[at++] = s.Kunya + l.Kunya;
        into[at++] = s.MetKunya;
        into[at++] = s.UnmetNames;
        into[at++] = l.UnmetNames;
        into[at++] = s.LongestUnmet;
        into[at++] = s.LowestBest;
        into[at++] = s.SumBest / Math.Max(0.01f, s.Weight);
        into[at++] = l.SumBest / Math.Max(0.01f, l.Weight);
        into[at++] = s.Letters;
        into[at++] = l.Letters;
        into[at++] = SharedRuns.Of(pairing.A, pairing.B);
        into[at++] = Acronym(pairing);
        // Whose own name it is comes first: two brothers share all the rest.
        var (ownA, ownB) = (OwnOfA(pairing), OwnOfB(pairing));
        into[at++] = Math.Min(ownA, ownB);
        into[at++] = Math.Max(ownA, ownB);
        into[at++] = Families(pairing);
        into[at] = Crossed(pairing);
    }

    // Where both sides say which is the family name: how alike the two are.
    private static float Families(Pairing pairing)
    {
        var best = -2f;
        for (var i = 0; i < pairing.A.Length; i++)
            for (var j = 0; j < pairing.B.Length; j++)
                if (pairing.A[i].IsFamily && pairing.B[j].IsFamily) best = Math.Max(best, pairing.OfA(i) == j ? pairing.Score(i) : pairing.Similar(i, j));
        return best;
    }

    // How many parts met across that border; 0 where one side does not say.
    private static float Crossed(Pairing pairing)
    {
        var (crossed, saidA, saidB) = (0, false, false);
        for (var i = 0; i < pairing.A.Length; i++)
        {
            saidA |= pairing.A[i].IsFamily;
            if (pairing.OfA(i) >= 0 && pairing.A[i].IsFamily != pairing.B[pairing.OfA(i)].IsFamily) crossed++;
        }
        foreach (var part in pairing.B) saidB |= part.IsFamily;
        return saidA && saidB ? crossed : 0;
    }

    private static float OwnOfA(Pairing pairing)
    {
        for (var i = 0; i < pairing.A.Length; i++)
            if (pairing.A[i].Role is PartRole.Name or PartRole.Initial) return pairing.BestOfA(i);
        return -1;
    }

    private static float OwnOfB(Pairing pairing)
    {
        for (var j = 0; j < pairing.B.Length; j++)
            if (pairing.B[j].Role is PartRole.Name or PartRole.Initial) return pairing.BestOfB(j);
        return -1;
    }

    // What is left on both sides: nearly the same, or something else?
    private static float Nearest(Pairing pairing)
    {
        var best = -1.1f;
        for (var i = 0; i < pairing.A.Length; i++)
        {
            if (pairing.OfA(i) >= 0 || !Counts(pairing.A[i])) continue;
            for (var j = 0; j < pairing.B.Length; j++)
                if (pairing.OfB(j) < 0 && Counts(pairing.B[j])) best = Math.Max(best, pairing.Similar(i, j));
        }
        return best;
    }

    private static float Inversions(Pairing pairing)
    {
        var (inversions, pairs) = (0, 0);
        for (var i = 0; i < pairing.A.Length; i++)
            for (var k = i + 1; k < pairing.A.Length; k++)
            {
                if (pairing.OfA(i) < 0 || pairing.OfA(k) < 0 || pairing.OfA(i) == pairing.OfA(k)) continue;
                pairs++;
                if (pairing.OfA(i) > pairing.OfA(k)) inversions++;
            }
        return pairs == 0 ? 0 : (float)inversions / pairs;
    }

    // The letters run together, for what was cut into words otherwise.
    private static float Whole(Pairing pairing)
    {
        Span<byte> a = stackalloc byte[Symbols.LongestWhole], b = stackalloc byte[Symbols.LongestWhole];
        var (lengthA, scriptA) = RunTogether(pairing.A, a);
        var (lengthB, scriptB) = RunTogether(pairing.B, b);
        return lengthA == 0 || lengthB == 0 ? -1 : pairing.Alike(a[..lengthA], scriptA, b[..lengthB], scriptB);
    }

    private static (int Length, PartScript Script) RunTogether(PreparedPart[] parts, Span<byte> into)
    {
        var length = 0;
        var script = PartScript.Latin;
        foreach (var part in parts)
        {
            if (!Counts(part) || part.Script is PartScript.Number or PartScript.Other) continue;
            script = part.Script;
            var symbols = part.Symbols.AsSpan(0, Math.Min(part.Symbols.Length, into.Length - length));
            symbols.CopyTo(into[length..]);
            length += symbols.Length;
        }
        return (length, script);
    }

    private static float Scripts(Pairing pairing)
    {
        var (a, b) = (pairing.A[0].Script, pairing.B[0].Script);
        if (a > b) (a, b) = (b, a);
        return ((int)a * 5) + (int)b;
    }

    private static float Legal(Pairing pairing)
    {
        int a = 0, b = 0, met = 0;
        for (var i = 0; i < pairing.A.Length; i++)
        {
            if (pairing.A[i].Role != PartRole.Legal) continue;
            a++;
            if (pairing.OfA(i) >= 0) met++;
        }
        foreach (var part in pairing.B) if (part.Role == PartRole.Legal) b++;
        return a == 0 && b == 0 ? 0 : a == 0 || b == 0 ? 1 : met > 0 ? 2 : 3;
    }

    // One side's word is the first letters of the other's.
    private static float Acronym(Pairing pairing) => IsAcronym(pairing.A, pairing.B) || IsAcronym(pairing.B, pairing.A) ? 1 : 0;

    private static bool IsAcronym(PreparedPart[] one, PreparedPart[] other)
    {
        if (other.Length < 3) return false;
        foreach (var part in one)
        {
            if (part.Role != PartRole.Name || part.Symbols.Length < 3 || part.Symbols.Length > other.Length) continue;
            var fits = true;
            for (var n = 0; n < part.Symbols.Length && fits; n++) fits = other[n].Symbols[0] == part.Symbols[n];
            if (fits) return true;
        }
        return false;
    }

    private static bool Counts(PreparedPart part) => part.Role is not (PartRole.Title or PartRole.Legal);

    /// <summary>What one side has, and how much of it met the other.</summary>
    private struct Side
    {
        public Side()
        {
        }

        public float Weight, Covered, CoveredSector, Unmet, UnmetNames, HighestUnmet, HighestMet, SumBest, LongestUnmet;
        public float LowestMet = 1.2f, SecondLowestMet = 1.2f, LowestBest = 1.2f;
        public int Parts, MetParts, UnmetParts, UnmetNumbers, MetNumbers, Titles, Initials, Kunya, MetKunya, Letters;
        private float met, metWeight;

        public readonly float MeanMet => metWeight == 0 ? -1 : met / metWeight;

        public void Take(PreparedPart part, bool isMet, float score, float best)
        {
            if (part.Role == PartRole.Title) Titles++;
            if (!Counts(part)) return;
            Parts++;
            Letters += part.Symbols.Length;
            Weight += part.Weight;
            SumBest += part.Weight * Math.Max(0, best);
            LowestBest = Math.Min(LowestBest, best);
            if (part.Role == PartRole.Initial) Initials++;
            if (part.Role == PartRole.Kunya) Kunya++;
            if (isMet) Met(part, score);
            else Missed(part);
        }

        private void Met(PreparedPart part, float score)
        {
            MetParts++;
            var share = Math.Clamp(score, 0, 1);
            Covered += part.Weight * share;
            if (part.Role == PartRole.Sector) CoveredSector += part.Weight * share;
            met += part.Weight * score;
            metWeight += part.Weight;
            HighestMet = Math.Max(HighestMet, part.Weight * share);
            if (score < LowestMet) (SecondLowestMet, LowestMet) = (LowestMet, score);
            else if (score < SecondLowestMet) SecondLowestMet = score;
            if (part.Role == PartRole.Number) MetNumbers++;
            if (part.Role == PartRole.Kunya) MetKunya++;
        }

        private void Missed(PreparedPart part)
        {
            UnmetParts++;
            Unmet += part.Weight;
            HighestUnmet = Math.Max(HighestUnmet, part.Weight);
            LongestUnmet = Math.Max(LongestUnmet, part.Symbols.Length);
            if (part.Role is PartRole.Name or PartRole.Kunya) UnmetNames += part.Weight;
            if (part.Role == PartRole.Number) UnmetNumbers++;
        }
    }
}
