namespace Plumbline.Register.Search;

/// <summary>A place in a text that a query matches.</summary>
/// <param name="Start">First character.</param>
/// <param name="Length">Characters, at least 1.</param>
public readonly record struct MatchSpan(int Start, int Length)
{
    internal int End => Start + Length;
}

/// <summary>Finds in a text what a query found it by. The text comes from the register, through the gate.</summary>
public static class Highlighter
{
    /// <summary>The places to mark.</summary>
    /// <param name="text">As it is shown.</param>
    /// <param name="query">What was asked.</param>
    /// <returns>In their order, not overlapping; empty if nothing of the query is in this text.</returns>
    public static IReadOnlyList<MatchSpan> Spans(SearchText text, SearchQuery query)
    {
        var marker = new ClauseMarker(text);
        var spans = query.Required.SelectMany(either => either).SelectMany(marker.Spans).OrderBy(span => span.Start).ThenByDescending(span => span.Length);
        List<MatchSpan> merged = [];
        foreach (var span in spans)
        {
            if (merged is [.., var last] && span.Start < last.End) merged[^1] = last with { Length = Math.Max(last.End, span.End) - last.Start };
            else merged.Add(span);
        }

        return merged;
    }

    /// <summary>A part of a text to show, around the first place that is marked.</summary>
    /// <param name="text">The whole text.</param>
    /// <param name="spans">From <see cref="Spans"/>.</param>
    /// <param name="length">About how many characters; it begins and ends between words where it can.</param>
    public static MatchSpan Excerpt(string text, IReadOnlyList<MatchSpan> spans, int length)
    {
        if (text.Length <= length) return new MatchSpan(0, text.Length);
        var first = spans.Count == 0 ? 0 : spans[0].Start;
        var start = Math.Clamp(first - length / 4, 0, text.Length - length);
        if (start > 0 && text.AsSpan(start, Math.Max(0, first - start)).IndexOf(' ') is var blank and >= 0) start += blank + 1;
        var end = Math.Min(start + length, text.Length);
        if (end < text.Length && text.LastIndexOf(' ', end - 1, end - start) is var stop && stop > Math.Max(start, first)) end = stop;
        if (start > 0 && char.IsLowSurrogate(text[start])) start--;
        if (end < text.Length && char.IsLowSurrogate(text[end])) end++;
        return new MatchSpan(start, end - start);
    }
}
