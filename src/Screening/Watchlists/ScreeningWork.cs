using Plumbline.Core;
using Plumbline.Register.Questions;
using Plumbline.Register.Records;
using Plumbline.Screening.Matching;

namespace Plumbline.Screening.Watchlists;

/// <summary>One screening while it runs: people come in chunks, candidates and numbers stay.</summary>
internal sealed class ScreeningWork(ClearedRows cleared, ClearingKey clearing, long now)
{
    /// <summary>Which entries are looked at for which person of the chunk, by its place; null for all.</summary>
    public Func<int, ListedEntry, bool>? Concerns { get; init; }

    /// <summary>The word under which people are counted.</summary>
    public string CountedAs { get; init; } = "screened";

    private readonly List<(WatchlistRow Row, ListedNames List)> against = [];
    private readonly Dictionary<(long Watchlist, string Script, string What), long> tallies = [];
    private readonly Dictionary<string, IReadOnlyList<string>> shares = new(StringComparer.Ordinal);
    private long none, silent;

    public long People { get; private set; }

    /// <summary>How many people met somebody.</summary>
    public long Met { get; private set; }

    /// <summary>Rows whose name could not be read, each with its reason.</summary>
    public List<UnreadableRow> Unreadable { get; } = [];

    public List<NewCandidate> Candidates { get; } = [];

    public IReadOnlyDictionary<(long Watchlist, string Script, string What), long> Tallies => tallies;

    /// <summary>Keys of the labels of the entry that was suggested: what its reasons tell is held as strictly.</summary>
    public IEnumerable<long> LabelsOf(NewCandidate one) => against.First(pair => pair.Row.Key == one.Watchlist).List.LabelsOf(one.EntryKey);

    public void Against(WatchlistRow row, ListedNames list) => against.Add((row, list));

    /// <summary>Compares on all cores; then, in order, drops who was cleared.</summary>
    public async Task Screen(PersonAsked[] chunk, CancellationToken ct)
    {
        var suggested = Array.ConvertAll(chunk, _ => new IReadOnlyList<Suggestion>[against.Count]);
        var read = Array.ConvertAll(chunk, PreparedNames.Of);
        var whys = Array.ConvertAll(read, one => one is Outcome<IReadOnlyList<PreparedName>>.Done ? null : one.Why);
        var names = Array.ConvertAll(read, one => (one as Outcome<IReadOnlyList<PreparedName>>.Done)?.Value);
        for (var list = 0; list < against.Count; list++)
        {
            var place = list;
            SuggestEntries.For(against[list].List, Screener.DefaultThreshold, names, n => chunk[n].Particulars(), (n, found) => suggested[n][place] = found, ct);
        }
        for (var n = 0; n < chunk.Length; n++)
        {
            People++;
            if (whys[n] is { } why) Unreadable.Add(new UnreadableRow(chunk[n].Id, why));
            else await Keep(n, chunk[n], suggested[n], ct);
        }
    }

    /// <summary>The screening as it is kept; the label is the use case's.</summary>
    public NewScreening Kept(string name, ScreeningAuthority? authority, long? until) =>
        new(name, string.Join(", ", against.Select(one => one.Row.Name)), authority?.Reference.Trim(), authority?.Grounds.Trim(), until, (long)MathF.Round(Screener.DefaultThreshold * 1000), NameMatcher.Version, 0)
        {
            People = People,
            Unreadable = Unreadable.Count,
            None = none,
            Cleared = silent,
            Candidates = Of(ScreenVerdict.Candidate),
            Incomplete = Of(ScreenVerdict.Incomplete),
            TooCommon = Of(ScreenVerdict.TooCommon),
        };

    private long Of(ScreenVerdict verdict) => Candidates.Count(one => one.Verdict == KeptForm.Word(verdict));

    private async Task Keep(int place, PersonAsked person, IReadOnlyList<Suggestion>[] suggested, CancellationToken ct)
    {
        var script = Scripts.Of(person.Name);
        var (any, dropped) = (false, false);
        for (var n = 0; n < against.Count; n++)
        {
            var (row, list) = against[n];
            Count(row.Key, script, CountedAs);
            foreach (var one in suggested[n])
            {
                var entry = list.Entries[one.Entry];
                if (Concerns?.Invoke(place, entry) == false) continue;
                if (await IsCleared(person, row.List, entry.Key, one.Reasons, ct))
                {
                    Count(row.Key, script, "cleared");
                    dropped = true;
                    continue;
                }
                any = true;
                Count(row.Key, script, KeptForm.Word(one.Verdict));
                Candidates.Add(new NewCandidate(People, row.Key, entry.Key, entry.Entity, KeptForm.Write(person), KeptForm.Write(one.Reasons), (long)MathF.Round(one.Score * 1000), KeptForm.Word(one.Verdict), script));
            }
        }
        if (any) Met++;
        else if (dropped) silent++;
        else none++;
    }

    private async Task<bool> IsCleared(PersonAsked person, string list, string entryKey, SuggestionReasons reasons, CancellationToken ct)
    {
        // Whoever was cleared while the entry had no birth date is asked again when it gets one that agrees: the officers did not know.
        var agreed = reasons.Agreed();
        foreach (var hash in clearing.Of(person, list, entryKey))
            if ((await cleared.Of(hash, ct)).Any(one => one.HoldsAt(now) && agreed.IsSubsetOf(one.IsAsSettled ? KeptForm.Read<SuggestionReasons>(one.Reasons).Agreed() : []))) return true;
        if (!shares.TryGetValue(list, out var known)) shares[list] = known = await cleared.Shares(list, ct);
        foreach (var share in known)
            if (clearing.Shared.Key(share) is { } key)
                foreach (var hash in ClearingKey.Under(key, person, list, entryKey))
                    if (await cleared.IsReceived(hash, share, now, ct)) return true;
        return false;
    }

    private void Count(long watchlist, string script, string what) => tallies[(watchlist, script, what)] = tallies.GetValueOrDefault((watchlist, script, what)) + 1;
}
