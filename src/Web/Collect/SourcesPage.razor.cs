using System.Globalization;
using Microsoft.AspNetCore.Components;
using Plumbline.Core;
using Plumbline.Register;
using Plumbline.Register.Questions;
using Plumbline.Safeguards;
using Plumbline.Safeguards.Sources;
using Plumbline.Web.Parts;
using Plumbline.Web.Shell;

namespace Plumbline.Web.Collect;

public sealed partial class SourcesPage
{
    private SourcesView? view;
    private IReadOnlyList<SourceLine> lines = [];
    private IReadOnlyCollection<UnsourcedRow> picked = [];
    private UnsourcedRow? active;
    private PageKey[] keys = [];
    private Refusal? refused, fault;
    private string? chosen, cited, said;
    private string reference = "";
    private bool making;
    private bool busy;

    [Inject] private Captions T { get; set; } = null!;
    [Inject] private AtWork Work { get; set; } = null!;
    [Inject] private ListSources Listing { get; set; } = null!;
    [Inject] private AssignSource Assigning { get; set; } = null!;
    [Inject] private PublicIds Ids { get; set; } = null!;
    [Inject] private Browser Browser { get; set; } = null!;
    [Inject] private Gate Gate { get; set; } = null!;

    // What is marked with the space bar; without that, the row that one stands on.
    private UnsourcedRow[] Targets => picked.Count > 0 ? [.. picked] : active is { } row ? [row] : [];

    private DataColumn<UnsourcedRow>[] WaitingColumns =>
    [
        new("item", T["sources.item"], row => Ids.Show(PublicKind.Item, row.Key)) { Width = "minmax(7rem, 1fr)" },
        new("kind", T["collect.kind"], row => T[$"collect.kind-{row.Kind}"]) { Width = "minmax(6rem, 1fr)" },
        new("letter", T["collect.letter-number"], row => row.LetterNumber) { Width = "minmax(7rem, 1fr)" },
        new("number", T["sources.number"], row => Digits.Show(row.Number.ToString(CultureInfo.InvariantCulture))) { Number = true, Filter = false, Order = row => row.Number, Width = "5rem" },
        new("received", T["collect.received"], row => Day(row.ReceivedAt)) { Order = row => row.ReceivedAt, Width = "minmax(9.5rem, 1fr)" },
        new("by", T["collect.received-by"], Name) { Width = "minmax(8rem, 2fr)" },
    ];

    private DataColumn<SourceLine>[] Columns =>
    [
        new("reference", T["sources.reference"], line => line.Reference) { Width = "minmax(7rem, 1fr)" },
        new("kind", T["collect.kind"], line => line.Source is { } source ? Kind(source.Kind) : T["sources.unregistered"]) { Width = "minmax(9rem, 2fr)" },
        new("basis", T["collect.basis"], line => line.Source is { } source ? Basis(source) : null) { Width = "minmax(9rem, 2fr)" },
        new("since", T["sources.since"], line => line.Source is { } source ? Day(source.CreatedAt) : null) { Order = line => line.Source?.CreatedAt, Width = "minmax(9.5rem, 1fr)" },
        new("items", T["sources.items"], line => Digits.Number(line.Items)) { Number = true, Filter = false, Order = line => line.Items, Width = "8rem" },
        new("identity", T["sources.identity"], line => line.Source is { HasIdentity: not 0 } ? T["sources.sealed"] : null) { Width = "minmax(7rem, 1fr)" },
    ];

    protected override Task OnInitializedAsync()
    {
        keys = [new("KeyN", "N", T["sources.new"], async () => { await Make(null); StateHasChanged(); })];
        return Load();
    }

    private async Task Load()
    {
        var seen = await Listing.Run(Work.Visitor, CancellationToken.None);
        refused = seen is Outcome<SourcesView>.Refused { Reason: var why } ? why : null;
        view = seen is Outcome<SourcesView>.Done { Value: var value } ? value : null;
        lines = view is null ? [] : [.. view.Sources.Select(source => new SourceLine(source.Reference, source, source.Items))
            .Concat(view.Unregistered.Select(one => new SourceLine(one.Reference, null, one.Items))).OrderBy(line => line.Reference, StringComparer.Ordinal)];
        (active, picked) = (null, []);
    }

    private Task Make(string? reference)
    {
        (making, cited, said, fault) = (reference is not null || !making, reference, null, null);
        return Task.CompletedTask;
    }

    private async Task Made(string made)
    {
        // Choosing rows comes before making their source: they stay chosen.
        var (was, on) = (picked, active);
        await Load();
        (making, said, reference) = (false, T.Say("sources.entered", ("reference", made)), made);
        (picked, active) = ([.. view?.Waiting.Where(was.Contains) ?? []], view?.Waiting.FirstOrDefault(row => row == on));
        StateHasChanged();
        if (Targets.Length > 0) await Browser.Call("focus", "#assign");
    }

    private async Task Choose(UnsourcedRow row)
    {
        active = row;
        await Browser.Call("focus", "#reference");
    }

    private async Task Assign()
    {
        if (busy || Targets is not { Length: > 0 } targets) return;
        busy = true;
        var answer = await Assigning.Run(Work.Visitor, [.. targets.Select(row => row.Key)], reference, CancellationToken.None);
        fault = answer is Outcome<int>.Refused { Reason: var why } ? why : null;
        said = fault is null ? T.Count("sources.assigned", targets.Length, ("reference", reference)) : null;
        await Load();
        busy = false;
    }

    // A source on no stated basis is a gap, and stands there as one.
    private string Basis(SourceRow source) => source.LegalBasis is { } code ? PolicyWords.Basis(Gate.Policy, code) : T["sources.no-basis"];

    private string Kind(string kind) => T[$"sources.kind-{kind}"];

    private static string Day(long micros) => TimeWords.Day(DateOnly.FromDateTime(Clock.FromMicros(micros).LocalDateTime));

    // In the script of the reader's language where the officer has both.
    private static string Name(UnsourcedRow row) =>
        row.ReceivedByOther is { } other && Scripts.Of(row.ReceivedBy) == "Arab" != CultureInfo.CurrentUICulture.TextInfo.IsRightToLeft ? other : row.ReceivedBy;

    /// <summary>A line of the register; without a source it is a reference that items cite and nobody entered.</summary>
    private sealed record SourceLine(string Reference, SourceRow? Source, long Items);
}
