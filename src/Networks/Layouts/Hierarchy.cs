using Plumbline.Networks.Graphs;

namespace Plumbline.Networks.Layouts;

/// <summary>Places a part in layers from its roots, orders each so that few ties cross, and sets vertices near the middle of their neighbours.</summary>
/// <remarks>Sugiyama, Tagawa and Toda, "Methods for visual understanding of hierarchical system structures", IEEE Transactions on Systems, Man and Cybernetics 11(2), 1981.</remarks>
internal static class Hierarchy
{
    public static (int Rounds, bool Settled) Place(GraphSnapshot graph, Part part, LayoutRequest request, CancellationToken ct)
    {
        var layer = Layers.Of(graph, part, request.Roots, ct);
        var net = LayerNet.Of(part, layer);
        net.Uncross(ct);
        var across = LayerPlaces.Of(net, ct);
        var apart = Apart(part, request);
        var (x, y) = (new double[part.Count], new double[part.Count]);
        for (var one = 0; one < part.Count; one++)
        {
            var (along, side) = (layer[one] * apart.Along, across[one] * apart.Across);
            (x[one], y[one]) = request.Direction switch
            {
                LayoutDirection.Down => (side, along),
                LayoutDirection.Up => (side, -along),
                LayoutDirection.Onward => (along, side),
                _ => (-along, side),
            };
        }
        var (shiftX, shiftY, count) = (0.0, 0.0, 0);
        for (var one = 0; one < part.Count; one++)
            if (part.IsFixed[one]) (shiftX, shiftY, count) = (shiftX + part.X[one] - x[one], shiftY + part.Y[one] - y[one], count + 1);
        if (count > 0) (shiftX, shiftY) = (shiftX / count, shiftY / count);
        for (var one = 0; one < part.Count; one++)
            if (!part.IsFixed[one]) (part.X[one], part.Y[one]) = (x[one] + shiftX, y[one] + shiftY);
        return (0, true);
    }

    /// <summary>How far layers, and neighbours in one, are apart: a length, or more where what is drawn is larger.</summary>
    private static (double Along, double Across) Apart(Part part, LayoutRequest request)
    {
        var (width, height) = (0.0, 0.0);
        foreach (var size in request.Sizes) (width, height) = (Math.Max(width, size.X), Math.Max(height, size.Y));
        if (request.Direction is LayoutDirection.Onward or LayoutDirection.Back) (width, height) = (height, width);
        return part.Count == 0 ? (0, 0) : (Math.Max(request.Length, height * 1.5), Math.Max(request.Length * 0.6, width * 1.1));
    }
}
