using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Plumbline.Networks.Measures.Brandes;

/// <summary>Eight doubles in two registers of 256 bits.</summary>
internal readonly unsafe struct Line256(Vector256<double> low, Vector256<double> high) : ILine<Line256>
{
    private readonly Vector256<double> low = low;
    private readonly Vector256<double> high = high;

    public static Line256 Zero => new(Vector256<double>.Zero, Vector256<double>.Zero);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Line256 Load(double* at) => new(Vector256.Load(at), Vector256.Load(at + 4));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Line256 line, double* at)
    {
        line.low.Store(at);
        line.high.Store(at + 4);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Line256 All(double value) => new(Vector256.Create(value), Vector256.Create(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Line256 Add(Line256 a, Line256 b) => new(a.low + b.low, a.high + b.high);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Line256 Multiply(Line256 a, Line256 b) => new(a.low * b.low, a.high * b.high);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Line256 Divide(Line256 a, Line256 b) => new(a.low / b.low, a.high / b.high);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Line256 Keep(Line256 line, int lanes)
    {
        var (asked, one, other) = (Vector256.Create((long)lanes), Vector256.Create(1L, 2, 4, 8), Vector256.Create(16L, 32, 64, 128));
        return new(line.low & Vector256.Equals(asked & one, one).AsDouble(), line.high & Vector256.Equals(asked & other, other).AsDouble());
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Positive(Line256 line) =>
        (int)(Vector256.GreaterThan(line.low, Vector256<double>.Zero).ExtractMostSignificantBits()
            | (Vector256.GreaterThan(line.high, Vector256<double>.Zero).ExtractMostSignificantBits() << 4));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Sum(Line256 line)
    {
        var four = line.low + line.high;
        var two = four.GetLower() + four.GetUpper();
        return two[0] + two[1];
    }
}
