using System.Collections;
using System.Reflection;

namespace Plumbline.Specs.House;

/// <summary>Where code implements a contract many times over, one visible list names every implementation.</summary>
public sealed class Lists_forget_nothing
{
    [Fact]
    public void Every_list_called_All_names_every_implementation() => Breaches.None(
        Implementations.Assemblies.SelectMany(assembly => assembly.GetTypes()).SelectMany(Lists).SelectMany(Forgotten),
        "Add the line to the list:");

    [Fact]
    public void A_forgotten_one_would_be_seen()
    {
        var list = Assert.Single(Lists(typeof(Sounds)));
        Assert.Contains(nameof(Bark), Assert.Single(Forgotten(list)));
        Assert.Equal([typeof(Meow), typeof(Bark)], Implementations.Of<ISound>());
    }

    [Fact]
    public void All_the_rooms_that_are_built_are_looked_at() => Assert.Equal(
        Repository.Under("src", ".csproj").Select(file => Rooms.Of(file.Path)).Order(),
        Implementations.Assemblies.Select(assembly => assembly.GetName().Name == "plumbline" ? "Cli" : assembly.GetName().Name!["Plumbline.".Length..]).Order());

    /// <summary>Static properties <c>All</c>, a list of one of our own interfaces or abstract classes.</summary>
    private static IEnumerable<PropertyInfo> Lists(Type type) =>
        type.ContainsGenericParameters ? [] : type.GetProperties(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.DeclaredOnly)
            .Where(property => property.Name == "All" && Contract(property) is { IsAbstract: true } contract
                && contract.Namespace?.StartsWith("Plumbline", StringComparison.Ordinal) == true);

    private static Type? Contract(PropertyInfo property) =>
        property.PropertyType is { IsGenericType: true } list && typeof(IEnumerable).IsAssignableFrom(list) ? list.GetGenericArguments()[0] : null;

    private static IEnumerable<string> Forgotten(PropertyInfo list)
    {
        var named = ((IEnumerable)list.GetValue(null)!).Cast<object>().Select(item => item.GetType()).ToHashSet();
        return Implementations.Of(Contract(list)!).Except(named).Select(type => $"{list.DeclaringType!.FullName}.All lacks {type.FullName}");
    }

    private interface ISound;

    private sealed class Meow : ISound;

    private sealed class Bark : ISound;

    private static class Sounds
    {
        public static IReadOnlyList<ISound> All { get; } = [new Meow()];
    }
}
