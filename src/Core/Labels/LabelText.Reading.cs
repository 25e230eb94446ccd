using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Plumbline.Core;

internal static partial class LabelText
{
    /// <summary>The fields, or null if the text is no label's.</summary>
    public static LabelDraft? Read(string text)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var draft = new LabelDraft();
        for (var at = 0; ;)
        {
            var start = at;
            while (at < text.Length && (char.IsAsciiLetterOrDigit(text[at]) || text[at] == '-')) at++;
            var key = text[start..at];
            List<string>? values = null;
            if (at < text.Length && text[at] == '=')
            {
                at++;
                values = Values(text, ref at);
                if (values is null) return null;
            }

            if (!seen.Add(key) || With(draft, key, values) is not { } next) return null;
            draft = next;
            if (at == text.Length) return seen.Contains("handling") ? draft : null;
            if (text[at++] != ';') return null;
        }
    }

    private static LabelDraft? With(LabelDraft draft, string key, List<string>? values) => (key, values) switch
    {
        ("h1", null) => draft with { H1 = true },
        ("h2", null) => draft with { H2 = true },
        ("onward-consent", null) => draft with { OnwardConsent = true },
        ("existence-sensitive", null) => draft with { ExistenceSensitive = true },
        ("handling", [var codes]) => WithHandling(draft, codes),
        ("class", [var level]) when int.TryParse(level, NumberStyles.None, CultureInfo.InvariantCulture, out var number) =>
            draft with { Classification = number },
        ("tlp", [var colour]) when LabelCodes.TryParse(colour, out Tlp tlp) => draft with { Tlp = tlp },
        ("review", [var day]) when DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) =>
            draft with { ReviewOn = date },
        ("case", { Count: > 0 }) => Keys(values) is { } keys ? draft with { Cases = keys } : null,
        ("sender", { Count: > 0 }) => Conditions(values) is { } conditions ? draft with { Conditions = conditions } : null,
        ("audience", not null) => draft with { Audience = TextSet.From(values) },
        ("purpose", not null) => draft with { Purposes = TextSet.From(values) },
        ("h3", { Count: > 0 }) => draft with { H3 = TextSet.From(values) },
        ("caveat", { Count: > 0 }) => draft with { Caveats = TextSet.From(values) },
        ("originator", { Count: > 0 }) => draft with { Originators = TextSet.From(values) },
        _ => null,
    };

    private static LabelDraft? WithHandling(LabelDraft draft, string codes) => codes.Split('/') switch
    {
        ["P"] => draft,
        ["C", ['A', >= '1' and <= '3' and var action], ['S', >= '1' and <= '2' and var sanitisation]] => draft with
        {
            Handling = Handling.SharingWithConditions,
            Action = (HandlingAction)(action - '0'),
            Sanitisation = (Sanitisation)(sanitisation - '0'),
        },
        _ => null,
    };

    private static ImmutableSortedSet<long>? Keys(List<string> values)
    {
        var keys = ImmutableSortedSet.CreateBuilder<long>();
        foreach (var value in values)
        {
            if (!long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var key)) return null;
            keys.Add(key);
        }

        return keys.ToImmutable();
    }

    private static SenderConditions? Conditions(List<string> values)
    {
        var all = SenderConditions.None;
        foreach (var value in values)
        {
            if (!LabelCodes.TryParse(value, out SenderConditions one)) return null;
            all |= one;
        }

        return all;
    }

    private static List<string>? Values(string text, ref int at)
    {
        var values = new List<string>();
        if (at == text.Length || text[at] == ';') return values;
        while (true)
        {
            var value = text[at] == '"' ? QuotedValue(text, ref at) : PlainValue(text, ref at);
            if (value is null) return null;
            values.Add(value);
            if (at == text.Length || text[at] == ';') return values;
            if (text[at++] != ',' || at == text.Length) return null;
        }
    }

    private static string? PlainValue(string text, ref int at)
    {
        var start = at;
        while (at < text.Length && text[at] is not (';' or ',' or '"' or '\\' or '=')) at++;
        return at > start ? text[start..at] : null;
    }

    private static string? QuotedValue(string text, ref int at)
    {
        var value = new StringBuilder();
        for (at++; at < text.Length; at++)
        {
            if (text[at] == '"')
            {
                at++;
                return value.ToString();
            }

            if (text[at] != '\\') value.Append(text[at]);
            else if (++at == text.Length) return null;
            else if (text[at] is '"' or '\\') value.Append(text[at]);
            else if (text[at] == 'u' && at + 4 < text.Length
                && ushort.TryParse(text.AsSpan(at + 1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
            {
                value.Append((char)code);
                at += 4;
            }
            else return null;
        }

        return null;
    }
}
