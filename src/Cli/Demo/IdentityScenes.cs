using Plumbline.Register.Questions;
using Plumbline.Safeguards;
using Plumbline.Screening.Identity;
using Plumbline.Screening.Watchlists;

namespace Plumbline.Cli.Demo;

/// <summary>Who is who, as the story's analyst judges it: which records and list entries mean one person, and which do not.</summary>
internal sealed class IdentityScenes(Stage stage)
{
    private const string Listed = "list:";

    public IEnumerable<Scene> All() => stage.Script.Judgements.Select(judgement => new Scene(SampleCase.At(judgement.At), "judgements", ct => Judge(judgement, ct)));

    private async Task Judge(SampleJudgement judgement, CancellationToken ct)
    {
        var what = $"judgement {judgement.Left} {judgement.Right}";
        // For the purpose for which the last item that it rests on may be read.
        var report = stage.Script.Reports.First(one => one.Id == judgement.Items[^1].Split('.')[0]);
        var visitor = await ReportScenes.At(stage, report, judgement.By, ct);
        if (await Entity(visitor, judgement.Left, ct) is not { } one || await Entity(visitor, judgement.Right, ct) is not { } other)
        {
            stage.Astray.Add($"{what}: one of the two is not there");
            return;
        }
        var given = new IdentityJudgement(one, other, judgement.Verdict, judgement.ReasonAr ?? judgement.Reason) { Items = [.. judgement.Items.Select(item => stage.Items[item])] };
        stage.Take(what, await stage.Use<JudgeIdentity>().Run(visitor, given, ct));
        // The name by which the courts know him, not the by-name.
        if (judgement is { Verdict: "same" } && !judgement.Left.StartsWith(Listed, StringComparison.Ordinal)) stage.Take($"lead {judgement.Right}", await stage.Use<JudgeIdentity>().Lead(visitor, other, ct));
    }

    private async Task<long?> Entity(Visitor visitor, string name, CancellationToken ct)
    {
        if (!name.StartsWith(Listed, StringComparison.Ordinal)) return stage.Entities.TryGetValue(name, out var known) ? known : null;
        if (stage.Take($"lists for {name}", await stage.Use<Gate>().Admit(visitor, Actions.ReadIdentities, ct)) is not { } reader) return null;
        await using var opened = reader;
        foreach (var list in await new WatchlistRows(reader).Imported(ct))
            if ((await stage.Use<LoadLists>().Of(reader, list, ct)).Entries.FirstOrDefault(entry => entry.Key.EndsWith($"-{name[Listed.Length..]}", StringComparison.Ordinal)) is { Entity: > 0 } entry) return entry.Entity;
        return null;
    }
}
