using Plumbline.Screening.Matching;

namespace Plumbline.Screening.Watchlists;

/// <summary>Which entries of one list could be a person. One serves one thread. Pure.</summary>
public sealed class SuggestEntries(ListedNames list, float threshold)
{
    private readonly Screener screener = new(list.Index);
    private readonly NameMatcher matcher = new();

    /// <summary>The entries from the threshold on, likeliest first. Of a name that too many have only the first is kept, to say so.</summary>
    public IReadOnlyList<Suggestion> For(PreparedName name, Particulars known)
    {
        var rows = screener.Screen(name, entry => ParticularEvidence.Of(known, list.Of(entry), matcher).Sum(one => one.Odds));
        List<Suggestion> made = [];
        foreach (var row in rows)
        {
            if (row.Score < threshold) break;
            var evidence = ParticularEvidence.Of(known, list.Of(row.Entity), matcher);
            var verdict = Screener.Verdict(name, row, rows, threshold, evidence.Any(one => one.Level == EvidenceLevel.Agree));
            if (verdict == ScreenVerdict.Weak || (verdict == ScreenVerdict.TooCommon && made.Any(one => one.Verdict == verdict))) continue;
            var listed = list.Names[row.Name].Name;
            made.Add(new Suggestion(row.Entity, row.Score, verdict, SuggestionReasons.Of(listed, matcher.Explain(name, listed), evidence)));
        }
        return made;
    }
}
