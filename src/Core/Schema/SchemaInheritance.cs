namespace Plumbline.Core;

/// <summary>Joins each type with what it inherits.</summary>
/// <remarks>A type may have several parents. What is featured, the caption, the icon and the ends of a link come from the nearest
/// type that says so, parents in their order; what is required adds up.</remarks>
internal sealed class SchemaInheritance
{
    private readonly Dictionary<string, TypeDraft> drafts = new(StringComparer.Ordinal);
    private readonly SchemaFaults faults;

    public SchemaInheritance(IEnumerable<TypeDraft> drafts, SchemaFaults faults)
    {
        this.faults = faults;
        foreach (var draft in drafts)
        {
            if (!this.drafts.TryAdd(draft.Name, draft)) faults.Add(draft.File, 0, $"Type \"{draft.Name}\" is there already, in {this.drafts[draft.Name].File}.");
        }
    }

    public IReadOnlyList<EntityType> Resolve()
    {
        foreach (var draft in drafts.Values)
        {
            foreach (var parent in draft.Parents.Where(parent => !drafts.ContainsKey(parent)))
                faults.Add(draft.File, 0, $"The parent \"{parent}\" of \"{draft.Name}\" is unknown.");
            if (Lineage(draft).Skip(1).Any(ancestor => ancestor.Parents.Contains(draft.Name)))
                faults.Add(draft.File, 0, $"\"{draft.Name}\" inherits from itself.");
        }

        return [.. drafts.Values.Select(Resolve)];
    }

    private EntityType Resolve(TypeDraft draft)
    {
        var lineage = Lineage(draft);
        var featured = Nearest(lineage, ancestor => ancestor.Featured) ?? [];
        var required = lineage.SelectMany(ancestor => ancestor.Required).ToHashSet(StringComparer.Ordinal);
        var properties = Properties(draft, lineage)
            .Select(property => property with { Featured = featured.Contains(property.Name), Required = required.Contains(property.Name) }).ToList();
        var caption = Nearest(lineage, ancestor => ancestor.CaptionFrom) ?? [];
        foreach (var name in featured.Concat(required).Concat(caption).Distinct().Where(name => properties.TrueForAll(property => property.Name != name)))
            faults.Add(draft.File, 0, $"\"{name}\" is featured, required or in the caption, but \"{draft.Name}\" has no such property.");
        return new EntityType([.. lineage.Select(ancestor => ancestor.Name)], properties)
        {
            Name = draft.Name,
            Label = draft.Label,
            Plural = draft.Plural,
            Description = draft.Description,
            Icon = Nearest(lineage, ancestor => ancestor.Icon) ?? "category",
            Abstract = draft.Abstract,
            Parents = draft.Parents,
            CaptionFrom = caption,
            Link = Nearest(lineage, ancestor => ancestor.Link),
            Stix = Nearest(lineage, ancestor => ancestor.Stix),
            FollowTheMoney = Nearest(lineage, ancestor => ancestor.FollowTheMoney),
            Kin = lineage.Exists(ancestor => ancestor.Kin),
        };
    }

    /// <summary>Inherited ones first; a name that is declared twice in one lineage is a fault.</summary>
    private List<Property> Properties(TypeDraft draft, List<TypeDraft> lineage)
    {
        var properties = new List<Property>();
        var names = new Dictionary<string, Property>(StringComparer.Ordinal);
        foreach (var property in Enumerable.Reverse(lineage).SelectMany(ancestor => ancestor.Own))
        {
            if (names.TryAdd(property.Name, property)) properties.Add(property);
            else faults.Add(draft.File, 0, $"\"{draft.Name}\" has two properties {property.Name}, of {names[property.Name].Owner} and of {property.Owner}.");
        }

        return properties;
    }

    /// <summary>The type and its ancestors, nearest first, each once.</summary>
    private List<TypeDraft> Lineage(TypeDraft draft)
    {
        var lineage = new List<TypeDraft> { draft };
        for (var at = 0; at < lineage.Count; at++)
        {
            foreach (var parent in lineage[at].Parents)
            {
                if (drafts.TryGetValue(parent, out var found) && !lineage.Contains(found)) lineage.Add(found);
            }
        }

        return lineage;
    }

    private static T? Nearest<T>(List<TypeDraft> lineage, Func<TypeDraft, T?> part) where T : class =>
        lineage.Select(part).FirstOrDefault(found => found is not null);
}
