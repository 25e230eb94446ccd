namespace Plumbline.Exchange.Lists.Entries;

/// <summary>What a list says of a document beside its number: "kind: ration card; country: X; issued: 2001-05-06; …".</summary>
internal static class DocumentNote
{
    public static string? Of(params ReadOnlySpan<(string Label, string Text)> parts)
    {
        var note = new List<string>();
        foreach (var (label, text) in parts)
        {
            if (!string.IsNullOrWhiteSpace(text)) note.Add(label.Length == 0 ? text : $"{label}: {text}");
        }

        return note.Count == 0 ? null : string.Join("; ", note);
    }
}
