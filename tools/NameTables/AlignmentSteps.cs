using Plumbline.Screening.Matching;

namespace Plumbline.NameTables;

/// <summary>Learns the four alignment tables: from tokens first, then twice from tokens and from the parts that met by the tables before. Nothing that was learned on another day enters.</summary>
internal sealed class AlignmentSteps(TokenPairs tokens)
{
    private const int Rounds = 2;

    private readonly (string Name, bool IsOneScript, List<TokenPair> Tokens, Func<PartScript, PartScript, bool> Wanted)[] tables =
    [
        ("latin-latin", true, tokens.LatinLatin(), (a, b) => a == b && a == PartScript.Latin),
        ("arabic-latin", false, tokens.ArabicLatin(), (a, b) => a == PartScript.Arabic && b is PartScript.Latin or PartScript.Cyrillic),
        ("cyrillic-latin", false, tokens.CyrillicLatin(), (a, b) => a == PartScript.Cyrillic && b == PartScript.Latin),
        ("arabic-arabic", true, tokens.ArabicArabic(), (a, b) => a == b && a == PartScript.Arabic),
    ];

    /// <summary>The tables, each with its name.</summary>
    public IReadOnlyList<(string Name, AlignmentTable Table)> Learn()
    {
        var learned = Round(null);
        for (var round = 0; round < Rounds; round++) learned = Round(learned);
        return [.. tables.Select((table, n) => (table.Name, learned[n]))];
    }

    private AlignmentTable[] Round(AlignmentTable[]? before)
    {
        var set = before is null ? null : new AlignmentSet(before[0], before[1], before[2], before[3]);
        var learned = new AlignmentTable[tables.Length];
        Parallel.For(0, tables.Length, n => learned[n] = AlignmentLearner.Learn(set is null ? tables[n].Tokens : [.. tables[n].Tokens, .. tokens.FromNames(set, tables[n].Wanted)], tables[n].IsOneScript));
        return learned;
    }
}
