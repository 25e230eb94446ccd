using Lucene.Net.Index;
using Lucene.Net.Util;

namespace Plumbline.Register.Search;

/// <summary>The filter on one segment. The index asks it of every candidate, before phrases, counts or scores are looked at.</summary>
internal sealed class SegmentFilter : IBits
{
    private const int Stride = 0x3FFF;
    private readonly LabelSet labels;
    private readonly IBits? live;
    private readonly CancellationToken ct;
    private readonly List<Func<int, bool>> others = [];
    private int asked;

    public SegmentFilter(SearchFilter filter, AtomicReader reader, CancellationToken ct)
    {
        (labels, live, this.ct) = (filter.Labels, reader.LiveDocs, ct);
        Columns = SegmentColumns.Of(reader);
        if (filter.Kind is { } kind) Require(SearchTerms.Kind, value => value == (long)kind);
        if (filter.Group is { } group) others.Add(doc => Columns.Groups[doc] == group);
        if (filter.Properties is { } properties) Require(SearchTerms.Property, value => value >= 0 && properties.Contains((int)value));
        if (filter.Grades is { } grades) Require(SearchTerms.Grade, value => value >= 0 && grades.Contains(value));
        if (filter.From is not null || filter.To is not null)
        {
            Require(SearchTerms.Earliest, value => value != SearchTerms.Never && value <= (filter.To ?? int.MaxValue));
            Require(SearchTerms.Latest, value => value != SearchTerms.None && value >= (filter.From ?? int.MinValue));
        }

        if (filter.Types is { } types) RequireType(types, reader);

        void Require(string field, Func<long, bool> test)
        {
            var values = reader.GetNumericDocValues(field);
            others.Add(doc => test(values.Get(doc)));
        }
    }

    public SegmentColumns Columns { get; }

    public int Length => Columns.Labels.Length;

    public bool Get(int index)
    {
        if ((++asked & Stride) == 0) ct.ThrowIfCancellationRequested();
        // Labels first, as they exclude most.
        if (!labels.Contains(Columns.Labels[index]) || live?.Get(index) == false) return false;
        foreach (var test in others)
        {
            if (!test(index)) return false;
        }

        return true;
    }

    private void RequireType(IReadOnlySet<string> types, AtomicReader reader)
    {
        var values = reader.GetSortedDocValues(SearchTerms.Type);
        var wanted = types.Select(type => values.LookupTerm(new BytesRef(type))).Where(ord => ord >= 0).ToHashSet();
        others.Add(doc => wanted.Contains(values.GetOrd(doc)));
    }
}
