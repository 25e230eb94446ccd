namespace Plumbline.Screening.Matching;

/// <summary>Makes parts of words: joins compounds, takes articles and titles apart, reads legal forms.</summary>
internal sealed class PartBuilder(RarityTable rarity, List<NamePreparer.Word> words)
{
    private const int NamesWithPatronymic = 3, ShortestPatronymic = 6;

    private static readonly string[] Patronymics = ["ovich", "evich", "ovych", "evych", "yovych", "ovna", "evna", "ivna", "yivna"];

    private readonly List<PreparedPart> parts = [];
    private readonly List<string> texts = [.. words.Select(word => word.Text)];
    private byte compound;      // Abd or Abu that waits for its name
    private int compoundStart;
    private bool hasArticle, isOfFather;

    public List<PreparedPart> Build()
    {
        for (var at = 0; at < words.Count; at++) at += Take(at);
        if (compound != 0) Plain(compound == Symbols.Abd ? "abd" : "abu", words[^1] with { Start = compoundStart }, lone: true);
        if (parts.Count >= NamesWithPatronymic) LightenPatronymics();
        return Merged();
    }

    // Takes the word at a place; returns how many further words it took.
    private int Take(int at)
    {
        var word = words[at];
        var text = word.Text;
        if (word.IsOfRank)
        {
            if (word.Script is not (PartScript.Number or PartScript.Other)) Encode(text, word, PartRole.Title, 0.05f);
            return 0;
        }
        if (word.Script == PartScript.Number)
        {
            Add([.. text.Take(Symbols.Longest).Select(digit => (byte)(digit - '0' + 1))], 0, PartScript.Number, PartRole.Number, 1f, word);
            return 0;
        }
        if (word.Script == PartScript.Other)
        {
            // Two symbols a letter, so that no two letters share them: without a table the letters are equal or not.
            Add([.. text.Take(Symbols.Longest / 2).SelectMany(letter => new[] { (byte)(letter >> 8), unchecked((byte)letter) })], 0, PartScript.Other, PartRole.Name, 1f, word);
            return 0;
        }
        if (WordLists.LegalForm(texts, at) is > 0 and var length)
        {
            Encode(text, word with { End = words[at + length - 1].End }, PartRole.Legal, 0.05f);
            return length - 1;
        }
        var kinds = WordLists.Of(text);
        if (text.Length == 1 && (kinds == WordKinds.None || word.IsSpelled))
        {
            Encode(text, word, PartRole.Initial, 0.25f);
            return 0;
        }
        var follows = at + 1 < words.Count;
        if (compound == 0 && follows && (kinds & WordKinds.Abd) != 0) return Open(Symbols.Abd, word);
        if (compound == 0 && follows && (kinds & WordKinds.Kunya) != 0) return Open(Symbols.Abu, word);
        if ((kinds & WordKinds.Din) != 0 && parts.Count > 0 && parts[^1].Role == PartRole.Name && (hasArticle || text.Length > 4 || word.Script == PartScript.Arabic))
        {
            JoinDin(word);
            return 0;
        }
        if (follows && (kinds & (WordKinds.Connector | WordKinds.Article)) != 0)
        {
            hasArticle |= (kinds & WordKinds.Article) != 0;
            isOfFather |= text is "bin" or "ibn" or "ben" or "bint" or "binti" or "ould" or "wuld" or "oglu" or "ogly" or "بن" or "ابن" or "بنت" or "ولد";
            return 0;
        }
        if ((kinds & WordKinds.Title) != 0 && words.Count > 1) Encode(text, word, PartRole.Title, 0.05f);
        else if ((kinds & WordKinds.Legal) != 0 && words.Count > 1) Encode(text, word, PartRole.Legal, 0.05f);
        else if ((kinds & WordKinds.Sector) != 0 && words.Count > 1) Encode(text, word, PartRole.Sector, 0.25f);
        else Plain(text, word, lone: false);
        return 0;
    }

    // A father's name between two others says less than they do, and is the first to be left out.
    private void LightenPatronymics()
    {
        for (var n = 0; n < parts.Count; n++)
            if (parts[n].Role == PartRole.Name && parts[n].Symbols.Length >= ShortestPatronymic && IsPatronymic(words.FirstOrDefault(word => word.Start == parts[n].Start).Text ?? ""))
                parts[n] = parts[n] with { Weight = parts[n].Weight / 2 };
    }

