using System.Reflection;

namespace Plumbline.Specs;

/// <summary>What really implements a contract, to hold the explicit lists of the product against.</summary>
static class Implementations
{
    /// <summary>The product's assemblies, all of them, loaded or not.</summary>
    public static IReadOnlyList<Assembly> Assemblies { get; } =
        [.. Directory.EnumerateFiles(AppContext.BaseDirectory, "*.dll")
            .Select(file => Path.GetFileNameWithoutExtension(file))
            .Where(name => name == "plumbline" || name.StartsWith("Plumbline.", StringComparison.Ordinal))
            .Where(name => name is not ("Plumbline.NameTables" or "Plumbline.Specs" or "Plumbline.Acceptance" or "Plumbline.Benchmarks"))
            .Select(Assembly.Load)];

    /// <summary>Every concrete class of the product, and of the contract's own assembly, that is a <typeparamref name="T"/>.</summary>
    public static HashSet<Type> Of<T>() => Of(typeof(T));

    public static HashSet<Type> Of(Type contract) =>
        [.. Assemblies.Append(contract.Assembly).Distinct().SelectMany(assembly => assembly.GetTypes())
            .Where(type => type is { IsAbstract: false, IsGenericTypeDefinition: false } && contract.IsAssignableFrom(type))];
}
