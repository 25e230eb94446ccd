using System.Runtime.CompilerServices;
using Lucene.Net.Index;

namespace Plumbline.Register.Search;

/// <summary>What is asked of every candidate, as plain arrays: 20 bytes a document, read once a segment.</summary>
internal sealed class SegmentColumns
{
    private static readonly ConditionalWeakTable<object, SegmentColumns> Read = [];

    private SegmentColumns(AtomicReader reader)
    {
        (Ids, Groups, Labels) = (new long[reader.MaxDoc], new long[reader.MaxDoc], new int[reader.MaxDoc]);
        var (ids, groups, labels) = (reader.GetNumericDocValues(SearchTerms.Id), reader.GetNumericDocValues(SearchTerms.Group), reader.GetNumericDocValues(SearchTerms.Label));
        for (var doc = 0; doc < Ids.Length; doc++)
        {
            (Ids[doc], Groups[doc], Labels[doc]) = (ids.Get(doc), groups.Get(doc), (int)labels.Get(doc));
        }
    }

    public long[] Ids { get; }

    public long[] Groups { get; }

    public int[] Labels { get; }

    /// <summary>The columns of a segment; they live as long as the segment, deletions in it do not matter.</summary>
    public static SegmentColumns Of(AtomicReader reader) => Read.GetValue(reader.CoreCacheKey, _ => new SegmentColumns(reader));
}
