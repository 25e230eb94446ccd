namespace Plumbline.Benchmarks.Screening;

/// <summary>Names of nobody, made of syllables in Latin and Arabic letters: as many words as a world list has, as unequally common (Zipf), with spellings as clerks vary them. The same seed gives the same names.</summary>
internal sealed class FictionalNames
{
    private const int Words = 200_000;
    private const double OmitsPart = 0.2, IsArabic = 0.4;

    private static readonly (string Latin, string Arabic)[] Consonants =
        [("b", "ب"), ("t", "ت"), ("j", "ج"), ("h", "ح"), ("kh", "خ"), ("d", "د"), ("r", "ر"), ("z", "ز"), ("s", "س"), ("sh", "ش"), ("gh", "غ"), ("f", "ف"), ("q", "ق"), ("k", "ك"), ("l", "ل"), ("m", "م"), ("n", "ن"), ("w", "و"), ("y", "ي")];
    private static readonly (string[] Latin, string Arabic)[] Vowels = [(["a", "e"], ""), (["i", "e"], ""), (["u", "o"], ""), (["a", "aa"], "ا"), (["i", "ee"], "ي"), (["u", "oo", "ou"], "و")];

    private readonly (int Consonant, int Vowel)[][] words = new (int, int)[Words][];
    private readonly Random random;

    public FictionalNames(int seed)
    {
        random = new Random(seed);
        for (var n = 0; n < Words; n++)
        {
            // The commonest words are short, as the commonest names are.
            words[n] = new (int, int)[n < 2_000 ? 2 : 2 + random.Next(2)];
            for (var at = 0; at < words[n].Length; at++) words[n][at] = (random.Next(Consonants.Length), random.Next(Vowels.Length));
        }
    }

    /// <summary>Two to four words, of a common list and of a rare one.</summary>
    public int[] Person() => [.. Enumerable.Range(0, 2 + random.Next(3)).Select(_ => (int)Math.Pow(Words, random.NextDouble()) - 1)];

    /// <summary>One way to write a name: now and then without a part that is neither the first nor the last, in either script.</summary>
    public string Written(int[] person, double varied)
    {
        var parts = person.Length > 2 && random.NextDouble() < OmitsPart ? [person[0], .. person[2..]] : person;
        return random.NextDouble() < IsArabic ? string.Join(' ', parts.Select(Arabic)) : string.Join(' ', parts.Select(word => Latin(word, varied)));
    }

    private string Latin(int word, double varied) =>
        string.Concat(words[word].Select(one => Consonants[one.Consonant].Latin + (random.NextDouble() < varied ? Vowels[one.Vowel].Latin[random.Next(Vowels[one.Vowel].Latin.Length)] : Vowels[one.Vowel].Latin[0]))) + (word % 3 == 0 ? "n" : "r");

    private string Arabic(int word) => string.Concat(words[word].Select(one => Consonants[one.Consonant].Arabic + Vowels[one.Vowel].Arabic)) + (word % 3 == 0 ? "ن" : "ر");
}
