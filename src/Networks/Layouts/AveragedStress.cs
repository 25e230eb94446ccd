using Plumbline.Networks.Measures;

namespace Plumbline.Networks.Layouts;

/// <summary>Stress of a part too large for all pairs: what lies far pulls through pivots, other ones every round, and the average of the rounds comes to what all pairs would pull.</summary>
/// <remarks>
/// After a share of the rounds with pivots that stay (<see cref="SparseStress"/>), each round averages the pull of 64 fresh ones into that of the rounds before, with a falling share: majorisation by
/// samples, after Mairal, "Stochastic majorization-minimization algorithms for large-scale optimization", NIPS 2013. Neighbours pull whole, every round.
/// </remarks>
internal sealed class AveragedStress
{
    private const int Staying = 4;
    private const double Fall = 0.7;
    private const int Four = 4;

    private readonly Part part;
    private readonly LayoutRequest request;
    private readonly FreshPivots pivots;
    private readonly double[] pivotX = new double[FreshPivots.Count];
    private readonly double[] pivotY = new double[FreshPivots.Count];
    private readonly int[] pivotOf;
    private readonly double[] farX;
    private readonly double[] farY;
    private readonly double[] farWeight;

    private AveragedStress(Part part, LayoutRequest request)
    {
        (this.part, this.request, pivots) = (part, request, new(part, request));
        (pivotOf, farX, farY, farWeight) = (new int[part.Count], new double[part.Count], new double[part.Count], new double[part.Count]);
        Array.Fill(pivotOf, -1);
    }

    public static (int Rounds, bool Settled) Place(Part part, SparseStress first, LayoutRequest request, Effort effort, CancellationToken ct)
    {
        var round = 1;
        for (; round <= request.MostRounds / Staying; round++)
        {
            ct.ThrowIfCancellationRequested();
            if (first.Round() < SparseStress.Enough * request.Length) break;
            effort.Progress?.Report((double)round / request.MostRounds);
        }
        var run = new AveragedStress(part, request);
        for (var turn = 1; round <= request.MostRounds; round++, turn++)
        {
            ct.ThrowIfCancellationRequested();
            if (run.Round(Math.Pow(turn, -Fall), first) < SparseStress.Enough * request.Length) return (round, true);
            effort.Progress?.Report((double)round / request.MostRounds);
        }
        return (request.MostRounds, false);
    }

    /// <summary>Moves every free vertex once.</summary>
    /// <returns>How far they moved in the mean.</returns>
    private double Round(double share, SparseStress first)
    {
        foreach (var pivot in pivots.Chosen) pivotOf[pivot] = -1;
        pivots.Draw();
        for (var at = 0; at < FreshPivots.Count; at++)
        {
            var pivot = pivots.Chosen[at];
            (pivotX[at], pivotY[at], pivotOf[pivot]) = (part.X[pivot], part.Y[pivot], at);
        }
        var (moved, free) = (0.0, 0);
        for (var one = 0; one < part.Count; one++)
        {
            if (part.IsFixed[one]) continue;
            Far(one).Into(ref farX[one], ref farY[one], ref farWeight[one], share);
            var pull = first.Near(one);
            pull.Add(farX[one], farY[one], farWeight[one]);
            var (x, y) = first.Held(one, ref pull);
            moved += Math.Sqrt(((x - part.X[one]) * (x - part.X[one])) + ((y - part.Y[one]) * (y - part.Y[one])));
            free++;
            (part.X[one], part.Y[one]) = (x, y);
            if (pivotOf[one] is >= 0 and var at) (pivotX[at], pivotY[at]) = (x, y);
        }
        return free == 0 ? 0 : moved / free;
    }

    private Pull Far(int one)
    {
        var pull = new Pull(one, part.X[one], part.Y[one]);
        for (var four = 0; four < FreshPivots.Count; four += Four)
        {
            if (pull.ToFour(pivotX, pivotY, pivots.Wanted, pivots.Weights, (one * FreshPivots.Count) + four, four)) continue;
            for (var at = four; at < four + Four; at++)
                if (pivots.Weights[(one * FreshPivots.Count) + at] is > 0 and var weight) pull.To(pivots.Chosen[at], pivotX[at], pivotY[at], pivots.Wanted[(one * FreshPivots.Count) + at], weight);
        }
        return pull;
    }
}
