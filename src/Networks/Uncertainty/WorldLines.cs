using System.Runtime.CompilerServices;
using Plumbline.Networks.Graphs;
using Plumbline.Networks.Measures.Brandes;

namespace Plumbline.Networks.Uncertainty;

/// <summary>Brandes's dependencies of eight sources of a <see cref="WorldWalk"/> at a time.</summary>
internal interface IWorldLines : IDisposable
{
    /// <summary>Adds the dependencies of eight sources to each vertex's sum.</summary>
    /// <param name="walk">Where the levels are.</param>
    /// <param name="eighth">Which eight of its 64 sources.</param>
    /// <param name="sums">By vertex.</param>
    void Add(WorldWalk walk, int eighth, double[] sums);
}

/// <summary>With lines of eight doubles. Who is on which level is known from the walk, so that only rows of those are read that a source meets there.</summary>
/// <remarks>A vertex off the level at hand has a line of zeros in front, so that adding up a row asks nothing. A row is added in two sums, even places and odd ones.</remarks>
internal sealed unsafe class WorldLines<TLine>(int n) : IWorldLines
    where TLine : struct, ILine<TLine>
{
    private const int Lanes = 8;

    private readonly AlignedArray<double> paths = new(n * Lanes);
    private readonly AlignedArray<double> carried = new(n * Lanes);
    private readonly AlignedArray<double> fore = new(n * Lanes);
    private readonly AlignedArray<double> spare = new(n * Lanes);
    private readonly AlignedArray<int> order = new(n * Lanes);
    private readonly AlignedArray<byte> lanes = new(n * Lanes);
    private readonly List<int> levels = [];

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Add(WorldWalk walk, int eighth, double[] sums)
    {
        Choose(walk, eighth);
        double* path = paths.Start, carry = carried.Start;
        fixed (int* start = walk.Starts, end = walk.Ends)
        {
            Forward(start, end);
            Backward(start, end);
        }
        for (var vertex = 0; vertex < n; vertex++)
        {
            sums[vertex] += TLine.Sum(TLine.Load(carry + (Lanes * vertex)));
            TLine.Store(TLine.Zero, carry + (Lanes * vertex));
            TLine.Store(TLine.Zero, path + (Lanes * vertex));
        }
    }

    public void Dispose()
    {
        foreach (var line in new[] { paths, carried, fore, spare }) line.Dispose();
        order.Dispose();
        lanes.Dispose();
    }

    /// <summary>The levels of these eight sources alone.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Choose(WorldWalk walk, int eighth)
    {
        levels.Clear();
        var (count, shift) = (0, Lanes * eighth);
        int* vertices = order.Start;
        byte* masks = lanes.Start;
        fixed (int* vertex = walk.Vertices)
        fixed (ulong* meeting = walk.Meeting)
            for (var level = 0; level + 1 < walk.Levels.Count; level++)
            {
                levels.Add(count);
                for (int at = walk.Levels[level], to = walk.Levels[level + 1]; at < to; at++)
                {
                    var mask = (byte)(meeting[at] >> shift & 0xFF);
                    if (mask == 0) continue;
                    (vertices[count], masks[count]) = (vertex[at], mask);
                    count++;
                }
            }
        levels.Add(count);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Forward(int* start, int* end)
    {
        unchecked
        {
            double* path = paths.Start, front = fore.Start, next = spare.Start;
            int* vertices = order.Start;
            byte* masks = lanes.Start;
            for (var at = 0; at < levels[1]; at++)
            {
                var one = TLine.Keep(TLine.All(1), masks[at]);
                TLine.Store(one, front + (Lanes * vertices[at]));
                TLine.Store(one, path + (Lanes * vertices[at]));
            }
            for (var level = 1; level + 1 < levels.Count; level++)
            {
                for (var at = levels[level]; at < levels[level + 1]; at++)
                {
                    var vertex = vertices[at];
                    var line = TLine.Keep(Row(front, end + start[vertex], end + start[vertex + 1]), masks[at]);
                    TLine.Store(line, next + (Lanes * vertex));
                    TLine.Store(TLine.Add(TLine.Load(path + (Lanes * vertex)), line), path + (Lanes * vertex));
                }
                Clear(front, levels[level - 1], levels[level]);
                var emptied = front;
                front = next;
                next = emptied;
            }
            Clear(front, levels[^2], levels[^1]);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Backward(int* start, int* end)
    {
        unchecked
        {
            double* path = paths.Start, carry = carried.Start, front = fore.Start;
            int* vertices = order.Start;
            byte* masks = lanes.Start;
            for (var level = levels.Count - 2; level > 1; level--)
            {
                for (var at = levels[level]; at < levels[level + 1]; at++)
                {
                    var line = Lanes * vertices[at];
                    TLine.Store(TLine.Keep(TLine.Divide(TLine.Add(TLine.All(1), TLine.Load(carry + line)), TLine.Load(path + line)), masks[at]), front + line);
                }
                for (var at = levels[level - 1]; at < levels[level]; at++)
                {
                    var vertex = vertices[at];
                    var line = TLine.Multiply(TLine.Load(path + (Lanes * vertex)), Row(front, end + start[vertex], end + start[vertex + 1]));
                    TLine.Store(TLine.Add(TLine.Load(carry + (Lanes * vertex)), TLine.Keep(line, masks[at])), carry + (Lanes * vertex));
                }
                Clear(front, levels[level], levels[level + 1]);
            }
        }
    }

    private void Clear(double* front, int from, int to)
    {
        for (var at = from; at < to; at++) TLine.Store(TLine.Zero, front + (Lanes * order.Start[at]));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TLine Row(double* front, int* near, int* end)
    {
        unchecked
        {
            var (even, odd) = (TLine.Zero, TLine.Zero);
            for (; near + 1 < end; near += 2)
            {
                even = TLine.Add(even, TLine.Load(front + (Lanes * near[0])));
                odd = TLine.Add(odd, TLine.Load(front + (Lanes * near[1])));
            }
            if (near < end) even = TLine.Add(even, TLine.Load(front + (Lanes * *near)));
            return TLine.Add(even, odd);
        }
    }
}
