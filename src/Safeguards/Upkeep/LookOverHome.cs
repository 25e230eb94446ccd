using Plumbline.Core;
using Plumbline.Register;
using Plumbline.Register.Upkeep;

namespace Plumbline.Safeguards.Upkeep;

/// <summary>Looks an installation over and says what to do.</summary>
public sealed class LookOverHome(Gate gate, Home home, TimeProvider clock)
{
    /// <summary>Looks; see <see cref="HomeCheckup"/>.</summary>
    public async Task<Outcome<IReadOnlyList<CheckupLine>>> Run(Visitor visitor, CancellationToken ct)
    {
        var admitted = await gate.Admit(visitor, Actions.Doctor, ct);
        if (admitted is not Outcome<Reader>.Done { Value: var reader }) return admitted.Why;
        await using var opened = reader;
        var lines = await new HomeCheckup(home, clock).Run(ct);
        await gate.Record(reader, Actions.Doctor, "", lines.Count(line => !line.IsWell), "", ct);
        return new Outcome<IReadOnlyList<CheckupLine>>.Done(lines);
    }
}
