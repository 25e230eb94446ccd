using System.Runtime.InteropServices;
using Lucene.Net.Index;
using Lucene.Net.Search;

namespace Plumbline.Register.Search;

/// <summary>Counts and groups what matches and passes the filter; nothing else leaves the index.</summary>
internal sealed class GroupCollector(SearchFilter filter, CancellationToken ct) : ICollector
{
    private const int Stride = 0x3FFF;
    private readonly Dictionary<long, Best> groups = [];
    private SegmentFilter segment = null!;
    private Scorer scorer = null!;
    private int offset;
    private int seen;

    public long Total { get; private set; }

    public int Groups => groups.Count;

    public bool AcceptsDocsOutOfOrder => false;

    public void SetScorer(Scorer scorer) => this.scorer = scorer;

    public void SetNextReader(AtomicReaderContext context) =>
        (segment, offset) = (new SegmentFilter(filter, context.AtomicReader), context.DocBase);

    public void Collect(int doc)
    {
        if ((++seen & Stride) == 0) ct.ThrowIfCancellationRequested();
        if (!segment.Passes(doc)) return;
        Total++;
        var (id, score) = (segment.Columns.Ids[doc], scorer.GetScore());
        // Keys of entities and of reports are counted apart: the kind is in the id's upper bits.
        var key = SearchId.Of(SearchId.Kind(id), segment.Columns.Groups[doc]);
        ref var best = ref CollectionsMarshal.GetValueRefOrAddDefault(groups, key, out _);
        best.Count++;
        if (best.Count == 1 || score > best.Score || (score == best.Score && id > best.Id))
        {
            (best.Score, best.Id, best.Document) = (score, id, offset + doc);
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

    /// <summary>A group's best document and its count.</summary>
    public struct Best
    {
        public int Count;
        public float Score;
        public long Id;
        public int Document;
    }
}
