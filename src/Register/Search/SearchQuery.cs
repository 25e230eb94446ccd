namespace Plumbline.Register.Search;

/// <summary>What an officer asks for, understood.</summary>
/// <remarks>
/// Words must all occur, in any form and order. <c>"a phrase"</c> in this order; <c>-word</c> or <c>NOT word</c> must not
/// occur; <c>begin*</c> begins so, from two letters; <c>word~</c> or <c>word~2</c> differs by one or two letters;
/// <c>a OR b</c>, also <c>a | b</c>, either: it binds its two neighbours, so that <c>x a OR b</c> is x and one of a and b.
/// Groups of digits side by side are one number. Everything else separates words; nothing is an error.
/// </remarks>
public sealed class SearchQuery
{
    /// <summary>More characters are not read.</summary>
    public const int LongestText = 1_000;

    /// <summary>More clauses are not read.</summary>
    public const int MostClauses = 24;

    internal SearchQuery(string text, IReadOnlyList<IReadOnlyList<Clause>> required, IReadOnlyList<Clause> excluded, bool isCut) =>
        (Text, Required, Excluded, IsCut) = (text, required, excluded, isCut);

    /// <summary>As written.</summary>
    public string Text { get; }

    /// <summary>Whether something was left unread, which the officer should be told.</summary>
    public bool IsCut { get; }

    /// <summary>Whether it asks for no word: then everything that passes the filter is a hit.</summary>
    public bool IsEmpty => Required.Count == 0 && Excluded.Count == 0;

    /// <summary>Of each of these at least one clause must match.</summary>
    internal IReadOnlyList<IReadOnlyList<Clause>> Required { get; }

    /// <summary>None of these may match.</summary>
    internal IReadOnlyList<Clause> Excluded { get; }

    /// <summary>Reads a query. Any text is one; hostile input costs no more than its first thousand characters.</summary>
    public static SearchQuery Read(string? text) => new QueryReader(text ?? "").Read();

    /// <summary>As written.</summary>
    public override string ToString() => Text;
}
