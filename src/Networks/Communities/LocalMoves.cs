using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;
using Plumbline.Networks.Chance;

namespace Plumbline.Networks.Communities;

/// <summary>Moves vertices to the community that gains most by them, until none gains; only the neighbours of who moved are asked again.</summary>
internal static unsafe class LocalMoves
{
    private const int Stride = 0xFFF;
    private const double Least = 1e-12;
    private const int Wide = 1 << 15;   // below, all of it lies near the processor
    private const int Farthest = 8;
    private const int Fetched = 64;

    private const int Most = 1 << 29;   // twice this still fits beside it
    private const int Fine = 1024;

    /// <summary>What a vertex under the eye has with a community, and the community's mass: one cache line answers both questions.</summary>
    private struct Slot<T>
    {
        public T Ties;
        public T Mass;
    }

    /// <summary>Changes <paramref name="labels"/>, numbers in [0, n).</summary>
    /// <param name="graph">Weights above 0.</param>
    /// <remarks>
    /// Who was asked remembers by how much its community was ahead of the next best, and is asked again only when so many of its ties have gone over that the order may have changed;
    /// that masses change too is left to the next level and the next round.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run<T>(MovingGraph<T> graph, int[] labels, ref SeededChance chance, CancellationToken ct)
        where T : unmanaged, INumber<T>
    {
        var n = graph.Count;
        var (offsets, _, _, mass, massIn, charge) = graph;
        var (slots, sizes, touched) = (new Slot<T>[n], new int[n], new int[n + 1]);
        var slotsIn = massIn is null ? null : new T[n];
        for (var vertex = 0; vertex < n; vertex++)
        {
            slots[labels[vertex]].Mass += mass[vertex];
            sizes[labels[vertex]]++;
            if (slotsIn is not null) slotsIn[labels[vertex]] += massIn![vertex];
        }
        var empty = new Stack<int>();
        for (var label = n - 1; label >= 0; label--)
            if (sizes[label] == 0) empty.Push(label);
        var (queue, ahead) = (new int[n], new int[n]);   // below 0: waits in the queue
        for (var vertex = 0; vertex < n; vertex++) queue[vertex] = vertex;
        chance.Shuffle(queue);
        Array.Fill(ahead, -1);
        var (head, tail, waiting, asked) = (0, 0, n, 0);
        var (isWide, steps) = (Sse.IsSupported && n > Wide, Steps(graph));
        fixed (int* target = graph.Targets, label = labels, lead = ahead)
        fixed (T* weight = graph.Weights)
        fixed (Slot<T>* slot = slots)
            while (waiting > 0)
            {
                if ((asked++ & Stride) == 0) ct.ThrowIfCancellationRequested();
                if (asked > Stride) asked = 0;
                var vertex = queue[head];
                if (++head == n) head = 0;
                waiting--;
                if (isWide && waiting > Farthest) Fetch(queue, head, offsets, target, label, slot);
                var (own, from, to) = (labels[vertex], offsets[vertex], offsets[vertex + 1]);
                var count = Gather(target + from, weight == null ? null : weight + from, to - from, label, slot, touched);
                var (mine, mineIn) = (mass[vertex], massIn is null ? T.Zero : massIn[vertex]);
                slot[own].Mass -= mine;
                if (slotsIn is not null) slotsIn[own] -= mineIn;
                var (best, most, second) = (own, Gain(slot, slotsIn, own, mine, mineIn, charge), sizes[own] > 1 ? 0 : double.NegativeInfinity);
                for (var at = 0; at < count; at++)
                {
                    var other = touched[at];
                    var gain = Gain(slot, slotsIn, other, mine, mineIn, charge);
                    slot[other].Ties = T.Zero;
                    if (other == own) continue;
                    if (gain > most + Least) (best, second, most) = (other, most, gain);
                    else second = Math.Max(second, gain);
                }
                if (most < -Least && sizes[own] > 1) (best, second, most) = (empty.Pop(), most, 0);   // better alone
                lead[vertex] = (int)Math.Clamp((most - second) * steps, 0, Most);
                slot[best].Mass += mine;
                if (slotsIn is not null) slotsIn[best] += mineIn;
                if (best == own) continue;
                label[vertex] = best;
                sizes[best]++;
                if (--sizes[own] == 0) empty.Push(own);
                for (var at = from; at < to; at++)
                {
                    // Added rather than asked, as below. The place at the tail is free: whoever is asked does not wait.
                    var near = target[at];
                    var joins = Shrinks(lead + near, label[near], own, best, weight == null ? 1 : Whole(weight[at], steps));
                    queue[tail] = near;
                    waiting += joins;
                    tail += joins;
                    if (tail == n) tail = 0;
                }
            }
    }

