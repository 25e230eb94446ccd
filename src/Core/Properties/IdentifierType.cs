namespace Plumbline.Core;

/// <summary>Any other number or code: compared by its letters and digits alone.</summary>
public sealed class IdentifierType() : PropertyType("identifier", "QDi.001")
{
    /// <inheritdoc/>
    protected override Outcome<PropertyValue> Understand(string text)
    {
        var key = Compact.Lower(text);
        return key.Length > 0 ? new PropertyValue(Compact.Squeeze(text), key) : Refuse("unreadable", $"\"{text}\" has no letter and no digit.");
    }
}
