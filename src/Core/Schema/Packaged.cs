namespace Plumbline.Core;

/// <summary>Reviewed data files that travel inside the assembly.</summary>
internal static class Packaged
{
    /// <summary>The YAML files directly in a folder, ordered by name; the name is without the folder.</summary>
    /// <param name="folder">Ends with a slash, such as <c>data/schema/</c>.</param>
    public static IReadOnlyList<(string Name, string Yaml)> Files(string folder) =>
        [.. Names(folder).Where(name => !name.Contains('/')).Order(StringComparer.Ordinal).Select(name => (name, Text(folder + name)))];

    /// <summary>The names below a folder, without it.</summary>
    public static IEnumerable<string> Names(string folder) => typeof(Packaged).Assembly.GetManifestResourceNames()
        .Where(name => name.StartsWith(folder, StringComparison.Ordinal)).Select(name => name[folder.Length..]);

    /// <summary>The text of a file.</summary>
    /// <exception cref="InvalidDataException">It is not there: the assembly was built wrongly.</exception>
    public static string Text(string name)
    {
        using var stream = typeof(Packaged).Assembly.GetManifestResourceStream(name) ?? throw new InvalidDataException($"{name} is missing.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
