namespace Plumbline.Core;

/// <summary>How values of one kind are checked, normalised, compared and shown. One short file each; <see cref="PropertyTypes"/> lists them.</summary>
public abstract class PropertyType
{
    /// <summary>A type of values.</summary>
    /// <param name="name">As data/schema names it.</param>
    /// <param name="example">A value it takes, told to whoever enters another; no real person's.</param>
    protected PropertyType(string name, string example) => (Name, Example) = (name, example);

    /// <summary>As <c>data/schema</c> names it; lower-case words joined by _.</summary>
    public string Name { get; }

    /// <summary>A value it takes.</summary>
    public string Example { get; }

    /// <summary>The longest text it takes, in characters.</summary>
    public virtual int Longest => 200;

    /// <summary>Understands a text as people or files write it.</summary>
    /// <param name="text">Any text, in any script and with any digits.</param>
    /// <returns>The value, or a refusal that says what was wrong and gives an example. It never throws. Codes are
    /// <c>value.*</c> for what every type refuses, and the type's name and a reason for its own.</returns>
    public Outcome<PropertyValue> Read(string text)
    {
        if (!TextNormalisation.IsClean(text)) return new Refusal("value.unclean", "The text holds characters that cannot be kept (NUL or half of a pair).");
        var trimmed = text.Trim();
        if (trimmed.Length == 0) return Blank();
        if (trimmed.Length > Longest) return new Refusal("value.too-long", $"{trimmed.Length:N0} characters; a value of type {Name} has at most {Longest:N0}.");
        return Understand(trimmed).Then<PropertyValue>(value => value.Key.Length == 0 ? Blank() : value);
    }

    /// <summary>The value in a form that <see cref="Read"/> understands as the same value.</summary>
    public virtual string Show(PropertyValue value) => value.Text;

    /// <summary>The value in a reader's language, for pages and prints; need not be readable again.</summary>
    /// <param name="value">A value of this type.</param>
    /// <param name="language">A language tag, such as <c>ckb</c>.</param>
    public virtual string Show(PropertyValue value, string language) => Show(value);

    /// <summary>The name.</summary>
    public override string ToString() => Name;

    /// <summary>Understands a clean, trimmed text that is not blank.</summary>
    protected abstract Outcome<PropertyValue> Understand(string text);

    /// <summary>Declines a text.</summary>
    /// <param name="reason">The second half of the code, such as <c>checksum</c>.</param>
    /// <param name="wrong">A sentence: what was wrong.</param>
    protected Refusal Refuse(string reason, string wrong) => new($"{Name.Replace('_', '-')}.{reason}", $"{wrong} Example: {Example}");

    private static Refusal Blank() => new("value.blank", "There is no text.");
}
