using System.Globalization;
using System.Text;
using Plumbline.Core;
using Plumbline.Exchange.People;
using Plumbline.Screening.Matching;
using Plumbline.Web;

namespace Plumbline.Specs.Web;

/// <summary>Why nobody of a row of a table could be screened is said in the officer's language, with its line.</summary>
public sealed class Rows_that_cannot_be_read
{
    private const string Table = "id,name\n1,\"Karim Nasser\n2,Haddad, Karim,Nasser\n3,Karim Haddad\n";

    [Theory, InlineData("en"), InlineData("ar"), InlineData("ckb")]
    public void Say_their_line_in_every_language(string language) => Reading(language, () =>
    {
        using var table = new PlainTable(() => new StreamReader(new MemoryStream(Encoding.UTF8.GetBytes(Table))));
        var problems = PeopleTable.Read(table).Select(row => row.Problem).ToArray();
        Assert.Equal(["row.quote", "row.cells", null], problems.Select(problem => problem?.Code));
        Assert.Contains("2", Said(problems[0]!, language), StringComparison.Ordinal);
        Assert.All(["3", "4", "2"], number => Assert.Contains(number, Said(problems[1]!, language), StringComparison.Ordinal));
    });

    /// <summary>A line of four million characters, more than a record may have.</summary>
    [Theory, InlineData("en"), InlineData("ar"), InlineData("ckb")]
    public void Say_what_is_too_long(string language) => Reading(language, () =>
    {
        using var table = new PlainTable(() => new StreamReader(new MemoryStream(Encoding.UTF8.GetBytes($"id,name\n1,{new string('k', 4 << 20)}\n2,Karim Haddad\n"))));
        var problems = PeopleTable.Read(table).Select(row => row.Problem).ToArray();
        Assert.Equal(["row.long", null], problems.Select(problem => problem?.Code));
        Assert.Contains("4,194,304", Said(problems[0]!, "en"), StringComparison.Ordinal);
        Said(problems[0]!, language);
    });

    [Theory, InlineData("en"), InlineData("ar"), InlineData("ckb")]
    public void Say_what_is_wrong_with_a_name(string language) => Reading(language, () =>
    {
        foreach (var name in new[] { "???", "Jos\uFFFD Mar\uFFFDa" }) Said(NameMatcher.Preparer.Prepare(name).Why, language);
    });

    private static string Said(Refusal why, string language)
    {
        var said = Captions.Shared.Refusal(why);
        Assert.NotNull(Captions.Find(Language.Of(language), $"refusal.{why.Code}"));
        Assert.DoesNotContain("{", said, StringComparison.Ordinal);
        return said;
    }

    private static void Reading(string language, Action read)
    {
        var (before, shown) = (CultureInfo.CurrentUICulture, CultureInfo.CurrentCulture);
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = Language.Of(language).Culture;
        try
        {
            read();
        }
        finally
        {
            (CultureInfo.CurrentUICulture, CultureInfo.CurrentCulture) = (before, shown);
        }
    }
}
