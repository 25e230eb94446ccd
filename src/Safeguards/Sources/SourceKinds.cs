namespace Plumbline.Safeguards.Sources;

/// <summary>What a source can be.</summary>
public static class SourceKinds
{
    /// <summary>Codes in the order shown.</summary>
    public static IReadOnlyList<string> All { get; } = ["human", "witness", "detained-person", "open", "institution", "partner"];
}
