using Plumbline.Screening.Matching;

namespace Plumbline.Screening.Watchlists;

/// <summary>Finds the entries of a list by their documents, however they are called. Pure.</summary>
internal sealed class DocumentBearers
{
    // More entries than these under one number: then it tells nobody apart. And no name speaks more strongly against a document than this.
    private const int Most = 20;
    private const float Least = 0.001f;

    private readonly IReadOnlyList<IndexedName> names;
    private readonly IReadOnlyList<Particulars> particulars;
    private readonly ILookup<string, int> bearers;  // entries by the number of a document
    private readonly ILookup<int, int> namesOf;     // positions of the names of entries that have one

    /// <param name="names">All names of the list.</param>
    /// <param name="particulars">What is said of each entry besides.</param>
    public DocumentBearers(IReadOnlyList<IndexedName> names, IReadOnlyList<Particulars> particulars)
    {
        (this.names, this.particulars) = (names, particulars);
        bearers = Enumerable.Range(0, particulars.Count).SelectMany(entry => particulars[entry].Documents.Select(document => (document.Number, entry))).ToLookup(one => one.Number, one => one.entry, StringComparer.Ordinal);
        namesOf = Enumerable.Range(0, names.Count).Where(name => particulars[names[name].Entity].Documents.Count > 0).ToLookup(name => names[name].Entity);
    }

    /// <summary>The rows of a name, and among them those of entries that bear one of the person's documents: found by the name or not, they score no less than the document says against any name.</summary>
    /// <param name="rows">Best first.</param>
    /// <param name="name">The name asked about.</param>
    /// <param name="known">What else is known of the person.</param>
    /// <param name="matcher">One of this thread.</param>
    public IReadOnlyList<ScreenRow> Among(IReadOnlyList<ScreenRow> rows, PreparedName name, Particulars known, NameMatcher matcher)
    {
        var bearing = known.Documents.SelectMany(document => bearers[document.Number].Where(entry => particulars[entry].Documents.Any(listed => listed.Number == document.Number && listed.MayBe(document))))
            .Distinct().Where(namesOf.Contains).Order().Take(Most).ToList();
        if (bearing.Count == 0) return rows;
        var all = rows.ToList();
        foreach (var entry in bearing)
        {
            var (row, at) = (Row(entry, name, known, matcher), all.FindIndex(found => found.Entity == entry));
            if (at < 0) all.Add(row);
            else if (row.Score > all[at].Score) all[at] = all[at] with { Score = row.Score };
        }
        return [.. all.OrderByDescending(row => row.Score)];
    }

    private ScreenRow Row(int entry, PreparedName name, Particulars known, NameMatcher matcher)
    {
        var (likeness, at) = namesOf[entry].Select(position => (matcher.Compare(name, names[position].Name), position)).MaxBy(one => one.Item1);
        var said = Math.Clamp(likeness, Least, 1 - Least);
        return new ScreenRow(entry, at, 1 / (1 + MathF.Exp(-(MathF.Log(said / (1 - said)) + ParticularEvidence.Of(known, particulars[entry], matcher).Sum(one => one.Odds)))));
    }
}
