using CsCheck;
using Plumbline.Core;
using Plumbline.Screening.Matching;

namespace Plumbline.Specs.Screening;

public sealed class Comparing_names
{
    private readonly NameMatcher matcher = new();

    [Theory]
    [InlineData("محمد عبدالرحمن الجبوري", "Mohammed Abdul Rahman al-Juburi")]
    [InlineData("عبد الله كريم", "Abdallah Kareem")]
    [InlineData("نورالدين صالح", "Nour al-Din Saleh")]
    [InlineData("هێمن ڕزگار", "Hemin Rizgar")]
    [InlineData("ڕۆژین بارزان", "Rojîn Barzan")]
    [InlineData("Çoman Hejar", "چۆمان هەژار")]
    [InlineData("Сергей Иванович Петров", "Sergei Ivanovich Petrov")]
    [InlineData("Юрій Щербина", "Yuri Shcherbyna")]
    [InlineData("AL-HADDAD, Omar Yusuf", "Umar Yousef Haddad")]
    [InlineData("أبو بكر الحداد", "Abu Bakr al-Haddad")]
    [InlineData("Karim Haddadin", "Haddadin Karim")]                 // swapped, and nothing says so
    [InlineData("Karim ناصر فاضل", "Karim Nasser Fadel")]            // two scripts in one name
    [InlineData("Bill Hartmoor", "William Hartmoor")]
    [InlineData("K4rim Nasser F4del", "Karim Nasser Fadel")]         // digits for letters
    [InlineData("Denis Hartmoor", "Denis Hartmoor, Baron Hartmoor of Golvan")]
    [InlineData("Denis Hartmoor", "Sir Denis Hartmoor, 3rd Baronet")]
    [InlineData("Karim H. Nasser", "کریم اچ. ناصر")]                  // a letter called by its name
    [InlineData("Надя Уайткип", "Nadia Whitekeep")]                  // by ear
    [InlineData("نصر الله فاضل", "Nasrallah Fadel")]
    [InlineData("Habib Ullah Nasser", "حبیب الله ناصر")]
    [InlineData("Ubayd Allah Haddad", "Obaidullah al-Haddad")]
    public void Finds_one_name_in_two_scripts_or_spellings(string a, string b) => Assert.True(Score(a, b) > 0.7f, $"{Score(a, b):F3}");

    [Theory]
    [InlineData("Karim Nasser Fadel", "Sami Nasser Fadel")]           // brothers: same father, same family
    [InlineData("محمد كريم حسن", "أحمد كريم حسن")]
    [InlineData("Hemin Rizgar", "ڕۆژین بارزان")]
    [InlineData("11420 CORP.", "BELLETECH CORP")]
    [InlineData("Nahr Trading LLC", "Jabal Trading LLC")]
    [InlineData("Management Company 12", "Management Company 23")]
    [InlineData("Ali", "Alina Kowalska")]
    [InlineData("Ahmad bin Hasan al-Nahri", "Hasan bin Ahmad al-Nahri")]   // father and son
    [InlineData("Abdulmajid Nahri", "Abd al-Khaliq al-Nahri")]             // only Abd- in common
    [InlineData("Abdulmalik Nahri", "Abd al-Khaliq al-Nahri")]             // and half of the letters behind it
    [InlineData("Nasr Allah Haddad", "Habib Allah Haddad")]                // only -allah in common
    [InlineData("Don", "John Hartmoor")]
    [InlineData("Дон Хартмур", "John Hartmoor")]                           // a short form of another name, in another script
    public void Keeps_two_names_apart(string a, string b) => Assert.True(Score(a, b) < 0.5f, $"{Score(a, b):F3}");

    [Theory]
    [InlineData("نصر الله فاضل", 2)]
    [InlineData("Karim Nasr Allah", 2)]
    [InlineData("Abd Allah Karim", 2)]
    [InlineData("Karim Allah Dad", 3)]      // Allahdad is a name of its own
    [InlineData("Karim Alla Haddad", 3)]    // a woman's name
    [InlineData("ULLAH, Karim", 2)]         // a family name, said to be one
    public void Joins_Gods_name_to_the_name_before_it(string name, int parts) => Assert.Equal(parts, Prepared(name).Renderings[0].Length);

    [Theory]
    [InlineData("Wisam Nizar (وسام نزار)", "وسام نزار")]      // itself in the other script, in brackets
    [InlineData("ﻭﺳﺎﻡ ﻧﺰﺍﺭ", "وسام نزار")]                     // presentation forms
    [InlineData("وســـام نــزار", "وسام نزار")]                // tatweel
    [InlineData("وسام\u200F \u200Eنزار\u202C", "وسام نزار")]   // direction marks
    [InlineData("Wis\u200Bam Nizar", "Wisam Nizar")]           // zero width
    [InlineData("وِسَام نِزَار", "وسام نزار")]                 // vowel signs
    public void Sees_through_how_it_was_typed(string a, string b) => Assert.True(Score(a, b) > 0.9f, $"{Score(a, b):F3}");

    [Theory]
    [InlineData("Ù…Ø­Ù…Ø¯ Ø¹Ù„ÙŠ", "name.unreadable")]
    [InlineData("ظ…ط\u00ADظ…ط¯ ط¹ظ„ظٹ", "name.unreadable")]      // read as the Arabic page
    [InlineData("РџРµС‚СЂРѕРІ", "name.unreadable")]                // read as the Cyrillic page
    [InlineData("Jos\uFFFD Mar\uFFFDa", "name.unreadable")]
    [InlineData("", "name.empty")]
    [InlineData(" ()—٪ ", "name.empty")]
    public void Refuses_with_a_reason_what_is_no_name(string text, string code) => Assert.Equal(code, NameMatcher.Preparer.Prepare(text) is Outcome<PreparedName>.Refused refused ? refused.Reason.Code : "");

