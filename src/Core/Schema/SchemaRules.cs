namespace Plumbline.Core;

/// <summary>What must hold over all types together.</summary>
internal static class SchemaRules
{
    private const string LinkRoot = "link";

    public static void Check(IReadOnlyList<EntityType> types, SchemaFaults faults)
    {
        var names = types.Select(type => type.Name).ToHashSet(StringComparer.Ordinal);
        var ids = new Dictionary<int, string>();
        foreach (var type in types)
        {
            foreach (var property in type.Properties.Where(property => property.Owner == type.Name && property.Id > 0))
            {
                if (!ids.TryAdd(property.Id, property.Qualified))
                    faults.Add(File(type), 0, $"The id {property.Id} of {property.Qualified} is that of {ids[property.Id]}.");
            }

            CheckEnds(type, names, faults);
        }
    }

    private static void CheckEnds(EntityType type, HashSet<string> names, SchemaFaults faults)
    {
        if (type.Link is not { } ends)
        {
            if (type.Is(LinkRoot) && !type.Abstract) faults.Add(File(type), 0, $"The link type \"{type.Name}\" has no ends: say link with source and target.");
            return;
        }

        if (!type.Is(LinkRoot)) faults.Add(File(type), 0, $"\"{type.Name}\" has ends but does not inherit from {LinkRoot}.");
        foreach (var (end, id) in new[] { (ends.SourceType, Property.SourceId), (ends.TargetType, Property.TargetId) })
        {
            if (end.Length > 0 && !names.Contains(end)) faults.Add(File(type), 0, $"The end type \"{end}\" of \"{type.Name}\" is unknown.");
            if (!type.Properties.Any(property => property.Id == id)) faults.Add(File(type), 0, $"\"{type.Name}\" lacks the property with id {id}, which holds an end.");
        }
    }

    private static string File(EntityType type) => type.Name + ".yaml";
}
