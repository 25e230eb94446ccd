namespace Plumbline.Register.Search;

/// <summary>Finds where a clause matches one text, by the same words, stems and joined numbers that the index holds.</summary>
internal sealed class ClauseMarker
{
    private readonly SearchText text;
    private readonly List<Token> tokens;
    private readonly List<(int First, int Last, string Form)> forms;
    private readonly string? scriptLanguage;
    private readonly Stems stems = new();

    public ClauseMarker(SearchText text)
    {
        this.text = text;
        tokens = Tokeniser.Cut(text.Text);
        forms = [.. JoinedForms.Of(text.Text, tokens)];
        scriptLanguage = Stems.ScriptLanguage(text.Text, text.Language);
    }

    public IEnumerable<MatchSpan> Spans(Clause clause) => clause switch
    {
        WordClause word => Tokens(token => token.Key == word.Key || StemIsOneOf(token, word.Stems)).Concat(Numbers(word.Key)),
        PhraseClause phrase => Phrases(phrase.Keys).Concat(phrase.Joined is { } joined ? Tokens(token => token.Key == joined).Concat(Numbers(joined)) : []),
        NumberClause number => NumberSpans(number),
        PrefixClause prefix => Tokens(token => token.Key.StartsWith(prefix.Key, StringComparison.Ordinal)).Concat(Forms(form => form.StartsWith(prefix.Key, StringComparison.Ordinal))),
        FuzzyClause fuzzy => Tokens(token => EditDistance.IsWithin(token.Key, fuzzy.Key, fuzzy.Edits)).Concat(Forms(form => EditDistance.IsWithin(form, fuzzy.Key, fuzzy.Edits))),
        _ => [],
    };

    private IEnumerable<MatchSpan> NumberSpans(NumberClause number)
    {
        var whole = As(number.Joined).Concat(Numbers(number.Joined)).ToList();
        if (whole.Count > 0) return whole;
        // The groups count only if every one of them is here.
        var groups = number.Keys.Select(key => As(key).ToList()).ToList();
        return groups.TrueForAll(group => group.Count > 0) ? groups.SelectMany(group => group) : [];
    }

    private IEnumerable<MatchSpan> As(string key) => Tokens(token => token.Key == key).Concat(Forms(form => form == key));

    private IEnumerable<MatchSpan> Tokens(Func<Token, bool> matches) =>
        tokens.Where(matches).Select(token => new MatchSpan(token.Start, token.End - token.Start));

    private IEnumerable<MatchSpan> Numbers(string wanted) => JoinedForms.End(wanted) is { } end
        ? Forms(form => form == wanted || JoinedForms.End(form) == end).Concat(Tokens(token => JoinedForms.End(token.Key) == end))
        : Forms(form => form == wanted);

    private IEnumerable<MatchSpan> Forms(Func<string, bool> matches) => forms.Where(form => matches(form.Form))
        .Select(form => new MatchSpan(tokens[form.First].Start, tokens[form.Last].End - tokens[form.First].Start));

    private IEnumerable<MatchSpan> Phrases(IReadOnlyList<string> keys)
    {
        for (var at = 0; at + keys.Count <= tokens.Count; at++)
        {
            var word = 0;
            while (word < keys.Count && StandsAt(at + word, keys[word])) word++;
            if (word == keys.Count) yield return new MatchSpan(tokens[at].Start, tokens[at + word - 1].End - tokens[at].Start);
        }
    }

    // As in the index, a joined form stands in the place of its first word.
    private bool StandsAt(int at, string key) => tokens[at].Key == key || forms.Exists(form => form.First == at && form.Form == key);

    private bool StemIsOneOf(Token token, IReadOnlyList<(string Language, string Stem)> wanted)
    {
        if (text.IsName || wanted.Count == 0 || Stems.LanguageOf(token, scriptLanguage, text.Language) is not { } language) return false;
        var stem = stems.Of(token.Key, text.Text.AsSpan(token.Start, token.End - token.Start), language);
        return wanted.Any(one => one.Language == language && one.Stem == stem);
    }
}
