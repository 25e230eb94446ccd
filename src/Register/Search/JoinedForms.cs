using System.Buffers;

namespace Plumbline.Register.Search;

/// <summary>Numbers are grouped in many ways and names hyphenated in many: both are found by their joined form as well.</summary>
internal static class JoinedForms
{
    private const int MostParts = 6;
    private const int LongestForm = 34;   // an IBAN
    private const int EndDigits = 9;      // what phone numbers share with and without trunk or country code
    private static readonly SearchValues<char> Joints = SearchValues.Create(" -./()+_\u00A0\u2010\u2011\u2012\u2013\u202F\u200E\u200F");

    /// <summary>Every joined form of neighbouring parts, with the first and the last token it joins.</summary>
    public static IEnumerable<(int First, int Last, string Form)> Of(string text, List<Token> tokens)
    {
        for (var first = 0; first + 1 < tokens.Count; first++)
        {
            var (isNumber, isHyphenated, form) = (IsPart(text, tokens[first]), true, tokens[first].Key);
            for (var last = first + 1; last < tokens.Count && last - first < MostParts; last++)
            {
                var between = text.AsSpan(Math.Min(tokens[last - 1].End, tokens[last].Start)..tokens[last].Start);
                isNumber = isNumber && IsPart(text, tokens[last]) && between.Length <= 4 && !between.ContainsAnyExcept(Joints);
                isHyphenated = isHyphenated && between is ['-' or '\'' or '`' or '\u2010' or '\u2011' or '\u2018' or '\u2019'];
                if (!isNumber && !isHyphenated) break;
                form += tokens[last].Key;
                if (form.Length > LongestForm) break;
                if (isHyphenated || IsNumber(form)) yield return (first, last, form);
            }
        }
    }

    /// <summary>The last nine digits of a phone-like number; null if it is none.</summary>
    public static string? End(string form) =>
        form.Length is >= EndDigits and <= 15 && !form.AsSpan().ContainsAnyExceptInRange('0', '9') ? form[^EndDigits..] : null;

    /// <summary>Whether a joined form is a number worth a term: at least four characters, three of them digits.</summary>
    public static bool IsNumber(string form) => form.Length >= 4 && form.Count(char.IsAsciiDigit) >= 3;

    // Has a digit, or is a short code in capitals, or one letter of a plate.
    private static bool IsPart(string text, Token token) =>
        token.HasDigit || token.Key.Length == 1
        || (token.Key.Length <= 4 && !text.AsSpan(token.Start, token.End - token.Start).ContainsAnyExceptInRange('A', 'Z'));
}
