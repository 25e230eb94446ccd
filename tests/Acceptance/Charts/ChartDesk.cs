using Plumbline.Acceptance.Knowledge;
using Plumbline.Exchange.Charts;
using Plumbline.Intelligence;
using Plumbline.Networks.Charts;
using Plumbline.Safeguards;
using Plumbline.Screening.Identity;
using static Plumbline.Acceptance.Walk.Desk;

namespace Plumbline.Acceptance.Charts;

/// <summary>A bench at which charts are drawn.</summary>
internal sealed class ChartDesk(Bench bench) : IAsyncDisposable
{
    private readonly LoadRecords records = new(bench.Labels);

    public Bench Bench => bench;

    public ExpandOnChart Expand => new(bench.Desk.Gate, bench.Labels);

    public FindPathOnChart Paths => new(bench.Desk.Gate, bench.Labels);

    public MapChart Map => new(bench.Desk.Gate, bench.Labels);

    public MeasureChart Measure => new(bench.Desk.Gate);

    public ComparePlans Plans => new(bench.Desk.Gate, bench.Desk.Home.Ids, TimeProvider.System);

    public KeepChart Keep => new(bench.Desk.Gate, bench.Labels, bench.Desk.Home.Ids, TimeProvider.System);

    public OpenChart Open => new(bench.Desk.Gate, bench.Labels, bench.Desk.Home.Ids);

    public CompareChart Compare => new(bench.Desk.Gate, bench.Labels, bench.Desk.Home.Ids);

    public CombineCharts Combine => new(Open, Expand, Keep, bench.Desk.Home.Ids);

    public JudgeIdentity Judge => new(bench.Desk.Gate, bench.Labels, bench.Desk.Home.Ids, TimeProvider.System);

    public ReviewIdentities Review => new(bench.Desk.Gate, bench.Labels, records, TimeProvider.System);

    public ExportChart Export => new(bench.Desk.Gate, bench.Labels, bench.Desk.Home, Open, TimeProvider.System);

    public static async Task<ChartDesk> At(string engine, ThrowawayPostgres postgres) => new(await Bench.Open(engine, postgres));

    /// <summary>A tie told by an item; answers the key of its link.</summary>
    public async Task<long> Tie(Visitor visitor, long item, string type, long one, long other, string? from = null, string? to = null) =>
        Done(await bench.Mark.Link(visitor, new LinkMark(item, null, type, one, other) { ValidFrom = from, ValidTo = to, Values = type == "family" ? [new("role", "brother")] : [] }, default)).Entity;

    /// <summary>A content that places these entities on a line.</summary>
    public string Content(params long[] entities) => ChartContent.Of(entities.Select((key, at) => (key, at)).ToDictionary(one => one.key, one => (one.at * 100.0, 50.0)), [], bench.Desk.Home.Ids).ToString();

    public ValueTask DisposeAsync()
    {
        records.Dispose();
        return bench.DisposeAsync();
    }
}
