using CsCheck;
using Plumbline.Core;

namespace Plumbline.Specs.Core;

/// <summary>Generated values of the vocabulary.</summary>
internal static class Samples
{
    private static readonly string[] Awkward =
        ["a", "b", "A", "ه‌م", "a\u200Db", "a;b", "x=y", "\"quoted\"", "back\\slash", "two, three", "line\nend", "\u0001", "ئازاد", "é", "e\u0301", "😀", " edge ", "-"];

    public static readonly Gen<string> Text = Gen.Frequency(
        (3, Gen.OneOfConst(Awkward)),
        (1, Gen.String[Gen.Char, 1, 12].Where(text => TextNormalisation.IsClean(text) && !string.IsNullOrWhiteSpace(text))));

    private static readonly Gen<TextSet> Texts = Text.Array[0, 3].Select(TextSet.From);

    private static readonly Gen<TextSet?> OpenTexts = Gen.OneOf(Gen.Const((TextSet?)null), Texts.Select(set => (TextSet?)set));

    public static readonly Gen<Label> Labels =
        from withConditions in Gen.Bool
        from action in Gen.Enum<HandlingAction>()
        from sanitisation in Gen.Enum<Sanitisation>()
        from flags in Gen.Bool.Array[4]
        from sets in Gen.Select(Texts, Texts, Texts)
        from open in Gen.Select(OpenTexts, OpenTexts)
        from level in Gen.Int[0, 4]
        from tlp in Gen.Enum<Tlp>().Nullable()
        from cases in Gen.Long[1, 5].Array[0, 3]
        from conditions in Gen.Int[0, 15]
        from review in Gen.DateOnly.Nullable()
        select Made(new LabelDraft
        {
            Handling = withConditions ? Handling.SharingWithConditions : Handling.SharingPermitted,
            Action = withConditions ? action : null,
            Sanitisation = withConditions ? sanitisation : null,
            H1 = flags[0],
            H2 = flags[1],
            OnwardConsent = flags[2],
            ExistenceSensitive = flags[3],
            H3 = sets.Item1,
            Caveats = sets.Item2,
            Originators = sets.Item3,
            Audience = open.Item1,
            Purposes = open.Item2,
            Classification = level,
            Tlp = tlp,
            Cases = [.. cases],
            Conditions = (SenderConditions)conditions,
            ReviewOn = review,
        });

    public static readonly Gen<Grade> Grades =
        Gen.OneOfConst([.. GradingSchemes.All.SelectMany(Grade.All)]);

    private static readonly Gen<PartialDate> Points = Gen.OneOf(
        Gen.Int[1600, 2200].Select(PartialDate.Year),
        Gen.Select(Gen.Int[1600, 2200], Gen.Int[1, 12]).Select(PartialDate.Month),
        Gen.Date[new DateTime(1600, 1, 1), new DateTime(2200, 1, 1)].Select(day => PartialDate.Day(DateOnly.FromDateTime(day))),
        Gen.Select(Gen.Int[1318, 1500], Gen.Int[0, 12]).Select((year, month) => PartialDate.OfHijri(year, month)),
        Gen.Select(Gen.Int[1318, 1500], Gen.Int[1, 12], Gen.Int[1, 29]).Select((year, month, day) => PartialDate.OfHijri(year, month, day)));

    public static readonly Gen<PartialDate> Dates = Gen.OneOf(
        Points, Gen.Const(default(PartialDate)), Points.Select(date => date.About()),
        Gen.Select(Points, Points).Select(PartialDate.Between),
        Gen.Select(Points, Points).Select((a, b) => PartialDate.Between(a, b).About()));

    public static Label Made(LabelDraft fields) => Assert.IsType<Outcome<Label>.Done>(Label.Create(fields)).Value;

    public static string Refused(LabelDraft fields) => Assert.IsType<Outcome<Label>.Refused>(Label.Create(fields)).Why.Code;
}
