namespace Plumbline.Networks.Measures;

/// <summary>With how many threads a measure is taken, and whom it tells how far it has come. The answer is the same to the byte whatever is given.</summary>
/// <param name="Threads">1 or more.</param>
/// <param name="Progress">Told the share that is done, rising from 0 to 1, from any of the threads; null tells nobody.</param>
public sealed record Effort(int Threads, IProgress<double>? Progress = null)
{
    /// <summary>One thread, nobody told.</summary>
    public static Effort Single { get; } = new(1);
}
