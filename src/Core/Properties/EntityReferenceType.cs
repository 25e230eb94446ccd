using System.Globalization;

namespace Plumbline.Core;

/// <summary>A reference to another entity by its key in the register.</summary>
public sealed class EntityReferenceType() : PropertyType("entity", "4711")
{
    /// <summary>The value that points to an entity.</summary>
    /// <param name="key">From 1.</param>
    public static PropertyValue Of(long key)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(key, 1);
        var text = key.ToString(CultureInfo.InvariantCulture);
        return new PropertyValue(text, text);
    }

    /// <inheritdoc/>
    protected override Outcome<PropertyValue> Understand(string text) =>
        long.TryParse(TextNormalisation.Key(text), NumberStyles.None, CultureInfo.InvariantCulture, out var key) && key > 0
            ? Of(key)
            : Refuse("unreadable", $"\"{text}\" is no key of an entity: a whole number from 1.");
}
