namespace Plumbline.Networks.Layouts;

/// <summary>Where each member stands across its layer, its order kept and neighbours at least one apart (half for waypoints): as near to the middle of those it is tied to as that allows.</summary>
internal static class LayerPlaces
{
    private const int Sweeps = 12;
    private const double Waypoint = 0.5;

    public static double[] Of(LayerNet net, CancellationToken ct)
    {
        var x = new double[net.Place.Length];
        foreach (var row in net.Rows)
        {
            var offsets = Offsets(net, row);
            for (var at = 0; at < row.Length; at++) x[row[at]] = offsets[at] - (offsets[^1] / 2);
        }
        for (var sweep = 0; sweep < Sweeps; sweep++)
        {
            ct.ThrowIfCancellationRequested();
            // The last goes up: whoever leads others stands over their middle.
            var isDown = sweep % 2 == 0;
            for (var at = 0; at < net.Rows.Length; at++)
            {
                Settle(net, net.Rows[isDown ? at : net.Rows.Length - 1 - at], x, isDown, both: sweep == Sweeps - 2);
            }
        }
        return x;
    }

    private static double[] Offsets(LayerNet net, int[] row)
    {
        var offsets = new double[row.Length];
        for (var at = 1; at < row.Length; at++) offsets[at] = offsets[at - 1] + ((Room(net, row[at - 1]) + Room(net, row[at])) / 2);
        return offsets;
    }

    private static double Room(LayerNet net, int member) => member < net.Real ? 1 : Waypoint;

    /// <summary>The least sum of squared ways to the wished places that keeps order and distance: pooling neighbours that would overtake each other.</summary>
    private static void Settle(LayerNet net, int[] row, double[] x, bool fromAbove, bool both)
    {
        if (row.Length == 0) return;
        var offsets = Offsets(net, row);
        var (means, weights, sizes, blocks) = (new double[row.Length], new double[row.Length], new int[row.Length], 0);
        for (var at = 0; at < row.Length; at++)
        {
            var (wish, weight) = Wish(net, row[at], x, fromAbove, both);
            (means[blocks], weights[blocks], sizes[blocks]) = (wish - offsets[at], weight, 1);
            blocks++;
            while (blocks > 1 && means[blocks - 2] >= means[blocks - 1])
            {
                blocks--;
                var sum = weights[blocks - 1] + weights[blocks];
                means[blocks - 1] = ((means[blocks - 1] * weights[blocks - 1]) + (means[blocks] * weights[blocks])) / sum;
                (weights[blocks - 1], sizes[blocks - 1]) = (sum, sizes[blocks - 1] + sizes[blocks]);
            }
        }
        for (int block = 0, at = 0; block < blocks; block++)
            for (var one = 0; one < sizes[block]; one++, at++) x[row[at]] = means[block] + offsets[at];
    }

    private static (double Wish, double Weight) Wish(LayerNet net, int member, double[] x, bool fromAbove, bool both)
    {
        var (sum, count) = (0.0, 0);
        if (fromAbove || both)
            foreach (var other in net.Above(member)) (sum, count) = (sum + x[other], count + 1);
        if (!fromAbove || both)
            foreach (var other in net.Below(member)) (sum, count) = (sum + x[other], count + 1);
        // Long ties should be straight: waypoints insist.
        return count == 0 ? (x[member], 0.01) : (sum / count, member < net.Real ? count : 4 * count);
    }
}
