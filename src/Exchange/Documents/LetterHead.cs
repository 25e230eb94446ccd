using System.Text.RegularExpressions;

namespace Plumbline.Exchange.Documents;

/// <summary>Finds sender, number, date and subject in the first lines of a letter, in English, Arabic and Kurdish.</summary>
internal static partial class LetterHead
{
    private const int Lines = 30;
    private const int LineLength = 300;

    public static IReadOnlyList<DocumentField> Find(string text, IReadOnlyList<DocumentParagraph> paragraphs)
    {
        var fields = new List<DocumentField>();
        var lines = 0;
        foreach (var paragraph in paragraphs)
        {
            for (var start = paragraph.Start; start < paragraph.End && lines < Lines; lines++)
            {
                var end = text.IndexOf('\n', start, paragraph.End - start);
                if (end < 0) end = paragraph.End;
                if (end - start <= LineLength) FindInLine(text, start, end, fields);
                start = end + 1;
            }
        }

        return fields;
    }

    /// <summary>A line may hold two fields: "العدد: ١٢٣    التاريخ: ٢٠١٤/٣/٥".</summary>
    private static void FindInLine(string text, int start, int end, List<DocumentField> fields)
    {
        var line = text[start..end];
        var labels = Label().Matches(line);
        for (var at = 0; at < labels.Count; at++)
        {
            var from = labels[at].Index + labels[at].Length;
            var to = at + 1 < labels.Count ? labels[at + 1].Index : line.Length;
            var value = line[from..to];
            var (lead, trail) = (value.Length - value.TrimStart(Blank).Length, value.TrimEnd(Blank).Length);
            if (trail <= lead || KindOf(labels[at]) is not { } kind || fields.Exists(field => field.Kind == kind)) continue;
            fields.Add(new DocumentField(kind, Spaces().Replace(value[lead..trail], " "), start + from + lead, trail - lead));
        }
    }

    private static readonly char[] Blank = [' ', '\t', ':', '/', '-', '|', '،', ',', '\u200E', '\u200F', '\u0640'];

    private static DocumentFieldKind? KindOf(Match label) =>
        label.Groups["number"].Success ? DocumentFieldKind.Number
        : label.Groups["date"].Success ? DocumentFieldKind.Date
        : label.Groups["sender"].Success ? DocumentFieldKind.Sender
        : label.Groups["subject"].Success ? DocumentFieldKind.Subject
        : null;

    // A label stands at the beginning of the line or behind a gap, and before a colon (or the stroke that Arabic letters use).
    [GeneratedRegex(@"(?:^[\s\u200E\u200F*]*|(?<=\s{2}|\t|\|)|(?<=[\d\u0660-\u0669\u06F0-\u06F9]\s))(?:(?<number>العدد|رقم الكتاب|الرقم|ژمارە|ژماره|Ref(?:erence)?(?: No\.?)?|Our ref|Letter No\.?|No\.|Number)|(?<date>التاريخ|تاريخ|ڕێکەوت|رێکەوت|بەروار|Date(?:d)?)|(?<sender>من|المرسل|الجهة المرسلة|لە|From|Sender)|(?<subject>الموضوع|م\s?/|بابەت|Subject|Re|Subj))[\s\u0640\u200F*]*[:/](?![/:])", RegexOptions.IgnoreCase)]
    private static partial Regex Label();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
