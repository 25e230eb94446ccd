using Plumbline.Screening.Matching;

namespace Plumbline.Screening.Watchlists;

/// <summary>Finds the entries of a list by their documents, however they are called. Pure.</summary>
internal sealed class DocumentBearers
{
    // More entries than these under one number: then it tells nobody apart. And no name speaks more strongly against a document than this.
    private const int Most = 20;
    private const float Least = 0.001f;

    private readonly ILookup<string, int> bearers;  // entries by the number of a document
    private readonly DocumentBearers? before;       // of what the list was before some entries changed: such an entry bears what is said of it now

    /// <param name="entries">Entries, and what is said of each besides the names.</param>
    /// <param name="before">Those of the list as it was; null for none.</param>
    public DocumentBearers(IEnumerable<(int Entry, Particulars Known)> entries, DocumentBearers? before = null)
    {
        bearers = entries.SelectMany(one => one.Known.Documents.Select(document => (document.Number, one.Entry))).ToLookup(one => one.Number, one => one.Entry, StringComparer.Ordinal);
        this.before = before;
    }

    /// <summary>The rows of a name, and among them those of entries that bear one of the person's documents: found by the name or not, they score no less than the document says against any name.</summary>
    /// <param name="list">The list as it is.</param>
    /// <param name="rows">Best first.</param>
    /// <param name="name">The name asked about.</param>
    /// <param name="known">What else is known of the person.</param>
    /// <param name="matcher">One of this thread.</param>
    public IReadOnlyList<ScreenRow> Among(ListedNames list, IReadOnlyList<ScreenRow> rows, PreparedName name, Particulars known, NameMatcher matcher)
    {
        var bearing = known.Documents.SelectMany(document => Of(document.Number).Where(entry => list.Of(entry).Documents.Any(listed => listed.Number == document.Number && listed.MayBe(document))))
            .Distinct().Where(entry => list.NamesOf(entry).Any()).OrderBy(entry => list.Entries[entry].Key, StringComparer.Ordinal).Take(Most).ToList();
        if (bearing.Count == 0) return rows;
        var all = rows.ToList();
        foreach (var entry in bearing)
        {
            var (row, at) = (Row(list, entry, name, known, matcher), all.FindIndex(found => found.Entity == entry));
            if (at < 0) all.Add(row);
            else if (row.Score > all[at].Score) all[at] = all[at] with { Score = row.Score };
        }
        return [.. all.OrderByDescending(row => row.Score)];
    }

    private IEnumerable<int> Of(string number) => before is null ? bearers[number] : before.Of(number).Concat(bearers[number]);

    private static ScreenRow Row(ListedNames list, int entry, PreparedName name, Particulars known, NameMatcher matcher)
    {
        var (likeness, at) = list.NamesOf(entry).Select(position => (matcher.Compare(name, list.Names[position].Name), position)).MaxBy(one => one.Item1);
        var said = Math.Clamp(likeness, Least, 1 - Least);
        return new ScreenRow(entry, at, 1 / (1 + MathF.Exp(-(MathF.Log(said / (1 - said)) + ParticularEvidence.Of(known, list.Of(entry), matcher).Sum(one => one.Odds)))));
    }
}
