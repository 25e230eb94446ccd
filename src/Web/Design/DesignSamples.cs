using MudBlazor;
using Plumbline.Web.Parts;

namespace Plumbline.Web.Design;

/// <summary>Fictional data for the page of all parts; nobody and nothing here exists.</summary>
internal sealed record DesignSamples(
    string Heading, IReadOnlyList<GradeView> Grades, IReadOnlyList<LabelView> Labels, IReadOnlyList<StatementView> Statements,
    IReadOnlyList<EntityView> Entities, SuggestionView Suggestion, IReadOnlyList<WhyView> Why, string Progress, IReadOnlyList<string> Names, IReadOnlyList<string> Columns)
{
    private static readonly GradeView Good = new("3x5x2", '1', 'A', "P", "reliable; known directly to the source");
    private static readonly GradeView Fair = new("3x5x2", '2', 'D', "C", "untested; not known");
    private static readonly GradeView Poor = new("4x4", 'C', '3', null, "mostly unreliable; not known personally");
    private static readonly GradeView False = new("3x5x2", '3', 'E', "C", "not reliable; suspected to be false");
    private static readonly GradeView Proposed = new("6x6", 'B', '2', null, "usually reliable; probably true", Proposed: true);
    private static readonly LabelView Open = new("O·P", 0, ["Open inside the unit", "Sharing permitted"]);
    private static readonly LabelView Restricted = new("C·A1·S2", 1, ["Restricted", "Sharing with conditions: only with named units", "Sanitise before release", "Review on 1 March 2027"]);
    private static readonly LabelView Secret = new("S·H2", 3, ["Secret", "No dissemination without the originator's consent"]);

    public static DesignSamples English { get; } = new(
        "Parts, left to right",
        [Good, Fair, Poor, False, Proposed],
        [Open, Restricted, new("C·S1", 2, ["Confidential", "Named officers of this case only"]), Secret, new("T", 4, ["Highest"])],
        [
            new("1", "name", "كريم دانار فيلين", "Karim Danar Velin", null, Good, Open, "R-0042/3", "#", 2),
            new("2", "birth date", "about 1984", null, "said in March 2026", Fair, Restricted, "R-0042/5", "#", 1, Conflicts: true),
            new("3", "birth date", "1986-07-01", null, null, Poor, Open, "UN-L/118", "#", 1, Conflicts: true, Assessment: true),
            new("4", "telephone", "+999 555 0142", null, "2024 – 2026", Good, Secret, "R-0051/1", "#", 3),
            new("5", "address", "12 Harbour Road, Old Port, District of Velmar, with the entrance from the yard behind the bakery", null, "until 2023", False, Open, "R-0017/9", "#", 1, Withdrawn: true, Note: "another person of the same name"),
        ],
        [
            new("#", Icons.Material.Outlined.Person, "Person", "Karim Danar Velin", "كريم دانار فيلين", "suspect"),
            new("#", Icons.Material.Outlined.Person, "Person", "Lina Osta Marun", null, "child"),
            new("#", Icons.Material.Outlined.Person, "Person", "Danar Velin Karim al-Velmari al-Qadim of the Very Long Name", "دانار", "none"),
            new("#", Icons.Material.Outlined.Phone, "Telephone", "+999 555 0142"),
            new("#", Icons.Material.Outlined.DirectionsCar, "Vehicle", "21 V 40718"),
        ],
        new("1", "Karim Danar Velin may be the same person as كريم د. فيلين (R-0051)", "same telephone; names agree in three parts; birth years differ by two", "rather likely", "a document number in either report"),
        [new("You work on case 2026-014 and the item is shared with it.", "label.case"), new("Your role analyst reads items of level Restricted.", "role.analyst.read")],
        "Importing the list of the invented state", ["Karim Danar Velin", "Lina Osta Marun", "Samo Teren Dil", "Rana Belik Soro"], ["Name", "Recorded", "Source", "Statements"]);

    public static DesignSamples Arabic { get; } = English with
    {
        Heading = "الأجزاء من اليمين إلى اليسار",
        Grades = [Good with { Meaning = "موثوق؛ معروف للمصدر مباشرة" }, Fair with { Meaning = "غير مختبر؛ غير معروف" }, Poor with { Meaning = "غير موثوق غالبًا" }, False with { Meaning = "غير موثوق؛ يُشتبه في كذبه" }, Proposed with { Meaning = "موثوق عادة؛ صحيح على الأرجح" }],
        Labels = [Open with { Words = ["مفتوح داخل الوحدة", "المشاركة مسموحة"] }, Restricted with { Words = ["مقيّد", "المشاركة بشروط: مع وحدات مسماة فقط", "يُنقّح قبل الإصدار"] }, Secret with { Words = ["سري", "لا تعميم دون موافقة الجهة المنشئة"] }],
        Statements =
        [
            new("1", "الاسم", "كريم دانار فيلين", "Karim Danar Velin", null, Good, Open, "R-0042/3", "#", 2),
            new("2", "تاريخ الميلاد", "حوالي 1984", null, "ذُكر في آذار 2026", Fair, Restricted, "R-0042/5", "#", 1, Conflicts: true),
            new("3", "تاريخ الميلاد", "1986-07-01", null, null, Poor, Open, "UN-L/118", "#", 1, Conflicts: true, Assessment: true),
            new("4", "الهاتف", "+999 555 0142", null, "2024 – 2026", Good, Secret, "R-0051/1", "#", 3),
            new("5", "العنوان", "شارع الميناء 12، الميناء القديم، قضاء فيلمار، والمدخل من الفناء خلف المخبز", null, "حتى 2023", False, Open, "R-0017/9", "#", 1, Withdrawn: true, Note: "شخص آخر بالاسم نفسه"),
        ],
        Entities =
        [
            new("#", Icons.Material.Outlined.Person, "شخص", "كريم دانار فيلين", "Karim Danar Velin", "suspect"),
            new("#", Icons.Material.Outlined.Person, "شخص", "لينا أوستا مارون", null, "child"),
            new("#", Icons.Material.Outlined.Person, "شخص", "دانار فيلين كريم الفيلماري القديم صاحب الاسم الطويل جدًا", "Danar", "none"),
            new("#", Icons.Material.Outlined.Phone, "هاتف", "+999 555 0142"),
            new("#", Icons.Material.Outlined.DirectionsCar, "مركبة", "21 V 40718"),
        ],
        Suggestion = new("1", "قد يكون كريم دانار فيلين هو نفسه كريم د. فيلين (R-0051)", "الهاتف نفسه؛ الأسماء متفقة في ثلاثة أجزاء؛ سنة الميلاد تختلف بسنتين", "مرجّح إلى حد ما", "رقم وثيقة في أحد التقريرين"),
        Why = [new("تعمل على القضية \u20682026-014\u2069 والفقرة مشتركة معها.", "label.case"), new("دورك محلل يقرأ الفقرات المقيّدة.", "role.analyst.read")],
        Progress = "استيراد قائمة الدولة المتخيلة",
        Names = ["كريم دانار فيلين", "لينا أوستا مارون", "سامو تيرين ديل", "ڕێژین بەلیک سۆرۆ"],
        Columns = ["الاسم", "سُجّل", "المصدر", "الأقوال"],
    };
}

/// <summary>A row of the sample table.</summary>
internal sealed record DesignRow(int Number, string Name, DateTimeOffset At, GradeView? Grade, string Source);
