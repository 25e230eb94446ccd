namespace Plumbline.Core;

/// <summary>Sex as a document or list states it: female or male. Not stated is no value.</summary>
public sealed class SexType() : PropertyType("sex", "female")
{
    private static readonly (string Text, Caption Caption, string[] Words)[] Known =
    [
        ("female", new Caption("female", "أنثى", "مێ"), ["female", "f", "woman", "girl", "أنثى", "انثى", "امرأة", "بنت", "مێ", "ژن", "کچ", "مێینە"]),
        ("male", new Caption("male", "ذكر", "نێر"), ["male", "m", "man", "boy", "ذكر", "رجل", "ولد", "نێر", "پیاو", "کوڕ", "نێرینە"]),
    ];

    private static readonly Dictionary<string, string> Words =
        Known.SelectMany(known => known.Words.Select(word => (Key: TextNormalisation.Key(word), known.Text))).DistinctBy(row => row.Key).ToDictionary(row => row.Key, row => row.Text);

    /// <inheritdoc/>
    public override string Show(PropertyValue value, string language) =>
        Array.Find(Known, known => known.Text == value.Key).Caption?.In(language) ?? value.Text;

    /// <inheritdoc/>
    protected override Outcome<PropertyValue> Understand(string text) =>
        Words.TryGetValue(TextNormalisation.Key(text), out var sex) ? new PropertyValue(sex, sex) : Refuse("unknown", $"\"{text}\" is neither female nor male.");
}
