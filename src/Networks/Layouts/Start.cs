using Plumbline.Networks.Chance;

namespace Plumbline.Networks.Layouts;

/// <summary>Where rounds begin: as before for whoever stood somewhere, and for the others by scaling the distances to some pivots (turned to fit the former).</summary>
/// <remarks>Brandes and Pich, "Eigensolver methods for progressive multidimensional scaling of large data", Graph Drawing 2006.</remarks>
internal static class Start
{
    private const int MostPivots = 50;
    private const int Steps = 60;

    /// <summary>Fills the places of all free vertices.</summary>
    public static void Place(Part part, Pivots pivots, LayoutRequest request)
    {
        var n = part.Count;
        var isKnown = Known(part, request.Length);
        if (!Array.Exists(isKnown, known => !known)) return;
        var (x, y) = Scaled(part, pivots, request);
        Fit(part, isKnown, x, y);
        for (var one = 0; one < n; one++)
            if (!isKnown[one]) (part.X[one], part.Y[one]) = (x[one], y[one]);
    }

    /// <summary>Who has a place to begin from: all fixed ones, and others unless all stand on one heap.</summary>
    private static bool[] Known(Part part, double length)
    {
        var isKnown = (bool[])part.IsPlaced.Clone();
        var (least, most, count) = ((X: double.MaxValue, Y: double.MaxValue), (X: double.MinValue, Y: double.MinValue), 0);
        for (var one = 0; one < part.Count; one++)
        {
            if (!isKnown[one]) continue;
            count++;
            least = (Math.Min(least.X, part.X[one]), Math.Min(least.Y, part.Y[one]));
            most = (Math.Max(most.X, part.X[one]), Math.Max(most.Y, part.Y[one]));
        }
        if (count > 1 && most.X - least.X < length / 100 && most.Y - least.Y < length / 100) Array.Copy(part.IsFixed, isKnown, isKnown.Length);
        return isKnown;
    }

    private static (double[] X, double[] Y) Scaled(Part part, Pivots pivots, LayoutRequest request)
    {
        var (n, all) = (part.Count, pivots.Chosen.Length);
        var k = Math.Min(all, MostPivots);
        var centred = new double[n * k];
        var (columns, whole) = (new double[k], 0.0);
        for (var one = 0; one < n; one++)
        {
            var row = 0.0;
            for (var pivot = 0; pivot < k; pivot++)
            {
                var far = (double)pivots.Far[(one * all) + pivot];
                centred[(one * k) + pivot] = far * far;
                row += far * far;
                columns[pivot] += far * far;
            }
            whole += row;
            for (var pivot = 0; pivot < k; pivot++) centred[(one * k) + pivot] -= row / k;
        }
        for (var at = 0; at < centred.Length; at++) centred[at] = -(centred[at] - (columns[at % k] / n) + (whole / ((double)n * k))) / 2;
        var products = new double[k * k];
        for (var one = 0; one < n; one++)
            for (var a = 0; a < k; a++)
                for (var b = a; b < k; b++) products[(a * k) + b] += centred[(one * k) + a] * centred[(one * k) + b];
        for (var a = 0; a < k; a++)
            for (var b = 0; b < a; b++) products[(a * k) + b] = products[(b * k) + a];
        var chance = SeededChance.Of(request.Seed, 1);
        var first = Greatest(products, k, [], ref chance);
        var second = Greatest(products, k, first, ref chance);
        var (x, y) = (Along(centred, first, n, k), Along(centred, second, n, k));
        Stretch(part, pivots, request.Length, x, y);
        for (var one = 0; one < n; one++)
        {
            // Leaves of one hub are equally far from everybody: a little chance parts them.
            x[one] += (chance.NextUnit() - 0.5) * request.Length * 0.2;
            y[one] += (chance.NextUnit() - 0.5) * request.Length * 0.2;
        }
        return (x, y);
    }

