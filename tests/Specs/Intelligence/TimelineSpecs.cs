using Plumbline.Core;
using Plumbline.Intelligence;

namespace Plumbline.Specs.Intelligence;

public sealed class TimelineSpecs
{
    [Fact]
    public void A_year_comes_before_its_months_and_a_month_before_its_days() =>
        Assert.Equal(["2013-12-31", "2014", "2014-01", "2014-01-01", "2014-03-05"],
            Timeline.Ordered(new[] { "2014-03-05", "2014-01-01", "2014", "2013-12-31", "2014-01" }.Select(Entry)).Select(entry => entry.DateText));

    [Fact]
    public void What_has_only_an_end_stands_at_its_end() => Assert.Equal(["2014", "/2015", "2016"],
        Timeline.Ordered([Entry("2016"), Entry("2015") with { From = null, DateText = "/2015" }, Entry("2014")]).Select(entry => entry.DateText));

    private static TimelineEntry Entry(string text)
    {
        Assert.True(PartialDate.TryParse(text, out var date));
        return new TimelineEntry(date.Earliest, date.Latest, text, TimelineKind.Value, 1);
    }
}
