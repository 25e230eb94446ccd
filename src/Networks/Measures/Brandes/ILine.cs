namespace Plumbline.Networks.Measures.Brandes;

/// <summary>Eight doubles side by side, one a source: what a machine's widest registers make of a cache line.</summary>
/// <remarks>Every form adds, multiplies and divides lane by lane in the same order, so all give the same bits.</remarks>
internal unsafe interface ILine<TSelf>
    where TSelf : struct, ILine<TSelf>
{
    static abstract TSelf Zero { get; }

    static abstract TSelf Load(double* at);

    static abstract void Store(TSelf line, double* at);

    static abstract TSelf All(double value);

    static abstract TSelf Add(TSelf a, TSelf b);

    static abstract TSelf Multiply(TSelf a, TSelf b);

    static abstract TSelf Divide(TSelf a, TSelf b);

    /// <summary>The lanes whose bit is set; zero in the others, whatever was there.</summary>
    static abstract TSelf Keep(TSelf line, int lanes);

    /// <summary>A bit for each lane that is greater than zero.</summary>
    static abstract int Positive(TSelf line);

    /// <summary>The sum of the lanes, always in the same order.</summary>
    static abstract double Sum(TSelf line);
}
