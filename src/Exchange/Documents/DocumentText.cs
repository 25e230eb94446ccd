namespace Plumbline.Exchange.Documents;

/// <summary>The plain text of a report, whole, and what was found in it. Spans are UTF-16 positions in <see cref="Text"/>.</summary>
/// <param name="Format"><c>txt</c>, <c>md</c>, <c>html</c> or <c>docx</c>.</param>
/// <param name="Title">The document's title or first heading; null if it has none.</param>
/// <param name="Text">The extracted text; paragraphs end with one line feed.</param>
/// <param name="Paragraphs">Its paragraphs in order; they do not overlap, and only blanks lie between them.</param>
/// <param name="Fields">Sender, letter number and date as found at the head of the letter; each to be confirmed by a person.</param>
/// <param name="Notes">Guesses and losses: encoding, pictures left out, scripts dropped.</param>
public sealed record DocumentText(
    string Format, string? Title, string Text, IReadOnlyList<DocumentParagraph> Paragraphs, IReadOnlyList<DocumentField> Fields, IReadOnlyList<ReaderNote> Notes)
{
    /// <summary>The numbered paragraphs with what belongs to them: they become the items. All paragraphs as one, if none is numbered.</summary>
    public IReadOnlyList<DocumentItem> Items { get; } = DocumentItems.Of(Paragraphs);
}

/// <summary>One paragraph.</summary>
/// <param name="Number">Its number in ASCII digits, such as <c>3</c> or <c>2.1</c>; null if it has none.</param>
/// <param name="Start">First character in the text.</param>
/// <param name="Length">Length in characters.</param>
/// <param name="Heading">It is a heading.</param>
public sealed record DocumentParagraph(string? Number, int Start, int Length, bool Heading = false)
{
    /// <summary>Behind its last character.</summary>
    public int End => Start + Length;
}

/// <summary>A stretch of the text that becomes one item.</summary>
/// <param name="Number">Its number; null for what stands before the first one, or for a text without numbers.</param>
/// <param name="Start">First character in the text.</param>
/// <param name="Length">Length in characters.</param>
public sealed record DocumentItem(string? Number, int Start, int Length);

/// <summary>A field of the letter's head.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Value">The wording, blanks squeezed.</param>
/// <param name="Start">Where the value starts in the text.</param>
/// <param name="Length">Length of the value in the text.</param>
public sealed record DocumentField(DocumentFieldKind Kind, string Value, int Start, int Length);

/// <summary>What a letter says at its head.</summary>
public enum DocumentFieldKind
{
    /// <summary>Who sends it.</summary>
    Sender,

    /// <summary>The letter's number (العدد).</summary>
    Number,

    /// <summary>The letter's date (التاريخ).</summary>
    Date,

    /// <summary>What it is about (الموضوع).</summary>
    Subject,
}
