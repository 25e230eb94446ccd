namespace Plumbline.Networks.Measures.Brandes;

/// <summary>Vertices that wait for their turn, the nearest first, equal ones by their number: a heap of four branches whose keys are a shared array of distances.</summary>
internal sealed class NearestFirst(double[] distance)
{
    private const int Branches = 4;

    private readonly int[] heap = new int[distance.Length];
    private readonly int[] place = new int[distance.Length];   // place + 1; 0 where it does not wait
    private int count;

    /// <summary>Lets a vertex wait, or moves it forward after its distance became less.</summary>
    public void Put(int vertex)
    {
        var at = place[vertex] > 0 ? place[vertex] - 1 : count++;
        while (at > 0 && IsBefore(vertex, heap[(at - 1) / Branches]))
        {
            Set(at, heap[(at - 1) / Branches]);
            at = (at - 1) / Branches;
        }
        Set(at, vertex);
    }

    public bool TryTake(out int vertex)
    {
        vertex = count > 0 ? heap[0] : -1;
        if (count == 0) return false;
        place[vertex] = 0;
        var last = heap[--count];
        if (count == 0) return true;
        var at = 0;
        for (var child = Least(at); child >= 0 && IsBefore(heap[child], last); child = Least(at))
        {
            Set(at, heap[child]);
            at = child;
        }
        Set(at, last);
        return true;
    }

    private int Least(int at)
    {
        var first = (at * Branches) + 1;
        if (first >= count) return -1;
        var least = first;
        for (var child = first + 1; child < Math.Min(count, first + Branches); child++)
            if (IsBefore(heap[child], heap[least])) least = child;
        return least;
    }

    private bool IsBefore(int a, int b) => distance[a] < distance[b] || (distance[a] == distance[b] && a < b);

    private void Set(int at, int vertex) => (heap[at], place[vertex]) = (vertex, at + 1);
}
