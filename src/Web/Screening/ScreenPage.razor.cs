using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using Plumbline.Core;
using Plumbline.Register;
using Plumbline.Register.Questions;
using Plumbline.Screening.Watchlists;
using Plumbline.Web.Collect;
using Plumbline.Web.Parts;
using Plumbline.Web.Shell;

namespace Plumbline.Web.Screening;

/// <summary>Asks about one person or a table of them, and shows the numbers of what was asked lately.</summary>
public sealed partial class ScreenPage : IDisposable
{
    private const int Most = 50;
    private readonly ScreeningFields fields = new();
    private IReadOnlyList<ScreeningRow> lately = [];
    private DataColumn<ScreeningRow>[] columns = [];
    private DotNetObjectReference<ScreenPage>? self;
    private ElementReference input;
    private ScreeningAnswer? done;
    private Refusal? refused, fault;
    private string name = "", birth = "", document = "", nationality = "", mother = "", place = "";
    private bool busy;

    [Inject] private Captions T { get; set; } = null!;
    [Inject] private AtWork Work { get; set; } = null!;
    [Inject] private ShellState Shell { get; set; } = null!;
    [Inject] private ScreenPeople Screen { get; set; } = null!;
    [Inject] private ViewCandidates View { get; set; } = null!;
    [Inject] private Browser Browser { get; set; } = null!;

    protected override async Task OnInitializedAsync()
    {
        columns =
        [
            new("name", T["screening.what"], row => row.Name) { Width = "minmax(12rem, 2fr)" },
            new("lists", T["screening.against"], row => row.Watchlists) { Width = "minmax(9rem, 1.5fr)" },
            new("people", T["screening.people"], row => Digits.Number(row.People)) { Order = row => row.People, Number = true, Filter = false, Width = "6rem" },
            new("none", T["screening.what-none"], row => Digits.Number(row.None)) { Order = row => row.None, Number = true, Filter = false, Width = "7rem" },
            new("cleared", T["screening.what-cleared"], row => Digits.Number(row.Cleared)) { Order = row => row.Cleared, Number = true, Filter = false, Width = "7rem" },
            new("met", T["screening.to-settle"], row => Digits.Number(row.Candidates + row.Incomplete + row.TooCommon)) { Order = row => row.Candidates + row.Incomplete + row.TooCommon, Number = true, Filter = false, Width = "7rem" },
            new("by", T["screening.by"], row => row.RunBy) { Width = "minmax(8rem, 1fr)" },
            new("at", T["screening.at"], row => TimeWords.Day(DateOnly.FromDateTime(Clock.FromMicros(row.RunAt).LocalDateTime))) { Order = row => row.RunAt, Filter = false, Width = "10rem" },
        ];
        await Look();
    }

    private async Task Look()
    {
        var seen = await View.Screenings(Work.Visitor, Most, CancellationToken.None);
        if (seen is Outcome<IReadOnlyList<ScreeningRow>>.Done { Value: var rows }) lately = rows;
        else refused = seen.Why;
    }

    private async Task One()
    {
        if (busy) return;
        (busy, done, fault) = (true, null, null);
        var person = new PersonAsked("1", name) { Births = Filled(birth), Documents = Filled(document), Nationalities = Filled(nationality), Mother = mother.Trim(), Places = Filled(place) };
        if (birth.Trim().Length > 0 && ReadParticular.Births([birth]).Count == 0) fault = new Refusal("date.unreadable", "The date cannot be read: write 2026-03-14, 2026-03 or 2026.");
        else
        {
            var answer = await Screen.Run(Work.Visitor, new ScreeningOrder(T["screening.at-desk"], []), [person], null, CancellationToken.None);
            if (answer is Outcome<ScreeningAnswer>.Done { Value: var made }) done = made;
            else fault = answer.Why;
        }
        busy = false;
        await Look();
    }

    private static string[] Filled(string text) => text.Trim() is { Length: > 0 } filled ? [filled] : [];

    private async Task Many()
    {
        self ??= DotNetObjectReference.Create(this);
        (busy, done, fault) = (true, null, null);
        var headers = new Dictionary<string, string> { ["X-Purpose"] = Shell.Purpose?.Key ?? "", ["X-Screening"] = fields.Header() };
        if ((await Browser.Ask<ChosenFile[][]>("upload", input, "/api/pages/screen", headers, self, 0)).Length == 0) busy = false;
    }

    /// <summary>Called by the browser while a table is on its way.</summary>
    [JSInvokable]
    public void OnProgress(int index, long done, long total)
    {
    }

    /// <summary>Called by the browser when the server has answered, or the connection broke.</summary>
    [JSInvokable]
    public async Task OnUploaded(int index, int status, string text)
    {
        var answer = ScreeningUploaded.Read(status, text);
        (busy, done, fault) = (false, answer.Done, answer.Refused);
        await Look();
        StateHasChanged();
    }

    public void Dispose() => self?.Dispose();
}
