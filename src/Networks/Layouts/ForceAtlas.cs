using Plumbline.Networks.Measures;

namespace Plumbline.Networks.Layouts;

/// <summary>Places a part by forces: ties pull in proportion to their length, vertices push by their degrees over the distance; each moves the slower the more it swings.</summary>
/// <remarks>Jacomy, Venturini, Heymann and Bastian, "ForceAtlas2, a continuous graph layout algorithm", PLoS ONE 9(6), 2014, with the speeds of its later form; and with an end, which that has not.</remarks>
internal sealed class ForceAtlas
{
    private const double Pushing = 2;
    private const double Wide = 1.2;
    private const double Enough = 0.003;
    private const int Calm = 3;
    private const int Ranges = 32;
    private const int Few = 500;
    private const int StartPivots = 50;

    private readonly Part part;
    private readonly Effort effort;
    private readonly QuadTree tree;
    private readonly double[] mass;
    private double[] forceX;
    private double[] forceY;
    private double[] lastX;
    private double[] lastY;
    private readonly double rest;
    private double speed = 1;
    private double efficiency = 1;

    private ForceAtlas(Part part, Effort effort)
    {
        var n = part.Count;
        (this.part, this.effort, tree, mass) = (part, n < Few ? Effort.Single : effort with { Progress = null }, new(n), new double[n]);
        (forceX, forceY, lastX, lastY) = (new double[n], new double[n], new double[n], new double[n]);
        var (whole, squares) = (0.0, 0.0);
        for (var one = 0; one < n; one++)
        {
            mass[one] = part.Neighbours(one).Length + 1;
            (whole, squares) = (whole + mass[one], squares + (mass[one] * mass[one]));
        }
        // At rest pulls and pushes balance: the squared lengths of all ties add up to the pushing times the products of the masses of all pairs.
        rest = Math.Sqrt(Pushing * ((whole * whole) - squares) / part.Arcs);
    }

    public static (int Rounds, bool Settled) Place(Part part, LayoutRequest request, Effort effort, CancellationToken ct)
    {
        Start.Place(part, Pivots.Of(part, StartPivots, request.Seed, ct), request);
        if (part.Count == 1) return (0, true);
        var (run, calm, round) = (new ForceAtlas(part, effort), 0, 0);
        // Long ties between dense parts are what sets those apart: the more vertices, the longer the usual tie may be.
        var unit = request.Length * (1 + (0.5 * Math.Log10(part.Count))) / run.rest;
        Scale(part, 1 / unit);
        while (round < request.MostRounds && calm < Calm)
        {
            ct.ThrowIfCancellationRequested();
            round++;
            calm = run.Round(ct) < Enough * run.rest ? calm + 1 : 0;
            effort.Progress?.Report((double)round / request.MostRounds);
        }
        Scale(part, unit);
        return (round, calm == Calm);
    }

    private static void Scale(Part part, double by)
    {
        for (var one = 0; one < part.Count; one++) (part.X[one], part.Y[one]) = (part.X[one] * by, part.Y[one] * by);
    }

    /// <returns>How far the free ones moved in the mean.</returns>
    private double Round(CancellationToken ct)
    {
        (forceX, forceY, lastX, lastY) = (lastX, lastY, forceX, forceY);
        tree.Build(part.X, part.Y, mass);
        var n = part.Count;
        var ranges = n < Few ? 1 : Ranges;
        Chunks.Run(ranges, effort, range =>
        {
            for (var at = (int)((long)n * range / ranges); at < (int)((long)n * (range + 1) / ranges); at++) Force(at);
        }, ct);
        Hasten();
        return Move();
    }

    private void Force(int at)
    {
        var one = tree.Order[at];
        if (part.IsFixed[one]) return;
        var (x, y) = tree.Push(at, Pushing, Wide);
        foreach (var other in part.Neighbours(one)) (x, y) = (x + part.X[other] - part.X[one], y + part.Y[other] - part.Y[one]);
        (forceX[one], forceY[one]) = (x, y);
    }

    /// <summary>Faster while all pull in one direction, slower when they swing.</summary>
    private void Hasten()
    {
        var (swing, traction, n) = (0.0, 0.0, part.Count);
        for (var one = 0; one < n; one++)
        {
            if (part.IsFixed[one]) continue;
            swing += mass[one] * Long(forceX[one] - lastX[one], forceY[one] - lastY[one]);
            traction += mass[one] * 0.5 * Long(forceX[one] + lastX[one], forceY[one] + lastY[one]);
        }
        var usual = 0.05 * Math.Sqrt(n);
        var tolerance = Math.Max(Math.Sqrt(usual), Math.Min(10, usual * traction / ((double)n * n)));
        if (traction > 0 && swing / traction > 2)
        {
            if (efficiency > 0.05) efficiency *= 0.5;
            tolerance = Math.Max(tolerance, 1);
        }
        var target = swing > 0 ? tolerance * efficiency * traction / swing : speed * 1.5;
        if (swing > tolerance * traction)
        {
            if (efficiency > 0.05) efficiency *= 0.7;
        }
        else if (speed < 1000) efficiency *= 1.3;
        speed += Math.Min(target - speed, speed * 0.5);
    }

    private double Move()
    {
        var (moved, free) = (0.0, 0);
        for (var one = 0; one < part.Count; one++)
        {
            if (part.IsFixed[one]) continue;
            free++;
            var swing = mass[one] * Long(forceX[one] - lastX[one], forceY[one] - lastY[one]);
            var factor = speed / (1 + Math.Sqrt(speed * swing));
            var force = Long(forceX[one], forceY[one]);
            // Nobody leaps farther than ten ties at once: heaps of pinned ones push without measure.
            if (force * factor > 10 * rest) factor = 10 * rest / force;
            (part.X[one], part.Y[one]) = (part.X[one] + (factor * forceX[one]), part.Y[one] + (factor * forceY[one]));
            moved += force * factor;
        }
        return free == 0 ? 0 : moved / free;
    }

    private static double Long(double x, double y) => Math.Sqrt((x * x) + (y * y));
}
