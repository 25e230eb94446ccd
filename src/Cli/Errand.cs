using Plumbline.Core;
using Plumbline.Register;
using Plumbline.Safeguards;

namespace Plumbline.Cli;

/// <summary>Who runs a command and what for, as the common options say.</summary>
internal sealed record Errand(string? As, string? Purpose, string? Case, string? Reason, string? OnInstructionOf)
{
    private const int Recent = 50;
    private const string ForACase = "investigation";

    /// <summary>The visitor with the purpose asked for: one that holds already, or one stated now; without the options, the one stated last.</summary>
    public async Task<Outcome<Visitor>> For(long officer, Gate gate, CancellationToken ct)
    {
        var now = TimeProvider.System.Micros();
        var visitor = new Visitor(officer, null, "cli") { OnInstructionOf = OnInstructionOf };
        if (Purpose is null && Case is null) return visitor with { Purpose = (await gate.Rights.LatestPurpose(officer, now, ct))?.Key };
        var code = Purpose ?? ForACase;
        var key = (await gate.Rights.OwnCases(officer, ct)).FirstOrDefault(one => one.Reference == Case)?.Key;
        var held = Case is not null && key is null ? null : (await gate.Rights.RecentPurposes(officer, now, Recent, ct))
            .FirstOrDefault(one => one.Code == code && one.CaseKey == key && (Reason is null || Reason.Trim() == one.Reason));
        if (held is not null) return visitor with { Purpose = held.Key };
        return (await new StatePurpose(gate, TimeProvider.System).Run(visitor, code, Case, Reason ?? "", ct)).Then<Visitor>(stated => visitor with { Purpose = stated.Key });
    }
}
