using System.Runtime.CompilerServices;
using Plumbline.Networks.Graphs;

namespace Plumbline.Networks.Measures;

/// <summary>PageRank of an undirected graph by conjugate gradients, in what each vertex hands along one tie: its share divided by its degree (or by its strength).</summary>
/// <remarks>
/// The equations (D - damping A) y = (1 - damping) / n are symmetric and positive definite; scaled by D, their condition is at most (1 + damping) / (1 - damping), about 12.
/// Vertices of one tie are eliminated. Sums are taken chunk by chunk in one order. Hestenes and Stiefel, "Methods of conjugate gradients for solving linear systems", 1952.
/// </remarks>
internal sealed class RankGradients
{
    private const int Ranges = 128;
    private const int ArcsARange = 1 << 13;

    // Compiled once and well: of a small graph all is over before it would be compiled a second time.
    private const MethodImplOptions AtOnce = MethodImplOptions.AggressiveOptimization;
    private const int MostRounds = 1000;
    private const int Patience = 8;

    private readonly GraphSnapshot graph;
    private readonly bool weighted;
    private readonly double damping;
    private readonly double anew;
    private readonly Effort effort;
    private readonly int solved;
    private readonly int[] cuts;
    private readonly int[] rowEnds;
    private readonly double[] degree;
    private readonly double[] handed;
    private readonly double[] left;
    private readonly double[] way;
    private readonly double[] image;
    private readonly double[] parts;
    private readonly double[] others;

    public RankGradients(GraphSnapshot graph, bool weighted, double damping, Effort effort)
    {
        (this.graph, this.weighted, this.damping, this.effort) = (graph, weighted, damping, effort);
        anew = (1 - damping) / graph.VertexCount;
        solved = graph.VertexCount;
        // Vertices inside stand by falling degree: those of one tie or none are the last.
        while (solved > 0 && graph.Out(solved - 1).Length < (weighted ? 1 : 2)) solved--;
        (degree, handed, left, way, image, rowEnds) = (new double[solved], new double[solved], new double[solved], new double[solved], new double[solved], new int[solved]);
        cuts = solved == 0 ? [0] : Chunks.ByArcs(graph.Offsets[..(solved + 1)], Math.Clamp(graph.Targets.Length / ArcsARange, 1, Ranges));
        (parts, others) = (new double[cuts.Length], new double[cuts.Length]);
    }

    /// <summary>The share of every vertex; they are in proportion, and add up to 1 but for what dead ends lose.</summary>
    public double[] Shares(double enough, IProgress<double>? progress, CancellationToken ct)
    {
        Each(Begin, ct);
        var (product, best, idle) = (Sum(others), Sum(parts), 0);
        for (var round = 0; round < MostRounds && best > enough && idle < Patience && product > 0; round++)
        {
            Each(Multiply, ct);
            var step = product / Sum(parts);
            Each(chunk => Advance(chunk, step), ct);
            var (rest, next) = (Sum(parts), Sum(others));
            // Near the last digit it may go up again.
            idle = rest < best ? 0 : idle + 1;
            best = Math.Min(best, rest);
            var turn = next / product;
            product = next;
            Each(chunk => Turn(chunk, turn), ct);
            progress?.Report((double)round / (round + 10));
        }
        return Spread();
    }

    private void Each(Action<int> work, CancellationToken ct) => Chunks.Run(cuts.Length - 1, effort, work, ct);

    private double Sum(double[] of)
    {
        var sum = 0.0;
        for (var chunk = 0; chunk < cuts.Length - 1; chunk++) sum += of[chunk];
        return sum;
    }

    /// <summary>From what each would hand along by itself.</summary>
    [MethodImpl(AtOnce)]
    private void Begin(int chunk)
    {
        var (rest, product) = (0.0, 0.0);
        for (var vertex = cuts[chunk]; vertex < cuts[chunk + 1]; vertex++)
        {
            var row = graph.Out(vertex);
            var given = anew;
            (rowEnds[vertex], degree[vertex]) = (row.Length, weighted ? Weighing.Out(graph, vertex) : row.Length);
            if (!weighted)
            {
                // A neighbour of one tie hands over all it has: its own beginning, and what it was handed from here.
                rowEnds[vertex] = row.BinarySearch(solved) is var place && place < 0 ? ~place : place;
                var leaves = row.Length - rowEnds[vertex];
                given = anew * (1 + (damping * leaves));
                degree[vertex] = row.Length - (damping * damping * leaves);
            }
            // Ties of no weight only: handed along nowhere.
            if (degree[vertex] == 0) (degree[vertex], given) = (1, 0);
            left[vertex] = given;
            way[vertex] = given / degree[vertex];
            (rest, product) = (rest + given, product + (given * way[vertex]));
        }
        (parts[chunk], others[chunk]) = (rest, product);
    }

    [MethodImpl(AtOnce)]
    private void Multiply(int chunk)
    {
        var product = 0.0;
        var offsets = graph.Offsets;
        var targets = graph.Targets;
        for (var vertex = cuts[chunk]; vertex < cuts[chunk + 1]; vertex++)
        {
            var gathered = weighted ? Gather(vertex, way) : GatheredValues.Plain(targets[(int)offsets[vertex]..][..rowEnds[vertex]], way);
            image[vertex] = (degree[vertex] * way[vertex]) - (damping * gathered);
            product += way[vertex] * image[vertex];
        }
        parts[chunk] = product;
    }

    [MethodImpl(AtOnce)]
    private void Advance(int chunk, double step)
    {
        var (rest, product) = (0.0, 0.0);
        for (var vertex = cuts[chunk]; vertex < cuts[chunk + 1]; vertex++)
        {
            handed[vertex] += step * way[vertex];
            var now = left[vertex] -= step * image[vertex];
            (rest, product) = (rest + Math.Abs(now), product + (now * now / degree[vertex]));
        }
        (parts[chunk], others[chunk]) = (rest, product);
    }

    [MethodImpl(AtOnce)]
    private void Turn(int chunk, double turn)
    {
        for (var vertex = cuts[chunk]; vertex < cuts[chunk + 1]; vertex++) way[vertex] = (left[vertex] / degree[vertex]) + (turn * way[vertex]);
    }

    private double Gather(int vertex, double[] from) =>
        weighted ? GatheredValues.Weighted(graph.Out(vertex), graph.OutTies(vertex), graph.Weights, from) : GatheredValues.Plain(graph.Out(vertex)[..rowEnds[vertex]], from);

    /// <summary>One more round gives the shares, also of those who were not solved for.</summary>
    [MethodImpl(AtOnce)]
    private double[] Spread()
    {
        var shares = new double[graph.VertexCount];
        for (var vertex = 0; vertex < shares.Length; vertex++)
        {
            if (vertex < solved) shares[vertex] = weighted ? anew + (damping * Gather(vertex, handed)) : handed[vertex] * graph.Out(vertex).Length;
            else if (graph.Out(vertex).IsEmpty) shares[vertex] = anew;
            else if (graph.Out(vertex)[0] is var only && only < solved) shares[vertex] = anew + (damping * handed[only]);
            else shares[vertex] = anew / (1 - damping);   // two that have only each other
        }
        return shares;
    }
}
