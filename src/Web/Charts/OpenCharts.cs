namespace Plumbline.Web.Charts;

/// <summary>What the others at a chart are told.</summary>
/// <param name="Kept">A version that somebody kept; null where only who is there has changed.</param>
public sealed record ChartNews(KeptNews? Kept);

/// <summary>That a version was kept.</summary>
/// <param name="By">Name of the officer.</param>
public sealed record KeptNews(string By, long Version, DateTimeOffset At);

/// <summary>Who has which chart open in this process; kept in memory and nowhere else. It opens nothing for anybody: a page sits down only once the gate has let its officer read the chart, and what it
/// takes over it asks of the gate again. What is kept by a call or a command, or through another process, is not told here: whoever keeps a version after it is told then.</summary>
public sealed class OpenCharts
{
    private readonly Lock gate = new();
    private readonly Dictionary<long, List<ChartSeat>> seats = [];

    /// <summary>Sits down at a chart; the others are told.</summary>
    /// <param name="officer">Key of the officer.</param>
    /// <param name="hear">Called on any thread; must not throw.</param>
    public ChartSeat Join(long chart, long officer, string name, Action<ChartNews> hear)
    {
        var seat = new ChartSeat(this, chart, officer, name, hear);
        lock (gate)
        {
            if (!seats.TryGetValue(chart, out var here)) seats[chart] = here = [];
            here.Add(seat);
        }
        Tell(seat, new(null));
        return seat;
    }

    internal IReadOnlyList<string> Others(ChartSeat seat)
    {
        lock (gate) return [.. Here(seat).Where(other => other.Officer != seat.Officer).DistinctBy(other => other.Officer).Select(other => other.Name).Order(StringComparer.Ordinal)];
    }

    internal void Leave(ChartSeat seat)
    {
        lock (gate)
        {
            var here = Here(seat);
            if (!here.Remove(seat)) return;
            if (here.Count == 0) seats.Remove(seat.Chart);
        }
        Tell(seat, new(null));
    }

    internal void Tell(ChartSeat by, ChartNews news)
    {
        List<ChartSeat> others;
        lock (gate) others = [.. Here(by).Where(other => other != by)];
        // Outside of the lock: who hears may sit down or leave.
        foreach (var other in others) other.Hear(news);
    }

    private List<ChartSeat> Here(ChartSeat seat) => seats.GetValueOrDefault(seat.Chart) ?? [];
}

/// <summary>One page that has a chart open; leaving is disposing.</summary>
public sealed class ChartSeat : IDisposable
{
    private readonly OpenCharts charts;
    private readonly Action<ChartNews> hear;
    private volatile bool left;

    internal ChartSeat(OpenCharts charts, long chart, long officer, string name, Action<ChartNews> hear) => (this.charts, Chart, Officer, Name, this.hear) = (charts, chart, officer, name, hear);

    internal long Chart { get; }

    internal long Officer { get; }

    internal string Name { get; }

    /// <summary>The other officers at the chart, each once, in the order of their names; one's own other tabs are nobody else.</summary>
    public IReadOnlyList<string> Others => charts.Others(this);

    /// <summary>Tells the others, one's own other tabs too, that a version was kept.</summary>
    public void Kept(long version, DateTimeOffset at) => charts.Tell(this, new(new KeptNews(Name, version, at)));

    internal void Hear(ChartNews news)
    {
        if (!left) hear(news);
    }

    public void Dispose()
    {
        left = true;
        charts.Leave(this);
    }
}
