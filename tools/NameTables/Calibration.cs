using System.Globalization;

namespace Plumbline.NameTables;

/// <summary>Whether what is said to be so probable is so often true: predicted against observed in ten bins, the expected calibration error and the Brier score.</summary>
/// <remarks>Guo, Pleiss, Sun, Weinberger, "On calibration of modern neural networks", ICML 2017; Brier, "Verification of forecasts expressed in terms of probability", Monthly Weather Review 78, 1950.</remarks>
internal static class Calibration
{
    /// <summary>How many bins of equal width there are.</summary>
    public const int Bins = 10;

    /// <summary>What was said, how often it was true, of how many, in each bin.</summary>
    public static IReadOnlyList<(double Predicted, double Observed, int Count)> Table(IReadOnlyCollection<(double Probability, bool Same)> said) =>
        [.. said.GroupBy(one => Math.Min(Bins - 1, (int)(one.Probability * Bins))).OrderBy(bin => bin.Key).Select(bin => (bin.Average(one => one.Probability), bin.Average(one => one.Same ? 1.0 : 0), bin.Count()))];

    /// <summary>The distance of said from true, by bins weighed by their number.</summary>
    public static double Error(IReadOnlyCollection<(double Probability, bool Same)> said) => Table(said).Sum(bin => Math.Abs(bin.Predicted - bin.Observed) * bin.Count) / said.Count;

    /// <summary>The mean square of what was said less what was true.</summary>
    public static double Brier(IReadOnlyCollection<(double Probability, bool Same)> said) => said.Average(one => Math.Pow(one.Probability - (one.Same ? 1 : 0), 2));

    /// <summary>Prints the figures, and the table with a bin a line.</summary>
    public static void Print(string title, IReadOnlyCollection<(double Probability, bool Same)> said)
    {
        if (said.Count == 0) return;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {title}: {said.Count:N0}, expected calibration error {Error(said):F4}, Brier {Brier(said):F4}"));
        Console.WriteLine("    said, true, how many: " + string.Join("; ", Table(said).Select(bin => string.Create(CultureInfo.InvariantCulture, $"{bin.Predicted:F3} {bin.Observed:F3} {bin.Count}"))));
    }
}
