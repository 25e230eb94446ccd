using Plumbline.Core;
using Plumbline.Register;
using Plumbline.Register.Questions;

namespace Plumbline.Safeguards;

/// <summary>Officers, grants, cases and members, for those who administer them.</summary>
/// <param name="Cases">Empty for those who run no cases.</param>
/// <param name="Members">Likewise.</param>
public sealed record OfficersView(IReadOnlyList<OfficerRow> Officers, IReadOnlyList<GrantRow> Grants, IReadOnlyList<CaseLine> Cases, IReadOnlyList<MemberRow> Members);

/// <summary>Shows who works here and in which roles; the look is an act.</summary>
public sealed class ViewOfficers(Gate gate)
{
    /// <summary>Everyone; cases only for those who may open them, as a title tells what a unit works on.</summary>
    public async Task<Outcome<OfficersView>> Run(Visitor visitor, CancellationToken ct)
    {
        var admitted = await gate.Admit(visitor, Actions.ReadOfficers, ct);
        if (admitted is not Outcome<Reader>.Done { Value: var reader }) return admitted.Why;
        await using var opened = reader;
        var officers = new OfficerRows(reader);
        var cases = new CaseLines(reader);
        var runsCases = gate.Policy.Allows(reader.Standing.Roles, Actions.OpenCase);
        var view = new OfficersView(await officers.All(ct), await officers.Grants(ct), runsCases ? await cases.All(ct) : [], runsCases ? await cases.Members(ct) : []);
        await gate.Record(reader, Actions.ReadOfficers, "", view.Officers.Count, "", ct);
        return view;
    }
}
