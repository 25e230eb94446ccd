using Plumbline.Core;
using Plumbline.Register;
using Plumbline.Register.Questions;
using Plumbline.Register.Records;

namespace Plumbline.Intelligence;

/// <summary>Whoever may see a statement must also see what its entity is called: else the item that says it has to give the name too.</summary>
public sealed class CaptionRule(Reader reader, Labels labels)
{
    /// <summary>The statement, with a caption beside it where its readers need one.</summary>
    /// <param name="entity">Null for one about to be made.</param>
    /// <param name="caption">The name that the officer gave; null when none was given.</param>
    public async Task<Outcome<IReadOnlyList<NewStatement>>> With(ItemRow item, EntityType type, long? entity, NewStatement statement, string? caption, CancellationToken ct)
    {
        var naming = EntityCaption.NamingProperties(type);
        if (type.IsLink || naming.Contains((int)statement.Property) || (caption is null && entity is { } known && await IsNamedFor(known, type, statement.Label, _ => true, ct))) return Only(statement);
        if (caption is null)
            return new Refusal("mark.needs-caption", $"Those who may read this item would see no name for the {type.Label.En.ToLowerInvariant()}: say what it is called in this item.");
        foreach (var property in naming.Select(id => type.Properties.First(one => one.Id == id)))
        {
            var read = MarkReading.Value(item, type, statement.Entity, new ValueMark(item.Key, Place(item, caption), EntityChoice.New(type.Name), property.Name) { Value = caption });
            if (read is Outcome<NewStatement>.Done { Value: var named }) return new Outcome<IReadOnlyList<NewStatement>>.Done([named, statement]);
        }
        return new Refusal("mark.caption-unreadable", $"\"{caption}\" names no {type.Label.En.ToLowerInvariant()}.");
    }

    /// <summary>Whether everyone who sees this label sees a name of the entity: some name's label is at most as strict.</summary>
    /// <param name="counts">Which names count, of those that wait for acceptance too.</param>
    public async Task<bool> IsNamedFor(long entity, EntityType type, long label, Func<StatementRow, bool> counts, CancellationToken ct)
    {
        var readers = await labels.Of(label, ct);
        var names = await new StatementRows(reader).Naming([entity], [.. EntityCaption.NamingProperties(type).Select(id => (long)id)], waiting: true, ct);
        foreach (var named in names.Where(counts).Select(row => row.CurrentLabel).Distinct())
        {
            if (readers.IsAtLeastAsStrictAs(await labels.Of(named, ct))) return true;
        }
        return false;
    }

    private static Outcome<IReadOnlyList<NewStatement>> Only(NewStatement statement) => new Outcome<IReadOnlyList<NewStatement>>.Done([statement]);

    private static TextSpan? Place(ItemRow item, string caption) =>
        item.Text.IndexOf(caption, StringComparison.Ordinal) is >= 0 and var at ? new TextSpan(at, at + caption.Length) : null;
}
