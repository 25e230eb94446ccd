using System.Text.Json;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using Plumbline.Core;
using Plumbline.Intelligence;
using Plumbline.Networks.Charts;
using Plumbline.Register.Questions;
using Plumbline.Screening.Identity;
using Plumbline.Web.Collate;

namespace Plumbline.Web.Charts;

/// <summary>What is drawn and changes the register: judgements of who is who, links and entities with the item that says so. Each goes through the use case that any page calls.</summary>
public sealed partial class ChartPage
{
    private const int MostPairs = 200;

    private TaskCompletionSource<object?>? sheet;
    private PairView? merging;
    private (EntityRef From, EntityRef To, IReadOnlyList<CitedItem> Items)? linking;
    private IReadOnlyList<ChartRow>? combining;
    private bool entering, mayNote;

    [Inject] private ReviewIdentities Reviewing { get; set; } = null!;
    [Inject] private CombineCharts Combining { get; set; } = null!;

    /// <summary>Two records side by side; afterwards, what stands on the chart in their place.</summary>
    [JSInvokable]
    public async Task<object?> Judge(string a, string? b)
    {
        if (words.Keys([a, b ?? ""]) is not [var one, var other]) return new DrawnAnswer { Refusal = T["refusal.chart.two"] };
        var shown = await Reviewing.Show(Work.Visitor, one, other, Never);
        if (shown is not Outcome<PairView>.Done { Value: var pair }) return new DrawnAnswer { Refusal = T.Refusal(shown.Why) };
        return await Sheet(() => merging = pair) is true ? await Anew([one, other]) : null;
    }

    /// <summary>A link between two, as a statement of an item.</summary>
    [JSInvokable]
    public async Task<object?> CreateLink(string a, string b)
    {
        if (words.Keys([a, b]) is not [var one, var other]) return new DrawnAnswer { Refusal = T["refusal.chart.two"] };
        var first = await Entities.Run(Work.Visitor, one, Never);
        if (first is not Outcome<EntityPicture>.Done { Value: var from }) return new DrawnAnswer { Refusal = T.Refusal(first.Why) };
        var second = await Entities.Run(Work.Visitor, other, Never);
        if (second is not Outcome<EntityPicture>.Done { Value: var to }) return new DrawnAnswer { Refusal = T.Refusal(second.Why) };
        List<CitedItem> items = [.. CategoryDialog.ItemsOf(from).Concat(CategoryDialog.ItemsOf(to)).DistinctBy(item => item.Key).OrderByDescending(item => item.Key)];
        if (await Sheet(() => linking = (Ref(from), Ref(to), items)) is not Marked marked) return null;
        if (marked.Waiting) return new DrawnAnswer { Notice = T["charts.link-waits"] };
        return await Anew([one, other], marked.Entity);
    }

    /// <summary>An entity, named by a statement of an item.</summary>
    [JSInvokable]
    public async Task<object?> CreateItem()
    {
        if (await Sheet(() => entering = true) is not Marked marked) return null;
        return marked.Waiting ? new DrawnAnswer { Notice = T["charts.entity-waits"] } : await Anew([marked.Entity]);
    }

    /// <summary>Records that could be one, at least one of each pair on the chart.</summary>
    [JSInvokable]
    public async Task<object> Similar(string[] ids)
    {
        var near = await Reviewing.Near(Work.Visitor, words.Keys(ids), MostPairs, Never);
        if (near is not Outcome<NearPairs>.Done { Value: var found }) return new DrawnAnswer { Refusal = T.Refusal(near.Why) };
        return new DrawnAnswer
        {
            Marked = [.. found.Pairs.SelectMany(pair => new[] { pair.One.Key, pair.Other.Key }).Select(key => words.Id(leads.GetValueOrDefault(key, key))).Distinct()],
            Pairs = [.. found.Pairs.Select(pair => new DrawnPair(words.Id(leads.GetValueOrDefault(pair.One.Key, pair.One.Key)), words.Id(leads.GetValueOrDefault(pair.Other.Key, pair.Other.Key)),
                DifferencesTable.Name(pair.One), DifferencesTable.Name(pair.Other), T[$"identity.verdict-{pair.Verdict}"]))],
            Total = found.Total,
        };
    }

