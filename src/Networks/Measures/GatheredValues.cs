using System.Runtime.CompilerServices;

namespace Plumbline.Networks.Measures;

/// <summary>The sum of the values of a row of neighbours: the innermost loop of ranking.</summary>
internal static unsafe class GatheredValues
{
    /// <summary>Four sums at once, so that one load need not wait for another.</summary>
    /// <param name="row">Vertices, each below the length of <paramref name="values"/>; not checked.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static double Plain(ReadOnlySpan<int> row, double[] values)
    {
        unchecked
        {
            fixed (double* value = values)
            fixed (int* begin = row)
            {
                var (a, b, c, d) = (0.0, 0.0, 0.0, 0.0);
                int* at = begin, end = begin + row.Length;
                for (; at + 3 < end; at += 4)
                {
                    a += value[at[0]];
                    b += value[at[1]];
                    c += value[at[2]];
                    d += value[at[3]];
                }
                for (; at < end; at++) a += value[*at];
                return a + b + (c + d);
            }
        }
    }

    /// <summary>The same by the weights of the ties.</summary>
    /// <param name="ties">Numbers of the ties beside <paramref name="row"/>.</param>
    public static double Weighted(ReadOnlySpan<int> row, ReadOnlySpan<int> ties, ReadOnlySpan<double> weights, double[] values)
    {
        var sum = 0.0;
        for (var at = 0; at < ties.Length; at++) sum += weights[ties[at]] * values[row[at]];
        return sum;
    }
}
