using Plumbline.Core;
using Plumbline.Exchange.Lists;
using Plumbline.Register.Records;

namespace Plumbline.Exchange.Receiving;

/// <summary>Turns an entry of a list into statements. Pure. A value that its property's type cannot read is kept word for word, compared as text.</summary>
internal static class ListStatements
{
    /// <summary>The statements of an entry, in the entry's order; entity, item and label are 0 until the entry has them.</summary>
    public static IEnumerable<NewStatement> Of(ListEntry entry) => entry.Values.Select(value => Of(entry.TypeName, value));

    private static NewStatement Of(string type, ListValue value)
    {
        var property = Schema.Builtin.PropertyOf(type, value.Property)
            ?? throw new InvalidOperationException($"The schema gives {type} no property {value.Property}.");
        var read = value.Name is null ? property.Type.Read(value.Text) : new PropertyValue(value.Name.Full, TextNormalisation.Key(value.Name.Full), Name: value.Name);
        var kept = read is Outcome<PropertyValue>.Done { Value: var understood } ? understood : new PropertyValue(value.Text, TextNormalisation.Key(value.Text), value.Date);
        var date = value.Date ?? kept.Date;
        return new NewStatement(0, property.Id, kept.Text, kept.Key, 0, 0)
        {
            ValueParts = (value.Name ?? kept.Name)?.Encode(),
            Language = Scripts.Of(value.Original ?? value.Text),
            Original = Original(value, kept),
            ValueFrom = date?.Earliest,
            ValueTo = date?.Latest,
        };
    }

    // The wording of the file, and what it adds: nothing that the list says is lost.
    private static string? Original(ListValue value, PropertyValue kept)
    {
        var wording = value.Original ?? (value.Text == kept.Text ? null : value.Text);
        return value.Note is null ? wording : wording is null ? $"{value.Text} ({value.Note})" : $"{wording} ({value.Note})";
    }
}
