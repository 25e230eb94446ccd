using Plumbline.Core;

namespace Plumbline.Intelligence;

/// <summary>Puts statements side by side: by property, by value, with the origins behind each value. Pure.</summary>
public static class PropertyGroups
{
    /// <summary>The groups of one entity: featured properties in the type's order, then the others by number.</summary>
    public static IReadOnlyList<PropertyGroup> Of(EntityType type, IEnumerable<CitedStatement> statements)
    {
        var order = type.Properties.Where(property => property.Featured).Select((property, at) => (property.Id, at)).ToDictionary(pair => pair.Id, pair => pair.at);
        return [.. statements.GroupBy(statement => statement.Property.Id)
            .Select(group => new PropertyGroup(group.First().Property, Values(group), Conflicts.In(group.First().Property, group.Select(statement => statement.Row))))
            .OrderBy(group => order.GetValueOrDefault(group.Property.Id, int.MaxValue)).ThenBy(group => group.Property.Id)];
    }

    /// <summary>Distinct origins behind statements: what corroboration can rest on.</summary>
    public static int Origins(IEnumerable<CitedStatement> statements) => statements
        .Where(statement => statement is { Row.IsLive: true, IsListing: false, CustodyBar: null, Item.Origin: not null })
        .Select(statement => statement.Item.Origin).Distinct().Count();

    private static IReadOnlyList<ValueView> Values(IEnumerable<CitedStatement> statements) =>
        [.. statements.GroupBy(statement => statement.Row.ValueKey, StringComparer.Ordinal)
            .Select(value => new ValueView(value.Key, Origins(value), [.. value.OrderBy(one => one.Row.IsLive ? 0 : 1).ThenBy(one => one.Row.Key)]))
            .OrderBy(value => value.IsLive ? 0 : 1).ThenBy(value => value.Statements[0].Row.Key)];
}
