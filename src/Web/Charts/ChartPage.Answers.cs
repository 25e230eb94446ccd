using System.Globalization;
using System.Text.Json;
using Microsoft.JSInterop;
using Plumbline.Core;
using Plumbline.Exchange.Charts;
using Plumbline.Intelligence;
using Plumbline.Networks.Charts;
using Plumbline.Networks.Snapshots;
using Plumbline.Register;

namespace Plumbline.Web.Charts;

/// <summary>What the drawing asks and the page answers; a refusal goes back as a sentence.</summary>
public sealed partial class ChartPage
{
    private const long MostBytes = 8L << 20;
    private const double Least = 1e-9;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    private bool renamed;
    private ChartView? newest;
    private Label places = Label.None;

    private static CancellationToken Never => CancellationToken.None;

    /// <summary>Neighbours that are not on the chart, counted.</summary>
    [JSInvokable]
    public async Task<object> NeighbourCounts(string[] ids) => Say(await Expanding.Counts(Work.Visitor, words.Keys(ids), charted, Never), counts =>
        new DrawnAnswer { Total = counts.Total, Groups = [.. counts.Groups.Select(group => new DrawnGroup(group.TieType.Name, group.ItemType.Name, group.Count))] });

    [JSInvokable]
    public async Task<object> NeighbourCountsLarge(IJSStreamReference stream) => await NeighbourCounts((await Arguments(stream))[0].Deserialize<string[]>(Json)!);

    /// <summary>Neighbours under conditions.</summary>
    [JSInvokable]
    public async Task<object> Expand(string[] ids, JsonElement conditions)
    {
        var asked = conditions.Deserialize<AskedConditions>(Json)!;
        return Say(await Expanding.Expand(Work.Visitor, words.Keys(ids), Drawn(asked.OnChart), new ExpandConditions
        {
            Filter = new TieFilter { Types = asked.TieTypes, Kin = asked.Kin, GradeAtLeast = asked.GradeAtLeast, From = DrawnWords.Day(asked.From, last: false), To = DrawnWords.Day(asked.To, last: true) },
            ItemTypes = asked.ItemTypes,
            Most = asked.Most,
            Order = asked.Order ?? "most-connected",
        }, Never), Added);
    }

    [JSInvokable]
    public async Task<object> ExpandLarge(IJSStreamReference stream) => await Arguments(stream) is var all ? await Expand(all[0].Deserialize<string[]>(Json)!, all[1]) : "";

    /// <summary>Paths between two.</summary>
    [JSInvokable]
    public async Task<object> Path(string a, string b, JsonElement options)
    {
        var asked = options.Deserialize<AskedPath>(Json)!;
        if (asked.Kin && kinReason is null) kinReason = await Ask(new(T["charts.kin"], T["charts.kin-why"], T["charts.reason"], 10, 400));
        var ends = words.Keys([a, b]);
        if (ends.Length != 2) return new DrawnAnswer { Refusal = T["refusal.chart.two"] };
        return Say(await Paths.Run(Work.Visitor, ends[0], ends[1], Drawn(asked.OnChart), new PathConditions
        {
            Filter = new TieFilter { Types = asked.TieTypes, Kin = asked.Kin, GradeAtLeast = asked.GradeAtLeast },
            KinReason = asked.Kin ? kinReason ?? "" : "",
            Directed = asked.Directed,
            Most = asked.Most,
            DatesInOrder = asked.DatesInOrder,
            AvoidHubs = asked.AvoidHubs,
        }, Never), found => Added(found.Part) with { Paths = [.. found.Paths.Select(words.Of)], Total = found.Total });
    }

    [JSInvokable]
    public async Task<object> PathLarge(IJSStreamReference stream) => await Arguments(stream) is var all ? await Path(all[0].GetString()!, all[1].GetString()!, all[2]) : "";

    /// <summary>Neighbours that several share.</summary>
    [JSInvokable]
    public async Task<object> Common(string[] ids) => Say(await Expanding.Common(Work.Visitor, words.Keys(ids), charted, Never), shared =>
        Added(shared.Part) with { Joins = shared.Joins.ToDictionary(one => words.Id(one.Key), one => (IReadOnlyList<string>)[.. one.Value.Select(words.Id)]) });

    [JSInvokable]
    public async Task<object> CommonLarge(IJSStreamReference stream) => await Common((await Arguments(stream))[0].Deserialize<string[]>(Json)!);

    /// <summary>Ties among items that came back.</summary>
    [JSInvokable]
    public async Task<object> Ties(string[] ids) => Say(await Expanding.Among(Work.Visitor, words.Keys(ids), Never), part => Added(part) with { Items = [] });

