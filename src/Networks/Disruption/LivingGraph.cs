using System.Runtime.InteropServices;
using Plumbline.Networks.Graphs;

namespace Plumbline.Networks.Disruption;

/// <summary>A graph that loses vertices and gains ties. Vertices have their numbers of the input, so that the first of equals is the first there; direction is dropped.</summary>
internal sealed class LivingGraph
{
    private readonly List<int>[] near;
    private readonly bool[] gone;
    private readonly int[] degrees;
    private readonly int[] seen;
    private readonly int[] queue;
    private int round;

    private LivingGraph(List<int>[] near, bool[] gone, int[] degrees) => (this.near, this.gone, this.degrees, seen, queue) = (near, gone, degrees, new int[gone.Length], new int[gone.Length]);

    public int Count => gone.Length;

    public static LivingGraph Of(GraphSnapshot graph)
    {
        var near = new List<int>[graph.VertexCount];
        for (var outer = 0; outer < near.Length; outer++)
        {
            near[outer] = [];
            foreach (var other in graph.Out(graph.Inside(outer))) near[outer].Add(graph.Outside(other));
            if (graph.IsDirected)
                foreach (var other in graph.In(graph.Inside(outer))) near[outer].Add(graph.Outside(other));
            near[outer] = [.. near[outer].Distinct().Order()];
        }
        return new(near, new bool[near.Length], [.. near.Select(row => row.Count)]);
    }

    public LivingGraph Copy() => new([.. near.Select(row => new List<int>(row))], (bool[])gone.Clone(), (int[])degrees.Clone());

    public bool Lives(int vertex) => !gone[vertex];

    /// <summary>How many living neighbours it has.</summary>
    public int Degree(int vertex) => degrees[vertex];

    /// <summary>All it ever had a tie with, the gone among them.</summary>
    public ReadOnlySpan<int> Near(int vertex) => CollectionsMarshal.AsSpan(near[vertex]);

    public bool Tied(int one, int other) => near[one].Contains(other);

    public void Remove(int vertex)
    {
        gone[vertex] = true;
        foreach (var other in near[vertex]) degrees[other]--;
    }

    public void Join(int one, int other)
    {
        near[one].Add(other);
        near[other].Add(one);
        degrees[one]++;
        degrees[other]++;
    }

    /// <summary>Walks in breadth among the living; the vertices reached stand in the order of their distance.</summary>
    /// <param name="start">Living.</param>
    /// <param name="distances">Those of the reached are set.</param>
    public ReadOnlySpan<int> Walk(int start, int[] distances)
    {
        round++;
        (seen[start], queue[0], distances[start]) = (round, start, 0);
        var reached = 1;
        for (var next = 0; next < reached; next++)
            foreach (var other in Near(queue[next]))
            {
                if (gone[other] || seen[other] == round) continue;
                (seen[other], distances[other]) = (round, distances[queue[next]] + 1);
                queue[reached++] = other;
            }
        return queue.AsSpan(0, reached);
    }

    /// <summary>The largest component of the living; of equal ones that with the first vertex. Empty where nobody lives.</summary>
    public int[] Largest()
    {
        var (labelled, distances, best) = (new bool[Count], new int[Count], Array.Empty<int>());
        for (var start = 0; start < Count; start++)
        {
            if (gone[start] || labelled[start]) continue;
            var reached = Walk(start, distances);
            foreach (var vertex in reached) labelled[vertex] = true;
            if (reached.Length > best.Length) best = reached.ToArray();
        }
        return best;
    }

    /// <summary>Global efficiency over the vertices that the graph began with: the mean of 1/distance over ordered pairs; who is gone is at no distance. Latora and Marchiori 2001.</summary>
    public double Efficiency()
    {
        var (sum, distances) = (0.0, new int[Count]);
        for (var source = 0; source < Count; source++)
        {
            if (gone[source]) continue;
            foreach (var target in Walk(source, distances)[1..]) sum += 1.0 / distances[target];
        }
        return Count < 2 ? 0 : sum / (Count * (Count - 1.0));
    }
}
