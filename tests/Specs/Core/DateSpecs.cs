using CsCheck;
using Plumbline.Core;

namespace Plumbline.Specs.Core;

public sealed class A_partial_date
{
    [Theory]
    [InlineData("2014", "2014")]
    [InlineData("2014-03", "2014-03")]
    [InlineData("2014-03-05", "2014-03-05")]
    [InlineData("~1961", "~1961")]
    [InlineData("1980..1985", "1980..1985")]
    [InlineData("1435-07 AH", "1435-07 AH")]
    [InlineData("unknown", "unknown")]
    [InlineData("05/03/2014", "2014-03-05")]
    [InlineData("5.3.2014", "2014-03-05")]
    [InlineData("2014/3/5", "2014-03-05")]
    [InlineData("2014-03-05T00:00:00Z", "2014-03-05")]
    [InlineData("15 Mar 1970", "1970-03-15")]
    [InlineData("15-MAR-1970", "1970-03-15")]
    [InlineData("March 15, 1970", "1970-03-15")]
    [InlineData("March 1970", "1970-03")]
    [InlineData("03/1970", "1970-03")]
    [InlineData("circa 1960", "~1960")]
    [InlineData("Approximately 1960", "~1960")]
    [InlineData("c. 1960", "~1960")]
    [InlineData("1960 approx.", "~1960")]
    [InlineData("نزیکەی ١٩٦٠", "~1960")]
    [InlineData("لە نێوان ١٩٥٧ و ١٩٦٠", "1957..1960")]
    [InlineData("حوالي ١٩٦٠", "~1960")]
    [InlineData("00/00/1980", "1980")]
    [InlineData("00/05/1980", "1980-05")]
    [InlineData("00/00/0000", "unknown")]
    [InlineData("1957 to 1960", "1957..1960")]
    [InlineData("1957-1960", "1957..1960")]
    [InlineData("1957 – 1960", "1957..1960")]
    [InlineData("between 1957 and 1960", "1957..1960")]
    [InlineData("1960..1957", "1957..1960")]
    [InlineData("circa 1979-1982", "~1979..1982")]
    [InlineData("15 Mar 1970 to 20 Mar 1970", "1970-03-15..1970-03-20")]
    [InlineData("بين 1957 و 1960", "1957..1960")]
    [InlineData("من ١٩٥٧ إلى ١٩٦٠", "1957..1960")]
    [InlineData("لە ١٩٥٧ بۆ ١٩٦٠", "1957..1960")]
    [InlineData("٠٥/٠٣/٢٠١٤", "2014-03-05")]
    [InlineData("۲۰۱۴/۰۳/۰۵", "2014-03-05")]
    [InlineData("5 كانون الثاني 2014", "2014-01-05")]
    [InlineData("٥ تشرين الأول ٢٠١٤", "2014-10-05")]
    [InlineData("12 آب 2014", "2014-08-12")]
    [InlineData("12 يوليو 2014", "2014-07-12")]
    [InlineData("٥ی کانوونی دووەمی ٢٠١٤", "2014-01-05")]
    [InlineData("5 کانوونی یەکەم 2014", "2014-12-05")]
    [InlineData("5 حوزەیران 2014", "2014-06-05")]
    [InlineData("1435/7/12 هـ", "1435-07-12 AH")]
    [InlineData("١٢ رجب ١٤٣٥ هـ", "1435-07-12 AH")]
    [InlineData("12 رجب 1435", "1435-07-12 AH")]
    [InlineData("رمضان 1435", "1435-09 AH")]
    [InlineData("1435 AH", "1435 AH")]
    [InlineData("1435 کۆچی", "1435 AH")]
    [InlineData("1435 to 1436 AH", "1435 AH..1436 AH")]
    [InlineData("2014 م", "2014")]
    public void Is_read_as_people_write_it(string written, string canonical)
    {
        Assert.True(PartialDate.TryParse(written, out var date), written);
        Assert.Equal(canonical, date.ToString());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("sometime")]
    [InlineData("70")]
    [InlineData("05/03/14")]
    [InlineData("03/15/1970")]
    [InlineData("31/02/1970")]
    [InlineData("1435")]
    [InlineData("1317 AH")]
    [InlineData("1501 AH")]
    [InlineData("12 March 1435 AH")]
    [InlineData("1980..")]
    [InlineData("1390 هجري شمسي")]
    [InlineData("15 Mar Apr 1970")]
    [InlineData("5 c 1970")]
    public void Is_refused_where_it_would_have_to_be_guessed(string? written) => Assert.False(PartialDate.TryParse(written, out _));
}