    [JSInvokable]
    public async Task<object> TiesLarge(IJSStreamReference stream) => await Ties((await Arguments(stream))[0].Deserialize<string[]>(Json)!);

    /// <summary>Where items stand on a map.</summary>
    [JSInvokable]
    public async Task<object> Places(string[] ids)
    {
        var mapped = await Mapping.Run(Work.Visitor, key, words.Keys(ids), Never);
        if (mapped is not Outcome<ChartMap>.Done { Value: var map }) return new DrawnMap([], []) { Refusal = T.Refusal(mapped.Why) };
        // A place that is not on the chart may be held more strictly than all that is: the banner of the page says so.
        places = places.Combine(map.Label);
        StateHasChanged();
        return words.Of(map);
    }

    [JSInvokable]
    public async Task<object> PlacesLarge(IJSStreamReference stream) => await Places((await Arguments(stream))[0].Deserialize<string[]>(Json)!);

    /// <summary>Places by the engine.</summary>
    [JSInvokable]
    public async Task<object> Layout(IJSStreamReference stream)
    {
        var asked = await Read<AskedLayout>(stream);
        return await Task.Run(() => ChartLayout.Place(asked, Never)) is { } places ? new DrawnAnswer { Positions = places } : new DrawnAnswer { Refusal = T["charts.no-layout"] };
    }

    /// <summary>Keeps the chart; the first time under its own address.</summary>
    [JSInvokable]
    public async Task<object> Save(IJSStreamReference stream)
    {
        var asked = await Read<AskedSave>(stream);
        var text = asked.Content.GetRawText();
        var kept = key is { } known ? await Keeping.Next(Work.Visitor, known, asked.Version, renamed ? title : null, text, Never) : await Keeping.New(Work.Visitor, title, text, Never);
        if (kept is Outcome<KeptChart>.Refused { Reason: { Code: "chart.moved" } why }) return await Newest(why);
        if (kept is not Outcome<KeptChart>.Done { Value: var done }) return new DrawnKept { Refusal = T.Refusal(kept.Why) };
        var first = key is null;
        (key, version, renamed) = (done.Key, done.Version, false);
        if (ChartContent.Read(text, Ids) is Outcome<ChartContent>.Done { Value: var now }) charted = [.. now.Positions.Keys];
        if (first) Address();
        seat?.Kept(done.Version, done.At);
        StateHasChanged();
        return new DrawnKept { Id = Ids.Show(PublicKind.Chart, done.Key), Version = done.Version, At = done.At.ToString("O", CultureInfo.InvariantCulture) };
    }

    /// <summary>Opens the record beside the drawing; a link's record is that of its source.</summary>
    [JSInvokable]
    public async Task Inspect(string id)
    {
        var entity = words.Keys([id]).FirstOrDefault(-1);
        var seen = await Entities.Run(Work.Visitor, entity, Never);
        looked = seen is Outcome<EntityPicture>.Done { Value: var picture } ? picture : null;
        StateHasChanged();
    }

    /// <summary>Measures with their readings; without names, which there are.</summary>
    /// <param name="whole">Whether the ties of the whole case count, drawn or not.</param>
    [JSInvokable]
    public async Task<object> Measure(string[]? names, bool whole)
    {
        if (names is null) return new DrawnAnswer { Measures = [.. MeasureChart.Names.Select(name => Read(name, null, ""))] };
        var question = new MeasureQuestion(names) { Filter = new() { Kin = kinReason is not null }, KinReason = kinReason ?? "", Whole = whole };
        return Say(await Task.Run(() => Measuring.Run(Work.Visitor, key, Charted(), question, Never)), found => new DrawnAnswer { Measures = [.. found.Measures.Select(one => Read(one.Name, one.Values, Rests(found, one.Name, whole)))] });
    }

    /// <summary>Takes note of what changed.</summary>
    [JSInvokable]
    public async Task<object> Accept(string[]? ids)
    {
        if (key is not { } known) return new DrawnAnswer { Items = [], Ties = [] };
        var noted = await Keeping.Accept(Work.Visitor, known, ids is null ? null : words.Keys(ids), Never);
        if (noted is not Outcome<long>.Done) return new DrawnAnswer { Refusal = T.Refusal(noted.Why) };
        return Say(await Charts.Run(Work.Visitor, known, null, Never), view => Added(view.Part));
    }

    [JSInvokable]
    public async Task<object> AcceptLarge(IJSStreamReference stream) => await Accept((await Arguments(stream))[0].Deserialize<string[]?>(Json));

