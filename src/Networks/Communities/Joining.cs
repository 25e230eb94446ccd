using System.Numerics;
using System.Runtime.CompilerServices;
using Plumbline.Networks.Measures;

namespace Plumbline.Networks.Communities;

/// <summary>Makes of the parts of a level the vertices of the next.</summary>
internal static class Joining
{
    private const int Large = 1 << 20;
    private const int Apart = 32;

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
    /// <param name="store">Where the arcs of the new level go.</param>
    /// <param name="effort">Large levels are joined in two halves by two threads; a row is made by one, so that sums are the same.</param>
    /// <param name="ct">Checked every 4,096 parts.</param>
    public static MovingGraph<T> Run<T>(MovingGraph<T> graph, int[] parts, int count, ArcStore<T> store, Effort effort, CancellationToken ct)
        where T : unmanaged, INumber<T>
    {
        var (offsets, _, _, _, massIn, charge) = graph;
        var (starts, members) = (new int[count + 1], new int[graph.Count]);
        foreach (var part in parts) starts[part + 1]++;
        for (var part = 0; part < count; part++) starts[part + 1] += starts[part];
        var next = starts[..count];
        for (var vertex = 0; vertex < parts.Length; vertex++) members[next[parts[vertex]]++] = vertex;
        var (middle, before) = effort.Threads > 1 && offsets[^1] >= Large ? Middle(offsets, starts, members, count) : (count, offsets[^1]);
        // Beside each half, places for the ties inside a part and for what is written before it is known to be needed.
        var (joinedTargets, joinedWeights) = store.For(offsets[^1] + (2 * Apart));
        var joined = new Joined<T>(new int[count + 1], joinedTargets, joinedWeights, new T[count], massIn is null ? null : new T[count]);
        Chunks.Run(middle < count ? 2 : 1, effort with { Progress = null }, half =>
        {
            if (half == 0) Rows(graph, joined, parts, starts, members, (0, middle), 0, before + Apart - 1, ct);
            else Rows(graph, joined, parts, starts, members, (middle, count), before + Apart, offsets[^1] + (2 * Apart) - 1, ct);
        }, ct);
        if (middle < count) Close(joined, middle, before + Apart);
        return new(joined.Offsets, joinedTargets, joinedWeights, joined.Mass, joined.MassIn, charge);
    }

    // The new level while it is made.
    private sealed record Joined<T>(int[] Offsets, int[] Targets, T[] Weights, T[] Mass, T[]? MassIn);

    /// <summary>The part before which half of the ties lie, and how many those are.</summary>
    private static (int Part, int Before) Middle(int[] offsets, int[] starts, int[] members, int count)
    {
        var (part, before) = (0, 0);
        for (; part < count && before < offsets[^1] / 2; part++)
            foreach (var member in members.AsSpan(starts[part]..starts[part + 1])) before += offsets[member + 1] - offsets[member];
        return (part, before);
    }

    /// <summary>Makes the rows of some parts.</summary>
    /// <param name="range">The first part, and that after the last.</param>
    /// <param name="at">Where their rows begin.</param>
    /// <param name="aside">A place for the ties inside a part.</param>
    private static void Rows<T>(MovingGraph<T> graph, Joined<T> joined, int[] parts, int[] starts, int[] members, (int From, int To) range, int at, int aside, CancellationToken ct)
        where T : unmanaged, INumber<T>
    {
        var place = new int[joined.Mass.Length];   // where in the new row a part stands, plus 1; older rows lie before the row's start
        for (var part = range.From; part < range.To; part++)
        {
            if ((part & 0xFFF) == 0) ct.ThrowIfCancellationRequested();
            var start = at;
            place[part] = aside + 1;
            foreach (var member in members.AsSpan(starts[part]..starts[part + 1]))
            {
                joined.Mass[part] += graph.Mass[member];
                if (joined.MassIn is not null) joined.MassIn[part] += graph.MassIn![member];
                at = Add(graph, member, parts, place, joined.Targets, joined.Weights, start, at);
            }
            place[part] = 0;
            joined.Offsets[part + 1] = at;
        }
    }

    /// <summary>Moves the rows of the second half to the end of the first.</summary>
    private static void Close<T>(Joined<T> joined, int middle, int from)
    {
        var (end, length) = (joined.Offsets[middle], joined.Offsets[^1] - from);
        joined.Targets.AsSpan(from, length).CopyTo(joined.Targets.AsSpan(end));
        joined.Weights.AsSpan(from, length).CopyTo(joined.Weights.AsSpan(end));
        for (var part = middle + 1; part < joined.Offsets.Length; part++) joined.Offsets[part] -= from - end;
    }

    /// <summary>Adds the ties of a member to the row of its part.</summary>
    /// <returns>Where the row ends now.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static unsafe int Add<T>(MovingGraph<T> graph, int member, int[] parts, int[] place, int[] joinedTargets, T[] joinedWeights, int start, int at)
        where T : unmanaged, INumber<T>
    {
        unchecked
        {
            fixed (int* target = graph.Targets, part = parts, places = place, into = joinedTargets)
            fixed (T* weight = graph.Weights, sums = joinedWeights)
            {
                int from = graph.Offsets[member], to = graph.Offsets[member + 1];
                for (var arc = from; arc < to; arc++)
                {
                    // Added rather than asked: whether a part was met before cannot be foretold.
                    var other = part[target[arc]];
                    var known = places[other];
                    var isNew = known <= start ? 1 : 0;
                    var here = known <= start ? at : known - 1;
                    sums[at] = T.Zero;
                    into[here] = other;
                    sums[here] += weight == null ? T.One : weight[arc];
                    places[other] = here + 1;
                    at += isNew;
                }
                return at;
            }
        }
    }
}
