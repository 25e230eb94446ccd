using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using Plumbline.Core;
using Plumbline.Register;
using Plumbline.Register.Questions;
using Plumbline.Safeguards;
using Plumbline.Web.Parts;

namespace Plumbline.Web.Collect;

/// <summary>Sends files beside the circuit and shows what became of each.</summary>
public sealed partial class ReceivePage : IDisposable
{
    private const int Most = 100;
    private readonly UploadFields fields = new();
    private readonly List<SentLoad> sent = [];
    private ElementReference zone;
    private ElementReference input;
    private DotNetObjectReference<ReceivePage>? self;
    private Label label = Label.None;
    private Label highest = Label.None;
    private IReadOnlyList<ReportRow> lately = [];
    private DataColumn<ReportRow>[] columns = [];
    private Refusal? refused;
    private bool mayAcceptLosses;

    [Inject] private TimeProvider Time { get; set; } = null!;

    [Inject] private Labels Labels { get; set; } = null!;

    protected override async Task OnInitializedAsync()
    {
        columns =
        [
            new("title", T["collect.title"], row => row.Title) { Width = "minmax(16rem, 3fr)" },
            new("kind", T["collect.kind"], row => T[$"collect.kind-{row.Kind}"]) { Width = "8rem" },
            new("sender", T["collect.sender"], row => row.Sender) { Width = "minmax(10rem, 1.5fr)" },
            new("number", T["collect.letter-number"], row => row.LetterNumber) { Width = "9rem" },
            new("date", T["collect.letter-date"], row => row.LetterDate is { } date ? Digits.Show(date) : null) { Width = "9rem" },
            new("received", T["collect.received"], row => TimeWords.Day(DateOnly.FromDateTime(Clock.FromMicros(row.ReceivedAt).LocalDateTime))) { Order = row => row.ReceivedAt, Filter = false, Width = "10rem" },
        ];
        await Look();
        mayAcceptLosses = await Work.May(Actions.AcceptLosses);
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender) return;
        self = DotNetObjectReference.Create(this);
        await Browser.Call("takeDrops", zone, input);
    }

    private async Task Look()
    {
        var answer = await Reports.Lately(Work.Visitor, Most, CancellationToken.None);
        refused = answer is Outcome<IReadOnlyList<ReportRow>>.Done { Value: var found } ? null : answer.Why;
        if (refused is not null) return;
        lately = ((Outcome<IReadOnlyList<ReportRow>>.Done)answer).Value;
        highest = await Labels.Union(lately.Select(report => report.CurrentLabel), CancellationToken.None);
    }

    private async Task Send()
    {
        fields.Label = label.ToString();
        var headers = new Dictionary<string, string> { ["X-Purpose"] = Shell.Purpose?.Key ?? "", ["X-Report"] = fields.Header() };
        var loads = await Browser.Ask<ChosenFile[][]>("upload", input, "/api/pages/receive", headers, self, sent.Count);
        foreach (var files in loads) sent.Add(new SentLoad(sent.Count, string.Join(", ", files.Select(file => file.Name)), files.Sum(file => file.Size), Time));
    }

    /// <summary>Called by the browser while a file is on its way.</summary>
    [JSInvokable]
    public void OnProgress(int index, long done, long total)
    {
        if (index >= sent.Count) return;
        sent[index].Moved(done);
        StateHasChanged();
    }

    /// <summary>Called by the browser when the server has answered, or the connection broke.</summary>
    [JSInvokable]
    public async Task OnUploaded(int index, int status, string text)
    {
        if (index >= sent.Count || sent[index].Answers is not null) return;
        sent[index].Answers = UploadAnswer.Read(status, text);
        await Look();
        StateHasChanged();
    }

    private async Task Cancel(SentLoad load)
    {
        load.Answers = [UploadAnswer.Declined(new("upload.stopped", "You stopped it. Nothing was kept."))];
        await Browser.Call("cancelUpload", load.Index);
    }

    // A person has looked: the same files go again, with the reason.
    private async Task AcceptLosses(SentLoad load, string why)
    {
        var before = load.Answers;
        load.Again();
        if (!await Browser.Ask<bool>("uploadAgain", load.Index, new Dictionary<string, string> { ["X-Losses"] = Uri.EscapeDataString(why) })) load.Answers = before;
    }

    private void Open(ReportRow report) => Navigation.NavigateTo($"/collect/report/{Ids.Show(PublicKind.Report, report.Key)}");

    public void Dispose() => self?.Dispose();
}

/// <summary>A file as the browser names it.</summary>
public sealed record ChosenFile(string Name, long Size);
