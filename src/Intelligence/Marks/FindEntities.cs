using Plumbline.Core;
using Plumbline.Register;
using Plumbline.Register.Questions;
using Plumbline.Register.Search;
using Plumbline.Safeguards;

namespace Plumbline.Intelligence;

/// <summary>Offers entities that are there already while an officer marks text, so that one person does not become two.</summary>
public sealed class FindEntities(Gate gate, SearchIndex index)
{
    /// <summary>The most that is offered.</summary>
    public const int Most = 50;

    /// <summary>Entities by the exact value of a number or name, then by words in every spelling; only those that the officer sees.</summary>
    /// <param name="text">What is selected or typed.</param>
    /// <param name="type">Only of this type, its subtypes included; null for any.</param>
    public async Task<Outcome<IReadOnlyList<EntityRef>>> Run(Visitor visitor, string text, string? type, int most, CancellationToken ct)
    {
        var admitted = await gate.Admit(visitor, Actions.Search, ct);
        if (admitted is not Outcome<Reader>.Done { Value: var reader }) return admitted.Why;
        await using var opened = reader;
        var wanted = type is null ? null : Subtypes(type);
        if (wanted is { Count: 0 }) return await gate.Refuse(reader, Actions.Search, new("mark.type-unknown", "There is no such type of entity."), ct);
        List<long> keys = [];
        foreach (var valueKey in ValueKeys(text)) keys.AddRange((await new StatementRows(reader).Valued(valueKey, ct)).Where(IsFindable).Select(row => row.Entity));
        var query = SearchQuery.Read(text);
        if (!query.IsEmpty && !LoneFamilyName.Is(text))
        {
            var filter = new SearchFilter(new LabelSet(reader.VisibleLabels)) { Kind = SearchKind.Statement, Types = wanted ?? FindFilter.Things };
            var hits = index.Search(query, filter, Math.Clamp(most, 1, Most), ct).Hits;
            var rows = (await new StatementRows(reader).Of([.. hits.Select(hit => hit.Key)], ct)).Where(row => !LoneFamilyName.IsAllOf(row, query)).Select(row => row.Key).ToHashSet();
            keys.AddRange(hits.Where(hit => rows.Contains(hit.Key)).Select(hit => hit.Group));
        }
        var refs = await new EntityRefs(reader).Of([.. keys.Distinct()], ct);
        EntityRef[] offered = [.. keys.Distinct().Where(refs.ContainsKey).Select(key => refs[key])
            .Where(one => !one.Type.IsLink && wanted?.Contains(one.Type.Name) != false).Take(Math.Clamp(most, 1, Most))];
        offered = await Together(reader, offered, ct);
        await gate.Record(reader, Actions.Search, string.Join(',', offered.Select(one => $"entity:{one.Key}")), offered.Length, text, ct);
        return new Outcome<IReadOnlyList<EntityRef>>.Done(offered);
    }

    // Records that people joined stand together and say so: whoever chooses one has chosen the person.
    private static async Task<EntityRef[]> Together(Reader reader, EntityRef[] offered, CancellationToken ct)
    {
        var joined = await new IdentityRows(reader).Of([.. offered.Select(one => one.Key)], ct);
        return [.. offered.GroupBy(one => joined.TryGetValue(one.Key, out var whole) ? whole.Records[0] : one.Key)
            .SelectMany(group => group.Select(one => joined.TryGetValue(one.Key, out var whole) && whole.Records.Count > 1 ? one with { Records = whole.Records.Count } : one))];
    }

    /// <summary>A type and all that inherit from it, by name; empty for an unknown one.</summary>
    internal static HashSet<string> Subtypes(string type) => [.. Schema.Builtin.Types.Where(one => one.Is(type)).Select(one => one.Name)];

    private static IEnumerable<string> ValueKeys(string text) =>
        PropertyTypes.All.Where(one => one is not (TextType or EntityReferenceType or NumberType or DateType)).Select(one => one.Read(text))
            .OfType<Outcome<PropertyValue>.Done>().Select(read => read.Value).Where(value => value.Selector).Select(value => value.Key).Distinct(StringComparer.Ordinal);

    private static bool IsFindable(StatementRow row) =>
        Schema.Builtin.TryProperty((int)row.Property, out var property) && property.Type is not (CountryType or SexType) && property.Finds(new PropertyValue(row.ValueText, row.ValueKey));
}
