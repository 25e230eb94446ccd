using Plumbline.Core;

namespace Plumbline.Exchange.Export;

/// <summary>A label as whoever holds the copy must read it. Pure.</summary>
public static class LabelWords
{
    /// <summary>One sentence a restriction, in English; never empty.</summary>
    public static IReadOnlyList<string> Of(Label label) =>
    [
        .. label.ShortCode.Split('·').Select(code => $"{code}: {LabelMeanings.OfHandling(code)?.En}"),
        .. label.H3.Select(text => $"H3: {text}"),
        .. label.Classification > 0 ? [$"Classification: {LabelMeanings.OfClassification(label.Classification)?.En ?? label.Classification.ToString(System.Globalization.CultureInfo.InvariantCulture)}"] : Array.Empty<string>(),
        .. label.Tlp is { } tlp ? [$"TLP:{tlp.Text().ToUpperInvariant()}: {LabelMeanings.Of(tlp).En}"] : Array.Empty<string>(),
        .. label.Audience is { } audience ? [$"Only for: {string.Join(", ", audience)}"] : Array.Empty<string>(),
        .. label.Purposes is { } purposes ? [$"Only for the purposes: {string.Join(", ", purposes)}"] : Array.Empty<string>(),
        .. label.Conditions.Texts().Select(condition => $"The sender's condition: {condition}"),
        .. label.OnwardConsent ? ["Not to be passed on without the originator's consent."] : Array.Empty<string>(),
        .. label.ReviewOn is { } day ? [$"To be reviewed by {day:yyyy-MM-dd}"] : Array.Empty<string>(),
        .. label.Caveats,
        .. label.Originators.Count > 0 ? [$"From: {string.Join(", ", label.Originators)}"] : Array.Empty<string>(),
    ];
}
