using Plumbline.Core;
using Plumbline.Register;
using Plumbline.Register.Questions;
using Plumbline.Register.Search;
using Plumbline.Safeguards;

namespace Plumbline.Intelligence;

/// <summary>Finds items and entities by their words, in every spelling of their script. The text and the filters are kept in the audit log; hits are read again through the gate.</summary>
public sealed class Find(Gate gate, Labels labels, SearchIndex index)
{
    /// <summary>Searches what the visitor may see; counts are of that alone.</summary>
    public async Task<Outcome<Found>> Run(Visitor visitor, FindQuestion question, CancellationToken ct)
    {
        var admitted = await gate.Admit(visitor, Actions.Search, ct);
        if (admitted is not Outcome<Reader>.Done { Value: var reader }) return admitted.Why;
        await using var opened = reader;
        var outcome = await In(reader, question, ct);
        if (outcome is not Outcome<Found>.Done { Value: var found }) return await gate.Refuse(reader, Actions.Search, outcome.Why, ct);
        await gate.Record(reader, Actions.Search, Objects(found), found.ItemTotal + found.EntityTotal, question.Asked(), ct);
        return found;
    }

    /// <summary>The same for a reader who is let in already; the caller records the act.</summary>
    public async Task<Outcome<Found>> In(Reader reader, FindQuestion question, CancellationToken ct)
    {
        var query = SearchQuery.Read(question.Text);
        if (query.IsEmpty) return new Refusal("search.empty", "Type at least one word, number or name.");
        var read = await new FindFilter(labels).Of(reader, question, ct);
        if (read is not Outcome<SearchFilter>.Done { Value: var filter }) return read.Why;
        var most = Math.Clamp(question.Most, 1, 200);
        var lone = LoneFamilyName.Is(question.Text);
        var wantsItems = question.Kind != FindKind.Entities && question.Types.Count == 0 && question.Properties.Count == 0;
        var wantsEntities = question.Kind != FindKind.Items && !lone;
        var items = wantsItems ? index.Search(query, filter with { Kind = SearchKind.Item }, most, ct) : new SearchAnswer(0, 0, []);
        var entities = wantsEntities ? index.Search(query, filter with { Kind = SearchKind.Statement }, most, ct) : new SearchAnswer(0, 0, []);
        return new Found(items.Total, items.Groups, await Items(reader, query, items, ct), entities.Groups, await Entities(reader, query, entities, ct))
        {
            Hint = lone && question.Kind != FindKind.Items ? LoneFamilyName.AddAnotherPart : null,
        };
    }

    /// <summary>What a search gave, for its act.</summary>
    public static string Objects(Found found) =>
        string.Join(',', found.Items.Select(one => $"item:{one.Item.Key}").Concat(found.Entities.Select(one => $"entity:{one.Entity.Key}")));

    private static async Task<IReadOnlyList<FoundItem>> Items(Reader reader, SearchQuery query, SearchAnswer answer, CancellationToken ct)
    {
        if (answer.Hits.Count == 0) return [];
        var rows = (await new ItemRows(reader).Of([.. answer.Hits.Select(hit => hit.Key)], ct)).ToDictionary(row => row.Key);
        return [.. answer.Hits.Where(hit => rows.ContainsKey(hit.Key)).Select(hit => (hit, row: rows[hit.Key]))
            .Select(one => new FoundItem(one.row, one.hit.Matches, Highlighter.Spans(new SearchText(one.row.Text, one.row.Language), query)) { InReport = one.hit.InGroup })];
    }

    private async Task<IReadOnlyList<FoundEntity>> Entities(Reader reader, SearchQuery query, SearchAnswer answer, CancellationToken ct)
    {
        if (answer.Hits.Count == 0) return [];
        var rows = await new StatementRows(reader).Of([.. answer.Hits.Select(hit => hit.Key)], ct);
        var views = (await new CitedStatements(reader, labels).Of([.. rows.Where(row => row.IsLive)], ct)).Statements.ToDictionary(view => view.Row.Key);
        var refs = await new EntityRefs(reader).Of([.. answer.Hits.Select(hit => hit.Group)], ct);
        return [.. answer.Hits.Where(hit => views.ContainsKey(hit.Key) && refs.ContainsKey(hit.Group)).Select(hit => (hit, view: views[hit.Key]))
            .Select(one => new FoundEntity(refs[one.hit.Group], one.view, one.hit.InGroup, one.hit.Matches,
                Highlighter.Spans(new SearchText(one.view.Row.ValueText, one.view.Row.Language, one.view.Row.ValueParts is not null), query)))];
    }
}