    private static bool IsPatronymic(string text) => Patronymics.Any(ending => text.EndsWith(ending, StringComparison.Ordinal));

    private int Open(byte symbol, NamePreparer.Word word)
    {
        (compound, compoundStart) = (symbol, word.Start);
        return 0;
    }

    private void JoinDin(NamePreparer.Word word)
    {
        var before = parts[^1];
        parts[^1] = Finish([.. before.Symbols.Take(Symbols.Longest - 1), Symbols.Din], before.Article, before.Script, before.Role, before.Start, word.End) with { IsFamily = before.IsFamily };
        hasArticle = false;
    }

    private void Plain(string text, NamePreparer.Word word, bool lone)
    {
        var (opened, start) = (lone ? (byte)0 : compound, compound != 0 && !lone ? compoundStart : word.Start);
        compound = 0;
        var (stem, closed) = Compounds.Din(text, word.Script);
        if (opened == 0 && Compounds.Abd(stem, word.Script) is { } rest) (opened, stem) = (Symbols.Abd, rest);
        else if (opened == Symbols.Abd) stem = Compounds.AfterAbd(stem, word.Script);
        Span<byte> symbols = stackalloc byte[Symbols.Longest];
        var count = 0;
        if (opened != 0) symbols[count++] = opened;
        count += Letters(stem, word.Script, symbols[count..(closed ? Symbols.Longest - 1 : Symbols.Longest)]);
        if (closed) symbols[count++] = Symbols.Din;
        if (count == 0) return;
        var article = opened == 0 && !closed ? Compounds.Article(symbols[..count], word.Script) : 0;
        parts.Add(Finish(symbols[..count].ToArray(), article, word.Script, opened == Symbols.Abu ? PartRole.Kunya : PartRole.Name, start, word.End) with { Given = opened == 0 ? WordLists.GivenOf(text) : 0, IsOfFather = isOfFather, IsFamily = word.IsFamily });
        hasArticle = isOfFather = false;
    }

    private void Encode(string text, NamePreparer.Word word, PartRole role, float weight)
    {
        Span<byte> symbols = stackalloc byte[Symbols.Longest];
        var count = Letters(text, word.Script, symbols);
        if (count > 0) Add(symbols[..count].ToArray(), 0, word.Script, role, weight, word);
        hasArticle = false;
    }

    private void Add(byte[] symbols, int article, PartScript script, PartRole role, float weight, NamePreparer.Word word)
    {
        Span<char> key = stackalloc char[Symbols.Longest + 1];
        parts.Add(new PreparedPart(symbols, article, script, role, script is PartScript.Number or PartScript.Other ? Skeleton.Hash(word.Text) : Skeleton.Hash(key[..Skeleton.Write(symbols, script, key)]), weight, word.Start, word.End) { Concept = WordLists.ConceptOf(word.Text.Split(' ')[0]) });
    }

    private PreparedPart Finish(byte[] symbols, int article, PartScript script, PartRole role, int start, int end)
    {
        Span<char> key = stackalloc char[Symbols.Longest + 1];
        var hash = Skeleton.Hash(key[..Skeleton.Write(symbols.AsSpan(article), script, key)]);
        return new PreparedPart(symbols, article, script, role, hash, rarity.Weight(hash), start, end);
    }

    private static int Letters(string text, PartScript script, Span<byte> symbols)
    {
        if (script != PartScript.Arabic) return Symbols.Latin(text, symbols);
        var count = 0;
        foreach (var letter in text)
        {
            if (count == symbols.Length) break;
            var symbol = Symbols.OfArabic(letter);
            if (symbol != 0 && (count == 0 || symbols[count - 1] != symbol)) symbols[count++] = symbol;
        }
        return count;
    }

    // Single letters in a row are one acronym, as in "A.B.C. Company"; two apart are initials of a person.
    private List<PreparedPart> Merged()
    {
        for (var at = 0; at + 2 < parts.Count; at++)
        {
            var end = at;
            while (end < parts.Count && parts[end].Role == PartRole.Initial) end++;
            if (end - at < 3) continue;
            var letters = parts[at..end].SelectMany(part => part.Symbols).Take(Symbols.Longest).ToArray();
            parts.RemoveRange(at + 1, end - at - 1);
            parts[at] = Finish(letters, 0, parts[at].Script, PartRole.Name, parts[at].Start, parts[at].End);
        }
        return parts;
    }
}
