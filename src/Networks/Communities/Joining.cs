namespace Plumbline.Networks.Communities;

/// <summary>Makes of the parts of a level the vertices of the next.</summary>
internal static class Joining
{
    /// <summary>Numbers labels from 0 without gaps, in the order of their first vertex.</summary>
    /// <returns>How many there are.</returns>
    public static int Number(int[] labels, int most)
    {
        var numbers = new int[most];
        var count = 0;
        for (var vertex = 0; vertex < labels.Length; vertex++)
        {
            ref var number = ref numbers[labels[vertex]];
            if (number == 0) number = ++count;
            labels[vertex] = number - 1;
        }
        return count;
    }

    /// <param name="graph">The level.</param>
    /// <param name="parts">For each vertex the number of its part, in [0, count).</param>
    /// <param name="count">How many parts.</param>
    /// <param name="ct">Checked every 4,096 parts.</param>
    public static MovingGraph Run(MovingGraph graph, int[] parts, int count, CancellationToken ct)
    {
        var (offsets, targets, weights, mass, massIn, charge) = graph;
        var (starts, members) = (new int[count + 1], new int[graph.Count]);
        foreach (var part in parts) starts[part + 1]++;
        for (var part = 0; part < count; part++) starts[part + 1] += starts[part];
        var next = starts[..count];
        for (var vertex = 0; vertex < parts.Length; vertex++) members[next[parts[vertex]]++] = vertex;
        var (joinedTargets, joinedWeights) = (new int[targets.Length], new double[targets.Length]);
        var (joinedOffsets, joinedMass, joinedIn) = (new int[count + 1], new double[count], massIn is null ? null : new double[count]);
        var (place, at) = (new int[count], 0);   // where in the new row a part stands, plus 1; older rows lie before the row's start
        for (var part = 0; part < count; part++)
        {
            if ((part & 0xFFF) == 0) ct.ThrowIfCancellationRequested();
            var start = at;
            foreach (var member in members.AsSpan(starts[part]..starts[part + 1]))
            {
                joinedMass[part] += mass[member];
                if (joinedIn is not null) joinedIn[part] += massIn![member];
                for (var arc = offsets[member]; arc < offsets[member + 1]; arc++)
                {
                    var other = parts[targets[arc]];
                    if (other == part) continue;
                    if (place[other] <= start)
                    {
                        joinedTargets[at] = other;
                        joinedWeights[at] = 0;
                        place[other] = ++at;
                    }
                    joinedWeights[place[other] - 1] += weights is null ? 1 : weights[arc];
                }
            }
            joinedOffsets[part + 1] = at;
        }
        Array.Resize(ref joinedTargets, at);
        Array.Resize(ref joinedWeights, at);
        return new(joinedOffsets, joinedTargets, joinedWeights, joinedMass, joinedIn, charge);
    }
}
