namespace Plumbline.Register.Records;

/// <summary>Components of ties between entities. Pure, linear in the ties.</summary>
public static class Components
{
    /// <summary>The part that hangs on one of two entities, once nothing joins them any more: the smaller one, of equals that of the second.</summary>
    /// <returns>Empty where the ties still join them.</returns>
    public static IReadOnlyCollection<long> SmallerPart(IEnumerable<(long One, long Other)> ties, long one, long other)
    {
        var near = Near(ties);
        var first = Reach(near, one);
        if (first.Contains(other)) return [];
        var second = Reach(near, other);
        return first.Count < second.Count ? first : second;
    }

    /// <summary>What is joined with an entity, itself included.</summary>
    /// <param name="near">The neighbours of each entity, as <see cref="Near"/> makes them.</param>
    public static HashSet<long> Reach(IReadOnlyDictionary<long, List<long>> near, long from)
    {
        HashSet<long> reached = [from];
        Queue<long> waiting = new([from]);
        while (waiting.TryDequeue(out var at))
            foreach (var next in near.GetValueOrDefault(at, []))
                if (reached.Add(next)) waiting.Enqueue(next);
        return reached;
    }

    /// <summary>The neighbours of each entity.</summary>
    public static Dictionary<long, List<long>> Near(IEnumerable<(long One, long Other)> ties)
    {
        Dictionary<long, List<long>> near = [];
        foreach (var (one, other) in ties)
        {
            Add(one, other);
            Add(other, one);
        }
        return near;

        void Add(long from, long to)
        {
            if (!near.TryGetValue(from, out var held)) near[from] = held = [];
            held.Add(to);
        }
    }
}
