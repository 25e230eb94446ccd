using Plumbline.Register;

namespace Plumbline.Screening.Watchlists;

/// <summary>Which of some entities are entries, by number. Pure.</summary>
internal sealed class HeldEntities
{
    private readonly long[] entities;
    private readonly int[] numbers;

    public HeldEntities(IReadOnlyList<ListedEntry> entries)
    {
        entities = [.. entries.Select(entry => entry.Entity)];
        numbers = [.. Enumerable.Range(0, entities.Length)];
        Array.Sort(entities, numbers);
    }

    /// <summary>The numbers of the entries among runs of entities.</summary>
    public IEnumerable<int> Among(IEnumerable<EntityRun> runs)
    {
        foreach (var run in runs)
        {
            var at = Array.BinarySearch(entities, run.First);
            for (at = at < 0 ? ~at : at; at < entities.Length && entities[at] <= run.Last; at++) yield return numbers[at];
        }
    }
}
