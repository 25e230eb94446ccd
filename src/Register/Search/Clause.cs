namespace Plumbline.Register.Search;

/// <summary>One thing to look for.</summary>
/// <param name="Text">As the officer wrote it.</param>
internal abstract record Clause(string Text);

/// <summary>A word in any of its forms.</summary>
internal sealed record WordClause(string Text, string Key) : Clause(Text)
{
    /// <summary>The word's stem by each language that its letters allow, with that language.</summary>
    public IReadOnlyList<(string Language, string Stem)> Stems { get; init; } = [];
}

/// <summary>Words in this order, at least two.</summary>
internal sealed record PhraseClause(string Text, IReadOnlyList<string> Keys) : Clause(Text)
{
    /// <summary>The words written together, where a hyphen joined them: al-Karam is also alkaram. Null for a quotation.</summary>
    public string? Joined { get; init; }
}

/// <summary>A number written in groups: as one, or each group somewhere.</summary>
internal sealed record NumberClause(string Text, IReadOnlyList<string> Keys) : Clause(Text)
{
    public string Joined => string.Concat(Keys);
}

/// <summary>Words that begin so.</summary>
internal sealed record PrefixClause(string Text, string Key) : Clause(Text);

/// <summary>Words that differ by so many letters at most; two neighbours exchanged count as one.</summary>
internal sealed record FuzzyClause(string Text, string Key, int Edits) : Clause(Text);
