using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using Plumbline.Core;
using Plumbline.Networks.Charts;
using Plumbline.Register;
using Plumbline.Web.Shell;

namespace Plumbline.Web.Charts;

/// <summary>Several officers at one chart: who else is here, what they keep, and what becomes of one's own work when they were faster. Nothing is overwritten.</summary>
public sealed partial class ChartPage
{
    private const int LongestTitle = 120;

    private ChartSeat? seat;
    private IReadOnlyList<string> present = [];
    private bool away;

    [Inject] private OpenCharts Together { get; set; } = null!;
    [Inject] private ShellState Shell { get; set; } = null!;

    /// <summary>Sits down at the chart that is shown, once the gate has let its officer read it.</summary>
    private void Sit()
    {
        seat?.Dispose();
        seat = key is { } chart && part is not null ? Together.Join(chart, Shell.Me.OfficerKey, Shell.View.OfficerName, news => _ = InvokeAsync(() => Heard(chart, news))) : null;
        present = seat?.Others ?? [];
    }

    private async Task Heard(long chart, ChartNews news)
    {
        if (away || key != chart || seat is null) return;
        present = seat.Others;
        if (news.Kept is { } kept && kept.Version > version) await Take(chart, kept);
        StateHasChanged();
    }

    /// <summary>Shows what a colleague kept, unless something of one's own waits to be kept: then the officer is asked when that is kept.</summary>
    private async Task Take(long chart, KeptNews kept)
    {
        if (drawing is null) return;
        var opened = await Charts.Run(Work.Visitor, chart, null, Never);
        if (key != chart || drawing is null) return;
        if (opened is not Outcome<ChartView>.Done { Value: var view })
        {
            // What was kept may be held more strictly than this officer may read.
            await Let();
            (part, refused) = (null, opened.Why);
            Sit();
            return;
        }
        var taken = await drawing.InvokeAsync<bool>("taken", Whole(view));
        if (taken) Shows(view);
        told = T.Say(taken ? "charts.taken" : "charts.waits", ("who", kept.By), ("version", Digits.Number(view.Number)), ("at", Digits.Show(kept.At.ToLocalTime().ToString("HH:mm", CultureInfo.InvariantCulture))));
    }

    /// <summary>One's own state as a chart of its own, where a colleague was faster and the officer wants to keep both.</summary>
    [JSInvokable]
    public async Task<object> Copy(IJSStreamReference stream)
    {
        var asked = await Read<AskedSave>(stream);
        var name = T.Say("charts.copy-of", ("title", title));
        var kept = await Keeping.New(Work.Visitor, name.Length > LongestTitle ? name[..LongestTitle] : name, asked.Content.GetRawText(), Never);
        if (kept is not Outcome<KeptChart>.Done { Value: var done }) return new DrawnKept { Refusal = T.Refusal(kept.Why) };
        (title, key, version, renamed) = (name, done.Key, done.Version, false);
        Address();
        told = T["charts.copied"];
        StateHasChanged();
        return new DrawnKept { Id = Id, Version = done.Version, At = done.At.ToString("O", CultureInfo.InvariantCulture) };
    }

    /// <summary>The same page under the address of the chart that it shows now: nothing is loaded anew.</summary>
    private void Address()
    {
        Id = Ids.Show(PublicKind.Chart, key!.Value);
        loaded = mounted = Id;
        Sit();
        Navigation.NavigateTo($"/collate/charts/{Id}", replace: true);
    }

    private void Shows(ChartView view)
    {
        (part, content, version, title, gone) = (view.Part, view.Content, view.Number, view.Row.Title, view.NotThere);
        Note(view.Part);
        charted = [.. view.Content.Positions.Keys];
    }

    private DrawnChart Whole(ChartView view) => words.Of(Ids.Show(PublicKind.Chart, view.Row.Key), view.Row.Title, view.Number, view.Part, view.Content, Time.Today());
}
