using Plumbline.Core;
using Plumbline.Register.Questions;

namespace Plumbline.Specs.Intelligence;

/// <summary>Rows as the register would answer them.</summary>
internal static class Rows
{
    public static StatementRow Statement(long key, string value, string property = "person.birth_date", long entity = 1)
    {
        var known = Schema.Builtin.Property(property)!;
        var read = known.Type.Read(value) is Outcome<PropertyValue>.Done done ? done.Value : new PropertyValue(value, value);
        return new StatementRow(key, entity, property.Split('.')[0], known.Id, read.Text, read.Key, null, null, "", null, read.Date?.Earliest, read.Date?.Latest, null, null, null,
            1, null, null, "fact", 0, 0, 1, null, null, null, null, null, null, 1);
    }

    public static StatementRow End(long key, long link, int property, long target) =>
        Statement(key, "x", "person.name", link) with { Type = "contact", Property = property, Target = target, ValueText = $"{target}", ValueKey = $"{target}" };
}
