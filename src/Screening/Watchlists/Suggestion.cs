using System.Text.Json;
using System.Text.Json.Serialization;
using Plumbline.Screening.Matching;

namespace Plumbline.Screening.Watchlists;

/// <summary>Why somebody could be meant: kept beside the candidate as it was said, with the version that said it.</summary>
/// <param name="Listed">The name of the entry that was most alike.</param>
/// <param name="Met">Parts that met, in the order of the name asked about.</param>
/// <param name="OnlyAsked">Parts that only the person has.</param>
/// <param name="OnlyListed">Parts that only the entry has.</param>
/// <param name="Evidence">What else was compared.</param>
public sealed record SuggestionReasons(string Listed, IReadOnlyList<ReasonPart> Met, IReadOnlyList<string> OnlyAsked, IReadOnlyList<string> OnlyListed, IReadOnlyList<ReasonEvidence> Evidence)
{
    /// <summary>Which of the person's names met; null where only one was known.</summary>
    public string? Asked { get; init; }

    /// <summary>What each part of <see cref="OnlyAsked"/> is, in their order: given, father, family, …; empty where it was not kept.</summary>
    public IReadOnlyList<string> OnlyAskedKinds { get; init; } = [];

    /// <summary>What each part of <see cref="OnlyListed"/> is.</summary>
    public IReadOnlyList<string> OnlyListedKinds { get; init; } = [];

    /// <summary>What agreed of that which tells people of one name apart.</summary>
    public IReadOnlySet<string> Agreed() => Evidence.Where(one => one is { Level: "agree", What: "birth" or "document" or "mother" }).Select(one => one.What).ToHashSet(StringComparer.Ordinal);

    /// <summary>From the comparison.</summary>
    public static SuggestionReasons Of(PreparedName listed, NameExplanation names, IEnumerable<(string What, EvidenceLevel Level, float Odds)> evidence) => new(
        listed.Text,
        [.. names.Met.Select(part => new ReasonPart(part.A, part.B, MathF.Round(part.Similarity, 2), MathF.Round(part.Weight, 2), part.Letters) { AskedKind = part.Kinds.OfA.Word(), ListedKind = part.Kinds.OfB.Word() })],
        [.. names.OnlyInA.Select(part => part.Text)], [.. names.OnlyInB.Select(part => part.Text)],
        [.. evidence.Select(one => new ReasonEvidence(one.What, KeptForm.Word(one.Level), one.Odds))])
    {
        OnlyAskedKinds = [.. names.OnlyInA.Select(part => part.Kind.Word())],
        OnlyListedKinds = [.. names.OnlyInB.Select(part => part.Kind.Word())],
    };
}

/// <summary>Two parts that met.</summary>
/// <param name="Similarity">0 to 1.</param>
/// <param name="Weight">How much the rarer tells, 0 to 1.</param>
/// <param name="Letters">Which letters stood for which.</param>
public sealed record ReasonPart(string Asked, string Listed, float Similarity, float Weight, string Letters)
{
    /// <summary>What the part is in the name asked about: given, father, family, …; null where it was not kept.</summary>
    public string? AskedKind { get; init; }

    /// <summary>What it is in the listed name.</summary>
    public string? ListedKind { get; init; }
}

/// <summary>Other evidence.</summary>
/// <param name="What">birth, nationality, sex, document, mother or place.</param>
/// <param name="Level">agree, partly, silent or contradict.</param>
/// <param name="Odds">Log-odds that it added.</param>
public sealed record ReasonEvidence(string What, string Level, float Odds);

/// <summary>An entry that could be the person.</summary>
/// <param name="Entry">Number of the entry.</param>
public sealed record Suggestion(int Entry, float Score, ScreenVerdict Verdict, SuggestionReasons Reasons);

/// <summary>The form in which reasons and people asked about lie in the register.</summary>
public static class KeptForm
{
    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    /// <summary>Writes a value.</summary>
    public static string Write<T>(T value) => JsonSerializer.Serialize(value, Json);

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="JsonException">It is damaged.</exception>
    public static T Read<T>(string text) => JsonSerializer.Deserialize<T>(text, Json) ?? throw new JsonException("Nothing is kept there.");

    /// <summary>The word for a verdict.</summary>
    public static string Word(ScreenVerdict verdict) => verdict == ScreenVerdict.TooCommon ? "too_common" : verdict.ToString().ToLowerInvariant();

    /// <summary>The word for a level of evidence.</summary>
    public static string Word(EvidenceLevel level) => level.ToString().ToLowerInvariant();
}
