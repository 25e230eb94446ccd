namespace Plumbline.Specs;

/// <summary>Public data that is read in place and never copied into the tree, such as the published sanctions lists.</summary>
/// <remarks>Looked for in the folder that PLUMBLINE_SHARED names, else in a folder "shared" beside the checkout or above it.</remarks>
static class SharedData
{
    /// <summary>The full path of a file or folder, such as <c>data/lists/un.xml</c>; null where it is not on this machine.</summary>
    public static string? Find(string relative) =>
        Places().Select(place => Path.Combine(place, relative)).FirstOrDefault(Path.Exists);

    /// <summary>As <see cref="Find"/>; where the data is not on this machine the test is skipped and says so.</summary>
    public static string Need(string relative)
    {
        var path = Find(relative);
        Assert.SkipWhen(path is null, $"The shared data has no {relative}: set PLUMBLINE_SHARED, or put it into ../shared");
        return path!;
    }

    private static IEnumerable<string> Places()
    {
        if (Environment.GetEnvironmentVariable("PLUMBLINE_SHARED") is { Length: > 0 } named) return [named];
        return Repository.Above(Repository.Root).Select(folder => Path.Combine(folder, "shared"));
    }
}