    /// <summary>A tie that goes over from a vertex's own community to another counts twice, one that comes to another once.</summary>
    /// <returns>1 where its vertex has to be asked again and does not wait yet, else 0.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Shrinks(int* lead, int label, int left, int joined, int tie)
    {
        unchecked
        {
            var before = *lead;
            var after = before - (((label == left ? 1 : 0) + (label != joined ? 1 : 0)) * tie);
            after = before < 0 ? before : after;
            *lead = after;
            return (int)((uint)(~before & after) >> 31);
        }
    }

    /// <summary>How many steps of a lead a weight of 1 makes: whole weights count themselves, others in thousandths of the mean.</summary>
    private static double Steps<T>(MovingGraph<T> graph)
        where T : unmanaged, INumber<T> => typeof(T) == typeof(int) ? 1 : Fine / graph.MeanWeight;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Whole<T>(T weight, double steps)
        where T : unmanaged, INumber<T> => (int)Math.Min(Math.Ceiling(MovingGraph<T>.Real(weight) * steps), Most);

    /// <summary>Who is asked next lies anywhere, and so do its row, the numbers of its neighbours' communities and these: each is fetched one vertex ahead of the next, so that nothing is waited for.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Fetch<T>(int[] queue, int head, int[] offsets, int* target, int* label, Slot<T>* slot)
        where T : unmanaged
    {
        unchecked
        {
            fixed (int* order = queue, offset = offsets)
            {
                var n = queue.Length;
                Sse.Prefetch0(offset + order[Behind(head, Farthest, n)]);
                int* row = target + offset[order[Behind(head, 4, n)]];
                Sse.Prefetch0(row);
                Sse.Prefetch0(row + 16);
                var soon = order[Behind(head, 2, n)];
                int* end = target + Math.Min(offset[soon + 1], offset[soon] + Fetched);
                for (int* near = target + offset[soon]; near < end; near++) Sse.Prefetch0(label + *near);
                soon = order[head];
                end = target + Math.Min(offset[soon + 1], offset[soon] + Fetched);
                for (int* near = target + offset[soon]; near < end; near++) Sse.Prefetch0(slot + label[*near]);
            }
        }
    }

    private static int Behind(int head, int places, int n) => head + places < n ? head + places : head + places - n;

    /// <summary>Adds up the ties to each community near.</summary>
    /// <returns>How many communities there are in <paramref name="touched"/>.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int Gather<T>(int* near, T* weight, int ties, int* label, Slot<T>* slot, int[] touched)
        where T : unmanaged, INumber<T>
    {
        unchecked
        {
            var count = 0;
            fixed (int* found = touched)
                for (var at = 0; at < ties; at++)
                {
                    // Added rather than asked: whether a community was met before cannot be foretold, and a wrong guess stops all loads under way.
                    var other = label[near[at]];
                    Slot<T>* there = slot + other;
                    found[count] = other;
                    count += (sizeof(T) == sizeof(int) ? *(int*)&there->Ties : *(long*)&there->Ties) == 0 ? 1 : 0;
                    there->Ties += weight == null ? T.One : weight[at];
                }
            return count;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double Gain<T>(Slot<T>* slots, T[]? slotsIn, int label, T mine, T mineIn, double charge)
        where T : unmanaged, INumber<T> =>
        MovingGraph<T>.Real(slots[label].Ties) - (charge * MovingGraph<T>.Product(mine, mineIn, slots[label].Mass, slotsIn is null ? T.Zero : slotsIn[label], slotsIn is not null));
}