    [JSInvokable]
    public async Task<object> SimilarLarge(IJSStreamReference stream) => await Similar((await Arguments(stream))[0].Deserialize<string[]>(Json)!);

    /// <summary>Another chart on top of this one; this one is kept first, so that both are as the register has them.</summary>
    [JSInvokable]
    public async Task Combine()
    {
        if (drawing is null) return;
        await drawing.InvokeVoidAsync("save");
        if (key is not { } first) return;
        var all = await Charts.All(Work.Visitor, Never);
        fault = all is Outcome<IReadOnlyList<ChartRow>>.Refused { Reason: var none } ? none : null;
        if (all is not Outcome<IReadOnlyList<ChartRow>>.Done { Value: var rows }) { StateHasChanged(); return; }
        if (await Sheet(() => combining = [.. rows.Where(row => row.Key != first)]) is not long second) return;
        var made = await Combining.Run(Work.Visitor, first, second, Never);
        if (made is Outcome<CombinedCharts>.Done { Value: var combined })
        {
            var answer = Added(combined.Part);
            await drawing.InvokeVoidAsync("combine", answer, JsonElement.Parse(combined.Content.ToString()));
            told = T.Say("charts.combined", ("added", Digits.Number(combined.Added)), ("shared", Digits.Number(combined.Shared)));
        }
        else fault = made.Why;
        StateHasChanged();
    }

    /// <summary>Begins another chart.</summary>
    [JSInvokable]
    public void Create() => Navigation.NavigateTo("/collate/charts?new=1");

    /// <summary>These as they stand now, and what of them no longer stands by itself.</summary>
    private async Task<object> Anew(long[] entities, long? made = null) => Say(await Expanding.Again(Work.Visitor, [.. entities, .. entities.SelectMany(With)], [.. charted], Never), part =>
    {
        var before = entities.Concat(entities.SelectMany(With)).ToHashSet();
        foreach (var entity in before) leads.Remove(entity);
        var answer = Added(part);
        return answer with { Removed = [.. before.Where(entity => part.Items.All(item => item.Key != entity)).Select(words.Id)], Made = made is { } link ? words.Id(link) : null };
    });

    /// <summary>The records that stood under one key with this.</summary>
    private IEnumerable<long> With(long entity) => leads.TryGetValue(entity, out var lead) ? leads.Where(one => one.Value == lead).Select(one => one.Key).Append(lead) : leads.Where(one => one.Value == entity).Select(one => one.Key);

    /// <summary>After the strip of joined records said or took something back beside the drawing.</summary>
    private async Task Rejoined()
    {
        if (looked is not { } picture) return;
        long[] records = [.. picture.Records.Select(record => record.Key)];
        var answer = await Anew(records);
        if (drawing is not null) await drawing.InvokeVoidAsync("judged", answer);
        await Inspect(words.Id(picture.Key));
    }

    /// <summary>Selects items on the drawing, as one who reads of them elsewhere on the page asks.</summary>
    private async Task Point(IReadOnlyList<long> items)
    {
        if (drawing is not null) await drawing.InvokeVoidAsync("select", items.Select(words.Id).ToArray());
    }

    private static EntityRef Ref(EntityPicture picture) => new(picture.Key, picture.Type, picture.Caption, picture.Person?.Category);

    /// <summary>Opens a sheet and waits for what comes of it.</summary>
    private Task<object?> Sheet(Action open)
    {
        Shut(null);
        sheet = new TaskCompletionSource<object?>(TaskCreationOptions.RunContinuationsAsynchronously);
        open();
        StateHasChanged();
        return sheet.Task;
    }

    private void Shut(object? answer)
    {
        (merging, linking, combining, entering) = (null, null, null, false);
        sheet?.TrySetResult(answer);
    }
}
