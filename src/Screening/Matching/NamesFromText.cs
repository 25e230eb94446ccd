using System.Collections;

namespace Plumbline.Screening.Matching;

/// <summary>Names that are prepared when somebody asks for one.</summary>
internal sealed class NamesFromText(TextStore texts, int[] entities) : IReadOnlyList<IndexedName>
{
    public int Count => entities.Length;

    public IndexedName this[int index] => new(entities[index], ((Core.Outcome<PreparedName>.Done)NameMatcher.Preparer.Prepare(texts[index])).Value);

    public IEnumerator<IndexedName> GetEnumerator()
    {
        for (var n = 0; n < Count; n++) yield return this[n];
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
