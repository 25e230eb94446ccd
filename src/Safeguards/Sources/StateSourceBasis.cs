using Plumbline.Core;
using Plumbline.Register;
using Plumbline.Register.Records;

namespace Plumbline.Safeguards.Sources;

/// <summary>States on which legal basis a source is used, and keeps what was stated before; the reason goes to the log, where oversight reads it.</summary>
public sealed class StateSourceBasis(Gate gate, Labels labels, TimeProvider clock)
{
    private const int ShortestReason = 10;
    private const int LongestReason = 400;

    /// <summary>States it.</summary>
    /// <param name="reference">Reference of a source that is entered.</param>
    /// <param name="legalBasis">Code of the policy.</param>
    /// <param name="reason">10 to 400 characters.</param>
    /// <returns>The code now in force.</returns>
    public async Task<Outcome<string>> Run(Visitor visitor, string reference, string legalBasis, string reason, CancellationToken ct)
    {
        var admitted = await gate.Admit(visitor, Actions.StateSourceBasis, ct);
        if (admitted is not Outcome<Reader>.Done { Value: var reader }) return admitted.Why;
        await using var opened = reader;
        var why = reason.Trim().Length is < ShortestReason or > LongestReason ? new Refusal("source.needs-reason", "Say why, in 10 to 400 characters: oversight reads it.") : WhyNot(gate.Policy, legalBasis);
        if (why is not null) return await gate.Refuse(reader, Actions.StateSourceBasis, why, ct);
        if (await (await ListSources.Rows(reader, labels, ct)).Find(reference.Trim(), ct) is not { } source) return await gate.Refuse(reader, Actions.StateSourceBasis, AssignSource.NoSuch, ct);
        return await gate.Perform(reader, Actions.StateSourceBasis, async writer =>
        {
            await new SourceRecords(writer, clock.Micros()).Basis(source, legalBasis, reason.Trim(), visitor.Officer, ct);
            return new Written<string>(legalBasis, $"source:{source}", 1, $"{reference.Trim()} {legalBasis}: {reason.Trim()}");
        }, ct);
    }

    /// <summary>Why a code is no legal basis here; null when it is one.</summary>
    internal static Refusal? WhyNot(Policy policy, string legalBasis) => policy.LegalBases.Any(basis => basis.Code == legalBasis) ? null
        : new Refusal("source.legal-basis", $"State on which law the source is used: {string.Join(", ", policy.LegalBases.Select(basis => basis.Code))}.");
}
