namespace Plumbline.Networks.Disruption;

/// <summary>Generalised dismantling: the largest component is cut in two by the slowest vector of a Laplacian whose ties weigh what cutting them would cost; then the cheapest cover of the cut goes.</summary>
/// <remarks>Ren, Gleinig, Helbing and Antulov-Fantulin, "Generalized network dismantling", PNAS 116, 2019: ties weigh w_i + w_j - 1, the vector by power iteration on cI - L,
/// the cover by the weighted greedy rule of Clarkson, "A modification of the greedy algorithm for vertex cover", 1983.</remarks>
internal sealed class ByCheapCuts(LivingGraph graph, DisruptionPlan plan) : Removing(graph, plan)
{
    private const int Rounds = 400;
    private readonly Queue<int> planned = new();

    public override int Next(double left, CancellationToken ct)
    {
        while (planned.TryDequeue(out var vertex))
            if (Can(vertex, left)) return vertex;
        var part = Graph.Largest();
        if (part.Length > 2)
            foreach (var vertex in Cover(part, Sides(part, ct), left)) planned.Enqueue(vertex);
        while (planned.TryDequeue(out var vertex))
            if (Can(vertex, left)) return vertex;
        return Greatest(vertex => Graph.Degree(vertex), left);
    }

    public override void Joined(int one, int other) => planned.Clear();

    private double Weight(int one, int other) => Math.Max(1e-6, Plan.Cost(one) + Plan.Cost(other) - 1);

    private bool[] Sides(int[] part, CancellationToken ct)
    {
        var (at, strengths, most) = (new int[Graph.Count], new double[part.Length], 0.0);
        Array.Fill(at, -1);
        for (var place = 0; place < part.Length; place++) at[part[place]] = place;
        for (var place = 0; place < part.Length; place++)
        {
            foreach (var other in Graph.Near(part[place]))
                if (Graph.Lives(other)) strengths[place] += Weight(part[place], other);
            most = Math.Max(most, strengths[place]);
        }
        var (now, next) = (new double[part.Length], new double[part.Length]);
        for (var place = 0; place < part.Length; place++) now[place] = Math.Sin(place + 1);   // any start that is not even will do; this one is the same everywhere
        for (var round = 0; round < Rounds; round++)
        {
            ct.ThrowIfCancellationRequested();
            var mean = now.Sum() / part.Length;
            var norm = 0.0;
            for (var place = 0; place < part.Length; place++)
            {
                now[place] -= mean;
                norm += now[place] * now[place];
            }
            norm = Math.Sqrt(norm);
            if (norm == 0) break;
            for (var place = 0; place < part.Length; place++) now[place] /= norm;
            for (var place = 0; place < part.Length; place++)
            {
                var sum = ((2 * most) - strengths[place]) * now[place];
                foreach (var other in Graph.Near(part[place]))
                    if (Graph.Lives(other)) sum += Weight(part[place], other) * now[at[other]];
                next[place] = sum;
            }
            (now, next) = (next, now);
        }
        var sides = new bool[Graph.Count];
        for (var place = 0; place < part.Length; place++) sides[part[place]] = now[place] >= 0;
        return sides;
    }

    /// <summary>Who covers the ties between the sides: again and again the one who costs least for each tie yet uncovered, the others' costs lowered by what was paid.</summary>
    private List<int> Cover(int[] part, bool[] sides, double left)
    {
        var (open, price) = (new double[Graph.Count], new double[Graph.Count]);
        var crossing = new HashSet<(int, int)>();
        foreach (var vertex in part)
        {
            price[vertex] = Plan.Cost(vertex);
            foreach (var other in Graph.Near(vertex))
                if (Graph.Lives(other) && sides[other] != sides[vertex] && (Can(vertex, left) || Can(other, left)))
                {
                    open[vertex]++;
                    crossing.Add((Math.Min(vertex, other), Math.Max(vertex, other)));
                }
        }
        var cover = new List<int>();
        while (true)
        {
            var (best, least) = (-1, double.PositiveInfinity);
            foreach (var vertex in part)
            {
                if (open[vertex] < 1 || !Can(vertex, left)) continue;
                var rate = price[vertex] / open[vertex];
                if (rate < least - 1e-12 || (Math.Abs(rate - least) <= 1e-12 && vertex < best)) (best, least) = (vertex, rate);
            }
            if (best < 0) return [.. cover.OrderByDescending(vertex => Graph.Degree(vertex) / Plan.Cost(vertex)).ThenBy(vertex => vertex)];
            cover.Add(best);
            foreach (var other in Graph.Near(best))
            {
                if (!crossing.Remove((Math.Min(best, other), Math.Max(best, other)))) continue;
                open[other]--;
                price[other] = Math.Max(0, price[other] - least);
            }
            open[best] = 0;
        }
    }
}
