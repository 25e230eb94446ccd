using Plumbline.Core;
using Plumbline.Register;
using Plumbline.Register.Questions;
using Plumbline.Safeguards;

namespace Plumbline.Intelligence;

/// <summary>An item with its grade history and its label, as one reader sees it.</summary>
public sealed record ItemView(ItemRow Item, Label Label, IReadOnlyList<GradingRow> History);

/// <summary>Shows items: one, a report's, or the grading queue. Each look is an act.</summary>
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
        var history = await new GradingRows(reader).Of([key], ct);
        var view = new ItemView(item, await labels.Of(item.CurrentLabel, ct), history);
        await gate.Record(reader, Actions.ReadItem, $"item:{key}", 1, "", ct);
        return view;
    }

    /// <summary>Items in a state, oldest first.</summary>
    /// <param name="state"><c>ungraded</c>, <c>proposed</c> or <c>graded</c>.</param>
    /// <param name="most">How many at most; the host says so on screen.</param>
    public async Task<Outcome<IReadOnlyList<ItemRow>>> Queue(Visitor visitor, string state, int most, CancellationToken ct)
    {
        var admitted = await gate.Admit(visitor, Actions.ReadItem, ct);
        if (admitted is not Outcome<Reader>.Done { Value: var reader }) return admitted.Why;
        await using var opened = reader;
        var items = await new ItemRows(reader).Waiting(state, most, ct);
        await gate.Record(reader, Actions.ReadItem, string.Join(',', items.Select(item => $"item:{item.Key}")), items.Count, $"queue {state}", ct);
        return new Outcome<IReadOnlyList<ItemRow>>.Done(items);
    }
}
