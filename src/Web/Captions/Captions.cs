using System.Globalization;

namespace Plumbline.Web;

/// <summary>The texts of the pages in the reader's language: <c>T["shell.search"]</c>, <c>T.Count("parts.rows", n)</c>.</summary>
/// <remarks>
/// A placeholder is a name in braces. A missing text shows its key in brackets, so that nobody overlooks it;
/// a spec compares <see cref="All"/> of the three languages.
/// </remarks>
public sealed class Captions
{
    public static readonly Captions Shared = new();

    /// <summary>The text of a key.</summary>
    public string this[string key] => Find(Language.Current, key) ?? $"⟦{key}⟧";

    /// <summary>Every key of a language with its text; plural texts as <c>key#form</c>.</summary>
    public static IReadOnlyDictionary<string, string> All(string language) => CaptionBook.Of(Language.Of(language));

    /// <summary>The text of a key in a stated language, or null.</summary>
    public static string? Find(Language language, string key) => CaptionBook.Find(language, key);

    /// <summary>True if the current language has the key.</summary>
    public bool Has(string key) => Find(Language.Current, key) is not null;

    /// <summary>The text of a key with its placeholders filled.</summary>
    public string Say(string key, params ReadOnlySpan<(string Name, object? Value)> values) => Fill(this[key], values);

    /// <summary>The plural form that fits the number; <c>{count}</c> is the number itself.</summary>
    public string Count(string key, long count, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        var language = Language.Current;
        var text = Find(language, $"{key}#{Plural.Form(language, count)}") ?? Find(language, $"{key}#other") ?? $"⟦{key}⟧";
        return Fill(text, [("count", Digits.Show(count.ToString("N0", language.Culture))), .. values]);
    }

    /// <summary>The sentence for a refusal's code; the refusal's own English sentence where no caption exists yet.</summary>
    public string Refusal(Plumbline.Core.Refusal why) =>
        Find(Language.Current, $"refusal.{why.Code}") is { } text ? Fill(text, [.. why.Values?.Select(value => (value.Key, Value(value.Value))) ?? []]) : why.Detail;

    /// <summary>A value of the other direction inside a sentence: kept together, its order untouched.</summary>
    /// <remarks>FIRST STRONG ISOLATE and POP DIRECTIONAL ISOLATE, for places where no <c>bdi</c> can stand.</remarks>
    public static string Isolated(string text) =>
        text.Any(Language.Current.RightToLeft ? IsLeftToRight : IsRightToLeft) ? $"\u2068{text}\u2069" : text;

    // Plain figures stand well in either direction; letters and what joins figures (2026-014, R/3, +999) do not.
    private static bool IsLeftToRight(char c) => char.IsAsciiLetter(c) || c is '-' or '/' or '+' or '#' or ':';

    private static bool IsRightToLeft(char c) => c is >= '\u0590' and <= '\u08FF' or >= '\uFB1D' and <= '\uFEFC';

    // A number is written as the reader writes numbers.
    private static object Value(string text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : text;

    private static string Fill(string text, ReadOnlySpan<(string Name, object? Value)> values)
    {
        foreach (var (name, value) in values)
            text = text.Replace($"{{{name}}}", Text(value), StringComparison.Ordinal);
        return text;
    }

    private static string Text(object? value) => value switch
    {
        string text => Isolated(text),
        int or long => Digits.Show(((IFormattable)value).ToString("N0", CultureInfo.CurrentCulture)),
        IFormattable number => Digits.Show(number.ToString(null, CultureInfo.CurrentCulture)),
        _ => value?.ToString() ?? "",
    };
}
