using System.Collections.Frozen;

namespace Plumbline.Exchange;

/// <summary>Something a reader did that a person should know: a guess, a repair, a loss, or why it did not read to the end.</summary>
/// <param name="Code">Stable, a key of <see cref="Sentences"/>; pages say it in their language by it.</param>
/// <param name="Text">The English sentence, filled.</param>
/// <param name="Values">What the sentence has places for, by the name of the place.</param>
public sealed record ReaderNote(string Code, string Text, IReadOnlyList<ReaderNote.Value> Values)
{
    /// <summary>One value of a sentence.</summary>
    public sealed record Value(string Name, string Text);

    /// <summary>Every note that there is, in English.</summary>
    public static FrozenDictionary<string, string> Sentences { get; } = new Dictionary<string, string>
    {
        ["document.bad-list"] = "It could not be read as a list and was kept as a document: {why}",
        ["document.deleted"] = "Text deleted under tracked changes is not part of the text.",
        ["document.nested"] = "Elements nested more than {depth} deep were read as one run of text.",
        ["document.nested-markdown"] = "The Markdown is nested too deep; it was read as plain text.",
        ["document.no-list"] = "It is no known list and was kept as a document. Known are: {known}.",
        ["document.no-text"] = "No text could be read from this file: it is kept whole.",
        ["document.pictures"] = "Pictures are not part of the text.",
        ["document.scripts"] = "Scripts and embedded objects were dropped.",
        ["encoding.arabic"] = "The bytes are not UTF-8; read as Arabic Windows-1256, because high bytes stand in runs.",
        ["encoding.declared"] = "Declared as {declared}, but its bytes are {used}; read as {used}.",
        ["encoding.stray"] = "Some bytes near here are not UTF-8; they were read as Windows-1252 (Latin-1).",
        ["encoding.western"] = "The bytes are not UTF-8; read as Western Windows-1252 (Latin-1), because high bytes stand alone.",
        ["encoding.zeros"] = "No byte order mark; read as UTF-16 by its zero bytes.",
        ["end.open"] = "The last line has no line end; if the file was cut off just there, entries are missing.",
        ["fault.empty"] = "Not read to its end: nothing is in the file. {reason}",
        ["fault.forbidden"] = "Not read to its end: the file holds something that is not allowed in lists. What came before is in; nothing was withdrawn. {reason}",
        ["fault.limit"] = "Not read to its end: a limit was reached here. What came before is in; nothing was withdrawn. {reason}",
        ["fault.malformed"] = "Not read to its end: the file is broken here. What came before is in; nothing was withdrawn. {reason}",
        ["fault.truncated"] = "Not read to its end: the file is cut off here. What came before is in; nothing was withdrawn. {reason}",
        ["fault.unreadable"] = "Not read to its end: the file could not be read further. What came before is in; nothing was withdrawn. {reason}",
        ["key.repeated"] = "The reference {key} stands more than once; this entry is kept as {kept}.",
        ["more"] = "{count} more notes are not shown.",
        ["parts.one"] = "The list came without one of its ALT and ADD files: alternate names or addresses are missing.",
        ["parts.two"] = "The list came without its ALT and ADD files: alternate names and addresses are missing.",
        ["repair.ampersand"] = "A bare & at column {column} was read as &amp;.",
        ["repair.control"] = "The control character {character} at column {column} was read as a blank.",
        ["repair.quotation"] = "A quotation mark inside a field was kept as text.",
        ["version.given"] = "The file states no date; its version is the date given with it, {date}.",
        ["version.named"] = "The file states no date; its version {version} is taken from its name.",
        ["version.none"] = "Neither the file nor its name states a date: state the version when importing.",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The note of a code.</summary>
    /// <exception cref="KeyNotFoundException">There is no such code.</exception>
    public static ReaderNote Of(string code, params ReadOnlySpan<(string Name, string Text)> values)
    {
        var text = Sentences[code];
        List<Value> kept = [];
        foreach (var (name, value) in values)
        {
            text = text.Replace($"{{{name}}}", value, StringComparison.Ordinal);
            kept.Add(new Value(name, value));
        }
        return new ReaderNote(code, text, kept);
    }
}
