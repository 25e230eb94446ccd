using System.Globalization;
using Plumbline.Core;
using Plumbline.Web.Shell;

namespace Plumbline.Web.Parts;

/// <summary>Core's words as the parts show them, in the reader's language.</summary>
public static class CoreViews
{
    /// <summary>A grade for its badge.</summary>
    /// <param name="label">Gives the third cell, P or C; null where the label is shown beside.</param>
    /// <param name="proposed">Another officer has yet to confirm it.</param>
    public static GradeView View(this Grade grade, Label? label = null, bool proposed = false)
    {
        var (source, information) = GradeMeanings.Of(grade);
        var language = Language.Current.Code;
        return new GradeView(
            grade.Scheme.Text(), grade.Source, grade.Information, label?.ShortCode[..1],
            $"{source.In(language)}{(Language.Current.RightToLeft ? "؛" : ";")} {information.In(language)}", proposed);
    }

    /// <summary>A label for its chip: the short code, and every part of it as a sentence.</summary>
    public static LabelView View(this Label label) => new(label.ShortCode, Math.Clamp(label.Classification, 0, 4), [.. Words(label, Captions.Shared)]);

    /// <summary>The highest label on a page for the banner: classification by name, then the handling codes.</summary>
    public static HandlingView Handling(this Label label) => new(
        $"{LabelMeanings.OfClassification(label.Classification)?.In(Language.Current.Code) ?? label.Classification.ToString(CultureInfo.InvariantCulture)} · {Captions.Isolated(label.ShortCode)}",
        Math.Clamp(label.Classification, 0, 4));

    private static IEnumerable<string> Words(Label label, Captions t)
    {
        var language = Language.Current.Code;
        if (LabelMeanings.OfClassification(label.Classification) is { } level) yield return level.In(language);
        foreach (var code in label.ShortCode.Split('·'))
            if (LabelMeanings.OfHandling(code) is { } meaning) yield return $"{Captions.Isolated(code)}: {meaning.In(language)}";
        if (label.Tlp is { } tlp) yield return LabelMeanings.Of(tlp).In(language);
        if (label.Originators.Count > 0) yield return t.Say("labels.originators", ("who", Join(label.Originators)));
        if (label.H3.Count > 0) yield return t.Say("labels.h3", ("what", Join(label.H3)));
        if (label.Audience is { } audience) yield return t.Say("labels.audience", ("who", Join(audience)));
        if (label.Purposes is { } purposes) yield return t.Say("labels.purposes", ("what", Join(purposes)));
        if (label.Cases.Count > 0) yield return t.Count("labels.cases", label.Cases.Count);
        foreach (var condition in label.Conditions.Texts()) yield return t[$"labels.{condition}"];
        if (label.OnwardConsent) yield return t["labels.onward-consent"];
        if (label.ReviewOn is { } day) yield return t.Say("labels.review", ("day", TimeWords.Day(day)));
        foreach (var caveat in label.Caveats) yield return Captions.Isolated(caveat);
        if (label.ExistenceSensitive) yield return t["labels.existence"];
    }

    private static string Join(IEnumerable<string> texts) => string.Join(Language.Current.RightToLeft ? "، " : ", ", texts);
}
