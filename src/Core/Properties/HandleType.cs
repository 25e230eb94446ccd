namespace Plumbline.Core;

/// <summary>A user name on a platform: without blanks and leading @, compared without regard to case.</summary>
public sealed class HandleType() : PropertyType("handle", "@lantern_77")
{
    /// <inheritdoc/>
    protected override Outcome<PropertyValue> Understand(string text)
    {
        var handle = Compact.Squeeze(text).TrimStart('@');
        if (handle.Contains(' ') || !handle.Any(char.IsLetterOrDigit)) return Refuse("unreadable", $"\"{text}\" is no user name: no blanks, at least one letter or digit.");
        return new PropertyValue(handle, handle.Normalize().ToLowerInvariant());
    }
}
