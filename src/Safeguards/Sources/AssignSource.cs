using Plumbline.Core;
using Plumbline.Register;
using Plumbline.Register.Questions;
using Plumbline.Register.Records;

namespace Plumbline.Safeguards.Sources;

/// <summary>Gives items that came without a source reference the number of one, graded or not: nothing that stood there is changed.</summary>
public sealed class AssignSource(Gate gate, Labels labels, TimeProvider clock)
{
    /// <summary>Assigns to all of the items or to none.</summary>
    /// <param name="items">Keys of items that wait; hidden, absent and already assigned are refused alike.</param>
    /// <param name="reference">Reference of a source that is entered.</param>
    /// <returns>How many items have it now.</returns>
    public async Task<Outcome<int>> Run(Visitor visitor, IReadOnlyCollection<long> items, string reference, CancellationToken ct)
    {
        var admitted = await gate.Admit(visitor, Actions.AssignSource, ct);
        if (admitted is not Outcome<Reader>.Done { Value: var reader }) return admitted.Why;
        await using var opened = reader;
        long[] keys = [.. items.Distinct().Order()];
        var waiting = await (await ListSources.Rows(reader, labels, ct)).WaitingAmong(keys, ct);
        var why = await new SourceSecrets(reader).Of(reference.Trim(), ct) is null ? NoSuch
            : keys.Length == 0 || waiting.Count < keys.Length ? NothingWaits
            : null;
        if (why is not null) return await gate.Refuse(reader, Actions.AssignSource, why, ct);
        return await gate.Perform(reader, Actions.AssignSource, async writer =>
        {
            var records = new SourceRecords(writer, clock.Micros());
            foreach (var item in keys)
                if (!await records.Assign(item, reference.Trim(), visitor.Officer, ct)) return new Written<int>(NothingWaits);
            return new Written<int>(keys.Length, string.Join(',', keys.Select(key => $"item:{key}")), keys.Length, $"source: {reference.Trim()}");
        }, ct);
    }

    internal static Refusal NoSuch { get; } = new("source.unknown", "There is no such source in the register: enter it first.");

    private static Refusal NothingWaits { get; } = new("source.nothing-waits", "There is no such item that waits for a reference.");
}
