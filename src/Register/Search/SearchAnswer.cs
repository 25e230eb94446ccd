namespace Plumbline.Register.Search;

/// <summary>What a reader finds.</summary>
/// <param name="Total">Exactly how many documents match that the reader may see.</param>
/// <param name="Groups">In exactly how many entities and reports.</param>
/// <param name="Hits">The best hit of each of the best groups, best first.</param>
public sealed record SearchAnswer(long Total, int Groups, IReadOnlyList<SearchHit> Hits);

/// <summary>A group by its best document.</summary>
/// <param name="Id">See <see cref="SearchId"/>.</param>
/// <param name="Group">The entity's key for a statement, the report's for an item.</param>
/// <param name="InGroup">How many documents of the group match that the reader may see.</param>
/// <param name="Score">1 for each clause that matched, and 1/64 more for each that did so unstemmed. Nothing else counts.</param>
/// <param name="Matches">Why it matches: each clause that did, and how.</param>
public sealed record SearchHit(long Id, long Group, int InGroup, float Score, IReadOnlyList<SearchMatch> Matches)
{
    /// <summary>Statement or item.</summary>
    public SearchKind Kind => SearchId.Kind(Id);

    /// <summary>The register's key of the statement or item.</summary>
    public long Key => SearchId.Key(Id);
}

/// <summary>A clause that matched a document.</summary>
/// <param name="Clause">As the officer wrote it.</param>
/// <param name="By">The closest way in which it matched.</param>
public sealed record SearchMatch(string Clause, MatchedBy By);

/// <summary>In which way a clause matched, from the closest to the loosest.</summary>
public enum MatchedBy
{
    /// <summary>The word as written, but for its spelling.</summary>
    Word = 1,

    /// <summary>The words in this order.</summary>
    Phrase = 2,

    /// <summary>The digits and letters of a number, however grouped.</summary>
    Number = 3,

    /// <summary>The beginning of a word.</summary>
    Prefix = 4,

    /// <summary>The last nine digits of a number.</summary>
    NumberEnd = 5,

    /// <summary>Another form of the word.</summary>
    Stem = 6,

    /// <summary>A word that differs by a letter or two.</summary>
    Fuzzy = 7,
}
