using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Plumbline.Exchange.Documents;

/// <summary>Numbers at the beginning of a paragraph: <c>1.</c>, <c>1)</c>, <c>(1)</c>, <c>١.</c>, <c>٣-</c>, <c>1.2</c>, أولاً, یەکەم.</summary>
internal static partial class ParagraphNumbers
{
    private static readonly string[] Arabic = ["اولا", "ثانيا", "ثالثا", "رابعا", "خامسا", "سادسا", "سابعا", "ثامنا", "تاسعا", "عاشرا"];
    private static readonly string[] Kurdish = ["يهكهم", "دووهم", "سييهم", "چوارهم", "پينجهم", "شهشهم", "حهوتهم", "ههشتهم", "نويهم", "دهيهم"];

    /// <summary>The number in ASCII digits; null if the paragraph has none.</summary>
    public static string? Of(string paragraph)
    {
        var start = paragraph.Length > 48 ? paragraph[..48] : paragraph;
        if (Figure().Match(start) is { Success: true } figure && Digits(figure.Groups[1].Value) is var number && !IsDate(start)) return number;
        if (Word().Match(start) is not { Success: true } word) return null;
        var key = Plumbline.Core.TextNormalisation.Key(word.Groups[1].Value);
        var at = Math.Max(Array.IndexOf(Arabic, key), Array.IndexOf(Kurdish, key));
        return at < 0 ? null : (at + 1).ToString(CultureInfo.InvariantCulture);
    }

    private static string Digits(string text)
    {
        var digits = new StringBuilder();
        foreach (var letter in text)
        {
            if (char.IsDigit(letter)) digits.Append((int)char.GetNumericValue(letter));
            else if (letter is '.' or '-' or '/') digits.Append('.');
        }

        return digits.ToString().Trim('.');
    }

    // "5. 3. 2014" and "12/3/2014" are dates, not paragraphs 5 and 12.
    private static bool IsDate(string start) => Date().IsMatch(start);

    [GeneratedRegex(@"^[\s\u200E\u200F\u202A-\u202E\u2066-\u2069]*\(?(\d{1,3}(?:\.\d{1,3}){0,3})\s?(?:[.)\]:\u066B]|-|–|ـ|\.-)(?!\d)\s*\S")]
    private static partial Regex Figure();

    [GeneratedRegex(@"^[\s\u200E\u200F]*\(?(\p{L}[\p{L}\p{Mn}]{2,10})\s?(?:[.):/\-–ـ،]|\s)")]
    private static partial Regex Word();

    [GeneratedRegex(@"^\s*\d{1,2}\s?[./-]\s?\d{1,2}\s?[./-]\s?\d{2,4}")]
    private static partial Regex Date();
}
