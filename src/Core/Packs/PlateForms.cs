namespace Plumbline.Core;

/// <summary>The forms of a country's number plates.</summary>
public sealed class PlateForms
{
    private readonly string country;
    private readonly PlateParts parts;

    internal PlateForms(string country, PlateParts parts, IReadOnlyList<PlateForm> forms) => (this.country, this.parts, All) = (country, parts, forms);

    /// <summary>The forms, the current one first.</summary>
    public IReadOnlyList<PlateForm> All { get; }

    /// <summary>A plate of one of the forms; null if it has none of them.</summary>
    /// <param name="text">As written, in any order that a form allows.</param>
    public PropertyValue? Read(string text)
    {
        var compact = Compact.Lower(text);
        if (compact.Length > 60) return null;
        foreach (var form in All)
        {
            if (form.Read(compact, parts) is { } read) return new PropertyValue(string.Join(' ', read.Text.Split(' ', StringSplitOptions.RemoveEmptyEntries)), $"{country}:{read.Key}");
        }

        return null;
    }
}
