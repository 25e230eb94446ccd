using Plumbline.Core;
using Plumbline.Register;
using Plumbline.Register.Questions;

namespace Plumbline.Intelligence;

/// <summary>Type, caption and category of entities, for those who point at them; three questions however many there are.</summary>
/// <param name="waiting">Whether what waits for acceptance counts too: for those who mark, never for those who read.</param>
public sealed class EntityRefs(Reader reader, bool waiting = false)
{
    private static readonly long[] NamingProperties =
        [.. Schema.Builtin.Types.SelectMany(EntityCaption.NamingProperties).Distinct().Order().Select(id => (long)id)];

    /// <summary>Those of the keys that exist for the reader; the others are left out. Links among them count as entities with statements of their own.</summary>
    public async Task<IReadOnlyDictionary<long, EntityRef>> Of(IReadOnlyCollection<long> keys, CancellationToken ct)
    {
        if (keys.Count == 0) return new Dictionary<long, EntityRef>();
        var existing = await new EntityRows(reader).Existing(keys, waiting, ct);
        var names = (await new StatementRows(reader).Naming(keys, NamingProperties, waiting, ct)).ToLookup(row => row.Entity);
        var persons = existing.Where(row => Schema.Builtin.Find(row.Type)?.Is("person") == true).Select(row => row.Key).ToList();
        var categories = persons.Count == 0 ? [] : (await new PersonRows(reader).Categories(persons, ct)).GroupBy(row => row.Person).ToDictionary(group => group.Key, group => group.Last().Category);
        return existing.Select(row => (row.Key, Type: Schema.Builtin.Find(row.Type))).Where(row => row.Type is not null)
            .ToDictionary(row => row.Key, row => new EntityRef(row.Key, row.Type!, EntityCaption.Of(row.Type!, names[row.Key]),
                row.Type!.Is("person") ? categories.GetValueOrDefault(row.Key, PersonStatus.NotYetCategorised) : null));
    }
}
