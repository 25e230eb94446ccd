using Plumbline.Web.Charts;

namespace Plumbline.Specs.Web.Charts;

public sealed class Sitting_at_one_chart
{
    private readonly OpenCharts charts = new();
    private readonly List<string> heard = [];

    [Fact]
    public void Shows_the_other_officers_once_each_and_nobody_of_another_chart()
    {
        var rima = Sit(7, 1, "Rima");
        using var again = Sit(7, 2, "Iyad");
        using var tab = Sit(7, 2, "Iyad");
        using var own = Sit(7, 1, "Rima");
        using var elsewhere = Sit(8, 3, "Zhyan");
        Assert.Equal(["Iyad"], rima.Others);
        Assert.Equal(["Rima"], tab.Others);
        Assert.Empty(elsewhere.Others);
        rima.Dispose();
        Assert.Equal(["Rima"], tab.Others);
        own.Dispose();
        Assert.Empty(tab.Others);
    }

    [Fact]
    public void Tells_every_other_page_what_was_kept_and_not_who_kept_it()
    {
        using var rima = Sit(7, 1, "Rima");
        using var iyad = Sit(7, 2, "Iyad");
        using var elsewhere = Sit(8, 3, "Zhyan");
        heard.Clear();
        rima.Kept(4, DateTimeOffset.UnixEpoch);
        Assert.Equal(["Iyad: Rima kept 4"], heard);
    }

    [Fact]
    public void Tells_those_who_are_there_when_somebody_comes_and_goes_and_nothing_to_who_left()
    {
        using var rima = Sit(7, 1, "Rima");
        var iyad = Sit(7, 2, "Iyad");
        Assert.Equal(["Rima: somebody"], heard);
        iyad.Dispose();
        iyad.Dispose();
        Assert.Equal(["Rima: somebody", "Rima: somebody"], heard);
        rima.Kept(2, DateTimeOffset.UnixEpoch);
        Assert.Equal(2, heard.Count);
    }

    private ChartSeat Sit(long chart, long officer, string name) =>
        charts.Join(chart, officer, name, news => heard.Add(news.Kept is { } kept ? $"{name}: {kept.By} kept {kept.Version}" : $"{name}: somebody"));
}
