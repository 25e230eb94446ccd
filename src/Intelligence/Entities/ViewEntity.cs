using Plumbline.Core;
using Plumbline.Register;
using Plumbline.Safeguards;

namespace Plumbline.Intelligence;

/// <summary>Shows an entity with the records that are joined with it. Each look is an act.</summary>
public sealed class ViewEntity(Gate gate, Labels labels)
{
    /// <summary>The picture; hidden and absent are the same refusal.</summary>
    public async Task<Outcome<EntityPicture>> Run(Visitor visitor, long key, CancellationToken ct)
    {
        var admitted = await gate.Admit(visitor, Actions.ReadEntity, ct);
        if (admitted is not Outcome<Reader>.Done { Value: var reader }) return admitted.Why;
        await using var opened = reader;
        if (await new EntityPictures(gate, labels).Whole(reader, key, ct) is not { } picture)
            return await gate.Refuse(reader, Actions.ReadEntity, Unknown, ct);
        await gate.Record(reader, Actions.ReadEntity, string.Join(',', picture.Records.Select(record => record.Key).Where(record => record != key).Prepend(key).Select(record => $"entity:{record}")), picture.Statements.Count(), "", ct);
        return picture;
    }

    /// <summary>The one answer for what is hidden and what is absent.</summary>
    internal static Refusal Unknown { get; } = new("entity.unknown", "There is no such entity.");
}
