namespace Plumbline.Core;

/// <summary>Plain words, kept as written, line breaks too; compared by <see cref="TextNormalisation.Key"/>.</summary>
public sealed class TextType() : PropertyType("text", "white pick-up with a dented door")
{
    /// <inheritdoc/>
    public override int Longest => 100_000;

    /// <inheritdoc/>
    protected override Outcome<PropertyValue> Understand(string text) => new PropertyValue(text, TextNormalisation.Key(text));
}
