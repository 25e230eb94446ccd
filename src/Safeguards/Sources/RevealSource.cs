using Plumbline.Core;
using Plumbline.Register;
using Plumbline.Register.Questions;

namespace Plumbline.Safeguards.Sources;

/// <summary>Opens who a source is, for the keeper alone and with a reason that oversight reads.</summary>
public sealed class RevealSource(Gate gate, SourceSeal seal)
{
    private const int ShortestReason = 10;
    private const int LongestReason = 400;

    /// <summary>Opens one identity.</summary>
    /// <param name="reason">10 to 400 characters; kept in the log.</param>
    public async Task<Outcome<string>> Run(Visitor visitor, string reference, string reason, CancellationToken ct)
    {
        var admitted = await gate.Admit(visitor, Actions.RevealSource, ct);
        if (admitted is not Outcome<Reader>.Done { Value: var reader }) return admitted.Why;
        await using var opened = reader;
        reason = reason.Trim();
        if (reason.Length is < ShortestReason or > LongestReason)
            return await gate.Refuse(reader, Actions.RevealSource, new("source.needs-reason", $"Say why, in {ShortestReason} to {LongestReason} characters: oversight reads it."), ct);
        if (await new SourceSecrets(reader).Of(reference.Trim(), ct) is not { } source) return await gate.Refuse(reader, Actions.RevealSource, AssignSource.NoSuch, ct);
        if (source.Secret is null) return await gate.Refuse(reader, Actions.RevealSource, new("source.no-identity", "No identity was entered for this source."), ct);
        var identity = seal.Open(source.Reference, source.Secret);
        // Told only once it is written down that it was asked.
        await gate.Record(reader, Actions.RevealSource, $"source:{source.Key}", 1, $"{source.Reference}: {reason}", ct);
        return identity;
    }
}
