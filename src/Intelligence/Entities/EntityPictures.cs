using Plumbline.Core;
using Plumbline.Register;
using Plumbline.Register.Questions;
using Plumbline.Safeguards;

namespace Plumbline.Intelligence;

/// <summary>Puts together what one reader may see of an entity, in a fixed number of questions however much there is. Records no act: the use case does.</summary>
public sealed class EntityPictures(Gate gate, Labels labels)
{
    /// <summary>The picture; null when no statement about the entity may be seen, which is the same as that there is none.</summary>
    public async Task<EntityPicture?> Of(Reader reader, long key, CancellationToken ct)
    {
        var asked = new StatementRows(reader);
        var about = await asked.About([key], ct);
        if (about.Count == 0 || Schema.Builtin.Find(about[0].Type) is not { } type) return null;
        var pointing = await asked.PointingAt([key], ct);
        var ofLinks = await asked.About([.. pointing.Select(row => row.Entity).Distinct()], ct);
        var ends = LinkEndRows.Of(ofLinks);
        var own = LinkEndRows.Of(about);
        var others = await new EntityRefs(reader).Of([.. ends.Values.SelectMany(end => end.Ends).Concat(own.Values.SelectMany(end => end.Ends)).Where(other => other != key).Distinct()], ct);
        if (type.IsLink && !(own.TryGetValue(key, out var mine) && mine.Ends.All(others.ContainsKey))) return null;
        var views = await new CitedStatements(reader, labels).Of([.. about, .. ofLinks], ct);
        var mineViews = views.Statements.Where(view => view.Row.Entity == key).ToList();
        if (mineViews.Count == 0) return null;
        var links = Links(key, ends, others, views.Statements.ToLookup(view => view.Row.Entity));
        var status = type.Is("person") ? await Status(reader, key, ct) : null;
        // Only what is on the page: the statements of a link that does not exist for this reader are not.
        var shown = mineViews.Concat(links.SelectMany(link => link.Ends.Concat(link.Values.SelectMany(group => group.Statements)))).ToList();
        var gradings = await new GradingRows(reader).Of([.. shown.Select(view => view.Row.Item).Distinct()], ct);
        var officers = await new OfficerNames(reader).Of([.. History.Hands(gradings, status)], ct);
        var label = Label.Combine(shown.Select(view => view.Label));
        return new EntityPicture(key, type, EntityCaption.Of(type, about), PropertyGroups.Of(type, mineViews), links,
            Timeline.Of(mineViews, links, status?.Outcomes ?? []), History.Of(shown, gradings, status, officers), status, label, await Why(reader, shown, ct));
    }

    private static IReadOnlyList<LinkView> Links(long key, IReadOnlyDictionary<long, LinkEndRows> ends, IReadOnlyDictionary<long, EntityRef> others, ILookup<long, CitedStatement> statements) =>
    [
        .. from link in ends
           let other = link.Value.OtherThan(key)
           let type = Schema.Builtin.Find(link.Value.Type)
           where type is { IsLink: true } && (other == key || others.ContainsKey(other))
           let views = statements[link.Key].ToList()
           let told = views.Where(view => view.Row.Target is not null && view.Row.IsLive).ToList()
           where told.Any(view => view.Property.Id == Property.SourceId) && told.Any(view => view.Property.Id == Property.TargetId)
           let grades = LinkGrades.Of(told.Select(view => view.Grade))
           orderby type.Name, link.Key
           select new LinkView(link.Key, type, link.Value.Source == key, other == key ? new EntityRef(key, type, EntityCaption.None, null) : others[other], told,
               PropertyGroups.Of(type, views.Where(view => view.Row.Target is null)), grades.Weakest, grades.Best, Label.Combine(views.Select(view => view.Label))),
    ];

    private static async Task<PersonStatus> Status(Reader reader, long key, CancellationToken ct)
    {
        var rows = new PersonRows(reader);
        return PersonStatus.Of(await rows.Categories([key], ct), await rows.Outcomes([key], ct));
    }

    private async Task<IReadOnlyList<string>> Why(Reader reader, IEnumerable<CitedStatement> shown, CancellationToken ct)
    {
        if (await gate.Rights.Officer(reader.Standing.Officer, ct) is not { } officer) return [];
        var (sight, _) = await gate.SightOf(reader.Standing, officer, ct);
        return [.. shown.Select(view => view.Label).Distinct().SelectMany(label => LabelSight.Why(sight, label)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
    }
}
