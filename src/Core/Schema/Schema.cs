using System.Diagnostics.CodeAnalysis;

namespace Plumbline.Core;

/// <summary>The types of entities and links. A new type is one more YAML file.</summary>
public sealed class Schema
{
    private const string Folder = "data/schema/";
    private static readonly Lazy<Schema> TheBuiltin = new(() => Load(Packaged.Files(Folder)));

    private readonly Dictionary<string, EntityType> byName;
    private readonly Dictionary<int, Property> byId = [];
    private readonly Dictionary<string, Property> byQualifiedName = new(StringComparer.Ordinal);

    private Schema(IReadOnlyList<EntityType> types)
    {
        Types = types;
        byName = types.ToDictionary(type => type.Name, StringComparer.Ordinal);
        foreach (var type in types)
        {
            foreach (var property in type.Properties)
            {
                byQualifiedName[$"{type.Name}.{property.Name}"] = property;
                if (property.Owner == type.Name) byId[property.Id] = property;
            }
        }

        Properties = [.. byId.Values.OrderBy(property => property.Id)];
    }

    /// <summary>The types that travel with the assembly; read once, when first asked for.</summary>
    public static Schema Builtin => TheBuiltin.Value;

    /// <summary>The files of <see cref="Builtin"/>, to load with more beside them.</summary>
    public static IReadOnlyList<(string Name, string Yaml)> BuiltinFiles => Packaged.Files(Folder);

    /// <summary>Every type, abstract ones too, ordered by name.</summary>
    public IReadOnlyList<EntityType> Types { get; }

    /// <summary>Every property once, as its own type declares it, ordered by number.</summary>
    public IReadOnlyList<Property> Properties { get; }

    /// <summary>Reads types from YAML.</summary>
    /// <param name="files">Name (for messages; <c>person.yaml</c>) and text of each file; every file is one type.</param>
    /// <exception cref="SchemaException">Something is wrong; the message names every fault with its file and line.</exception>
    public static Schema Load(IEnumerable<(string Name, string Yaml)> files)
    {
        var faults = new SchemaFaults();
        var drafts = files.Select(file => SchemaFile.Read(file.Name, file.Yaml, faults)).OfType<TypeDraft>().ToList();
        var types = new SchemaInheritance(drafts, faults).Resolve();
        SchemaRules.Check(types, faults);
        faults.ThrowIfAny();
        return new Schema([.. types.OrderBy(type => type.Name, StringComparer.Ordinal)]);
    }

    /// <summary>A type by name; null if there is none.</summary>
    public EntityType? Find(string name) => byName.GetValueOrDefault(name);

    /// <summary>A type that must exist, because code names it.</summary>
    /// <exception cref="KeyNotFoundException">There is no such type.</exception>
    public EntityType this[string name] => Find(name) ?? throw new KeyNotFoundException($"The schema has no type \"{name}\".");

    /// <summary>A property by type and name, such as <c>person.birth_date</c>; inherited ones too (<c>person.name</c>), then with
    /// the type's own choice of what is featured and required. Null if there is none.</summary>
    public Property? Property(string qualified) => byQualifiedName.GetValueOrDefault(qualified);

    /// <summary>A property by its number, as the register keeps it.</summary>
    public bool TryProperty(int id, [NotNullWhen(true)] out Property? property) => byId.TryGetValue(id, out property);

    /// <summary>Whether a type may have this property, and not another of that number.</summary>
    public Property? PropertyOf(string type, string property) => byQualifiedName.GetValueOrDefault($"{type}.{property}");
}
