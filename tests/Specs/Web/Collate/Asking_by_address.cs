using Plumbline.Intelligence;
using Plumbline.Web.Collate;

namespace Plumbline.Specs.Web.Collate;

/// <summary>A search stands whole in its address, so that back and a copied address ask the same again.</summary>
public sealed class Asking_by_address
{
    [Fact]
    public void Returns_the_same()
    {
        var asked = new FindAsked { Text = "\"أبو نورس\" & +999", Kind = "entities", Type = "person", From = "2026-01-02", Scheme = "3x5x2", Source = "2", Handling = "C", Most = 200 };
        Assert.Equal(asked, FindAsked.Read(asked.Href[asked.Href.IndexOf('?', StringComparison.Ordinal)..]));
    }

    [Fact]
    public void Becomes_the_question_of_the_use_case()
    {
        var question = FindAsked.Read("?q=x&kind=items&from=2026-01-02&scheme=3x5x2&source=2").Question;
        Assert.Equal(FindKind.Items, question.Kind);
        Assert.Equal(new DateOnly(2026, 1, 2), question.From);
        Assert.All(question.Grades, grade => Assert.Equal('2', grade.Source));
        Assert.NotEmpty(question.Grades);
    }

    [Fact]
    public void A_month_counts_from_its_first_day_and_to_its_last()
    {
        var question = FindAsked.Read("?q=x&from=2026-02&to=2026-02").Question;
        Assert.Equal((new DateOnly(2026, 2, 1), new DateOnly(2026, 2, 28)), (question.From, question.To));
    }

    [Fact]
    public void What_cannot_be_read_filters_nothing()
    {
        var question = FindAsked.Read("?q=x&from=yesterday&most=-4&scheme=9x9&source=Z").Question;
        Assert.Null(question.From);
        Assert.Empty(question.Grades);
        Assert.Equal(20, question.Most);
    }
}
