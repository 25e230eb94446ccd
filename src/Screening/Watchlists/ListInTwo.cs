using System.Collections;

namespace Plumbline.Screening.Watchlists;

/// <summary>A list, and what came later behind it.</summary>
internal sealed class ListInTwo<T>(IReadOnlyList<T> first, IReadOnlyList<T> then) : IReadOnlyList<T>
{
    public int Count => first.Count + then.Count;

    public T this[int index] => index < first.Count ? first[index] : then[index - first.Count];

    public IEnumerator<T> GetEnumerator() => first.Concat(then).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
