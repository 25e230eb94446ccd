using Plumbline.Screening.Matching;

namespace Plumbline.NameTables;

/// <summary>A name that is asked of the list.</summary>
/// <param name="Expected">The entity meant; -1 for nobody.</param>
/// <param name="Fold">What one entity's names, its queries and the pairs that they stand in share.</param>
internal sealed record ScreenQuery(PreparedName Name, int Expected, string Slice, int Fold);

/// <summary>The development queries in folds: whatever one entity, one name or one pair binds is in one of them.</summary>
internal sealed class ScreenQueries
{
    /// <summary>How many folds there are.</summary>
    public const int Folds = 5;

    private readonly Entities bound;

    public ScreenQueries(TokenPairs source, IReadOnlyList<IndexedName> names, IReadOnlyDictionary<string, int> entities)
    {
        var ofEntity = names.ToLookup(name => name.Entity, name => name.Name.Text);
        var asked = source.Table("screen_queries_dev.tsv.gz").Select(row => (Name: row[1], Expected: entities.GetValueOrDefault(row[2], -1), Slice: row[3])).ToArray();
        bound = new Entities([
            .. names.Select(name => (name.Name.Text, ofEntity[name.Entity].First())),
            .. asked.Where(one => one.Expected >= 0).Select(one => (one.Name, ofEntity[one.Expected].First())),
            .. source.Table("pairs_dev.tsv.gz").Where(row => row[3] == "1").Select(row => (row[1], row[2]))]);
        foreach (var (text, expected, slice) in asked)
            if (NameMatcher.Preparer.Prepare(text) is Core.Outcome<PreparedName>.Done { Value: var name }) All.Add(new ScreenQuery(name, expected, slice, FoldOf(text)));
    }

    /// <summary>All of them.</summary>
    public List<ScreenQuery> All { get; } = [];

    /// <summary>The fold of a name.</summary>
    public int FoldOf(string name) => (int)(Skeleton.Hash(bound.Of(name)) % Folds);
}
