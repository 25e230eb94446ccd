using System.Runtime.InteropServices;
using Lucene.Net.Index;
using Lucene.Net.Search;

namespace Plumbline.Register.Search;

/// <summary>Counts and groups what matches and passes the filter; nothing else leaves the index.</summary>
internal sealed class GroupCollector(SearchFilter filter, CancellationToken ct)
{
    private readonly Dictionary<long, Best> groups = [];

    public long Total { get; private set; }

    public int Groups => groups.Count;

    /// <summary>Goes through a segment.</summary>
    public void Collect(Weight weight, AtomicReaderContext leaf)
    {
        var passing = new SegmentFilter(filter, leaf.AtomicReader, ct);
        if (weight.GetScorer(leaf, passing) is not { } scorer) return;
        for (var doc = scorer.NextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = scorer.NextDoc())
        {
            Add(passing.Columns, doc, leaf.DocBase + doc, scorer.GetScore());
        }
    }

    /// <summary>The best groups: score, then the newer id.</summary>
    public List<(long Group, Best Best)> Top(int count)
    {
        var queue = new PriorityQueue<(long Group, Best Best), (float Score, long Id)>();
        foreach (var (key, best) in groups)
        {
            if (queue.Count < count) queue.Enqueue((SearchId.Key(key), best), (best.Score, best.Id));
            else if (count > 0) queue.EnqueueDequeue((SearchId.Key(key), best), (best.Score, best.Id));
        }

        List<(long Group, Best Best)> top = [];
        while (queue.TryDequeue(out var group, out _)) top.Add(group);
        top.Reverse();
        return top;
    }

    private void Add(SegmentColumns columns, int row, int document, float score)
    {
        Total++;
        var id = columns.Ids[row];
        // Keys of entities and of reports are counted apart: the kind is in the id's upper bits.
        var key = SearchId.Of(SearchId.Kind(id), columns.Groups[row]);
        ref var best = ref CollectionsMarshal.GetValueRefOrAddDefault(groups, key, out _);
        best.Count++;
        if (best.Count == 1 || score > best.Score || (score == best.Score && id > best.Id))
        {
            (best.Score, best.Id, best.Document) = (score, id, document);
        }
    }

    /// <summary>A group's best document and its count.</summary>
    public struct Best
    {
        public int Count;
        public float Score;
        public long Id;
        public int Document;
    }
}
