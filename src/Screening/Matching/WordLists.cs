namespace Plumbline.Screening.Matching;

/// <summary>What a word of a name can be besides a part of its own.</summary>
[Flags]
internal enum WordKinds
{
    None = 0,
    Connector = 1,
    Article = 2,
    Kunya = 4,
    Abd = 8,
    Din = 16,
    Title = 32,
    Legal = 64,
    Sector = 128,
    Rank = 256,
    Allah = 512,
    AfterAllah = 1024,
}

/// <summary>The reviewed word lists of <c>data/names/words</c>, read once.</summary>
internal static class WordLists
{
    private static readonly Dictionary<string, WordKinds> Words = new(StringComparer.Ordinal);
    private static readonly Dictionary<string, byte> Concepts = new(StringComparer.Ordinal);
    private static readonly Dictionary<string, UInt128> Givens = new(StringComparer.Ordinal);
    private static readonly Dictionary<string, string> Spelled = new(StringComparer.Ordinal);
    private static readonly Dictionary<string, string[][]> LongForms = new(StringComparer.Ordinal);

    static WordLists()
    {
        var (concepts, givens) = (0, 0);
        foreach (var name in (string[])["given", "names", "organisations"])
        {
            using var stream = typeof(WordLists).Assembly.GetManifestResourceStream($"data/names/words/{name}.txt") ?? throw new InvalidDataException($"{name}.txt is missing.");
            using var reader = new StreamReader(stream);
            while (reader.ReadLine() is { } line)
            {
                var cut = line.IndexOf(':', StringComparison.Ordinal);
                if (line.StartsWith('#') || cut < 0) continue;
                var (title, words) = (line[..cut].Split(' '), line[(cut + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries));
                if (title[0] == "spelled") Spell(title[1], words);
                else if (title[0] == "given") Given(givens++, words);
                else if (title[0] == "concept") Concept((byte)(++concepts), words);
                else Add(title[0], words);
                if (title is ["legal", _]) Concept((byte)(++concepts), words);
            }
        }
    }

    /// <summary>What a folded word can be.</summary>
    public static WordKinds Of(string word) => Words.GetValueOrDefault(word);

    /// <summary>The number of a word's meaning, which words of other languages share; 0 for none.</summary>
    public static byte ConceptOf(string word) => Concepts.GetValueOrDefault(word);

    /// <summary>The given names that a word stands for, a bit each; two words that share one can be one person's.</summary>
    public static UInt128 GivenOf(string word) => Givens.GetValueOrDefault(word);

    /// <summary>The letter that a word calls by its foreign name; null for none.</summary>
    public static string? SpelledLetter(string word) => Spelled.GetValueOrDefault(word);

    /// <summary>How many words from <paramref name="at"/> on are one legal form of several words; 0 for none.</summary>
    public static int LegalForm(IReadOnlyList<string> words, int at)
    {
        if (!LongForms.TryGetValue(words[at], out var forms)) return 0;
        foreach (var form in forms)
        {
            if (at + form.Length > words.Count) continue;
            var same = true;
            for (var n = 1; n < form.Length && same; n++) same = words[at + n] == form[n];
            if (same) return form.Length;
        }
        return 0;
    }

    private static void Spell(string letter, string[] words)
    {
        foreach (var word in words) Spelled[Folded(word)] = Folded(letter);
    }

    private static void Given(int number, string[] words)
    {
        if (number >= 128) throw new InvalidDataException("given.txt has more than 128 lines.");
        foreach (var word in words.Select(Folded)) Givens[word] = Givens.GetValueOrDefault(word) | (UInt128.One << number);
    }

    // Of a form of several words the first stands for it: the form was found by all of them.
    private static void Concept(byte concept, string[] words)
    {
        foreach (var word in words) Concepts.TryAdd(Folded(word.Split('_')[0]), concept);
    }

    private static void Add(string kind, string[] words)
    {
        var flag = Enum.Parse<WordKinds>(kind, ignoreCase: true);
        foreach (var word in words)
        {
            var parts = word.Split('_').Select(Folded).ToArray();
            if (parts.Length == 1)
            {
                Words[parts[0]] = Words.GetValueOrDefault(parts[0]) | flag;
                continue;
            }
            var forms = LongForms.GetValueOrDefault(parts[0], []);
            // The longest is tried first.
            LongForms[parts[0]] = [.. forms.Append(parts).OrderByDescending(form => form.Length)];
        }
    }

    private static string Folded(string word)
    {
        List<char> folded = [];
        Letters.Fold(word, folded, [], []);
        return new string([.. folded]);
    }
}
