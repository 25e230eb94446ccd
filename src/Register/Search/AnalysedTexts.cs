namespace Plumbline.Register.Search;

/// <summary>The terms of a document's texts, field by field. One is used for many documents, by one thread.</summary>
internal sealed class AnalysedTexts
{
    /// <summary>Between two texts: a phrase does not reach across.</summary>
    private const int Gap = 100;

    private readonly Stems stems = new();
    private readonly Dictionary<string, HashSet<string>> unordered = Stems.Languages.Select(SearchTerms.Stem)
        .Append(SearchTerms.NumberEnd).ToDictionary(field => field, _ => new HashSet<string>(StringComparer.Ordinal));

    /// <summary>Words and joined numbers, each with the distance from the term before.</summary>
    public List<(string Term, int Increment)> Words { get; } = [];

    /// <summary>The terms of a field that has no positions.</summary>
    public IReadOnlyCollection<string> Terms(string field) => unordered[field];

    public void Read(IReadOnlyList<SearchText> texts)
    {
        Words.Clear();
        foreach (var terms in unordered.Values) terms.Clear();
        foreach (var text in texts) Read(text);
    }

    private void Read(SearchText text)
    {
        var tokens = Tokeniser.Cut(text.Text);
        var scriptLanguage = Stems.ScriptLanguage(text.Text, text.Language);
        using var joined = JoinedForms.Of(text.Text, tokens).GetEnumerator();
        var more = joined.MoveNext();
        for (var at = 0; at < tokens.Count; at++)
        {
            var token = tokens[at];
            Words.Add((token.Key, at == 0 && Words.Count > 0 ? Gap : 1));
            AddEnd(token.Key);
            for (; more && joined.Current.First == at; more = joined.MoveNext())
            {
                Words.Add((joined.Current.Form, 0));
                AddEnd(joined.Current.Form);
            }

            if (text.IsName || Stems.LanguageOf(token, scriptLanguage, text.Language) is not { } language) continue;
            unordered[SearchTerms.Stem(language)].Add(stems.Of(token.Key, text.Text.AsSpan(token.Start, token.End - token.Start), language));
        }
    }

    private void AddEnd(string form)
    {
        if (JoinedForms.End(form) is { } end) unordered[SearchTerms.NumberEnd].Add(end);
    }
}
