namespace Plumbline.Core;

/// <summary>The name of a person or thing in one script. Spellings of one wording have one key; sounds are the name engine's matter.</summary>
public sealed class NameType() : PropertyType("name", "سلمى حسن كريم")
{
    /// <inheritdoc/>
    public override int Longest => 500;

    /// <summary>A name whose parts are known.</summary>
    public static PropertyValue Of(PersonName name) => new(name.Full, TextNormalisation.Key(name.Full), Name: name);

    /// <summary>Reads a name; one in the compact form of <see cref="PersonName.Encode"/> brings its parts.</summary>
    protected override Outcome<PropertyValue> Understand(string text)
    {
        if (text.Contains('=') && PersonName.TryDecode(text, out var parts)) return Of(parts);
        var shown = Compact.Squeeze(text);
        var key = TextNormalisation.Key(shown);
        return key.Any(char.IsLetterOrDigit) ? new PropertyValue(shown, key) : Refuse("no-letters", $"\"{text}\" has no letter.");
    }
}
