using System.Text;
using Plumbline.Core;

namespace Plumbline.Exchange.Lists.Entries;

/// <summary>Squeezes blanks and drops what no database keeps.</summary>
internal static class Blanks
{
    /// <summary>Runs of white space as one blank, none at the ends; NUL and lone surrogates as blanks.</summary>
    public static string Squeeze(string text)
    {
        var squeezed = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            var letter = text[at];
            if (char.IsHighSurrogate(letter) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]))
            {
                squeezed.Append(letter).Append(text[++at]);
            }
            else if (!char.IsWhiteSpace(letter) && !char.IsControl(letter) && !char.IsSurrogate(letter) && letter is not ('\uFFFE' or '\uFFFF'))
            {
                squeezed.Append(letter);
            }
            else if (squeezed.Length > 0 && squeezed[^1] != ' ')
            {
                squeezed.Append(' ');
            }
        }

        if (squeezed.Length > 0 && squeezed[^1] == ' ') squeezed.Length--;
        return squeezed.ToString();
    }

    /// <summary>The wording to keep beside a value: null if it is the value itself; cleaned of what cannot be stored.</summary>
    public static string? Original(string raw, string text)
    {
        if (string.Equals(raw, text, StringComparison.Ordinal)) return null;
        return TextNormalisation.IsClean(raw) ? raw : Squeeze(raw);
    }
}
