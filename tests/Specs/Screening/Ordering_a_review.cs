using Plumbline.Core;
using Plumbline.Screening.Matching;
using Plumbline.Screening.Resolution;

namespace Plumbline.Specs.Screening;

public sealed class Ordering_a_review
{
    [Fact]
    public void A_chain_of_likely_pairs_does_not_put_its_ends_into_one_cluster()
    {
        var records = Records("A", "B", "C");
        var waiting = ReviewOrder.Of(records, [(Pair(0, 1), 0.9), (Pair(1, 2), 0.8), (Pair(0, 2, EvidenceLevel.Contradict), 0.6)], [], [], default);
        Assert.Equal(3, waiting.Count);
        Assert.NotEqual(waiting.Single(one => (one.Pair.A, one.Pair.B) == (0, 1)).Cluster, waiting.Single(one => (one.Pair.A, one.Pair.B) == (0, 2)).Cluster);
    }

    [Fact]
    public void What_people_decided_waits_no_more_also_by_what_follows_from_it()
    {
        var records = Records("A", "B", "C");
        (ComparedPair, double)[] scored = [(Pair(0, 1), 0.9), (Pair(1, 2), 0.8), (Pair(0, 2), 0.7)];
        Assert.Equal([(1, 2)], ReviewOrder.Of(records, scored, [(1, 2)], [], default).Select(one => (one.Pair.A, one.Pair.B)));
        Assert.Empty(ReviewOrder.Of(records, scored, [(1, 2)], [(1, 3)], default));
        Assert.Empty(ReviewOrder.Of(records, scored, [(1, 2), (2, 3)], [], default));
    }

    [Fact]
    public void Decisions_follow_through_records_that_are_not_compared()
    {
        var decided = new Decided([(1, 50), (50, 2)], [(2, 3)]);
        Assert.True(decided.Of(1, 2));
        Assert.False(decided.Of(1, 3));
        Assert.False(decided.Of(3, 50));
        Assert.Null(decided.Of(1, 4));
    }

    [Fact]
    public void More_agreement_never_speaks_less_for_one()
    {
        var weights = EvidenceWeights.BuiltIn;
        for (var field = 0; field < weights.Fields.Count; field++)
        {
            Assert.True(weights.Odds(field, EvidenceLevel.Agree) >= weights.Odds(field, EvidenceLevel.Partly));
            Assert.True(weights.Odds(field, EvidenceLevel.Partly) >= weights.Odds(field, EvidenceLevel.Contradict));
            Assert.Equal(0, weights.Odds(field, EvidenceLevel.Silent));
        }
    }

    [Fact]
    public void The_shorter_a_name_the_less_it_says_and_what_contradicts_is_never_suggested()
    {
        float Alone(string name) => RecordPairs.Compare([Record(1, name), Record(2, name)], 0, 1, new NameMatcher()).Name;
        Assert.True(Alone("Karim") < Alone("Karim Salih") && Alone("Karim Salih") < Alone("Karim Salih Nouri") && Alone("Karim Salih Nouri") < Alone("Karim Salih Nouri Haddad"));
        Assert.True(Alone("Karim Salih Nouri Haddad") <= 0.97f);
        Assert.True(EvidenceWeights.BuiltIn.Probability(Pair(0, 1, EvidenceLevel.Contradict)) < ReviewOrder.Threshold);
        Assert.True(EvidenceWeights.BuiltIn.Probability(Pair(0, 1, EvidenceLevel.Agree)) > 0.95);
    }

    private static ComparedRecord Record(long key, string name) => new(key, true, [((Outcome<PreparedName>.Done)NameMatcher.Preparer.Prepare(name)).Value], Particulars.None);

    private static ComparedRecord[] Records(params string[] names) => [.. names.Select((name, n) => new ComparedRecord(n + 1, true, [((Outcome<PreparedName>.Done)NameMatcher.Preparer.Prepare($"{name} Testname Longer Still")).Value], Particulars.None))];

    private static ComparedPair Pair(int a, int b, EvidenceLevel birth = EvidenceLevel.Silent) => new(a, b, 0.9f, 0, 0, [birth, EvidenceLevel.Silent, EvidenceLevel.Silent, EvidenceLevel.Silent, EvidenceLevel.Silent]);
}