    /// <summary>The direction in which a symmetric matrix stretches most, across the one given.</summary>
    private static double[] Greatest(double[] matrix, int k, double[] across, ref SeededChance chance)
    {
        var (vector, next) = (new double[k], new double[k]);
        for (var at = 0; at < k; at++) vector[at] = chance.NextUnit() - 0.5;
        for (var step = 0; step < Steps; step++)
        {
            for (var a = 0; a < k; a++)
            {
                next[a] = 0;
                for (var b = 0; b < k; b++) next[a] += matrix[(a * k) + b] * vector[b];
            }
            if (across.Length > 0)
            {
                var shared = 0.0;
                for (var at = 0; at < k; at++) shared += next[at] * across[at];
                for (var at = 0; at < k; at++) next[at] -= shared * across[at];
            }
            var norm = 0.0;
            foreach (var entry in next) norm += entry * entry;
            if (norm < 1e-20) return new double[k];
            for (var at = 0; at < k; at++) vector[at] = next[at] / Math.Sqrt(norm);
        }
        return vector;
    }

    private static double[] Along(double[] centred, double[] direction, int n, int k)
    {
        var along = new double[n];
        for (var one = 0; one < n; one++)
            for (var pivot = 0; pivot < k; pivot++) along[one] += centred[(one * k) + pivot] * direction[pivot];
        return along;
    }

    /// <summary>By the factor that leaves the least stress between vertices and pivots.</summary>
    private static void Stretch(Part part, Pivots pivots, double length, double[] x, double[] y)
    {
        var (over, under, k) = (0.0, 0.0, pivots.Chosen.Length);
        for (var one = 0; one < part.Count; one++)
            for (var at = 0; at < k; at++)
            {
                var (pivot, far) = (pivots.Chosen[at], (double)pivots.Far[(one * k) + at]);
                if (far == 0) continue;
                var (dx, dy) = (x[one] - x[pivot], y[one] - y[pivot]);
                var apart = Math.Sqrt((dx * dx) + (dy * dy));
                (over, under) = (over + (apart / far), under + (apart * apart / (far * far)));
            }
        var factor = under > 0 ? length * over / under : 1;
        for (var one = 0; one < part.Count; one++) (x[one], y[one]) = (x[one] * factor, y[one] * factor);
    }

    /// <summary>Turns, mirrors and shifts the new places so that they lie as near as can be to those known (Procrustes).</summary>
    private static void Fit(Part part, bool[] isKnown, double[] x, double[] y)
    {
        var (count, mx, my, kx, ky) = (0, 0.0, 0.0, 0.0, 0.0);
        for (var one = 0; one < part.Count; one++)
            if (isKnown[one]) (count, mx, my, kx, ky) = (count + 1, mx + x[one], my + y[one], kx + part.X[one], ky + part.Y[one]);
        if (count == 0) return;
        (mx, my, kx, ky) = (mx / count, my / count, kx / count, ky / count);
        var (xx, xy, yx, yy) = (0.0, 0.0, 0.0, 0.0);
        for (var one = 0; one < part.Count; one++)
        {
            if (!isKnown[one]) continue;
            var (ax, ay, bx, by) = (x[one] - mx, y[one] - my, part.X[one] - kx, part.Y[one] - ky);
            (xx, xy, yx, yy) = (xx + (ax * bx), xy + (ax * by), yx + (ay * bx), yy + (ay * by));
        }
        // Of the best turn and the best turn after mirroring, the one that brings more together.
        var turned = Math.Sqrt(((xx + yy) * (xx + yy)) + ((xy - yx) * (xy - yx)));
        var mirrored = Math.Sqrt(((xx - yy) * (xx - yy)) + ((xy + yx) * (xy + yx)));
        var flip = mirrored > turned ? -1.0 : 1.0;
        var size = Math.Max(turned, mirrored);
        var (cos, sin) = size < 1e-12 ? (1.0, 0.0) : ((xx + (flip * yy)) / size, (xy - (flip * yx)) / size);
        for (var one = 0; one < part.Count; one++)
        {
            var (ax, ay) = (x[one] - mx, (y[one] - my) * flip);
            (x[one], y[one]) = (kx + (cos * ax) - (sin * ay), ky + (sin * ax) + (cos * ay));
        }
    }
}
