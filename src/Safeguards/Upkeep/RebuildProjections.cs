using Plumbline.Core;
using Plumbline.Register;
using Plumbline.Register.Following;
using Plumbline.Register.Upkeep;

namespace Plumbline.Safeguards.Upkeep;

/// <summary>Makes anew what can be derived: current grades and labels, which records are joined, then the search index.</summary>
public sealed class RebuildProjections(Gate gate, Home home, Labels labels, Projections projections, TimeProvider clock)
{
    /// <summary>Rebuilds; may be stopped and run again.</summary>
    public async Task<Outcome<DerivedFinding>> Run(Visitor visitor, CancellationToken ct)
    {
        var admitted = await gate.Admit(visitor, Actions.Rebuild, ct);
        if (admitted is not Outcome<Reader>.Done { Value: var reader }) return admitted.Why;
        await using var opened = reader;
        if (!projections.IsOwner) return await gate.Refuse(reader, Actions.Rebuild, new("home.owned", "Another process keeps the projections of this home: stop it first."), ct);
        var found = await new DerivedColumns(home.Store, labels).Run(ct) with { Misjoined = await new DerivedComponents(home.Store, clock).Run(ct) };
        // What rests on items comes after them: their labels may have been put right just now.
        found = found with { LooserResting = await new RestingLabels(home.Store, labels).Run(repair: true, ct) };
        await gate.Record(reader, Actions.Rebuild, "", found.Grades + found.LooserLabels + found.Misjoined + found.LooserResting, $"{found}", ct);
        return await projections.StartAnew(ct) is Outcome<long>.Refused late ? late.Why : found;
    }
}
