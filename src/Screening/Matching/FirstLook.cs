using System.Runtime.InteropServices;

namespace Plumbline.Screening.Matching;

/// <summary>The first look at the names of an index that a query could mean: how much of both is explained, by their numbered parts alone.</summary>
/// <remarks>What is needed of the list is fetched step by step, each step for all names: a long list is far away, and whoever asks for one thing after the other waits for each.</remarks>
internal sealed class FirstLook(PartStore store)
{
    private const int MostRenderings = 2;   // of a name
    private const int FewPlaces = 1 << 9;   // each of several names that are asked about together meets few parts

    private readonly List<SimilarityMemo> memos = [];
    private readonly Glance glance = new();
    private readonly List<int> rows = [];
    private int first;      // of the memos of the query

    /// <summary>What is known of a rendering of the query looked for last, or of the one turned to.</summary>
    public SimilarityMemo Memo(int asked) => memos[first + asked];

    /// <summary>Turns to a query looked for before, which is still known where it has a place of its own.</summary>
    public void TurnTo(int place) => first = place * MostRenderings;

    /// <summary>Writes for each name how much is explained by that one of its renderings that explains most.</summary>
    /// <param name="query">The name asked about.</param>
    /// <param name="places">The renderings of the names: which of the names, from where among the store's members, how many parts.</param>
    /// <param name="explained">Receives it.</param>
    /// <param name="place">The query's own place among those of one person.</param>
    public void At(PreparedName query, List<(int Name, int From, int Count)> places, Span<float> explained, int place = 0)
    {
        TurnTo(place);
        explained.Clear();
        var members = store.Members;
        var fetched = 0;
        foreach (var (_, from, _) in places) fetched ^= members[from];
        for (var asked = 0; asked < query.Lists.Length; asked++)
        {
            while (first + asked >= memos.Count) memos.Add(memos.Count < MostRenderings ? new(CostTables.Alignments, store) : new(CostTables.Alignments, store, FewPlaces));
            var memo = Memo(asked);
            memo.Begin(query.Lists[asked]);
            rows.Clear();
            foreach (var (_, from, many) in places)
                foreach (var member in members.Slice(from, many)) rows.Add(memo.Note(member));
            memo.Make();
            var at = 0;
            var noted = CollectionsMarshal.AsSpan(rows);
            foreach (var (n, _, many) in places)
            {
                explained[n] = Math.Max(explained[n], glance.Of(query.Lists[asked], memo, noted.Slice(at, many)));
                at += many;
            }
        }
        GC.KeepAlive(fetched);
    }
}
