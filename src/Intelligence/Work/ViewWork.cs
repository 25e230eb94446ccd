using System.Globalization;
using Plumbline.Core;
using Plumbline.Register;
using Plumbline.Register.Questions;
using Plumbline.Safeguards;

namespace Plumbline.Intelligence;

/// <summary>What waits for an officer and what the officer worked on last.</summary>
/// <param name="Entities">Entities looked at or marked, newest first.</param>
/// <param name="Items">Items graded or marked, newest first.</param>
public sealed record WorkView(WorkCounts Counts, IReadOnlyList<EntityRef> Entities, IReadOnlyList<ItemRow> Items)
{
    /// <summary>Judgements of colleagues that were refused for what they may not see, for those who may look into it.</summary>
    public int Refused { get; init; }
}

/// <summary>Shows an officer the day's work; only what may still be seen. The look is an act.</summary>
public sealed class ViewWork(Gate gate, TimeProvider clock)
{
    private const int Acts = 60;
    private const int Shown = 6;

    /// <summary>Counts and the last things worked on.</summary>
    public async Task<Outcome<WorkView>> Run(Visitor visitor, CancellationToken ct)
    {
        var admitted = await gate.Admit(visitor, Actions.ReadItem, ct);
        if (admitted is not Outcome<Reader>.Done { Value: var reader }) return admitted.Why;
        await using var opened = reader;
        var asked = new WorkRows(reader);
        var counts = await asked.Counts(ct);
        var acts = await asked.Lately(Acts, ct);
        long[] entities = [.. acts.Where(act => act.Action == Actions.ReadEntity).SelectMany(act => Keys(act.Objects, "entity:")).Distinct().Take(Shown)];
        long[] items = [.. acts.Where(act => act.Action != Actions.ReadEntity).SelectMany(act => Keys(act.Objects, "item:")).Distinct().Take(Shown)];
        var refs = await new EntityRefs(reader).Of(entities, ct);
        var rows = (await new ItemRows(reader).Of(items, ct)).ToDictionary(row => row.Key);
        var view = new WorkView(counts, [.. entities.Where(refs.ContainsKey).Select(key => refs[key])], [.. items.Where(rows.ContainsKey).Select(key => rows[key])])
        {
            Refused = !gate.Policy.Allows(reader.Standing.Roles, Actions.ReadRefusedJudgements) ? 0
                : (await new IdentityRows(reader).Refused(clock.Micros(), ct)).Count,
        };
        await gate.Record(reader, Actions.ReadItem, string.Join(',', view.Items.Select(item => $"item:{item.Key}").Concat(view.Entities.Select(entity => $"entity:{entity.Key}"))),
            view.Items.Count + view.Entities.Count, "today", ct);
        return view;
    }

    private static IEnumerable<long> Keys(string objects, string kind) => objects.Split(',').Where(one => one.StartsWith(kind, StringComparison.Ordinal))
        .Select(one => long.Parse(one.AsSpan(kind.Length), CultureInfo.InvariantCulture)).Take(1);
}