    [Theory]
    [InlineData("Wisam"), InlineData("Li"), InlineData("O"), InlineData("علي")]
    public void Takes_single_and_short_names(string name) => Assert.InRange(Score(name, name), 0, 1);

    [Fact]
    public void Reads_the_beginning_of_an_endless_name() => Assert.InRange(Score(string.Join(' ', Enumerable.Repeat("Karim", 1_000)), "Karim"), 0, 1);

    [Theory]
    [InlineData("Wissam Nizar Fouad", "وسام نزار فؤاد")]
    [InlineData("Muhammad Ali", "محمد علي")]
    [InlineData("Karim", "كريم")]
    [InlineData("Boyan Tarzunov", "Боян Тарзунов")]
    [InlineData("FADEL, Karim Nasser", "Kareem Naser Fadel")]
    public void Nothing_is_more_like_a_name_than_the_name_itself(string name, string other)
    {
        Assert.True(Score(name, name) > Score(name, other), $"{Score(name, name):F5} {Score(name, other):F5}");
        Assert.True(Score(other, other) > Score(name, other), $"{Score(other, other):F5} {Score(name, other):F5}");
    }

    [Fact]
    public void No_two_names_are_more_alike_than_either_to_itself() => Names.Sample((a, b) => NameMatcher.Preparer.Prepare(a) is not Outcome<PreparedName>.Done { Value: { Lists.Length: 1 } one }
        || NameMatcher.Preparer.Prepare(b) is not Outcome<PreparedName>.Done { Value: { Lists.Length: 1 } other } || new NameMatcher().Compare(one, other) is var score && score <= new NameMatcher().Compare(one, one) && score <= new NameMatcher().Compare(other, other));

    [Fact]
    public void A_name_that_lacks_a_part_does_not_outrank_the_full_one() =>
        Assert.True(Score("Karim Nasser Fadel", "كريم ناصر فاضل") > Score("Karim Nasser Fadel", "كريم ناصر"));

    [Fact]
    public void A_rendering_in_brackets_that_lacks_a_part_does_not_speak_for_the_name() =>
        Assert.True(Score("Karim Nasser Fadel (كريم ناصر)", "كريم ناصر") < Score("Karim Nasser (كريم ناصر)", "كريم ناصر"));

    [Fact]
    public void Names_with_the_letters_of_the_wrong_page_are_still_names() => Assert.All((string[])["طه عطعوط", "غظب", "РОСС", "Сара"], name => Assert.IsType<Outcome<PreparedName>.Done>(NameMatcher.Preparer.Prepare(name)));

    [Fact]
    public void A_letter_called_by_its_name_is_an_initial_only_where_a_point_follows()
    {
        Assert.Equal([PartRole.Name, PartRole.Initial, PartRole.Name], Roles("کریم ام. ناصر"));
        Assert.Equal([PartRole.Name, PartRole.Kunya], Roles("کریم ام ناصر"));

        static PartRole[] Roles(string name) => [.. (NameMatcher.Preparer.Prepare(name) is Outcome<PreparedName>.Done { Value: var prepared } ? prepared.Renderings[0] : []).Select(part => part.Role)];
    }

    [Fact]
    public void A_missing_part_costs_less_than_another_one() => Assert.True(Score("Karim Nasser Fadel", "Karim Fadel") > Score("Karim Nasser Fadel", "Karim Yusuf Fadel"));

    [Fact]
    public void Does_not_care_who_is_asked_about_whom() => Names.Sample((a, b) => NameMatcher.Preparer.Prepare(a) is not Outcome<PreparedName>.Done { Value: var one }
        || NameMatcher.Preparer.Prepare(b) is not Outcome<PreparedName>.Done { Value: var other } || new NameMatcher().Compare(one, other) == new NameMatcher().Compare(other, one), iter: 2_000);

    [Fact]
    public void Explains_part_against_part_with_the_letters_that_stood_for_one_another()
    {
        var why = matcher.Explain(Prepared("خالد ناصر"), Prepared("Khalid Yusuf"));
        var met = Assert.Single(why.Met);
        Assert.Equal(("خالد", "Khalid"), (met.A, met.B));
        Assert.Contains("خ→kh", met.Letters, StringComparison.Ordinal);
        Assert.Equal(("ناصر", "Yusuf"), (Assert.Single(why.OnlyInA).Text, Assert.Single(why.OnlyInB).Text));
        Assert.True(why.Contradicts);
        Assert.Equal(NameMatcher.Version, why.Version);
    }

    private static readonly Gen<(string, string)> Names = Gen.Select(Name(), Name());

    private static Gen<string> Name() => Gen.OneOfConst("Karim", "Nasser", "al-Haddad", "Abdul", "Rahman", "كريم", "ناصر", "عبد", "الرحمن", "هێمن", "Сергей", "Петров", "LLC", "7", "A", "bin", "(X)").Array[1, 6].Select(words => string.Join(' ', words));

    private float Score(string a, string b) => matcher.Compare(Prepared(a), Prepared(b));

    private static PreparedName Prepared(string name) => ((Outcome<PreparedName>.Done)NameMatcher.Preparer.Prepare(name)).Value;
}
