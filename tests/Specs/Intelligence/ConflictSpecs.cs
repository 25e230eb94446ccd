using Plumbline.Core;
using Plumbline.Intelligence;

namespace Plumbline.Specs.Intelligence;

public sealed class ConflictSpecs
{
    [Theory]
    [InlineData("person.birth_date", "1991", "1988", true)]
    [InlineData("person.birth_date", "1991", "1991-05-03", false)]
    [InlineData("person.birth_date", "1990..1992", "1991-05", false)]
    [InlineData("person.birth_date", "1 محرم 1412", "1991", false)]
    [InlineData("person.sex", "female", "male", true)]
    [InlineData("person.mother_name", "Layla Hasan", "Layla Karim", true)]
    [InlineData("person.mother_name", "ليلى", "Layla", false)]
    [InlineData("person.mother_name", "ليلى", "ليلي", false)]
    [InlineData("person.phone", "+99955123456", "+99955123457", false)]
    [InlineData("person.alias", "Falcon", "Kestrel", false)]
    public void Only_values_of_which_one_can_be_true_contradict_one_another(string property, string one, string two, bool conflict) =>
        Assert.Equal(conflict, Conflicts.In(Schema.Builtin.Property(property)!, [Rows.Statement(1, one, property), Rows.Statement(2, two, property)]));

    [Fact]
    public void What_is_withdrawn_or_waits_contradicts_nothing()
    {
        var property = Schema.Builtin.Property("person.birth_date")!;
        var (one, two) = (Rows.Statement(1, "1991"), Rows.Statement(2, "1988"));
        Assert.True(Conflicts.In(property, [one, two]));
        Assert.False(Conflicts.In(property, [one, two with { WithdrawnAt = 5, WithdrawnWhy = "wrong" }]));
        Assert.False(Conflicts.In(property, [one, two with { Waiting = 1 }]));
    }
}
