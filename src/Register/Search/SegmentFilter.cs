using Lucene.Net.Index;
using Lucene.Net.Util;

namespace Plumbline.Register.Search;

/// <summary>The filter on one segment: labels first, as they exclude most.</summary>
internal sealed class SegmentFilter
{
    private readonly SearchFilter filter;
    private readonly List<Func<int, bool>> others = [];
    private readonly SegmentColumns columns;

    public SegmentFilter(SearchFilter filter, AtomicReader reader)
    {
        this.filter = filter;
        columns = SegmentColumns.Of(reader);
        if (filter.Kind is { } kind) Require(SearchTerms.Kind, value => value == (long)kind);
        if (filter.Group is { } group) others.Add(doc => columns.Groups[doc] == group);
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

    public SegmentColumns Columns => columns;

    public bool Passes(int doc)
    {
        if (!filter.Labels.Contains(columns.Labels[doc])) return false;
        foreach (var test in others)
        {
            if (!test(doc)) return false;
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
