namespace Plumbline.Web.Parts;

/// <summary>A label as it is shown.</summary>
/// <param name="Level">0 to 4, as in the handling banner.</param>
/// <param name="Words">Every part of the label as a sentence.</param>
public sealed record LabelView(string Code, int Level, IReadOnlyList<string> Words);

/// <summary>What is said about an entity, as one line.</summary>
/// <param name="Value">In the script in which it was recorded.</param>
/// <param name="Transliteration">Under it, in another script; null if there is none.</param>
/// <param name="Validity">From when to when, already in words; null if nothing is said.</param>
/// <param name="Origins">How many different origins say so.</param>
/// <param name="Withdrawn">Struck, in place; the reason is in <paramref name="Note"/>.</param>
/// <param name="Conflicts">It contradicts another value of the same group.</param>
public sealed record StatementView(
    string Key, string Property, string Value, string? Transliteration, string? Validity, GradeView? Grade, LabelView? Label,
    string SourceReference, string? SourceHref, int Origins, bool Assessment = false, bool Withdrawn = false, bool Conflicts = false, string? Note = null, string? By = null, string? Romanised = null);

/// <summary>An entity as it is named in lists.</summary>
/// <param name="Icon">Inner part of an SVG of 24 by 24, from the type.</param>
/// <param name="Type">The type's caption.</param>
/// <param name="OtherScript">The name in another script, as recorded.</param>
/// <param name="Romanised">A generated Latin form where none is recorded.</param>
/// <param name="Category">Of a person in the present case: <c>suspect</c>, <c>victim</c>, …, or <c>none</c>; null for other types.</param>
public sealed record EntityView(string Href, string Icon, string Type, string Name, string? OtherScript = null, string? Category = null, string? Romanised = null)
{
    /// <summary>Children, victims and whoever is not yet categorised are shown protectively.</summary>
    public bool Protected => Category is "child" or "victim" or "witness" or "none";
}

/// <summary>What an engine suggests.</summary>
/// <param name="Confidence">In words.</param>
public sealed record SuggestionView(string Key, string Text, string Reason, string Confidence, string? WouldChange = null);

/// <summary>A sentence for "why do I see this" and the rule it comes from.</summary>
public sealed record WhyView(string Sentence, string Rule);
