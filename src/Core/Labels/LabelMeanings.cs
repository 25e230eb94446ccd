using System.Globalization;

namespace Plumbline.Core;

/// <summary>What the codes of labels mean, from <c>data/labels</c>.</summary>
public static class LabelMeanings
{
    private static readonly MeaningFile Levels = new("data/labels/classification.yaml");

    /// <summary>The handling codes P, C, A1–A3, S1, S2, H0–H3, in that order.</summary>
    public static IReadOnlyList<CodeMeaning> Handling { get; } = new MeaningFile("data/labels/handling.yaml").Section("codes");

    /// <summary>The colours of the Traffic Light Protocol, from clear to red.</summary>
    public static IReadOnlyList<CodeMeaning> Colours { get; } = new MeaningFile("data/labels/tlp.yaml").Section("codes");

    /// <summary>The names of the default classification levels, from 0. A national pack replaces them.</summary>
    public static IReadOnlyList<CodeMeaning> Classification { get; } = Levels.Section("codes");

    /// <summary>The harm that each classification level stands for.</summary>
    public static IReadOnlyList<CodeMeaning> Harm { get; } = Levels.Section("harm");

    /// <summary>What a handling code means; null if there is no such code.</summary>
    public static CodeMeaning? OfHandling(string code) => Handling.FirstOrDefault(meaning => meaning.Code == code);

    /// <summary>What a colour means.</summary>
    public static CodeMeaning Of(Tlp tlp) => Colours.First(meaning => meaning.Code == tlp.Text());

    /// <summary>The name of a classification level; null above the default scale.</summary>
    public static CodeMeaning? OfClassification(int level) =>
        Classification.FirstOrDefault(meaning => meaning.Code == level.ToString(CultureInfo.InvariantCulture));
}
