namespace Plumbline.Core;

/// <summary>A type of the schema as questions about links see it.</summary>
public static class SchemaLinks
{
    /// <summary>The link types that may join two entities of these types in this direction, ordered by name.</summary>
    public static IEnumerable<EntityType> LinksBetween(this Schema schema, EntityType source, EntityType target) =>
        schema.Types.Where(link => !link.Abstract && link.Link is { } ends && source.Is(ends.SourceType) && target.Is(ends.TargetType));

    /// <summary>Whether a link may join these ends; null if it may, else why not.</summary>
    /// <param name="schema">The types.</param>
    /// <param name="link">The link type.</param>
    /// <param name="source">The type of the source.</param>
    /// <param name="target">The type of the target.</param>
    public static Refusal? Objection(this Schema schema, EntityType link, EntityType source, EntityType target)
    {
        if (link.Link is not { } ends) return new Refusal("link.no-link", $"\"{link.Name}\" is no link type.");
        if (link.Abstract) return new Refusal("link.abstract", $"\"{link.Name}\" is a general type; choose a link type that inherits from it.");
        if (!source.Is(ends.SourceType)) return Wrong(link, "source", ends.SourceType, source);
        return target.Is(ends.TargetType) ? null : Wrong(link, "target", ends.TargetType, target);
    }

    private static Refusal Wrong(EntityType link, string end, string expected, EntityType found) =>
        new($"link.{end}", $"The {end} of \"{link.Name}\" is of type {expected}; {found.Name} is not.");
}
