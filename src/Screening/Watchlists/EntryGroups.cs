using Plumbline.Core;
using Plumbline.Register.Questions;
using Plumbline.Screening.Matching;

namespace Plumbline.Screening.Watchlists;

/// <summary>An entry that could be the same person as another list's.</summary>
/// <param name="Candidate">Key of the candidate.</param>
/// <param name="List">Key of the list: two entries of one list are two people, as that list has it.</param>
internal sealed record GroupedEntry(long Candidate, string List, IReadOnlyList<PreparedName> Names, Particulars Known)
{
    /// <summary>From the values of the entry's entity.</summary>
    public static GroupedEntry Of(CandidateRow row, IEnumerable<StatementRow> values)
    {
        var texts = values.Where(value => LoadLists.Properties.ContainsKey(value.Property)).ToLookup(value => LoadLists.Properties[value.Property], value => value.ValueText);
        var gathered = new Gathered();
        foreach (var value in texts) foreach (var text in value) gathered.Add(value.Key, text);
        return new GroupedEntry(row.Key, row.List, [.. texts["name"].Concat(texts["alias"]).Select(NameMatcher.Preparer.Prepare).OfType<Outcome<PreparedName>.Done>().Select(done => done.Value)], gathered.Asked("", "").Particulars());
    }
}

/// <summary>Which of the entries suggested for one person look like one person: the same one is listed by several authorities. A suggestion that is kept nowhere. Pure.</summary>
public static class EntryGroups
{
    /// <summary>The number of the group of each candidate that has company, from 1.</summary>
    internal static IReadOnlyDictionary<long, int> Of(IReadOnlyList<GroupedEntry> entries, CancellationToken ct)
    {
        var matcher = new NameMatcher();
        List<RecordPair> pairs = [];
        for (var one = 0; one < entries.Count; one++)
            for (var other = one + 1; other < entries.Count; other++)
                pairs.Add(new RecordPair(one, other, Probability(entries[one], entries[other], matcher)));
        var groups = RecordClusters.Of(entries.Count, pairs, ct);
        var number = 0;
        return groups.Select((group, n) => (group, n)).GroupBy(one => one.group, one => one.n).Where(group => group.Count() > 1).OrderBy(group => group.Min())
            .SelectMany(group => { number++; return group.Select(n => (entries[n].Candidate, number)); }).ToDictionary(one => one.Candidate, one => one.number);
    }

    private static double Probability(GroupedEntry one, GroupedEntry other, NameMatcher matcher)
    {
        if (one.List == other.List || one.Names.Count == 0 || other.Names.Count == 0) return 0;
        var evidence = ParticularEvidence.Of(one.Known, other.Known, matcher);
        if (evidence.Any(part => part is { What: "sex" or "birth", Level: EvidenceLevel.Contradict })) return 0;
        var name = Math.Clamp(one.Names.Max(a => other.Names.Max(b => matcher.Compare(a, b))), 1e-4, 1 - 1e-4);
        var p = 1 / (1 + Math.Exp(-(Math.Log(name / (1 - name)) + evidence.Sum(part => part.Odds))));
        // A name alone, or a nationality, makes nobody one.
        return evidence.Any(part => part is { What: "birth" or "document" or "mother", Level: EvidenceLevel.Agree }) ? p : Math.Min(p, 0.5);
    }
}
