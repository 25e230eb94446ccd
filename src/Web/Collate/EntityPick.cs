using Plumbline.Core;
using Plumbline.Intelligence;

namespace Plumbline.Web.Collate;

/// <summary>What a picker offers: an entity that is there, or a new one of a type.</summary>
public sealed record EntityPick(EntityType Type, EntityRef? Entity)
{
    public static EntityPick Of(EntityRef entity) => new(entity.Type, entity);

    public static EntityPick New(EntityType type) => new(type, null);

    public EntityChoice Choice => Entity is { } known ? EntityChoice.Existing(known.Key) : EntityChoice.New(Type.Name);

    /// <summary>Types that a text may begin: what its form says, then the usual ones. Pure.</summary>
    /// <param name="text">What is selected.</param>
    /// <param name="typed">What the officer typed; matched against the types' names in all languages.</param>
    public static IEnumerable<EntityType> Types(string text, string typed)
    {
        var all = Schema.Builtin.Types.Where(type => !type.Abstract && !type.IsLink);
        if (typed.Length > 0 && typed != text)
            return all.Where(type => new[] { type.Label.En, type.Label.Ar, type.Label.Ckb }.Any(word => word.Contains(typed, StringComparison.OrdinalIgnoreCase)));
        string[] usual = Suggested(text) is { } first ? [first, .. Usual] : Usual;
        return usual.Distinct().Select(name => Schema.Builtin.Find(name)).OfType<EntityType>();
    }

    private static string[] Usual => ["person", "organisation", "phone", "vehicle", "address", "document", "event"];

    private static string? Suggested(string text) =>
        PropertyTypes.Phone.Read(text) is Outcome<PropertyValue>.Done ? "phone"
        : text.Any(char.IsDigit) && PropertyTypes.Plate.Read(text) is Outcome<PropertyValue>.Done ? "vehicle"
        : null;
}
