using Plumbline.Core;
using Plumbline.Register.Questions;
using Plumbline.Register.Records;

namespace Plumbline.Intelligence;

/// <summary>Turns what an officer marked into statements, by the property's type. Pure.</summary>
public static class MarkReading
{
    /// <summary>The statement of a value; a value that its type cannot read is refused with the type's reason, unless it is to be kept as written.</summary>
    /// <param name="item">The item it is drawn from: the statement takes its grade and label.</param>
    public static Outcome<NewStatement> Value(ItemRow item, EntityType type, long entity, ValueMark mark)
    {
        if (type.Find(mark.Property) is not { } property)
            return new Refusal("mark.property-unknown", $"{type.Label.En} has no property {mark.Property}. It has: {string.Join(", ", type.Properties.Select(one => one.Name))}.");
        if (property.IsReference) return new Refusal("mark.is-link", "What points to another entity is marked as a link.");
        if (mark.Span is { } place && !place.IsIn(item.Text)) return new Refusal("mark.span-outside", $"The item's text has {item.Text.Length} characters.");
        if (mark.Nature is not ("fact" or "assessment")) return new Refusal("mark.nature", "A statement is a fact or an assessment.");
        var written = mark.Span?.Of(item.Text).Trim();
        if ((mark.Name?.Full ?? mark.Value ?? written) is not { } meant || string.IsNullOrWhiteSpace(meant))
            return new Refusal("mark.no-value", "Select the words in the item, or type what is meant.");
        return Validity.Read(mark.ValidFrom, mark.ValidTo).Then(validity => Read(property, meant, mark.Name, mark.AsWritten).Then<NewStatement>(value =>
            Statement(item, entity, property, value, mark.Span, validity, mark.Nature) with { Original = written is null || written == value.Text ? null : written }));
    }

    /// <summary>An end statement of a link.</summary>
    /// <param name="property"><see cref="Property.SourceId"/> or <see cref="Property.TargetId"/>.</param>
    public static NewStatement End(ItemRow item, EntityType type, long link, int property, long end, LinkMark mark, Validity validity)
    {
        var value = EntityReferenceType.Of(end);
        return Statement(item, link, type.Properties.First(one => one.Id == property), value, mark.Span, validity, mark.Nature) with { Target = end, Language = "" };
    }

    private static Outcome<PropertyValue> Read(Property property, string meant, PersonName? name, bool asWritten)
    {
        if (name is not null)
        {
            return property.Type is NameType
                ? NameType.Of(name)
                : new Refusal("mark.no-name", $"{property.Label.En} is no name: it has no parts.");
        }
        var read = property.Type.Read(meant);
        if (read is Outcome<PropertyValue>.Done || !asWritten) return read;
        // Kept word for word; what the house cannot keep at all (blank, NUL, endless) it refuses still.
        return PropertyTypes.Text.Read(meant);
    }

    private static NewStatement Statement(ItemRow item, long entity, Property property, PropertyValue value, TextSpan? span, Validity validity, string nature) =>
        new(entity, property.Id, value.Text, value.Key, item.Key, item.CurrentLabel)
        {
            ValueParts = value.Name?.Encode(),
            Language = Scripts.Of(value.Text),
            ValueFrom = value.Date?.Earliest,
            ValueTo = value.Date?.Latest,
            ValidFrom = validity.From,
            ValidTo = validity.To,
            ValidText = validity.Text,
            SpanFrom = span?.From,
            SpanTo = span?.To,
            Nature = nature,
            Grade = item.CurrentGrade,
        };
}
