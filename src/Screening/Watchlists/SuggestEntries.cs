using Plumbline.Screening.Matching;

namespace Plumbline.Screening.Watchlists;

/// <summary>Which entries of one list could be a person. One serves one thread. Pure.</summary>
public sealed class SuggestEntries(ListedNames list, float threshold)
{
    private readonly NameMatcher matcher = new();
    private Screener? screener;

    /// <summary>Many people at once, each with what <see cref="For(IReadOnlyList{PreparedName}, Particulars)"/> gives.</summary>
    /// <param name="list">The list.</param>
    /// <param name="threshold">From which score on an entry is suggested.</param>
    /// <param name="people">The names of each; null where one cannot be read, who is passed over.</param>
    /// <param name="known">What is known of the person at a place.</param>
    /// <param name="take">Takes the place and the suggestions, in the order of the people.</param>
    /// <param name="ct">Checked for each different name.</param>
    public static void For(ListedNames list, float threshold, IReadOnlyList<IReadOnlyList<PreparedName>?> people, Func<int, Particulars> known, Action<int, IReadOnlyList<Suggestion>> take, CancellationToken ct)
    {
        // Who is not asked about together is one of a batch, in which a name that many have is asked about once.
        var together = Enumerable.Range(0, people.Count).Where(n => people[n] is { } names && Screener.AsksTogether(list.Index, names)).ToArray();
        var ofMany = new IReadOnlyList<Suggestion>?[people.Count];
        Parallel.ForEach(together, new ParallelOptions { CancellationToken = ct, MaxDegreeOfParallelism = Environment.ProcessorCount }, () => new SuggestEntries(list, threshold), (n, _, bench) =>
        {
            ofMany[n] = bench.For(people[n]!, known(n));
            return bench;
        }, _ => { });
        var asked = people.SelectMany((names, n) => (ofMany[n] is null ? names ?? [] : []).Select(name => (Person: n, Name: name))).ToArray();
        var found = new IReadOnlyList<Suggestion>[asked.Length];
        BatchScreen.Run(list.Index, [.. asked.Select(one => one.Name)], () => new SuggestEntries(list, threshold), (n, rows, bench) => found[n] = bench.Of(asked[n].Name, known(asked[n].Person), rows), null, ct);
        var at = 0;
        for (var n = 0; n < people.Count; n++)
        {
            if (people[n] is not { } names) continue;
            if (ofMany[n] is { } suggested)
            {
                take(n, suggested);
                continue;
            }
            take(n, OncePerEntry(names, found.AsSpan(at, names.Count)));
            at += names.Count;
        }
    }

    /// <summary>The entries from the threshold on, likeliest first. Of a name that too many have only the first is kept, to say so.</summary>
    public IReadOnlyList<Suggestion> For(PreparedName name, Particulars known) => Of(name, known, adjust => (screener ??= new Screener(list.Index)).Screen(name, adjust));

    /// <summary>The same by all names of one person: each entry once, by the name of which the verdict says most.</summary>
    /// <remarks>That too many have one of the names is told only where no other of them selects anybody.</remarks>
    public IReadOnlyList<Suggestion> For(IReadOnlyList<PreparedName> names, Particulars known)
    {
        if (!Screener.AsksTogether(list.Index, names)) return OneByOne(names, known);
        var rows = (screener ??= new Screener(list.Index)).Screen(names, ParticularEvidence.Adjust(known, list.Of, matcher));
        // Together an entry is counted under those names alone that are most like it: whether too many have one of them, only asking by that one tells.
        if (rows.SelectMany(own => own.TakeWhile(row => row.Score >= threshold)).Select(row => row.Entity).Distinct().Count() >= Screener.TooMany) return OneByOne(names, known);
        return OncePerEntry(names, [.. names.Select((name, n) => Of(name, known, _ => rows[n]))]);
    }

    private IReadOnlyList<Suggestion> OneByOne(IReadOnlyList<PreparedName> names, Particulars known) => OncePerEntry(names, [.. names.Select(name => For(name, known))]);

    /// <summary>One entry beside a person, suggested or not: below the threshold it is <see cref="ScreenVerdict.Weak"/>. Null where the entry has no name that can be read.</summary>
    public Suggestion? Against(IReadOnlyList<PreparedName> names, Particulars known, int entry)
    {
        if (For(names, known).FirstOrDefault(one => one.Entry == entry) is { } suggested) return suggested;
        var (name, best) = list.NamesOf(entry).SelectMany(place => names.Select(name => (name, list.Names[place].Name))).MaxBy(pair => matcher.Compare(pair.name, pair.Name));
        if (best is null) return null;
        var reasons = SuggestionReasons.Of(best, matcher.Explain(name, best), ParticularEvidence.Of(known, list.Of(entry), matcher));
        return new Suggestion(entry, 0, ScreenVerdict.Weak, names.Count > 1 ? reasons with { Asked = name.Text } : reasons);
    }

    private List<Suggestion> Of(PreparedName name, Particulars known, Func<Func<int, float>?, IReadOnlyList<ScreenRow>> screened)
    {
        var rows = list.WithBearers(screened(ParticularEvidence.Adjust(known, list.Of, matcher)), name, known, matcher);
        List<Suggestion> made = [];
        foreach (var row in rows)
        {
            if (row.Score < threshold) break;
            var evidence = ParticularEvidence.Of(known, list.Of(row.Entity), matcher);
            var verdict = Screener.Verdict(name, row, rows, threshold, ParticularEvidence.Agrees(evidence), list.IsWeak(row.Name));
            if (verdict == ScreenVerdict.Weak || (verdict == ScreenVerdict.TooCommon && made.Any(one => one.Verdict == verdict))) continue;
            var listed = list.Names[row.Name].Name;
            made.Add(new Suggestion(row.Entity, row.Score, verdict, SuggestionReasons.Of(listed, matcher.Explain(name, listed), evidence)));
        }
        return made;
    }

    private static IReadOnlyList<Suggestion> OncePerEntry(IReadOnlyList<PreparedName> names, ReadOnlySpan<IReadOnlyList<Suggestion>> found)
    {
        if (names.Count == 1) return found[0];
        List<Suggestion> all = [];
        for (var n = 0; n < names.Count; n++)
            foreach (var one in found[n]) all.Add(one with { Reasons = one.Reasons with { Asked = names[n].Text } });
        var telling = all.Where(one => one.Verdict != ScreenVerdict.TooCommon).ToList();
        return [.. (telling.Count > 0 ? telling : all.Take(1)).GroupBy(one => one.Entry).Select(group => group.OrderBy(one => one.Verdict).ThenByDescending(one => one.Score).First()).OrderByDescending(one => one.Score).ThenBy(one => one.Entry)];
    }
}