public sealed class Every_partial_date
{
    [Fact]
    public void Reads_back_from_its_text() => Samples.Dates.Sample(date =>
    {
        Assert.True(PartialDate.TryParse(date.ToString(), out var again), date.ToString());
        Assert.Equal(date, again);
    });

    [Fact]
    public void Begins_no_later_than_it_ends() => Samples.Dates.Sample(date => Assert.True(date.Earliest <= date.Latest));

    [Fact]
    public void Covers_both_dates_it_lies_between() => Gen.Select(Samples.Dates, Samples.Dates).Sample((a, b) =>
    {
        var between = PartialDate.Between(a, b);
        Assert.Equal(Math.Min(a.Earliest, b.Earliest), between.Earliest);
        Assert.Equal(Math.Max(a.Latest, b.Latest), between.Latest);
        Assert.Equal(between, PartialDate.Between(b, a));
    });

    [Fact]
    public void Shows_the_same_days_in_the_other_calendar() => Samples.Dates.Sample(date =>
    {
        Assert.True(PartialDate.TryParse(date.ShowGregorian(), out var gregorian));
        Assert.Equal((date.Earliest, date.Latest), (gregorian.Earliest, gregorian.Latest));
        if (date.ShowHijri() is not { Length: > 0 } text) return;
        Assert.True(PartialDate.TryParse(text, out var hijri), text);
        Assert.True(hijri.Earliest <= date.Earliest && hijri.Latest >= date.Latest, text);
        if (date.IsDay) Assert.Equal(date.Earliest, hijri.Earliest);
    });

    [Fact]
    public void Read_from_any_scrawl_reads_back_from_its_text() => Gen.String[Gen.OneOfConst("0123456789012 1435/-.~،٠٩ aچهahto".ToCharArray()), 0, 22].Sample(text =>
    {
        if (PartialDate.TryParse(text, out var date)) Assert.True(PartialDate.TryParse(date.ToString(), out var again) && again == date, text);
    });
}

public sealed class A_date_in_two_calendars
{
    [Fact]
    public void Is_shown_in_both()
    {
        Assert.Equal("1435-09-01 AH", PartialDate.Day(new DateOnly(2014, 6, 28)).ShowHijri());
        Assert.True(PartialDate.TryParse("1435-09-01 AH", out var date));
        Assert.Equal("2014-06-28", date.ShowGregorian());
        Assert.Equal("2014-06-28..2014-07-27", PartialDate.OfHijri(1435, 9).ShowGregorian());
        Assert.Equal("1435-02 AH..1436-03 AH", PartialDate.Year(2014).ShowHijri());
        Assert.Equal("", PartialDate.Year(1850).ShowHijri());
    }

    [Fact]
    public void Is_unknown_by_default_and_then_any_day()
    {
        Assert.True(default(PartialDate).IsUnknown);
        Assert.Equal((0, DateOnly.MaxValue.DayNumber), (default(PartialDate).Earliest, default(PartialDate).Latest));
        Assert.Equal("", default(PartialDate).ShowHijri());
    }

    [Theory]
    [InlineData("1970-01-01", true)]
    [InlineData("1970-07-01", true)]
    [InlineData("1390-07-01 AH", true)]
    [InlineData("1970-01", false)]
    [InlineData("1970-01-02", false)]
    [InlineData("~1970-01-01", false)]
    [InlineData("unknown", false)]
    public void Is_a_weak_birth_date_on_the_clerks_days(string text, bool weak)
    {
        Assert.True(PartialDate.TryParse(text, out var date));
        Assert.Equal(weak, date.IsWeakBirthDate);
    }

    [Fact]
    public void Cannot_be_made_outside_its_calendar()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => PartialDate.Year(1435));
        Assert.Throws<ArgumentOutOfRangeException>(() => PartialDate.Month(2014, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => PartialDate.OfHijri(1501));
        Assert.Throws<ArgumentOutOfRangeException>(() => PartialDate.OfHijri(1435, 1, 31));
    }
}
