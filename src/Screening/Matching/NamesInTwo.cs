using System.Collections;

namespace Plumbline.Screening.Matching;

/// <summary>The names of an index, and behind them those that came since it was built.</summary>
internal sealed class NamesInTwo(IReadOnlyList<IndexedName> first, IReadOnlyList<IndexedName> then) : IReadOnlyList<IndexedName>
{
    public IReadOnlyList<IndexedName> First => first;

    public IReadOnlyList<IndexedName> Then => then;

    public int Count => first.Count + then.Count;

    public IndexedName this[int index] => index < first.Count ? first[index] : then[index - first.Count];

    public IEnumerator<IndexedName> GetEnumerator() => first.Concat(then).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
