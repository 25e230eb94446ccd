namespace Plumbline.Networks.Graphs;

/// <summary>The numbering inside a snapshot: hubs first, so that what is read most lies together and neighbour numbers are small.</summary>
internal static class FallingDegree
{
    /// <returns>For each vertex its place when all are sorted by falling degree, equal ones by their number.</returns>
    public static int[] Places(ReadOnlySpan<int> degrees)
    {
        var greatest = 0;
        foreach (var degree in degrees) greatest = Math.Max(greatest, degree);
        var starts = new int[greatest + 2];
        foreach (var degree in degrees) starts[greatest - degree + 1]++;
        for (var key = 0; key <= greatest; key++) starts[key + 1] += starts[key];
        var places = new int[degrees.Length];
        for (var vertex = 0; vertex < places.Length; vertex++) places[vertex] = starts[greatest - degrees[vertex]]++;
        return places;
    }
}
