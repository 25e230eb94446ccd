using System.Runtime.CompilerServices;

namespace Plumbline.Specs;

/// <summary>The tree that these specs were built from, as files.</summary>
static class Repository
{
    private static readonly HashSet<string> Made =
        ["bin", "obj", "node_modules", "artifacts", "TestResults", ".plumbline", ".git", ".vs", ".idea", "BenchmarkDotNet.Artifacts"];

    /// <summary>The folder of Plumbline.slnx.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>Every file of the tree that a person wrote; what the build makes is left out.</summary>
    public static IReadOnlyList<SourceFile> Files { get; } =
        [.. Walk(Root).Select(path => new SourceFile(Path.GetRelativePath(Root, path).Replace('\\', '/'), path)).OrderBy(file => file.Path, StringComparer.Ordinal)];

    /// <summary>The files under a folder (such as "src" or "src/Web") with one of the extensions (such as ".cs").</summary>
    public static IEnumerable<SourceFile> Under(string folder, params string[] extensions) =>
        Files.Where(file => file.Path.StartsWith(folder + "/", StringComparison.Ordinal)
            && (extensions.Length == 0 || extensions.Contains(file.Extension)));

    /// <summary>The C# files of the product.</summary>
    public static IEnumerable<SourceFile> Code => Under("src", ".cs");

    /// <summary>The folders above a folder, nearest first.</summary>
    public static IEnumerable<string> Above(string folder)
    {
        for (var above = Path.GetDirectoryName(folder); above is not null; above = Path.GetDirectoryName(above)) yield return above;
    }

    private static IEnumerable<string> Walk(string folder)
    {
        foreach (var file in Directory.EnumerateFiles(folder))
            if (!Made.Contains(Path.GetFileName(file)) && !file.EndsWith(".received", StringComparison.Ordinal)) yield return file;
        foreach (var child in Directory.EnumerateDirectories(folder))
            if (!Made.Contains(Path.GetFileName(child)) && !child.EndsWith("/wwwroot/ui", StringComparison.Ordinal))
                foreach (var file in Walk(child)) yield return file;
    }

    private static string FindRoot([CallerFilePath] string here = "") =>
        Above(AppContext.BaseDirectory).Concat(Above(here)).First(folder => File.Exists(Path.Combine(folder, "Plumbline.slnx")));
}
