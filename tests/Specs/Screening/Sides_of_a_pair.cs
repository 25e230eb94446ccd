using Plumbline.Core;
using Plumbline.Screening.Matching;

namespace Plumbline.Specs.Screening;

/// <summary>Whoever asks is not whoever stands on the list: what each leaves of the other is told apart.</summary>
public sealed class Sides_of_a_pair
{
    private static readonly CandidateIndex Index = new([.. Enumerable.Range(0, 40).Select(n => new IndexedName(n, Prepared(n % 10 == 0 ? "Karim Fadel" : "Karim Haddad")))], default);

    [Fact]
    public void What_the_entry_lacks_stands_on_one_side_and_what_was_not_asked_on_the_other()
    {
        var (more, less) = (Sides("Karim Nasser Fadel", "Karim Fadel"), Sides("Karim Fadel", "Karim Nasser Fadel"));
        Assert.Equal((1, 0), (more[4], more[5]));
        Assert.Equal((0, 1), (less[4], less[5]));
        Assert.True(more[2] > 0 && more[3] == 0 && less[2] == 0 && less[3] > 0);
        Assert.Equal((more[0], more[1], more[6]), (less[1], less[0], less[6]));
    }

    [Fact]
    public void What_many_of_the_list_have_tells_less_than_what_few_have() => Assert.True(Sides("Karim Haddad", "Karim Haddad")[6] < Sides("Karim Fadel", "Karim Fadel")[6]);

    private static float[] Sides(string asked, string listed)
    {
        var (one, other) = (Prepared(asked).Renderings[0], Prepared(listed).Renderings[0]);
        var into = new float[OneSided.Count];
        OneSided.Measure(new NameMatcher().Met(one, other), one, Index, (false, false), into);
        return into;
    }

    private static PreparedName Prepared(string name) => NameMatcher.Preparer.Prepare(name) is Outcome<PreparedName>.Done { Value: var prepared } ? prepared : throw new ArgumentException(name);
}
