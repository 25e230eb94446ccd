using System.Globalization;
using System.Text;

namespace Plumbline.Core;

/// <summary>The canonical text of a label: <c>handling=C/A1/S2;h1;h3="…";class=2;tlp=amber+strict;audience=a,b;case=12</c>.</summary>
internal static partial class LabelText
{
    /// <param name="cases">How a case is named; null for its key, as inside the register.</param>
    public static string Write(LabelDraft label, Func<long, string>? cases = null)
    {
        var text = new StringBuilder("handling=").Append((char)label.Handling);
        if (label.Action is { } action) text.Append("/A").Append((int)action);
        if (label.Sanitisation is { } sanitisation) text.Append("/S").Append((int)sanitisation);
        Flag(text, "h1", label.H1);
        Flag(text, "h2", label.H2);
        Set(text, "h3", label.H3);
        if (label.Classification > 0) Field(text, "class").Append(CultureInfo.InvariantCulture, $"{label.Classification}");
        if (label.Tlp is { } tlp) Field(text, "tlp").Append(tlp.Text());
        OpenSet(text, "audience", label.Audience);
        if (label.Cases.Count > 0) Field(text, "case").AppendJoin(',', label.Cases.Select(cases ?? (key => key.ToString(CultureInfo.InvariantCulture))));
        OpenSet(text, "purpose", label.Purposes);
        if (label.Conditions != SenderConditions.None) Field(text, "sender").AppendJoin(',', label.Conditions.Texts());
        Flag(text, "onward-consent", label.OnwardConsent);
        if (label.ReviewOn is { } day) Field(text, "review").Append(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        Set(text, "caveat", label.Caveats);
        Flag(text, "existence-sensitive", label.ExistenceSensitive);
        Set(text, "originator", label.Originators);
        return text.ToString();
    }

    private static StringBuilder Field(StringBuilder text, string key) => text.Append(';').Append(key).Append('=');

    private static void Flag(StringBuilder text, string key, bool set)
    {
        if (set) text.Append(';').Append(key);
    }

    private static void Set(StringBuilder text, string key, TextSet values)
    {
        if (values.Count > 0) Field(text, key).AppendJoin(',', values.Select(Quoted));
    }

    // "audience=" is nobody; no audience at all is anyone.
    private static void OpenSet(StringBuilder text, string key, TextSet? values)
    {
        if (values is not null) Field(text, key).AppendJoin(',', values.Select(Quoted));
    }

    private static string Quoted(string value)
    {
        if (value.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' or '.' or ':' or '+')) return value;
        var text = new StringBuilder("\"");
        foreach (var letter in value)
        {
            if (letter is '"' or '\\') text.Append('\\').Append(letter);
            else if (char.IsControl(letter)) text.Append(CultureInfo.InvariantCulture, $"\\u{(int)letter:x4}");
            else text.Append(letter);
        }

        return text.Append('"').ToString();
    }
}
