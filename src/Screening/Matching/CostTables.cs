namespace Plumbline.Screening.Matching;

/// <summary>The learned numbers that travel in the assembly: alignment tables and rarity.</summary>
internal static class CostTables
{
    /// <summary>How letters stand for one another.</summary>
    public static AlignmentSet Alignments { get; } = new(Alignment("latin-latin"), Alignment("arabic-latin"), Alignment("cyrillic-latin"), Alignment("arabic-arabic"));

    /// <summary>How common the keys of parts are.</summary>
    public static RarityTable Rarity { get; } = Has("rarity") ? RarityTable.Read(Text("rarity")) : RarityTable.Empty;

    /// <summary>Whether a table was learned yet; false only while the learner makes the first.</summary>
    public static bool Has(string name) => typeof(CostTables).Assembly.GetManifestResourceInfo($"data/names/tables/{name}.txt") is not null;

    /// <summary>A table as text.</summary>
    public static StreamReader Text(string name) =>
        new(typeof(CostTables).Assembly.GetManifestResourceStream($"data/names/tables/{name}.txt") ?? throw new InvalidDataException($"{name}.txt is missing: run tools/NameTables."));

    /// <summary>FNV-1a over every learned table and word list, in order of their names: other numbers are another version.</summary>
    public static uint Fingerprint()
    {
        var hash = 2166136261u;
        var assembly = typeof(CostTables).Assembly;
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.StartsWith("data/names/", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var text = new StreamReader(assembly.GetManifestResourceStream(name)!);
            // By lines: how a checkout ends them is no number.
            while (text.ReadLine() is { } line) foreach (var letter in line) hash = unchecked((hash ^ letter) * 16777619u);
        }
        return hash;
    }

    private static AlignmentTable Alignment(string name)
    {
        using var text = Text(name);
        return AlignmentTable.Read(text);
    }
}
