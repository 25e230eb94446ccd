using System.Runtime.CompilerServices;
using Plumbline.Networks.Chance;

namespace Plumbline.Networks.Communities;

/// <summary>Moves vertices to the community that gains most by them, until none gains; only the neighbours of who moved are asked again.</summary>
internal static class LocalMoves
{
    private const int Stride = 0xFFF;
    private const double Least = 1e-12;

    /// <summary>What a vertex under the eye has with a community, and the community's mass: one cache line answers both questions.</summary>
    private struct Slot
    {
        public double Ties;
        public double Mass;
    }

    /// <summary>Changes <paramref name="labels"/>, numbers in [0, n).</summary>
    /// <returns>How many moves there were.</returns>
    public static long Run(MovingGraph graph, int[] labels, ref SeededChance chance, CancellationToken ct)
    {
        var n = graph.Count;
        var (offsets, targets, weights, mass, massIn, charge) = graph;
        var (slots, sizes, touched) = (new Slot[n], new int[n], new int[n]);
        var slotsIn = massIn is null ? null : new double[n];
        for (var vertex = 0; vertex < n; vertex++)
        {
            slots[labels[vertex]].Mass += mass[vertex];
            sizes[labels[vertex]]++;
            if (slotsIn is not null) slotsIn[labels[vertex]] += massIn![vertex];
        }
        var empty = new Stack<int>();
        for (var label = n - 1; label >= 0; label--)
            if (sizes[label] == 0) empty.Push(label);
        var (queue, queued) = (new int[n], new bool[n]);
        for (var vertex = 0; vertex < n; vertex++) queue[vertex] = vertex;
        chance.Shuffle(queue);
        Array.Fill(queued, true);
        var (head, tail, waiting, asked, moves) = (0, 0, n, 0, 0L);
        while (waiting > 0)
        {
            if ((asked++ & Stride) == 0) ct.ThrowIfCancellationRequested();
            if (asked > Stride) asked = 0;
            var vertex = queue[head];
            if (++head == n) head = 0;
            waiting--;
            queued[vertex] = false;
            var (own, from, to) = (labels[vertex], offsets[vertex], offsets[vertex + 1]);
            var count = 0;
            if (weights is null)
                foreach (var target in targets.AsSpan(from, to - from))
                {
                    ref var slot = ref slots[labels[target]];
                    if (slot.Ties == 0) touched[count++] = labels[target];
                    slot.Ties += 1;
                }
            else
                for (var at = from; at < to; at++)
                {
                    ref var slot = ref slots[labels[targets[at]]];
                    if (slot.Ties == 0) touched[count++] = labels[targets[at]];
                    slot.Ties += weights[at];
                }
            var (mine, mineIn) = (mass[vertex], massIn is null ? 0 : massIn[vertex]);
            slots[own].Mass -= mine;
            if (slotsIn is not null) slotsIn[own] -= mineIn;
            var (best, most) = (own, Gain(slots, slotsIn, own, mine, mineIn, charge));
            for (var at = 0; at < count; at++)
            {
                var gain = Gain(slots, slotsIn, touched[at], mine, mineIn, charge);
                if (gain > most + Least) (best, most) = (touched[at], gain);
            }
            for (var at = 0; at < count; at++) slots[touched[at]].Ties = 0;
            if (most < -Least && sizes[own] > 1) best = empty.Pop();   // better alone
            slots[best].Mass += mine;
            if (slotsIn is not null) slotsIn[best] += mineIn;
            if (best == own) continue;
            moves++;
            labels[vertex] = best;
            sizes[best]++;
            if (--sizes[own] == 0) empty.Push(own);
            foreach (var target in targets.AsSpan(from, to - from))
            {
                if (queued[target] || labels[target] == best) continue;
                queued[target] = true;
                queue[tail] = target;
                if (++tail == n) tail = 0;
                waiting++;
            }

        }
        return moves;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double Gain(Slot[] slots, double[]? slotsIn, int label, double mine, double mineIn, double charge) => slotsIn is null
        ? slots[label].Ties - (charge * mine * slots[label].Mass)
        : slots[label].Ties - (charge * MovingGraph.Product(mine, mineIn, slots[label].Mass, slotsIn[label], true));
}
