using Plumbline.Networks.Graphs;
using Plumbline.Networks.Measures;

namespace Plumbline.Networks.Layouts;

/// <summary>A component with numbers of its own, from 0 by falling degree, its ties without direction, and where its vertices stand.</summary>
internal sealed class Part(int[] vertices, int[] offsets, int[] targets)
{
    public int Count => Vertices.Length;

    /// <summary>Their numbers inside the graph, rising.</summary>
    public int[] Vertices { get; } = vertices;

    public double[] X { get; } = new double[vertices.Length];

    public double[] Y { get; } = new double[vertices.Length];

    public bool[] IsFixed { get; } = new bool[vertices.Length];

    public bool[] IsPlaced { get; } = new bool[vertices.Length];

    public bool HasFixed { get; private set; }

    public bool HasFree { get; private set; }

    /// <summary>How many neighbours all have together.</summary>
    public int Arcs => targets.Length;

    public ReadOnlySpan<int> Neighbours(int one) => targets.AsSpan(offsets[one], offsets[one + 1] - offsets[one]);

    /// <summary>All components, the largest first, equal ones by their first vertex.</summary>
    public static List<Part> All(GraphSnapshot graph, Sheet sheet, Effort effort, CancellationToken ct)
    {
        var components = WeakComponents.Of(graph, effort with { Progress = null }, ct);
        var members = new int[components.Sizes.Length][];
        for (var label = 0; label < members.Length; label++) members[label] = new int[components.Sizes[label]];
        var (filled, local) = (new int[members.Length], new int[graph.VertexCount]);
        for (var vertex = 0; vertex < local.Length; vertex++)
        {
            var label = components.Labels[vertex];
            local[vertex] = filled[label];
            members[label][filled[label]++] = vertex;
        }
        Array.Sort(members, (one, other) => one.Length != other.Length ? other.Length.CompareTo(one.Length) : one[0].CompareTo(other[0]));
        return [.. members.Select(one => Of(graph, sheet, one, local))];
    }

    /// <summary>Distances along the ties from one vertex.</summary>
    /// <param name="far">Filled.</param>
    /// <param name="queue">Room for all.</param>
    /// <returns>Whoever is farthest away, the first met of several.</returns>
    public int Walk(int from, int[] far, int[] queue)
    {
        Array.Fill(far, -1);
        (far[from], queue[0]) = (0, from);
        var farthest = from;
        for (int at = 0, end = 1; at < end; at++)
        {
            var one = queue[at];
            if (far[one] > far[farthest]) farthest = one;
            foreach (var next in Neighbours(one))
            {
                if (far[next] >= 0) continue;
                far[next] = far[one] + 1;
                queue[end++] = next;
            }
        }
        return farthest;
    }

    /// <summary>Hands the places back; fixed ones were never changed.</summary>
    public void Put(Sheet sheet, double x, double y)
    {
        for (var one = 0; one < Count; one++)
            if (!IsFixed[one]) (sheet.X[Vertices[one]], sheet.Y[Vertices[one]]) = (X[one] + x, Y[one] + y);
    }

    private static Part Of(GraphSnapshot graph, Sheet sheet, int[] vertices, int[] local)
    {
        var (offsets, targets) = (new int[vertices.Length + 1], new List<int>());
        for (var one = 0; one < vertices.Length; one++)
        {
            Merge(graph.Out(vertices[one]), graph.IsDirected ? graph.In(vertices[one]) : [], local, targets);
            offsets[one + 1] = targets.Count;
        }
        var part = new Part(vertices, offsets, [.. targets]);
        for (var one = 0; one < vertices.Length; one++)
        {
            var vertex = vertices[one];
            (part.X[one], part.Y[one]) = (sheet.X[vertex], sheet.Y[vertex]);
            (part.IsFixed[one], part.IsPlaced[one]) = (sheet.IsFixed[vertex], sheet.IsPlaced[vertex]);
            part.HasFixed |= part.IsFixed[one];
            part.HasFree |= !part.IsFixed[one];
        }
        return part;
    }

    private static void Merge(ReadOnlySpan<int> one, ReadOnlySpan<int> other, int[] local, List<int> into)
    {
        for (int a = 0, b = 0; a < one.Length || b < other.Length;)
        {
            var next = b == other.Length || (a < one.Length && one[a] <= other[b]) ? one[a] : other[b];
            if (a < one.Length && one[a] == next) a++;
            if (b < other.Length && other[b] == next) b++;
            into.Add(local[next]);
        }
    }
}
