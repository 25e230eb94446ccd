using Plumbline.Core;
using Plumbline.Register;
using Plumbline.Register.Questions;
using Plumbline.Register.Records;
using Plumbline.Safeguards;

namespace Plumbline.Intelligence;

/// <summary>Marks what an item says: a value of an entity, or a link of two. The statement keeps the place and takes the item's grade and label.
/// What an officer marks who may only propose waits for another (<see cref="AcceptMark"/>).</summary>
public sealed class MarkItem(Gate gate, Labels labels, TimeProvider clock)
{
    /// <summary>Marks a value; makes the entity where it is new.</summary>
    public async Task<Outcome<Marked>> Value(Visitor visitor, ValueMark mark, CancellationToken ct)
    {
        var admitted = await gate.Admit(visitor, Actions.ProposeMark, ct);
        if (admitted is not Outcome<Reader>.Done { Value: var reader }) return admitted.Why;
        await using var opened = reader;
        var action = ActionOf(reader);
        if (await new ItemRows(reader).Of([mark.Item], ct) is not [var item]) return await gate.Refuse(reader, action, UnknownItem, ct);
        var known = mark.Entity.Key is { } key ? (await new EntityRefs(reader, waiting: true).Of([key], ct)).GetValueOrDefault(key) : null;
        if (mark.Entity.Key is not null && known is null) return await gate.Refuse(reader, action, ViewEntity.Unknown, ct);
        if ((known?.Type ?? Schema.Builtin.Find(mark.Entity.Type!)) is not { Abstract: false } type || (known is null && type.IsLink))
            return await gate.Refuse(reader, action, new("mark.type-unknown", "There is no such type of entity; a link is marked between two entities."), ct);
        var read = MarkReading.Value(item, type, known?.Key ?? 0, mark);
        if (read is not Outcome<NewStatement>.Done { Value: var statement }) return await gate.Refuse(reader, action, read.Why, ct);
        var captioned = await new CaptionRule(reader, labels).With(item, type, known?.Key, statement, mark.Caption, ct);
        if (captioned is not Outcome<IReadOnlyList<NewStatement>>.Done { Value: var statements }) return await gate.Refuse(reader, action, captioned.Why, ct);
        return await gate.Perform(reader, action, async writer =>
        {
            var records = Records(writer, reader);
            var entity = known?.Key ?? await records.Entities([type.Name], ct);
            return await Keep(records, item, entity, [.. statements.Select(one => one with { Entity = entity })], action == Actions.ProposeMark, ct);
        }, ct);
    }

    /// <summary>Marks a link, or one more item's statement of the same link. Its ends must be of the types that the schema allows.</summary>
    public async Task<Outcome<Marked>> Link(Visitor visitor, LinkMark mark, CancellationToken ct)
    {
        var admitted = await gate.Admit(visitor, Actions.ProposeMark, ct);
        if (admitted is not Outcome<Reader>.Done { Value: var reader }) return admitted.Why;
        await using var opened = reader;
        var action = ActionOf(reader);
        if (await new ItemRows(reader).Of([mark.Item], ct) is not [var item]) return await gate.Refuse(reader, action, UnknownItem, ct);
        if (Schema.Builtin.Find(mark.Type) is not { IsLink: true, Abstract: false } type)
            return await gate.Refuse(reader, action, new("mark.type-unknown", "There is no such type of link."), ct);
        var ends = await new EntityRefs(reader, waiting: true).Of([mark.Source, mark.Target], ct);
        if (!ends.TryGetValue(mark.Source, out var source) || !ends.TryGetValue(mark.Target, out var target)) return await gate.Refuse(reader, action, ViewEntity.Unknown, ct);
        if (await WhyNot(reader, mark, type, source, target, ct) is { } why) return await gate.Refuse(reader, action, why, ct);
        var read = LinkReading.Statements(item, type, mark);
        if (read is not Outcome<IReadOnlyList<NewStatement>>.Done { Value: var statements }) return await gate.Refuse(reader, action, read.Why, ct);
        return await gate.Perform(reader, action, async writer =>
        {
            var records = Records(writer, reader);
            var link = mark.Link ?? await records.Entities([type.Name], ct);
            return await Keep(records, item, link, [.. statements.Select(one => one with { Entity = link })], action == Actions.ProposeMark, ct);
        }, ct);
    }

    internal static Refusal UnknownItem { get; } = new("item.unknown", "There is no such item.");

    private static async Task<Refusal?> WhyNot(Reader reader, LinkMark mark, EntityType type, EntityRef source, EntityRef target, CancellationToken ct)
    {
        if (!source.Type.Is(type.Link!.SourceType) || !target.Type.Is(type.Link.TargetType))
            return new("mark.ends-not-allowed", $"\"{type.Label.En}\" goes from {type.Link.SourceType} to {type.Link.TargetType}, not from {source.Type.Name} to {target.Type.Name}.");
        if (mark.Source == mark.Target) return new("mark.same-end", "A link joins two entities.");
        if (mark.Link is not { } link) return null;
        var same = LinkEndRows.Of(await new StatementRows(reader).About([link], ct)).GetValueOrDefault(link);
        if (same is null) return ViewEntity.Unknown;
        return same.Type == type.Name && same.Source == mark.Source && same.Target == mark.Target ? null
            : new("mark.other-link", "That link is of another type or joins others: mark a link of its own.");
    }

    private static async Task<Written<Marked>> Keep(StatementRecords records, ItemRow item, long entity, IReadOnlyList<NewStatement> statements, bool waiting, CancellationToken ct)
    {
        var first = await records.Keep([.. statements.Select(one => one with { Waiting = waiting ? 1 : 0 })], ct);
        long[] keys = [.. Enumerable.Range(0, statements.Count).Select(n => first + n)];
        return new Written<Marked>(new Marked(entity, keys, waiting), $"item:{item.Key},entity:{entity},{string.Join(',', keys.Select(key => $"statement:{key}"))}", keys.Length);
    }

    private string ActionOf(Reader reader) => gate.Policy.Allows(reader.Standing.Roles, Actions.Mark) ? Actions.Mark : Actions.ProposeMark;

    private StatementRecords Records(Writer writer, Reader reader) => new(writer, clock.Micros(), reader.Standing.Officer);
}
