namespace Plumbline.Networks.Disruption;

/// <summary>Components of a graph to which vertices are added.</summary>
internal sealed class GrowingSets
{
    private readonly LivingGraph graph;
    private readonly int[] parents;
    private readonly int[] sizes;
    private readonly bool[] there;

    public GrowingSets(LivingGraph graph, ReadOnlySpan<int> without)
    {
        this.graph = graph;
        (parents, sizes, there) = (new int[graph.Count], new int[graph.Count], new bool[graph.Count]);
        var missing = new bool[graph.Count];
        foreach (var vertex in without) missing[vertex] = true;
        for (var vertex = 0; vertex < missing.Length; vertex++)
            if (!missing[vertex]) Add(vertex);
    }

    public int Largest { get; private set; }

    public void Add(int vertex)
    {
        (there[vertex], parents[vertex], sizes[vertex]) = (true, vertex, 1);
        Largest = Math.Max(Largest, 1);
        foreach (var other in graph.Near(vertex))
        {
            if (!there[other]) continue;
            var (one, two) = (Root(vertex), Root(other));
            if (one == two) continue;
            if (sizes[one] < sizes[two]) (one, two) = (two, one);
            parents[two] = one;
            sizes[one] += sizes[two];
            Largest = Math.Max(Largest, sizes[one]);
        }
    }

    /// <summary>The size of the component that a vertex would make.</summary>
    public int SizeWith(int vertex)
    {
        var roots = new HashSet<int>();
        var size = 1;
        foreach (var other in graph.Near(vertex))
            if (there[other] && roots.Add(Root(other))) size += sizes[Root(other)];
        return size;
    }

    private int Root(int vertex)
    {
        while (parents[vertex] != vertex) vertex = parents[vertex] = parents[parents[vertex]];
        return vertex;
    }
}
