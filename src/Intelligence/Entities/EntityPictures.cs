using Plumbline.Core;
using Plumbline.Register;
using Plumbline.Register.Questions;
using Plumbline.Safeguards;

namespace Plumbline.Intelligence;

/// <summary>Puts together what one reader may see of an entity, in a fixed number of questions however much there is. Records no act: the use case does.</summary>
public sealed class EntityPictures(Gate gate, Labels labels)
{
    /// <summary>The picture of one record by itself; null when no statement about it may be seen, which is the same as that there is none.</summary>
    public Task<EntityPicture?> Of(Reader reader, long key, CancellationToken ct) => Of(reader, key, null, ct);

    /// <summary>The picture with all records that people judged to be the same, as far as the reader sees judgements and records.</summary>
    public async Task<EntityPicture?> Whole(Reader reader, long key, CancellationToken ct) =>
        await Of(reader, key, (await new IdentityRows(reader).Of([key], ct)).GetValueOrDefault(key), ct);

    private async Task<EntityPicture?> Of(Reader reader, long key, Joined? joined, CancellationToken ct)
    {
        var asked = new StatementRows(reader);
        var records = joined?.Records ?? [key];
        var members = records.ToHashSet();
        var about = await asked.About(records, ct);
        if (about.FirstOrDefault(row => row.Entity == key) is not { } first || Schema.Builtin.Find(first.Type) is not { } type) return null;
        var pointing = await asked.PointingAt(records, ct);
        var ofLinks = await asked.About([.. pointing.Select(row => row.Entity).Distinct()], ct);
        var ends = LinkEndRows.Of(ofLinks);
        var own = LinkEndRows.Of(about);
        var others = await new EntityRefs(reader).Of([.. ends.Values.SelectMany(end => end.Ends).Concat(own.Values.SelectMany(end => end.Ends)).Concat(type.IsLink ? [] : records).Distinct()], ct);
        if (type.IsLink && !(own.TryGetValue(key, out var mine) && mine.Ends.All(others.ContainsKey))) return null;
        var views = await new CitedStatements(reader, labels).Of([.. about, .. ofLinks], ct);
        var mineViews = views.Statements.Where(view => members.Contains(view.Row.Entity)).ToList();
        if (mineViews.All(view => view.Row.Entity != key)) return null;
        var links = Links(members, ends, others, views.Statements.ToLookup(view => view.Row.Entity));
        var status = type.Is("person") ? await Status(reader, records, ct) : null;
        // Only what is on the page: the statements of a link that does not exist for this reader are not.
        var shown = mineViews.Concat(links.SelectMany(link => link.Ends.Concat(link.Values.SelectMany(group => group.Statements)))).ToList();
        var gradings = await new GradingRows(reader).Of([.. shown.Select(view => view.Row.Item).Distinct()], ct);
        var officers = await new OfficerNames(reader).Of([.. History.Hands(gradings, status)], ct);
        var label = Label.Combine(shown.Select(view => view.Label).Concat(status?.OutcomeLabels.Values ?? []))
            .Combine(await labels.Union((joined?.Judgements ?? []).Select(row => row.CurrentLabel), ct));
        return new EntityPicture(key, type, Caption(type, about, joined?.Lead ?? key), PropertyGroups.Of(type, mineViews), links,
            Timeline.Of(mineViews, links, status?.Outcomes ?? []), History.Of(shown, gradings, status, officers, joined?.Judgements ?? []), status, label, await Why(reader, shown, ct))
        {
            Records = [.. records.Where(others.ContainsKey).Select(record => others[record])],
            Lead = joined?.Lead,
            Judgements = joined?.Judgements ?? [],
        };
    }

    // The name of the record that a person chose; where it has none, any that is known.
    private static EntityCaption Caption(EntityType type, IReadOnlyList<StatementRow> about, long lead) =>
        EntityCaption.Of(type, about.Where(row => row.Entity == lead)) is { IsNone: false } own ? own : EntityCaption.Of(type, about);

    private static IReadOnlyList<LinkView> Links(HashSet<long> records, IReadOnlyDictionary<long, LinkEndRows> ends, IReadOnlyDictionary<long, EntityRef> others, ILookup<long, CitedStatement> statements) =>
    [
        .. from link in ends
           let record = records.Contains(link.Value.Source) ? link.Value.Source : link.Value.Target
           let other = link.Value.OtherThan(record)
           let type = Schema.Builtin.Find(link.Value.Type)
           where type is { IsLink: true } && others.ContainsKey(other)
           let views = statements[link.Key].ToList()
           let told = views.Where(view => view.Row.Target is not null && view.Row.IsLive).ToList()
           where told.Any(view => view.Property.Id == Property.SourceId) && told.Any(view => view.Property.Id == Property.TargetId)
           let grades = LinkGrades.Of(told.Select(view => view.Grade))
           orderby type.Name, link.Key
           select new LinkView(link.Key, type, link.Value.Source == record, others[other], told,
               PropertyGroups.Of(type, views.Where(view => view.Row.Target is null)), grades.Weakest, grades.Best, Label.Combine(views.Select(view => view.Label))) { Record = record },
    ];

    private async Task<PersonStatus> Status(Reader reader, IReadOnlyList<long> records, CancellationToken ct)
    {
        var rows = new PersonRows(reader);
        var outcomes = (await rows.Outcomes(records, ct)).OrderBy(row => row.Key).ToList();
        var outcomeLabels = new Dictionary<long, Label>();
        foreach (var outcome in outcomes) outcomeLabels[outcome.Key] = await labels.Of(outcome.CurrentLabel, ct);
        var categories = (await rows.Categories(records, ct)).OrderBy(row => row.Key).ToList();
        // A child in one record is a child in all: the protection is not lost by joining.
        return PersonStatus.Of(categories, outcomes) with { OutcomeLabels = outcomeLabels, Child = categories.GroupBy(row => row.Person).Any(own => own.Last().Child != 0) };
    }

    private async Task<IReadOnlyList<string>> Why(Reader reader, IEnumerable<CitedStatement> shown, CancellationToken ct)
    {
        if (await gate.Rights.Officer(reader.Standing.Officer, ct) is not { } officer) return [];
        var (sight, _) = await gate.SightOf(reader.Standing, officer, ct);
        return [.. shown.Select(view => view.Label).Distinct().SelectMany(label => LabelSight.Why(sight, label)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
    }
}
