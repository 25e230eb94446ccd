using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Plumbline.Networks.Measures.Brandes;

/// <summary>Eight doubles in one register of 512 bits.</summary>
internal readonly unsafe struct Line512(Vector512<double> all) : ILine<Line512>
{
    private readonly Vector512<double> all = all;

    public static Line512 Zero => new(Vector512<double>.Zero);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Line512 Load(double* at) => new(Vector512.Load(at));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Line512 line, double* at) => line.all.Store(at);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Line512 All(double value) => new(Vector512.Create(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Line512 Add(Line512 a, Line512 b) => new(a.all + b.all);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Line512 Multiply(Line512 a, Line512 b) => new(a.all * b.all);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Line512 Divide(Line512 a, Line512 b) => new(a.all / b.all);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Line512 Keep(Line512 line, int lanes)
    {
        var bits = Vector512.Create(1L, 2, 4, 8, 16, 32, 64, 128);
        return new(line.all & Vector512.Equals(Vector512.Create((long)lanes) & bits, bits).AsDouble());
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Positive(Line512 line) => (int)Vector512.GreaterThan(line.all, Vector512<double>.Zero).ExtractMostSignificantBits();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Sum(Line512 line)
    {
        var four = line.all.GetLower() + line.all.GetUpper();
        var two = four.GetLower() + four.GetUpper();
        return two[0] + two[1];
    }
}
