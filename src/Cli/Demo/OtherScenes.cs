using Plumbline.Exchange.Lists;
using Plumbline.Exchange.Receiving;
using Plumbline.Intelligence;
using Plumbline.Safeguards.Sources;

namespace Plumbline.Cli.Demo;

/// <summary>Lists that come in, what persons are in a case, what courts decided, what officers searched for.</summary>
internal sealed class OtherScenes(Stage stage)
{
    public IEnumerable<Scene> All() =>
    [
        new Scene(stage.Script.Reports.Min(report => SampleCase.At(report.Received)), "sources", Enter),
        .. stage.Script.Lists.Select(list => new Scene(SampleCase.At(list.Received), "lists", ct => Import(list, ct))),
        .. stage.Script.People.Select(person => new Scene(Noon(person.From), "people", ct => Categorise(person, ct))),
        .. stage.Script.Outcomes.Select(outcome => new Scene(Noon(outcome.Date) + TimeSpan.FromDays(4.5), "people", ct => Decide(outcome, ct))),
        .. stage.Script.Searches.Select(search => new Scene(SampleCase.At(search.At), "searches", ct => Search(search, ct))),
    ];

    // Only their numbers: the script does not say who anyone is.
    private async Task Enter(CancellationToken ct)
    {
        foreach (var source in stage.Script.Sources)
            stage.Take($"source {source.Ref}", await stage.Use<AddSource>().Run(await stage.Cast.At("shahd", null, ct: ct), new NewSource(source.Kind, source.Kind switch { "human" or "witness" => "authorised-source", "open" => "open-source", _ => "police-task" }) { Reference = source.Ref }, ct));
    }

    private async Task Import(SampleList list, CancellationToken ct)
    {
        // A supervisor takes lists in: only that role may accept that entries are gone.
        var visitor = await stage.Cast.At("hawar", null, "enquiry", $"National list, {Path.GetFileName(list.File)}", ct);
        var files = new[] { ListFile.At(Path.Combine(stage.Folder, list.File)) };
        await foreach (var received in stage.Use<ReceiveFiles>().Run(visitor, files, new ReportFields { LegalBasis = "sanctions-law" }, list.AcceptLosses ? "Looked at: they were removed by the authority" : null, ct))
            if (stage.Take($"list {list.File}", received.Outcome) is ReceivedContent.List { Import: var import }) stage.Imported.Add(import);
    }

    private async Task Categorise(SamplePerson person, CancellationToken ct)
    {
        if (!stage.Entities.TryGetValue(person.Entity, out var key)) return;
        var visitor = await stage.Cast.At(person.By, person.Case, person.Purpose, ct: ct);
        var conduct = person.Conduct.Select(id => stage.Items[id]).Cast<long?>().LastOrDefault();
        var category = new CategoryChoice(key, person.Category, person.GroundsAr ?? person.Grounds) { Child = person.Child, ConductItem = conduct };
        stage.Take($"category {person.Entity}", await stage.Use<SetCategory>().Run(visitor, category, ct));
    }

    private async Task Decide(SampleOutcome outcome, CancellationToken ct)
    {
        var visitor = await stage.Cast.At(outcome.By, outcome.Case, ct: ct);
        var decided = new OutcomeEntry(stage.Entities[outcome.Entity], outcome.Kind, outcome.Date, stage.Items[outcome.Item], outcome.Court["ar"]);
        stage.Take($"outcome {outcome.Entity}", await stage.Use<RecordOutcome>().Run(visitor, decided, ct));
    }

    private async Task Search(SampleSearch search, CancellationToken ct)
    {
        var visitor = await stage.Cast.At(search.By, search.Case, search.Purpose, search.Reason, ct);
        await stage.CatchUp(ct);
        stage.Take($"search {search.Id}", await stage.Use<Find>().Run(visitor, new FindQuestion(search.Text), ct));
    }

    private static DateTimeOffset Noon(string day) => SampleCase.At($"{day}T12:00:00+03:00");
}
