using Plumbline.Register.Search;

namespace Plumbline.Benchmarks.Register;

/// <summary>Invented names, numbers and sentences in three languages; words are as unevenly frequent as in real texts.</summary>
internal sealed class SearchSample(int seed)
{
    public static readonly string[] Kinds = ["rare word", "common word", "two words", "four words", "name", "phone", "phrase", "prefix", "fuzzy", "either", "exclusion", "windowed"];

    private const int Vocabulary = 40_000;
    private readonly Random random = new(seed);

    /// <summary>Nine statements to an item of forty words; names, phones and short values.</summary>
    public IEnumerable<SearchDocument> Documents(int count)
    {
        for (var key = 1; key <= count; key++) yield return key % 10 == 0 ? Item(key) : Statement(key);
    }

    public string Query(string kind) => kind switch
    {
        "rare word" => Word(random.Next(3), random.Next(2_000, Vocabulary)),
        "common word" => Word(random.Next(3), random.Next(20)),
        "two words" => Words(2),
        "four words" => Words(4),
        "name" => Name(),
        "phone" => Phone(),
        "phrase" => $"\"{Words(2)}\"",
        "prefix" => Word(random.Next(3), random.Next(Vocabulary))[..3] + "*",
        "fuzzy" => Word(random.Next(3), random.Next(Vocabulary)) + "~",
        "either" => $"{Word(0, Rank())} OR {Word(1, Rank())} OR {Word(2, Rank())}",
        "exclusion" => $"{Word(0, random.Next(100))} -{Word(0, random.Next(100))}",
        _ => $"{Word(2, random.Next(50))} {Word(2, random.Next(50))}",
    };

    private SearchDocument Item(int key) =>
        new(SearchKind.Item, key, key / 30, Label(), "item", [new SearchText(Words(40))]) { Grade = random.Next(25), Earliest = 730_000 + random.Next(9_000) };

    private SearchDocument Statement(int key)
    {
        var property = random.Next(4);
        SearchText[] texts = property switch
        {
            0 => [new(Name(), IsName: true)],
            1 => [new(Phone(), IsName: true)],
            2 => [new(Words(1), IsName: true)],
            _ => [new(Words(6))],
        };
        return new SearchDocument(SearchKind.Statement, key, key / 8, Label(), property == 0 ? "person" : "organisation", texts)
        {
            Property = property,
            Grade = random.Next(25),
            Earliest = 730_000 + random.Next(9_000),
        };
    }

    private int Label() => 1 + random.Next(2_000);

    public string Phone() => $"+999 {random.Next(700, 799)} {random.Next(1_000):000} {random.Next(10_000):0000}";

    public string Name() => string.Join(' ', Enumerable.Range(0, 3).Select(_ => Word(random.Next(2), 50 + random.Next(3_000))));

    public string Words(int count)
    {
        var language = random.Next(3);
        return string.Join(' ', Enumerable.Range(0, count).Select(_ => Word(language, Rank())));
    }

    // About Zipf's law: the word of rank r is sought and used 1/r as often as the first.
    private int Rank() => (int)Math.Pow(Vocabulary, random.NextDouble()) - 1;

    private static string Word(int language, int rank)
    {
        var (consonants, vowels) = language switch
        {
            0 => ("بتجحدرسشعفقكلمنه", "اوي"),
            1 => ("بتجحدرسشعفقکلمن", "اۆێە"),
            _ => ("bdfghklmnprstvwz", "aeiou"),
        };
        var number = rank + 7;
        var word = "";
        for (; number > 0 || word.Length < 4; number /= consonants.Length)
        {
            word += consonants[number % consonants.Length];
            word += vowels[(number + word.Length) % vowels.Length];
        }

        return word;
    }
}