    /// <summary>Asks what it is for and records the act, before anything leaves.</summary>
    [JSInvokable]
    public async Task<object> Exported(IJSStreamReference stream)
    {
        var asked = await Read<AskedExport>(stream);
        if (await Ask(new(T["collate.export"], T["collate.export-why"], T["collate.export-reason"], 3, 400)) is not { } given) return new DrawnLeaving { Refusal = T["charts.nothing-left"] };
        var left = await Leaving.Run(Work.Visitor, key, words.Keys(asked.Ids), asked.Kind, given, Never);
        if (left is not Outcome<LeavingChart>.Done { Value: var leaving }) return new DrawnLeaving { Refusal = T.Refusal(left.Why) };
        return new DrawnLeaving
        {
            At = leaving.Header.At.ToLocalTime().ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
            Officer = leaving.Header.Officer,
            Purpose = $"{leaving.Header.Purpose}{(leaving.Header.Case is { } one ? $" · {one}" : "")} · {given}",
            Handling = DrawnWords.Handling(leaving.Label),
            Sources = [.. leaving.Sources.Select(source => new DrawnSource(source.Reference, source.Grade is { } grade ? words.Of(grade) : null, source.Count))],
            Notice = kinReason is null ? T["charts.notice"] : $"{T["charts.notice"]} {T.Say("charts.kin-counted", ("reason", kinReason))}",
        };
    }

    private DrawnAnswer Added(ChartPart found)
    {
        Note(found);
        charted.UnionWith(found.Items.Select(item => item.Key));
        return words.Of(found);
    }

    private async Task<DrawnKept> Newest(Refusal why)
    {
        var opened = await Charts.Run(Work.Visitor, key!.Value, null, Never);
        if (opened is not Outcome<ChartView>.Done { Value: var view }) return new DrawnKept { Refusal = T.Refusal(why) };
        newest = view;
        return new DrawnKept
        {
            Conflict = true,
            Version = view.Number,
            By = view.Row.KeptByName,
            At = Clock.FromMicros(view.Row.KeptAt).ToLocalTime().ToString("O", CultureInfo.InvariantCulture),
            Chart = Whole(view),
        };
    }

    /// <summary>The officer took over what a colleague had kept.</summary>
    [JSInvokable]
    public void Took()
    {
        if (newest is { } view) Shows(view);
        newest = null;
        StateHasChanged();
    }

    private string Rests(ChartMeasures found, string name, bool whole)
    {
        var over = whole ? T.Say("charts.whole-counted", ("items", Digits.Number(found.Items)), ("ties", Digits.Number(found.Ties))) + " " : "";
        var kin = found.KinReason is { } reason ? " " + T.Say("charts.kin-counted", ("reason", reason)) : "";
        return over + (!MeasureChart.WithInterval.Contains(name) ? T[$"charts.never-interval-{name}"] : found.Worlds == 0 ? T["charts.no-interval"] : T.Say(found.Exact ? "charts.interval-exact" : "charts.interval-drawn", ("worlds", Digits.Number(found.Worlds)), ("table", found.Tables))) + kin;
    }

    private DrawnMeasure Read(string name, IReadOnlyDictionary<long, MeasuredValue>? values, string rests) => new(name, T[$"charts.measure-{name}"], T[$"charts.reading-{name}"], $"{T["charts.notice"]} {rests}".Trim(),
        values?.Where(one => !double.IsNaN(one.Value.Value)).ToDictionary(one => words.Id(one.Key), one => new DrawnMeasured(Plain(one.Value.Value), Known(one.Value.Low), Known(one.Value.High), Known(one.Value.MeanLow), Known(one.Value.MeanHigh))));

    private static double? Known(double value) => double.IsNaN(value) ? null : Plain(value);

    private static double Plain(double value) => double.IsNaN(value) || Math.Abs(value) < Least ? 0 : value;

    private object Say<T1>(Outcome<T1> outcome, Func<T1, DrawnAnswer> answer) => outcome is Outcome<T1>.Done { Value: var value } ? answer(value) : new DrawnAnswer { Refusal = T.Refusal(outcome.Why) };

    private long[] Drawn(IReadOnlyList<string>? onChart) => onChart is null ? [.. charted] : words.Keys(onChart);

    private static async Task<JsonElement[]> Arguments(IJSStreamReference stream) => await Read<JsonElement[]>(stream);

    private static async Task<T1> Read<T1>(IJSStreamReference stream)
    {
        await using var bytes = await stream.OpenReadStreamAsync(MostBytes);
        return (await JsonSerializer.DeserializeAsync<T1>(bytes, Json))!;
    }
}
