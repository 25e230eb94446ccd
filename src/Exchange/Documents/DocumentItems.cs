namespace Plumbline.Exchange.Documents;

/// <summary>Joins paragraphs to items: a numbered one opens an item, the unnumbered ones behind it belong to it.</summary>
internal static class DocumentItems
{
    public static IReadOnlyList<DocumentItem> Of(IReadOnlyList<DocumentParagraph> paragraphs)
    {
        var items = new List<DocumentItem>();
        DocumentParagraph? first = null;
        DocumentParagraph? last = null;
        foreach (var paragraph in paragraphs)
        {
            if (first is not null && last is not null && paragraph.Number is not null)
            {
                items.Add(new DocumentItem(first.Number, first.Start, last.End - first.Start));
                first = null;
            }

            first ??= paragraph;
            last = paragraph;
        }

        if (first is not null && last is not null) items.Add(new DocumentItem(first.Number, first.Start, last.End - first.Start));
        return items;
    }
}
