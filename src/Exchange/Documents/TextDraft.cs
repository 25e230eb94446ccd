using System.Text;
using Plumbline.Core;

namespace Plumbline.Exchange.Documents;

/// <summary>A text being put together, paragraph by paragraph.</summary>
internal sealed class TextDraft(string format, DocumentLimits limits)
{
    private readonly StringBuilder text = new();
    private readonly List<DocumentParagraph> paragraphs = [];
    private readonly List<ReaderNote> notes = [];

    public string? Title { get; set; }

    /// <summary>More text than is taken; reading can stop.</summary>
    public bool IsFull => text.Length > limits.TextChars;

    public void Note(ReaderNote note)
    {
        if (!notes.Exists(one => one.Text == note.Text)) notes.Add(note);
    }

    /// <summary>Adds a paragraph; blank ones are left out.</summary>
    /// <param name="raw">Its text; line ends inside are kept.</param>
    /// <param name="number">Its number, where the format knows it; else it is found at its beginning.</param>
    /// <param name="heading">It is a heading.</param>
    public void Add(string raw, string? number = null, bool heading = false)
    {
        var clean = Clean(raw);
        if (clean.Length == 0 || IsFull) return;
        if (text.Length > 0) text.Append('\n');
        paragraphs.Add(new DocumentParagraph(number ?? ParagraphNumbers.Of(clean), text.Length, clean.Length, heading));
        text.Append(clean);
        if (heading) Title ??= clean;
    }

    public Outcome<DocumentText> Finish()
    {
        if (IsFull) return DocumentBytes.TooLarge($"The text is longer than {limits.TextChars:N0} characters; keep it as an attachment.");
        if (paragraphs.Count == 0) return new Refusal("document.empty", "The file has no text; it is kept whole as an attachment.");
        if (text.Length > 0) text.Append('\n');
        var whole = text.ToString();
        return new DocumentText(format, Title, whole, paragraphs, LetterHead.Find(whole, paragraphs), notes);
    }

    /// <summary>Without what cannot be stored, with plain blanks and line feeds, none at the ends.</summary>
    private static string Clean(string raw)
    {
        var clean = new StringBuilder(raw.Length);
        for (var at = 0; at < raw.Length; at++)
        {
            var letter = raw[at];
            if (char.IsHighSurrogate(letter) && at + 1 < raw.Length && char.IsLowSurrogate(raw[at + 1])) clean.Append(letter).Append(raw[++at]);
            else if (letter is '\n' or '\t') clean.Append(letter);
            else if (letter == '\r')
            {
                if (at + 1 >= raw.Length || raw[at + 1] != '\n') clean.Append('\n');
            }
            else if (letter == '\u00A0') clean.Append(' ');
            else if (!char.IsControl(letter) && !char.IsSurrogate(letter) && letter is not ('\uFFFE' or '\uFFFF' or '\uFEFF')) clean.Append(letter);
        }

        return clean.ToString().Trim();
    }
}
