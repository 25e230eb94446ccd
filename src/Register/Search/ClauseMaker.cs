namespace Plumbline.Register.Search;

/// <summary>Makes clauses of the pieces of a query.</summary>
internal sealed class ClauseMaker
{
    private const int ShortestPrefix = 2;   // one letter begins half of all words
    private const int ShortestFuzzy = 3;    // shorter words differ from everything by little
    private const int ShortestTwoEdits = 6;
    private readonly Stems stems = new();

    /// <summary>A quotation; a word alone in quotes is sought as written. Null if no word is in it.</summary>
    public Clause? Phrase(string written, string quoted) => Tokeniser.Cut(quoted) switch
    {
        [] => null,
        [var only] => new WordClause(written, only.Key),
        var tokens => new PhraseClause(written, [.. tokens.Select(token => token.Key)]),
    };

    /// <summary>A piece without blanks.</summary>
    public IReadOnlyList<Clause> Word(string written)
    {
        var body = written.TrimEnd('*');
        var isPrefix = body.Length < written.Length;
        var edits = isPrefix ? 0 : Edits(ref body);
        var tokens = Tokeniser.Cut(body);
        if (tokens.Count == 0) return [];
        if (isPrefix && tokens[^1].Key.Length >= ShortestPrefix)
        {
            return [.. tokens.SkipLast(1).Select(token => Word(token, body)), new PrefixClause(written, tokens[^1].Key)];
        }

        if (tokens.Count > 1) return [Compound(written, [.. tokens.Select(token => token.Key)])];
        var key = tokens[0].Key;
        return edits > 0 && key.Length >= ShortestFuzzy
            ? [new FuzzyClause(written, key, key.Length < ShortestTwoEdits ? 1 : edits)]
            : [Word(tokens[0], body)];
    }

    private static Clause Compound(string written, IReadOnlyList<string> keys) =>
        keys.All(key => key.Length <= 8) && JoinedForms.IsNumber(string.Concat(keys)) && keys.Any(key => key.AsSpan().ContainsAnyInRange('0', '9'))
            ? new NumberClause(written, keys)
            : new PhraseClause(written, keys) { Joined = string.Concat(keys) };

    private WordClause Word(Token token, string body)
    {
        var written = body[token.Start..token.End];
        var languages = token.HasDigit ? [] : token.Key[0] switch
        {
            >= 'a' and <= 'z' => [Stems.English],
            >= '\u0620' and <= '\u06FF' => new[] { Stems.Arabic, Stems.Sorani },
            _ => [],
        };
        return new WordClause(written, token.Key) { Stems = [.. languages.Select(language => (language, stems.Of(token.Key, written, language)))] };
    }

    private static int Edits(ref string body)
    {
        if (body is [.., '~', >= '0' and <= '9'])
        {
            var edits = Math.Clamp(body[^1] - '0', 0, 2);
            body = body[..^2];
            return edits;
        }

        if (body is not [.., '~']) return 0;
        body = body[..^1];
        return 1;
    }
}
