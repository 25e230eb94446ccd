using Plumbline.Core;
using Plumbline.Screening.Matching;
using Plumbline.Screening.Watchlists;

namespace Plumbline.Specs.Screening;

/// <summary>The same person is listed by several authorities; a namesake is too.</summary>
public sealed class Grouping_entries
{
    [Fact]
    public void One_person_of_three_lists_is_one_group()
    {
        var groups = EntryGroups.Of([Entry(1, "un", "Wisam Nizar Fuad Halim", "1987-03-02"), Entry(2, "ofac", "Fouad Halim, Wissam Nizar", "1987-03-02"), Entry(3, "uk", "وسام نزار فؤاد حليم", "1987-03-02"), Entry(4, "eu", "Kinan Farid Rasim", "1979")], default);
        Assert.Equal([1L, 2, 3], groups.Keys.Order());
        Assert.Single(groups.Values.Distinct());
    }

    [Fact]
    public void Two_brothers_are_two() =>
        Assert.Empty(EntryGroups.Of([Entry(1, "un", "Wisam Nizar Fuad Halim", "1987-03-02"), Entry(2, "uk", "Basim Nizar Fuad Halim", "1990-08-11")], default));

    [Fact]
    public void A_name_alone_makes_nobody_one() =>
        Assert.Empty(EntryGroups.Of([Entry(1, "un", "Wisam Nizar Fuad Halim", ""), Entry(2, "uk", "Wisam Nizar Fuad Halim", "1987-03-02")], default));

    [Fact]
    public void Two_entries_of_one_list_are_two_people_as_that_list_has_it() =>
        Assert.Empty(EntryGroups.Of([Entry(1, "un", "Wisam Nizar Fuad Halim", "1987-03-02"), Entry(2, "un", "Wisam Nizar Fuad Halim", "1987-03-02")], default));

    [Fact]
    public void A_chain_does_not_join_whom_their_ends_contradict()
    {
        // The one in the middle has both birth dates.
        var groups = EntryGroups.Of([Entry(1, "un", "Wisam Nizar Fuad", "1987-03-02"), Entry(2, "uk", "Wisam Nizar Fuad", "1987-03-02", "1951-09-30"), Entry(3, "eu", "Wisam Nizar Fuad", "1951-09-30")], default);
        Assert.Equal(2, groups.Count);
    }

    [Fact]
    public void What_is_said_again_is_no_change()
    {
        Assert.Null(ValueChanges.Since([new(1, "a", 10, 50), new(1, "a", 50, null)], 20));
        Assert.Equal(50, ValueChanges.Since([new(1, "a", 10, 50), new(1, "b", 50, null)], 20));
        Assert.Equal(60, ValueChanges.Since([new(1, "a", 10, 60)], 20));
        Assert.Null(ValueChanges.Since([new(1, "a", 30, 60)], 20));
        Assert.Equal(30, ValueChanges.Since([new(1, "a", 30, null)], 0));
    }

    private static GroupedEntry Entry(long key, string list, string name, params string[] births) =>
        new(key, list, [((Outcome<PreparedName>.Done)NameMatcher.Preparer.Prepare(name)).Value], new PersonAsked("", name) { Births = births }.Particulars());
}
