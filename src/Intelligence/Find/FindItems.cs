using Plumbline.Core;
using Plumbline.Register;
using Plumbline.Register.Questions;
using Plumbline.Register.Search;
using Plumbline.Safeguards;

namespace Plumbline.Intelligence;

/// <summary>One item found, with where it matched.</summary>
/// <param name="Matches">Why it is here: which words, and how they were matched.</param>
/// <param name="Spans">Where in the item's text.</param>
public sealed record FoundItem(ItemRow Item, IReadOnlyList<SearchMatch> Matches, IReadOnlyList<MatchSpan> Spans)
{
    /// <summary>How many items of the same report match that the reader may see, this one included.</summary>
    public int InReport { get; init; } = 1;
}

/// <summary>What was found.</summary>
/// <param name="Total">All items that match and that the reader may see; the list may be shorter, and the host says so.</param>
public sealed record FoundItems(long Total, IReadOnlyList<FoundItem> Items);

/// <summary>Finds items by their words. The search text is kept in the audit log; hits are read again through the gate.</summary>
public sealed class FindItems(Gate gate, SearchIndex index)
{
    /// <summary>Searches what the visitor may see; counts are of that alone.</summary>
    /// <param name="most">How many items at most.</param>
    public async Task<Outcome<FoundItems>> Run(Visitor visitor, string text, int most, CancellationToken ct)
    {
        var admitted = await gate.Admit(visitor, Actions.Search, ct);
        if (admitted is not Outcome<Reader>.Done { Value: var reader }) return admitted.Why;
        await using var opened = reader;
        var query = SearchQuery.Read(text);
        if (query.IsEmpty) return await gate.Refuse(reader, Actions.Search, new("search.empty", "Type at least one word, number or name."), ct);
        if (index.IsBehind) return await gate.Refuse(reader, Actions.Search, new("search.behind", "The search index has fallen behind the register: try again in a moment."), ct);
        var answer = index.Search(query, new SearchFilter(new LabelSet(reader.VisibleLabels)) { Kind = SearchKind.Item }, most, ct);
        var rows = (await new ItemRows(reader).Of([.. answer.Hits.Select(hit => hit.Key)], ct)).ToDictionary(row => row.Key);
        var items = answer.Hits.Where(hit => rows.ContainsKey(hit.Key))
            .Select(hit => new FoundItem(rows[hit.Key], hit.Matches, Highlighter.Spans(new SearchText(rows[hit.Key].Text, rows[hit.Key].Language), query)) { InReport = hit.InGroup }).ToArray();
        await gate.Record(reader, Actions.Search, string.Join(',', items.Select(found => $"item:{found.Item.Key}")), answer.Total, text, ct);
        return new FoundItems(answer.Total, items);
    }
}
