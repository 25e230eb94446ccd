using System.Runtime.InteropServices;
using Plumbline.Core;

namespace Plumbline.Networks.Snapshots;

/// <summary>One visible tie in a <see cref="TieTable"/>.</summary>
/// <param name="Source">Number, in the table, of the entity that it comes from.</param>
/// <param name="Target">Number of the entity that it goes to.</param>
/// <param name="Best">The best grade among the items that told of it; null where none is graded.</param>
/// <param name="From">First day on which it may have held, as a day number; null where no item said.</param>
/// <param name="To">Last day.</param>
/// <param name="FirstItem">Where its items begin.</param>
/// <param name="EndItem">Where they end.</param>
internal readonly record struct TieLine(int Source, int Target, EntityType Type, Grade? Best, long? From, long? To, int FirstItem, int EndItem);

/// <summary>Visible ties as a graph needs them: a tie is a row number, in the order of links, and of a million ties none is an object.</summary>
/// <remarks>About 80 bytes a tie.</remarks>
public sealed class TieTable
{
    private readonly List<TieLine> lines;
    private readonly List<long> items;

    internal TieTable(EntityNumbers entities, List<TieLine> lines, List<long> items) => (Entities, this.lines, this.items) = (entities.Keys, lines, items);

    /// <summary>Without ties.</summary>
    public static TieTable None { get; } = new(new(), [], []);

    /// <summary>How many ties.</summary>
    public int Count => lines.Count;

    /// <summary>Keys of the entities at the ends of ties, by number.</summary>
    internal IReadOnlyList<long> Entities { get; }

    internal ReadOnlySpan<TieLine> Lines => CollectionsMarshal.AsSpan(lines);

    /// <summary>Ties that were read one by one.</summary>
    /// <param name="ties">In the order of links.</param>
    public static TieTable Of(IEnumerable<VisibleTie> ties)
    {
        var (entities, lines, items) = (new EntityNumbers(), new List<TieLine>(), new List<long>());
        foreach (var tie in ties)
        {
            var first = items.Count;
            items.AddRange(tie.Ends.Select(end => end.Item));
            lines.Add(new(entities.Of(tie.Source), entities.Of(tie.Target), tie.Type, tie.Best, tie.From, tie.To, first, items.Count));
        }
        return new(entities, lines, items);
    }

    /// <summary>The items that told of a tie; one may stand there twice.</summary>
    internal ReadOnlySpan<long> Items(in TieLine line) => CollectionsMarshal.AsSpan(items)[line.FirstItem..line.EndItem];
}

/// <summary>Numbers of entities in the order in which they were met: each key is looked up once, when its statement is read.</summary>
internal sealed class EntityNumbers
{
    private readonly Dictionary<long, int> numbers = [];
    private readonly List<long> keys = [];

    /// <summary>Keys by number.</summary>
    public IReadOnlyList<long> Keys => keys;

    /// <summary>The number of an entity.</summary>
    public int Of(long key)
    {
        ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(numbers, key, out var met);
        if (met) return number;
        keys.Add(key);
        return number = keys.Count - 1;
    }
}
