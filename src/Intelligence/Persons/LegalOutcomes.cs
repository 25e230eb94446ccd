namespace Plumbline.Intelligence;

/// <summary>What a court or another authority can decide about a person, as codes.</summary>
public static class LegalOutcomes
{
    /// <summary>Found not guilty.</summary>
    public const string Acquittal = "acquittal";

    /// <summary>Found guilty by a judgment.</summary>
    public const string Conviction = "conviction";

    /// <summary>A conviction set aside on appeal or review.</summary>
    public const string Quashed = "conviction_quashed";

    /// <summary>Every code, in the order shown.</summary>
    public static IReadOnlyList<string> All { get; } =
        ["charged", Conviction, Acquittal, "case_closed", "released", "sentence_served", Quashed, "amnesty", "protected_as_victim"];
}
