namespace Plumbline.NameTables;

/// <summary>Names that pairs of the same bind together: one entity, so far as the pairs tell.</summary>
internal sealed class Entities
{
    private readonly Dictionary<string, string> parent = new(StringComparer.Ordinal);

    public Entities(IEnumerable<(string A, string B)> same)
    {
        foreach (var (a, b) in same)
        {
            var (one, other) = (Of(a), Of(b));
            if (one == other) continue;
            // The lesser leads, so that the order of the pairs changes nothing.
            if (string.CompareOrdinal(one, other) < 0) parent[other] = one;
            else parent[one] = other;
        }
    }

    /// <summary>The name that leads an entity; a name that no pair binds leads itself.</summary>
    public string Of(string name)
    {
        parent.TryAdd(name, name);
        while (parent[name] != name) name = parent[name] = parent[parent[name]];
        return name;
    }
}
