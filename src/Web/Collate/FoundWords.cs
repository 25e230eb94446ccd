using Plumbline.Register.Search;

namespace Plumbline.Web.Collate;

/// <summary>Why something was found, in words: which words, and how each matched.</summary>
internal static class FoundWords
{
    public static string Of(IReadOnlyList<SearchMatch> matches, Captions t) =>
        string.Join(" · ", matches.Select(match => t.Say($"collate.by-{match.By.ToString().ToLowerInvariant()}", ("word", match.Clause))));
}
