using Plumbline.Core;
using Plumbline.Register;
using Plumbline.Register.Questions;
using Plumbline.Register.Search;
using Plumbline.Safeguards;

namespace Plumbline.Intelligence;

/// <summary>Finds items and entities by their words, in every spelling of their script. The text and the filters are kept in the audit log; hits are read again through the gate.</summary>
public sealed class Find(Gate gate, Labels labels, SearchIndex index)
{
    private const int MostLookedAt = 1_000;

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
        if (index.IsBehind) return new Refusal("search.behind", "The search index has fallen behind the register: try again in a moment.");
        var read = await new FindFilter(labels).Of(reader, question, ct);
        if (read is not Outcome<SearchFilter>.Done { Value: var filter }) return read.Why;
        var most = Math.Clamp(question.Most, 1, 200);
        var lone = LoneFamilyName.Is(question.Text);
        // One word may be a family name, and a link may lack an end: then every hit is looked at, so that the count is of what may be found.
        var hasLinks = question.Types.Any(type => Schema.Builtin.Find(type)?.IsLink == true);
        var looksAtAll = hasLinks || !question.Text.Trim().Any(char.IsWhiteSpace);
        var wantsItems = question.Kind != FindKind.Entities && question.Types.Count == 0 && question.Properties.Count == 0;
        var wantsEntities = question.Kind != FindKind.Items && !lone;
        var items = wantsItems ? index.Search(query, filter with { Kind = SearchKind.Item, Types = null }, most, ct) : new SearchAnswer(0, 0, []);
        var entities = wantsEntities ? index.Search(query, filter with { Kind = SearchKind.Statement }, looksAtAll ? MostLookedAt : most, ct) : new SearchAnswer(0, 0, []);
        var (found, dropped, isFamily) = await Entities(reader, query, entities, hasLinks ? MostLookedAt : most, ct);
        return new Found(items.Total, items.Groups, await Items(reader, query, items, ct), entities.Groups - dropped, [.. found.Take(most)])
        {
            Hint = (lone && question.Kind != FindKind.Items) || isFamily ? LoneFamilyName.AddAnotherPart : null,
        };
    }

    /// <summary>What a search gave, for its act.</summary>
    public static string Objects(Found found) =>
        string.Join(',', found.Items.Select(one => $"item:{one.Item.Key}").Concat(found.Entities.SelectMany(one => one.All).Select(one => $"entity:{one.Entity.Key}")));

    private static async Task<IReadOnlyList<FoundItem>> Items(Reader reader, SearchQuery query, SearchAnswer answer, CancellationToken ct)
    {
        if (answer.Hits.Count == 0) return [];
        var rows = (await new ItemRows(reader).Of([.. answer.Hits.Select(hit => hit.Key)], ct)).ToDictionary(row => row.Key);
        return [.. answer.Hits.Where(hit => rows.ContainsKey(hit.Key)).Select(hit => (hit, row: rows[hit.Key]))
            .Select(one => new FoundItem(one.row, one.hit.Matches, Highlighter.Spans(new SearchText(one.row.Text, one.row.Language), query)) { InReport = one.hit.InGroup })];
    }

    // All hits are looked at by their rows alone, which is cheap; what is said about them is read only for those that are shown.
    private async Task<(IReadOnlyList<FoundEntity> Found, int Dropped, bool IsFamily)> Entities(Reader reader, SearchQuery query, SearchAnswer answer, int most, CancellationToken ct)
    {
        if (answer.Hits.Count == 0) return ([], 0, false);
        var rows = (await new StatementRows(reader).Of([.. answer.Hits.Select(hit => hit.Key)], ct)).Where(row => row.IsLive).ToDictionary(row => row.Key);
        var held = answer.Hits.Where(hit => rows.ContainsKey(hit.Key)).ToList();
        var kept = held.Where(hit => !LoneFamilyName.IsAllOf(rows[hit.Key], query)).ToList();
        var shown = kept.Take(most).ToList();
        var views = (await new CitedStatements(reader, labels).Of([.. shown.Select(hit => rows[hit.Key])], ct)).Statements.ToDictionary(view => view.Row.Key);
        var refs = await new EntityRefs(reader).Of([.. shown.Select(hit => hit.Group)], ct);
        var found = shown.Where(hit => views.ContainsKey(hit.Key) && refs.ContainsKey(hit.Group)).Select(hit => new FoundEntity(refs[hit.Group], views[hit.Key], hit.InGroup, hit.Matches,
            Highlighter.Spans(new SearchText(rows[hit.Key].ValueText, rows[hit.Key].Language), query))).ToList();
        var persons = await AsOne(reader, found, ct);
        return (persons, answer.Hits.Count - kept.Count + (shown.Count - persons.Count), kept.Count < held.Count);
    }

    // Records that people joined are one hit, where the first of them was found, under the name that leads.
    private async Task<IReadOnlyList<FoundEntity>> AsOne(Reader reader, IReadOnlyList<FoundEntity> found, CancellationToken ct)
    {
        var joined = (await new IdentityRows(reader).Of([.. found.Select(one => one.Entity.Key)], ct)).Where(one => one.Value.Records.Count > 1).ToDictionary(one => one.Key, one => one.Value);
        if (joined.Count == 0) return found;
        var leads = await new EntityRefs(reader).Of([.. joined.Values.Select(one => one.Lead).OfType<long>().Distinct()], ct);
        List<FoundEntity> made = [];
        foreach (var group in found.GroupBy(one => joined.TryGetValue(one.Entity.Key, out var whole) ? whole.Records[0] : one.Entity.Key))
        {
            var first = group.First();
            made.Add(!joined.TryGetValue(first.Entity.Key, out var one) ? first : first with
            {
                Records = one.Records.Count,
                Lead = one.Lead is { } lead && leads.TryGetValue(lead, out var known) && !known.Caption.IsNone ? known : first.Entity,
                Also = [.. group.Skip(1)],
                Joining = await labels.Union(one.Judgements.Where(row => row is { IsLive: true, Verdict: "same" }).Select(row => row.CurrentLabel), ct),
            });
        }
        return made;
    }
}
