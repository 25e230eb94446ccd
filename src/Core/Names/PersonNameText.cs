using System.Text;

namespace Plumbline.Core;

/// <summary>The compact text form of a name.</summary>
internal static class PersonNameText
{
    private const string ScriptField = "script";

    public static string Write(PersonName name)
    {
        var text = new StringBuilder();
        if (name.Script != Scripts.Of(name.Full)) text.Append(ScriptField).Append('=').Append(name.Script);
        foreach (var part in name.Parts)
        {
            if (text.Length > 0) text.Append('|');
            text.Append(part.Kind.Word()).Append('=');
            foreach (var letter in part.Text)
            {
                if (letter is '|' or '=' or '\\') text.Append('\\');
                text.Append(letter);
            }
        }

        return text.ToString();
    }

    public static PersonName? Read(string text)
    {
        var parts = new List<NamePart>();
        string? script = null;
        foreach (var (field, value) in Fields(text))
        {
            if (field == ScriptField && script is null && parts.Count == 0 && value.Length == 4 && value.All(char.IsAsciiLetter)) script = value;
            else if (NamePartKinds.TryParse(field, out var kind) && !string.IsNullOrWhiteSpace(value) && TextNormalisation.IsClean(value))
                parts.Add(new NamePart(kind, value));
            else return null;
        }

        return parts.Count == 0 ? null : new PersonName(parts, script);
    }

    private static IEnumerable<(string Field, string Value)> Fields(string text)
    {
        var piece = new StringBuilder();
        var field = "";
        for (var at = 0; at < text.Length; at++)
        {
            var letter = text[at];
            if (letter == '\\' && at + 1 < text.Length) piece.Append(text[++at]);
            else if (letter == '=' && field.Length == 0)
            {
                field = piece.ToString();
                piece.Clear();
            }
            else if (letter == '|')
            {
                yield return (field, piece.ToString());
                field = "";
                piece.Clear();
            }
            else piece.Append(letter);
        }

        yield return (field, piece.ToString());
    }
}
