using Plumbline.Core;
using Plumbline.Exchange.Receiving;
using Plumbline.Intelligence;

namespace Plumbline.Cli.Demo;

/// <summary>Reports of the story: received, completed, graded by two officers, marked.</summary>
internal sealed class ReportScenes(Stage stage)
{
    private static readonly TimeSpan UntilGraded = TimeSpan.FromMinutes(25);
    private static readonly TimeSpan UntilConfirmed = TimeSpan.FromMinutes(55);
    private static readonly TimeSpan UntilMarked = TimeSpan.FromMinutes(80);

    public IEnumerable<Scene> All() => stage.Script.Reports.SelectMany(Of).Concat(stage.Script.QuickNotes.Select(Note));

    private IEnumerable<Scene> Of(SampleReport report)
    {
        var received = SampleCase.At(report.Received);
        yield return new Scene(received, "reports", ct => Receive(report, ct));
        yield return new Scene(received + UntilGraded, "grades", ct => Each(report, (item, id) => Propose(report, item, id, ct)));
        yield return new Scene(received + UntilConfirmed, "grades", ct => Each(report, (item, id) => Confirm(report, item, id, ct)));
        yield return new Scene(received + UntilMarked, "marks", ct => new MarkScenes(stage).Mark(report, ct));
        foreach (var (number, item) in report.Items.Where(pair => pair.Value.Regrade is not null))
            yield return new Scene(SampleCase.At(item.Regrade!.At), "grades", ct => Regrade(report, item, $"{report.Id}.{number}", ct));
        foreach (var mark in report.Marks.Values.SelectMany(marks => marks).Where(mark => mark.Withdrawn is not null))
            yield return new Scene(SampleCase.At(mark.Withdrawn!.At), "marks", ct => new MarkScenes(stage).Withdraw(report, mark, ct));
    }

    private async Task Receive(SampleReport report, CancellationToken ct)
    {
        var fields = new ReportFields
        {
            Title = report.Title.GetValueOrDefault(report.Language) ?? report.Title["en"],
            Sender = report.Sender.GetValueOrDefault(report.Language) ?? report.Sender.Values.FirstOrDefault(),
            LetterNumber = report.Letter.Number,
            LetterDate = report.Letter.Date,
            Label = LabelOf(report.Label, report.CaseRestricted ? report.Case : null),
            LegalBasis = report.LegalBasis,
            Origin = report.Origin,
            Source = report.Source,
        };
        var bytes = await File.ReadAllBytesAsync(Path.Combine(stage.Folder, report.File), ct);
        var kept = stage.Take($"report {report.Id}", await stage.Use<ReceiveDocument>().Run(await At(report, report.By, ct), Path.GetFileName(report.File), bytes, fields, ct));
        if (kept is null) return;
        foreach (var (key, n) in kept.As.Items.Select((key, n) => (key, n + 1))) stage.Items[$"{report.Id}.{n}"] = key;
    }

    private async Task Propose(SampleReport report, SampleItem item, string id, CancellationToken ct)
    {
        await Complete(report, item, id, ct);
        if (item.Grade is not { } grade) return;
        var proposal = new GradeProposal(stage.Items[id], GradeOf(grade.Scheme, grade.Value))
        {
            CorroboratedBy = grade.Corroborates is { } other ? stage.Items[other] : null,
            Reason = grade.AsReceived ? "As graded by the sender" : "",
        };
        stage.Take($"grade {id}", await stage.Use<GradeItem>().Propose(await At(report, grade.By, ct), proposal, ct));
    }

    private async Task Confirm(SampleReport report, SampleItem item, string id, CancellationToken ct)
    {
        if (item.Grade?.ConfirmedBy is not { } by) return;
        stage.Take($"confirm {id}", await stage.Use<GradeItem>().Confirm(await At(report, by, ct), stage.Items[id], ct));
    }

    private async Task Regrade(SampleReport report, SampleItem item, string id, CancellationToken ct)
    {
        var regrade = item.Regrade!;
        var proposal = new GradeProposal(stage.Items[id], GradeOf(item.Grade!.Scheme, regrade.Value)) { Reason = regrade.ReasonAr ?? regrade.Reason };
        stage.Take($"regrade {id}", await stage.Use<GradeItem>().Regrade(await At(report, regrade.By, ct), proposal, ct));
    }

    // What the letter does not say of a single item, its first grader sets.
    private async Task Complete(SampleReport report, SampleItem item, string id, CancellationToken ct)
    {
        var custody = item.Custody;
        var fields = new ItemFields(stage.Items[id])
        {
            Date = item.Date,
            Origin = item.Origin,
            Source = item.Source,
            Custody = custody?.DeprivedOfLiberty,
            HeldBy = custody?.HeldBy,
            Lawyer = custody?.Lawyer,
            // The script names the item that tells of the examination or the complaint.
            Medical = Told(custody?.Medical),
            Complaint = Told(custody?.Complaint),
        };
        stage.Take($"complete {id}", await stage.Use<CompleteItem>().Run(await At(report, item.Grade?.By ?? "zhyan", ct), fields, ct));
    }

    private static string? Told(string? answer) => answer is null or "yes" or "no" or "unknown" ? answer : "yes";

    private Scene Note(SampleNote note) => new(SampleCase.At(note.At), "reports", async ct =>
    {
        var written = await stage.Use<WriteNote>().Run(await stage.Cast.At(note.By, note.Case, ct: ct), note.Text, LabelOf(note.Label, null), ct);
        if (stage.Take($"note {note.Id}", written) is { } kept) stage.Items[note.Id] = kept.Items[0];
    });

    /// <summary>The officer in the case of a report, for a purpose that may see it.</summary>
    internal static Task<Safeguards.Visitor> At(Stage stage, SampleReport report, string login, CancellationToken ct) => stage.Cast.At(login, report.Case, report.Purpose, ct: ct);

    private Task<Safeguards.Visitor> At(SampleReport report, string login, CancellationToken ct) => At(stage, report, login, ct);

    private static async Task Each(SampleReport report, Func<SampleItem, string, Task> act)
    {
        foreach (var (number, item) in report.Items) await act(item, $"{report.Id}.{number}");
    }

    private Label LabelOf(string text, string? caseId)
    {
        var whole = caseId is null ? text : $"{text};case={stage.Cast.Case(caseId)}";
        return Label.TryParse(whole, out var label) ? label : throw new InvalidDataException($"The label \"{whole}\" of the sample case cannot be read.");
    }

    private static Grade GradeOf(string scheme, string value) =>
        GradingSchemes.TryParse(scheme, out var read) && Grade.TryParse(read, value, out var grade) ? grade : throw new InvalidDataException($"The grade {value} of the sample case cannot be read.");
}
