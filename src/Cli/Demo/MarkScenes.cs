using Plumbline.Core;
using Plumbline.Intelligence;

namespace Plumbline.Cli.Demo;

/// <summary>Marks of the story: values and links that officers read out of items.</summary>
internal sealed class MarkScenes(Stage stage)
{
    public async Task Mark(SampleReport report, CancellationToken ct)
    {
        foreach (var (number, marks) in report.Marks)
            foreach (var mark in marks) await Mark(report, $"{report.Id}.{number}", mark, ct);
    }

    public async Task Withdraw(SampleReport report, SampleMark mark, CancellationToken ct)
    {
        var withdrawal = mark.Withdrawn!;
        var visitor = await ReportScenes.At(stage, report, withdrawal.By, ct);
        // A link is withdrawn whole, whichever of its statements is named.
        stage.Take($"withdraw {report.Id}", await stage.Use<WithdrawStatement>().Run(visitor, stage.Marked[mark][0], withdrawal.Why, withdrawal.Words, ct));
    }

    private async Task Mark(SampleReport report, string id, SampleMark mark, CancellationToken ct)
    {
        var visitor = await ReportScenes.At(stage, report, mark.MarkedBy, ct);
        if (await Span(visitor, id, mark, ct) is not { } span)
        {
            stage.Astray.Add($"mark {id}: \"{mark.Text}\" is not in the item");
            return;
        }
        var marked = mark.Link is { } type
            ? await stage.Use<MarkItem>().Link(visitor, Link(id, span, type, mark), ct)
            : await stage.Use<MarkItem>().Value(visitor, Value(id, span, mark), ct);
        if (stage.Take($"mark {id} {mark.Property ?? mark.Link}", marked) is not { } kept) return;
        stage.Marked[mark] = kept.Statements;
        if (mark.Link is { } link) stage.Links[(link, mark.Source!, mark.Target!)] = kept.Entity;
        else stage.Entities[mark.Entity!] = kept.Entity;
    }

    private ValueMark Value(string id, TextSpan span, SampleMark mark)
    {
        var choice = stage.Entities.TryGetValue(mark.Entity!, out var known) ? EntityChoice.Existing(known) : EntityChoice.New(stage.Script.Entities[mark.Entity!].Type);
        var isPerson = stage.Script.Entities[mark.Entity!].Type == "person";
        return new ValueMark(stage.Items[id], span, choice, mark.Property!)
        {
            Value = mark.Value,
            Name = mark is { Property: "name", Value: null } && isPerson ? Name(mark) : null,
            ValidFrom = mark.ValidFrom,
            ValidTo = mark.ValidTo,
            AsWritten = true,
        };
    }

    private LinkMark Link(string id, TextSpan span, string type, SampleMark mark) =>
        new(stage.Items[id], span, type, stage.Entities[mark.Source!], stage.Entities[mark.Target!])
        {
            Link = stage.Links.TryGetValue((type, mark.Source!, mark.Target!), out var same) ? same : null,
            Values = [.. mark.Values.Select(pair => new LinkValue(pair.Key, pair.Value))],
            ValidFrom = mark.ValidFrom,
            ValidTo = mark.ValidTo,
            AsWritten = true,
        };

    // As the script's head says: three words without parts are given, father, grandfather.
    private static PersonName? Name(SampleMark mark)
    {
        if (mark.Parts is { } parts && PersonName.TryDecode(parts, out var given)) return given;
        return mark.Text.Split(' ') is [var own, var father, var grandfather]
            ? PersonName.Of((NamePartKind.Given, own), (NamePartKind.Father, father), (NamePartKind.Grandfather, grandfather))
            : null;
    }

    private async Task<TextSpan?> Span(Safeguards.Visitor visitor, string id, SampleMark mark, CancellationToken ct)
    {
        if (!stage.Texts.TryGetValue(id, out var text))
        {
            if (stage.Take($"read {id}", await stage.Use<ViewItem>().Run(visitor, stage.Items[id], ct)) is not { } view) return null;
            stage.Texts[id] = text = view.Item.Text;
        }
        var at = -1;
        for (var n = 0; n < mark.Occurrence; n++)
            if ((at = text.IndexOf(mark.Text, at + 1, StringComparison.Ordinal)) < 0) return null;
        return new TextSpan(at, at + mark.Text.Length);
    }
}
