namespace Plumbline.Screening.Matching;

/// <summary>What a name of a list leaves of the name asked about, what that leaves of it, and how common in the list is what they share.</summary>
/// <remarks>A pair has no first and second; whoever asks has: an entry may have more names than are known, while a name asked about that the entry does not have speaks against it.</remarks>
internal static class OneSided
{
    /// <summary>How many there are.</summary>
    public const int Count = 13;

    /// <param name="pairing">Who met whom.</param>
    /// <param name="asked">The parts asked about, one side of it.</param>
    /// <param name="index">Knows how common parts are in the list.</param>
    /// <param name="organisations">Whether the name asked about looks like an organisation's, and whether the name of the list does.</param>
    /// <param name="into">Receives them.</param>
    public static void Measure(Pairing pairing, PreparedPart[] asked, CandidateIndex index, (bool Asked, bool Listed) organisations, Span<float> into)
    {
        var isFirst = ReferenceEquals(pairing.A, asked);
        var listed = isFirst ? pairing.B : pairing.A;
        into.Clear();
        float toldAsked = 0.01f, toldListed = 0.01f;
        for (var i = 0; i < asked.Length; i++)
        {
            var part = asked[i];
            if (part.Role is PartRole.Title or PartRole.Legal) continue;
            toldAsked += part.Weight;
            var with = isFirst ? pairing.OfA(i) : pairing.OfB(i);
            if (with >= 0)
            {
                var score = Math.Clamp(pairing.Score(isFirst ? i : with), 0, 1);
                into[0] += part.Weight * score;
                var rarity = Math.Min(index.Rarity(part), index.Rarity(listed[with]));
                into[6] += score * rarity;
                into[7] = Math.Max(into[7], score * rarity);
                into[10]++;
            }
            else
            {
                into[2] += part.Weight;
                into[4]++;
                into[8] += index.Rarity(part);
            }
        }
        for (var j = 0; j < listed.Length; j++)
        {
            var part = listed[j];
            if (part.Role is PartRole.Title or PartRole.Legal) continue;
            toldListed += part.Weight;
            var with = isFirst ? pairing.OfB(j) : pairing.OfA(j);
            if (with >= 0)
            {
                into[1] += part.Weight * Math.Clamp(pairing.Score(isFirst ? with : j), 0, 1);
            }
            else
            {
                into[3] += part.Weight;
                into[5]++;
                into[9] += index.Rarity(part);
            }
        }
        into[0] /= toldAsked;
        into[1] /= toldListed;
        into[11] = ((int)asked[0].Script * 5) + (int)listed[0].Script;
        into[12] = (organisations.Asked ? 1 : 0) + (organisations.Listed ? 2 : 0);
    }
}
