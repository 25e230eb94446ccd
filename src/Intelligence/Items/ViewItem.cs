using Plumbline.Core;
using Plumbline.Register;
using Plumbline.Register.Questions;
using Plumbline.Safeguards;

namespace Plumbline.Intelligence;

/// <summary>Shows items: one, a queue, or the next of a queue. Each look is an act.</summary>
public sealed class ViewItem(Gate gate, Labels labels)
{
    /// <summary>One item; hidden and absent are the same refusal.</summary>
    public async Task<Outcome<ItemView>> Run(Visitor visitor, long key, CancellationToken ct)
    {
        var admitted = await gate.Admit(visitor, Actions.ReadItem, ct);
        if (admitted is not Outcome<Reader>.Done { Value: var reader }) return admitted.Why;
        await using var opened = reader;
        if (await new ItemRows(reader).Of([key], ct) is not [var item])
            return await gate.Refuse(reader, Actions.ReadItem, new("item.unknown", "There is no such item."), ct);
        var view = await View(reader, item, ct);
        await gate.Record(reader, Actions.ReadItem, $"item:{key}", 1, "", ct);
        return view;
    }

    /// <summary>Items in a state, oldest first.</summary>
    /// <param name="state"><c>ungraded</c>, <c>proposed</c> or <c>graded</c>.</param>
    /// <param name="most">How many at most; the host says so on screen.</param>
    public Task<Outcome<ItemQueue>> Queue(Visitor visitor, string state, int most, CancellationToken ct) => Queue(visitor, state, 0, most, ct);

    /// <summary>The same from where another look ended.</summary>
    /// <param name="after">Key of the last item shown; 0 from the beginning.</param>
    public async Task<Outcome<ItemQueue>> Queue(Visitor visitor, string state, long after, int most, CancellationToken ct)
    {
        var admitted = await gate.Admit(visitor, Actions.ReadItem, ct);
        if (admitted is not Outcome<Reader>.Done { Value: var reader }) return admitted.Why;
        await using var opened = reader;
        var rows = new ItemRows(reader);
        var items = await rows.Waiting(state, after, most, ct);
        var total = after == 0 && items.Count < most ? items.Count : await rows.Count(state, ct);
        await gate.Record(reader, Actions.ReadItem, string.Join(',', items.Select(item => $"item:{item.Key}")), items.Count, $"queue {state}", ct);
        return new ItemQueue(total, items, await labels.Union(items.Select(item => item.CurrentLabel), ct));
    }

    /// <summary>Grades that wait for a second officer, oldest first; one's own among them, which another must confirm.</summary>
    public async Task<Outcome<IReadOnlyList<ItemProposal>>> Proposals(Visitor visitor, int most, CancellationToken ct)
    {
        var admitted = await gate.Admit(visitor, Actions.ConfirmGrade, ct);
        if (admitted is not Outcome<Reader>.Done { Value: var reader }) return admitted.Why;
        await using var opened = reader;
        var items = await new ItemRows(reader).Waiting("proposed", most, ct);
        var history = (await new GradingRows(reader).Of([.. items.Select(item => item.Key)], ct)).Where(step => step.Step == "proposed").ToLookup(step => step.Item);
        var waiting = new List<ItemProposal>();
        foreach (var item in items) waiting.Add(new ItemProposal(item, await labels.Of(item.CurrentLabel, ct), history[item.Key].Last()));
        await gate.Record(reader, Actions.ReadItem, string.Join(',', items.Select(item => $"item:{item.Key}")), items.Count, "queue proposed", ct);
        return waiting;
    }

    /// <summary>The item in a state that comes after another; null when nothing else waits that this officer may see.</summary>
    public async Task<Outcome<long?>> Next(Visitor visitor, string state, long after, CancellationToken ct)
    {
        var admitted = await gate.Admit(visitor, Actions.ReadItem, ct);
        if (admitted is not Outcome<Reader>.Done { Value: var reader }) return admitted.Why;
        await using var opened = reader;
        var next = await new ItemRows(reader).After(state, after, ct);
        await gate.Record(reader, Actions.ReadItem, next is [var found] ? $"item:{found.Key}" : "", next.Count, $"next {state}", ct);
        return next is [var item] ? item.Key : (long?)null;
    }

    private async Task<ItemView> View(Reader reader, ItemRow item, CancellationToken ct) => new(item, await labels.Of(item.CurrentLabel, ct), await new GradingRows(reader).Of([item.Key], ct))
    {
        Origin = item.Origin is { } origin && await new OriginRows(reader).Of([origin], ct) is [var named] ? named.Reference : null,
        SourceRecord = item.Source is { } source ? await new SourceGrades(reader).Of(source, ct) : [],
    };
}
