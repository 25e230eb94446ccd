namespace Plumbline.Core;

/// <summary>A way of grading information. The scheme a grade was received in is authoritative and never changes.</summary>
public enum GradingScheme
{
    /// <summary>United Kingdom, current: source 1–3, intelligence A–E. Text form <c>3x5x2</c>.</summary>
    ThreeByFiveByTwo = 1,

    /// <summary>Europol and UNODC: source A, B, C, X; information 1–4. Text form <c>4x4</c>.</summary>
    FourByFour = 2,

    /// <summary>United Kingdom, until 2016: source A–E, intelligence 1–5. Text form <c>5x5x5</c>.</summary>
    FiveByFiveByFive = 3,

    /// <summary>NATO, Admiralty: reliability A–F, credibility 1–6. Text form <c>6x6</c>.</summary>
    SixBySix = 4,
}

/// <summary>The text form of the grading schemes.</summary>
public static class GradingSchemes
{
    /// <summary>Every scheme, in the order of its number.</summary>
    public static IReadOnlyList<GradingScheme> All { get; } =
        [GradingScheme.ThreeByFiveByTwo, GradingScheme.FourByFour, GradingScheme.FiveByFiveByFive, GradingScheme.SixBySix];

    /// <summary>The scheme as people and files write it, such as <c>3x5x2</c>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not one of the four schemes.</exception>
    public static string Text(this GradingScheme scheme) => scheme switch
    {
        GradingScheme.ThreeByFiveByTwo => "3x5x2",
        GradingScheme.FourByFour => "4x4",
        GradingScheme.FiveByFiveByFive => "5x5x5",
        GradingScheme.SixBySix => "6x6",
        _ => throw new ArgumentOutOfRangeException(nameof(scheme), scheme, "No such grading scheme."),
    };

    /// <summary>Reads <c>3x5x2</c>, <c>4x4</c>, <c>5x5x5</c> or <c>6x6</c>; × and capitals are taken too.</summary>
    public static bool TryParse(string? text, out GradingScheme scheme)
    {
        var plain = text?.Trim().Replace('×', 'x').ToLowerInvariant();
        foreach (var candidate in All)
        {
            if (candidate.Text() != plain) continue;
            scheme = candidate;
            return true;
        }

        scheme = default;
        return false;
    }
}
