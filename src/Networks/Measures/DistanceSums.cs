namespace Plumbline.Networks.Measures;

/// <summary>What a part of the walks has added up for each vertex.</summary>
internal sealed class DistanceSums(int n)
{
    public long[] Sums { get; } = new long[n];

    public int[] Reached { get; } = new int[n];

    public double[] Harmonic { get; } = new double[n];

    public int Longest { get; set; }

    public void Add(DistanceSums part)
    {
        for (var vertex = 0; vertex < n; vertex++)
        {
            Sums[vertex] += part.Sums[vertex];
            Reached[vertex] += part.Reached[vertex];
            Harmonic[vertex] += part.Harmonic[vertex];
        }
        Longest = Math.Max(Longest, part.Longest);
    }
}
