using Plumbline.Core;
using Plumbline.Register;
using Plumbline.Register.Questions;
using Plumbline.Safeguards;

namespace Plumbline.Intelligence;

/// <summary>One statement that was marked in an item, with its entity.</summary>
/// <param name="Entity">Whom or what it is about; for an end of a link, the link.</param>
/// <param name="Target">The other entity, where the statement points at one.</param>
public sealed record MarkView(CitedStatement Statement, EntityRef Entity, EntityRef? Target)
{
    /// <summary>Where it stands in the item's text; null where it was marked without a place.</summary>
    public TextSpan? Span => Statement.Row is { SpanFrom: { } from, SpanTo: { } to } ? new TextSpan((int)from, (int)to) : null;

    /// <summary>Whether it waits for another officer.</summary>
    public bool Waits => Statement.Row is { Waiting: 1, WithdrawnAt: null };
}

/// <summary>Shows what was marked in an item, and what waits for acceptance. Each look is an act.</summary>
public sealed class ViewMarks(Gate gate, Labels labels)
{
    /// <summary>What was marked in an item: by place, then key; withdrawn and rejected ones included.</summary>
    public async Task<Outcome<IReadOnlyList<MarkView>>> Of(Visitor visitor, long item, CancellationToken ct)
    {
        var admitted = await gate.Admit(visitor, Actions.ReadItem, ct);
        if (admitted is not Outcome<Reader>.Done { Value: var reader }) return admitted.Why;
        await using var opened = reader;
        if (await new ItemRows(reader).Of([item], ct) is not [_]) return await gate.Refuse(reader, Actions.ReadItem, MarkItem.UnknownItem, ct);
        var marks = await Views(reader, await new StatementRows(reader).From([item], ct), ct);
        await gate.Record(reader, Actions.ReadItem, $"item:{item}", marks.Count, "marks", ct);
        return new Outcome<IReadOnlyList<MarkView>>.Done([.. marks.OrderBy(mark => mark.Span?.From ?? int.MaxValue).ThenBy(mark => mark.Statement.Row.Key)]);
    }

    /// <summary>What waits for another officer's acceptance, oldest first.</summary>
    /// <param name="most">How many at most; the host says so on screen.</param>
    public async Task<Outcome<IReadOnlyList<MarkView>>> Waiting(Visitor visitor, int most, CancellationToken ct)
    {
        var admitted = await gate.Admit(visitor, Actions.AcceptMark, ct);
        if (admitted is not Outcome<Reader>.Done { Value: var reader }) return admitted.Why;
        await using var opened = reader;
        var rows = await new StatementRows(reader).Waiting(most, ct);
        var marks = await Views(reader, rows, ct);
        await gate.Record(reader, Actions.ReadItem, string.Join(',', rows.Select(row => $"item:{row.Item}").Distinct()), marks.Count, "queue marks", ct);
        return new Outcome<IReadOnlyList<MarkView>>.Done(marks);
    }

    private async Task<IReadOnlyList<MarkView>> Views(Reader reader, IReadOnlyList<StatementRow> rows, CancellationToken ct)
    {
        var statements = (await new CitedStatements(reader, labels).Of(rows, ct)).Statements;
        long[] keys = [.. rows.SelectMany(row => row.Target is { } target ? [row.Entity, target] : new[] { row.Entity }).Distinct()];
        // What was withdrawn still shows in its item: its entity may have no other statement.
        var known = await new EntityRefs(reader, waiting: true).Of(keys, ct);
        return [.. statements.Where(view => view.Row.Target is not { } target || known.ContainsKey(target)).Select(view => new MarkView(view,
            known.GetValueOrDefault(view.Row.Entity) ?? new EntityRef(view.Row.Entity, Schema.Builtin[view.Row.Type], EntityCaption.None, null),
            view.Row.Target is { } target ? known[target] : null))];
    }
}
