using System.Numerics;
using Plumbline.Networks.Graphs;

namespace Plumbline.Networks.Layouts;

/// <summary>Where everybody stands while they are placed, by vertex inside.</summary>
internal sealed class Sheet
{
    private readonly GraphSnapshot graph;

    public Sheet(GraphSnapshot graph, LayoutRequest request)
    {
        this.graph = graph;
        var n = graph.VertexCount;
        (X, Y, IsFixed, IsPlaced) = (new double[n], new double[n], new bool[n], new bool[n]);
        for (var outer = 0; outer < n; outer++)
        {
            var vertex = graph.Inside(outer);
            var before = request.Before.Length == 0 ? new(float.NaN) : request.Before[outer];
            (X[vertex], Y[vertex]) = (before.X, before.Y);
            IsPlaced[vertex] = float.IsFinite(before.X) && float.IsFinite(before.Y);
            var isPinned = request.Pinned.Length > 0 && request.Pinned[outer];
            if (isPinned && !IsPlaced[vertex]) throw new ArgumentException($"Vertex {outer} is pinned, but stands nowhere.", nameof(request));
            IsFixed[vertex] = isPinned || (IsPlaced[vertex] && request.Chosen.Length > 0 && !request.Chosen[outer]);
            HasFixed |= IsFixed[vertex];
        }
    }

    public int Count => X.Length;

    public double[] X { get; }

    public double[] Y { get; }

    public bool[] IsFixed { get; }

    /// <summary>Whether it stood somewhere before.</summary>
    public bool[] IsPlaced { get; }

    public bool HasFixed { get; }

    public int Outside(int vertex) => graph.Outside(vertex);

    /// <summary>Who may be moved, in the order of the input.</summary>
    public int[] Free()
    {
        var free = new List<int>();
        for (var outer = 0; outer < Count; outer++)
            if (!IsFixed[graph.Inside(outer)]) free.Add(graph.Inside(outer));
        return [.. free];
    }

    /// <summary>The middle of where these stood before; where nobody did, under the fixed ones, else the origin.</summary>
    public (double X, double Y) Middle(int[] of)
    {
        var (x, y, count) = (0.0, 0.0, 0);
        foreach (var vertex in of)
            if (IsPlaced[vertex]) (x, y, count) = (x + X[vertex], y + Y[vertex], count + 1);
        return count == 0 ? (0, 0) : (x / count, y / count);
    }

    /// <summary>By vertex of the input; those that were fixed to the byte as they came.</summary>
    public Vector2[] Places()
    {
        var places = new Vector2[Count];
        for (var vertex = 0; vertex < Count; vertex++) places[graph.Outside(vertex)] = new((float)X[vertex], (float)Y[vertex]);
        return places;
    }
}
