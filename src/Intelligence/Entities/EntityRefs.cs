using Plumbline.Core;
using Plumbline.Register;
using Plumbline.Register.Questions;

namespace Plumbline.Intelligence;

/// <summary>Type, caption and category of entities, for those who point at them; three questions however many there are, two more where links are among them.</summary>
/// <param name="waiting">Whether what waits for acceptance counts too: for those who mark, never for those who read.</param>
public sealed class EntityRefs(Reader reader, bool waiting = false)
{
    private static readonly long[] NamingProperties =
        [.. Schema.Builtin.Types.SelectMany(EntityCaption.NamingProperties).Distinct().Order().Select(id => (long)id)];

    /// <summary>Those of the keys that exist for the reader; the others are left out, links of which an end does not exist for the reader too.</summary>
    public async Task<IReadOnlyDictionary<long, EntityRef>> Of(IReadOnlyCollection<long> keys, CancellationToken ct)
    {
        if (keys.Count == 0) return new Dictionary<long, EntityRef>();
        var existing = await WholeLinks(await new EntityRows(reader).Existing(keys, waiting, ct), ct);
        var names = (await new StatementRows(reader).Naming(keys, NamingProperties, waiting, ct)).ToLookup(row => row.Entity);
        var persons = existing.Where(row => Schema.Builtin.Find(row.Type)?.Is("person") == true).Select(row => row.Key).ToList();
        var categories = persons.Count == 0 ? [] : (await new PersonRows(reader).Categories(persons, ct)).GroupBy(row => row.Person).ToDictionary(group => group.Key, group => group.Last().Category);
        return existing.Select(row => (row.Key, Type: Schema.Builtin.Find(row.Type))).Where(row => row.Type is not null)
            .ToDictionary(row => row.Key, row => new EntityRef(row.Key, row.Type!, EntityCaption.Of(row.Type!, names[row.Key]),
                row.Type!.Is("person") ? categories.GetValueOrDefault(row.Key, PersonStatus.NotYetCategorised) : null));
    }

    private async Task<IReadOnlyList<EntityRow>> WholeLinks(IReadOnlyList<EntityRow> rows, CancellationToken ct)
    {
        var links = rows.Where(row => Schema.Builtin.Find(row.Type)?.IsLink == true).Select(row => row.Key).ToList();
        if (links.Count == 0) return rows;
        var ends = LinkEndRows.Of(await new StatementRows(reader).Naming(links, [Property.SourceId, Property.TargetId], waiting, ct), waiting);
        var there = (await new EntityRows(reader).Existing([.. ends.Values.SelectMany(link => link.Ends).Distinct()], waiting, ct)).Select(row => row.Key).ToHashSet();
        return [.. rows.Where(row => !links.Contains(row.Key) || (ends.TryGetValue(row.Key, out var link) && link.Ends.All(there.Contains)))];
    }
}
