using System.Numerics;
using Plumbline.Networks.Graphs;
using Plumbline.Networks.Measures;

namespace Plumbline.Networks.Layouts;

/// <summary>Places the vertices of a graph on a sheet.</summary>
public static class GraphLayout
{
    /// <summary>Places whoever was chosen. Pinned vertices never move, and parts that no tie joins are packed side by side.</summary>
    /// <param name="graph">Only a hierarchy heeds direction; weights are not used.</param>
    /// <param name="request">What is to be placed how.</param>
    /// <param name="effort">Threads leave no trace in the answer; it is told how far the rounds have come.</param>
    /// <param name="ct">Checked every round.</param>
    /// <exception cref="ArgumentException">A column has another length than n, a pinned vertex has no place, or a number is outside its range.</exception>
    /// <remarks>No recursion; stress takes O(n (pivots + 6) + m) a round, force O(n log n + m).</remarks>
    public static LayoutAnswer Place(GraphSnapshot graph, LayoutRequest request, Effort effort, CancellationToken ct)
    {
        Check(graph, request);
        var sheet = new Sheet(graph, request);
        var rest = (Rounds: 0, Settled: true);
        switch (request.Method)
        {
            case LayoutMethod.Circle: OnCircle.Place(graph, request, sheet, ct); break;
            case LayoutMethod.Concentric: OnRings.Place(graph, request, sheet, ct); break;
            case LayoutMethod.Grid: OnGrid.Place(request, sheet, ct); break;
            case LayoutMethod.Time: OnAxis.Place(request, sheet, ct); break;
            case LayoutMethod.Tidy: OnGrid.Fill(request, sheet); break;
            default: rest = InParts(graph, request, sheet, effort, ct); break;
        }
        // Every other method sees to it itself; tidying is this alone.
        if (request.Method == LayoutMethod.Tidy) Tidy.Apart(request, sheet, ct);
        return new(sheet.Places(), rest.Rounds, rest.Settled);
    }

    /// <summary>By how much the distances on a sheet differ from those along the ties (times the length), squared and divided by the square of the latter, as a mean over joined pairs.</summary>
    /// <param name="places">By vertex of the input.</param>
    /// <param name="length">Of a tie.</param>
    /// <remarks>O(n (n + m)): for comparing layouts of some thousands of vertices.</remarks>
    public static double Stress(GraphSnapshot graph, ReadOnlySpan<Vector2> places, float length, CancellationToken ct)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(places.Length, graph.VertexCount);
        var (sum, pairs) = (0.0, 0L);
        var sheet = new Sheet(graph, new LayoutRequest(LayoutMethod.Tidy) { Before = places.ToArray() });
        foreach (var part in Part.All(graph, sheet, Effort.Single, ct))
        {
            var far = new int[part.Count];
            var queue = new int[part.Count];
            for (var one = 0; one < part.Count; one++)
            {
                ct.ThrowIfCancellationRequested();
                part.Walk(one, far, queue);
                for (var other = one + 1; other < part.Count; other++)
                {
                    var (dx, dy) = (part.X[one] - part.X[other], part.Y[one] - part.Y[other]);
                    var (apart, wanted) = (Math.Sqrt((dx * dx) + (dy * dy)) / length, (double)far[other]);
                    sum += (apart - wanted) * (apart - wanted) / (wanted * wanted);
                    pairs++;
                }
            }
        }
        return pairs == 0 ? 0 : sum / pairs;
    }

    private static (int Rounds, bool Settled) InParts(GraphSnapshot graph, LayoutRequest request, Sheet sheet, Effort effort, CancellationToken ct)
    {
        var parts = Part.All(graph, sheet, effort, ct);
        var (rounds, settled) = (0, true);
        foreach (var part in parts)
        {
            if (!part.HasFree) continue;
            var rest = request.Method switch
            {
                LayoutMethod.Stress => SparseStress.Place(part, request, effort, ct),
                LayoutMethod.Force => ForceAtlas.Place(part, request, effort, ct),
                _ => Hierarchy.Place(graph, part, request, ct),
            };
            (rounds, settled) = (Math.Max(rounds, rest.Rounds), settled && rest.Settled);
        }
        Packing.Place(parts, request, sheet);
        return (rounds, settled);
    }

    private static void Check(GraphSnapshot graph, LayoutRequest request)
    {
        var n = graph.VertexCount;
        if (Odd(request.Before.Length) || Odd(request.Pinned.Length) || Odd(request.Chosen.Length) || Odd(request.Values.Length) || Odd(request.Groups.Length) || Odd(request.Sizes.Length))
            throw new ArgumentException("A column of the request has neither none nor as many entries as the graph has vertices.", nameof(request));
        if (!(request.Length > 0 && float.IsFinite(request.Length))) throw new ArgumentException("The length of a tie is above 0.", nameof(request));
        if (request.Stay is not (>= 0 and < 1)) throw new ArgumentException("A vertex is held by a share in [0, 1).", nameof(request));
        if (request.MostRounds < 1 || request.Pivots < 1) throw new ArgumentException("At least one round and one pivot.", nameof(request));
        if (Array.Exists(request.Groups, group => group < 0)) throw new ArgumentException("Groups are numbered from 0.", nameof(request));
        if (Array.Exists(request.Roots, root => root < 0 || root >= n)) throw new ArgumentException("A root is no vertex.", nameof(request));
        if (request.Method == LayoutMethod.Time && n > 0 && request.Values.Length == 0) throw new ArgumentException("Time needs values.", nameof(request));

        bool Odd(int length) => length != 0 && length != n;
    }
}
