namespace Plumbline.Specs;

/// <summary>What a spec of the house found wrong: each line says where, so that it can be clicked.</summary>
static class Breaches
{
    /// <summary>Passes when nothing was found; else says the rule and every breach of it, not only the first five.</summary>
    public static void None(IEnumerable<string> found, string rule)
    {
        var all = found.Distinct().ToList();
        Assert.True(all.Count == 0, $"{rule}\n  {string.Join("\n  ", all)}");
    }
}
