namespace Plumbline.Screening.Matching;

/// <summary>What one query has counted for a rendering so far, beside what it is divided by: one line of the processor's memory for both.</summary>
internal struct Tally
{
    /// <summary>Weights of the keys that are shared.</summary>
    public float Score;

    /// <summary>The root of the rendering's length; below 0 where it is in Arabic letters.</summary>
    public float Length;
}
