using Plumbline.Core;
using Plumbline.Screening.Matching;
using Plumbline.Screening.Watchlists;

namespace Plumbline.Specs.Screening;

public sealed class Places_of_birth_as_evidence
{
    private const string Name = "Wissam Nizar Fouad";

    [Theory]
    [InlineData("Nahrat", "Nahrat, Nahrat Governorate, Iraq", EvidenceLevel.Agree)]
    [InlineData("Basra", "البصرة", EvidenceLevel.Agree)]
    [InlineData("محافظة البصرة", "Basra Governorate", EvidenceLevel.Agree)]
    [InlineData("Zubair, Basra", "Qurna, Basra", EvidenceLevel.Partly)]
    [InlineData("Nahrat, Iraq", "العراق", EvidenceLevel.Partly)]
    [InlineData("Iraq", "Syria", EvidenceLevel.Contradict)]
    [InlineData("Basra, Iraq", "Nahrat", EvidenceLevel.Contradict)]
    [InlineData("Nahrat", "Iraq", EvidenceLevel.Silent)]
    [InlineData("", "Iraq", EvidenceLevel.Silent)]
    public void Agree_by_the_nearest_place_and_in_part_by_a_wider_one(string one, string other, EvidenceLevel level)
    {
        Assert.Equal(level, PlaceEvidence.Of([KnownPlace.Read(one)], [KnownPlace.Read(other)], new NameMatcher()));
        Assert.Equal(level, PlaceEvidence.Of([KnownPlace.Read(other)], [KnownPlace.Read(one)], new NameMatcher()));
    }

    [Fact]
    public void Of_two_with_one_name_the_one_born_there_comes_first_whichever_stands_first()
    {
        var list = List(("a", "Mosul"), ("b", "Basra"), ("c", ""));
        Assert.Equal(["b", "c", "a"], Order(list, "البصرة"));
        Assert.Equal(["a", "c", "b"], Order(list, "Mosul"));
        Assert.Equal(["a", "b", "c"], Order(list, ""));
    }

    [Fact]
    public void A_place_lifts_no_short_name()
    {
        var found = Suggested(List(("a", "Mosul")), "Mosul");
        Assert.Equal(ScreenVerdict.Incomplete, Assert.Single(found).Verdict);
        Assert.Contains(found[0].Reasons.Evidence, one => one is { What: "place", Level: "agree", Odds: > 0 });
    }

    private static ListedNames List(params (string Key, string Place)[] entries)
    {
        var list = new ListedNames();
        foreach (var (key, place) in entries)
        {
            list.Add(list.Entry(key), "name", Name, null);
            if (place.Length > 0) list.Add(list.Entry(key), "birth_place", place, null);
        }
        return list.Close(default);
    }

    private static string[] Order(ListedNames list, string place) => [.. Suggested(list, place).Select(one => list.Entries[one.Entry].Key)];

    private static IReadOnlyList<Suggestion> Suggested(ListedNames list, string place)
    {
        var person = new PersonAsked("1", Name) { Places = place.Length > 0 ? [place] : [] };
        return new SuggestEntries(list, 0.1f).For(((Outcome<PreparedName>.Done)NameMatcher.Preparer.Prepare(Name)).Value, person.Particulars());
    }
}
