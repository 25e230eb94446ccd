using Plumbline.Core;
using Plumbline.Screening.Matching;

namespace Plumbline.Specs.Screening;

public sealed class Birth_dates_as_evidence
{
    [Theory]
    [InlineData("1987-03-12", "1987-03-12", EvidenceLevel.Agree)]
    [InlineData("1987-03-12", "1987", EvidenceLevel.Partly)]
    [InlineData("1987-03-12", "1987-12-03", EvidenceLevel.Partly)]      // day and month swapped
    [InlineData("1987-01-01", "1987-01-01", EvidenceLevel.Partly)]      // 1 January tells a year and no day
    [InlineData("1987-07-01", "1987-07-01", EvidenceLevel.Partly)]
    [InlineData("1987-01-01", "1987-09-30", EvidenceLevel.Partly)]
    [InlineData("1987-03-12", "1978-03-12", EvidenceLevel.Contradict)]
    [InlineData("1987", "1990", EvidenceLevel.Contradict)]
    public void Agree_by_what_they_really_say(string one, string other, EvidenceLevel level) => Assert.Equal(level, BirthEvidence.Of([Date(one)], [Date(other)]));

    [Fact]
    public void Take_the_best_of_several() => Assert.Equal(EvidenceLevel.Agree, BirthEvidence.Of([Date("1987-03-12")], [Date("1978-03-12"), Date("1987-03-12")]));

    [Fact]
    public void Are_silent_where_one_side_does_not_say() => Assert.Equal(EvidenceLevel.Silent, BirthEvidence.Of([Date("1987")], []));

    private static PartialDate Date(string text) => PartialDate.TryParse(text, out var date) ? date : throw new ArgumentException(text);
}
