namespace Plumbline.Exchange.Lists.Xml;

/// <summary>Whether a place in an XML text is inside CDATA, a comment or an instruction, where an ampersand stands for itself.</summary>
internal sealed class MarkupState
{
    private static readonly (string Opening, string Closing)[] Verbatim = [("<![CDATA[", "]]>"), ("<!--", "-->"), ("<?", "?>")];
    private readonly char[] last = new char[9];
    private string? closing;

    /// <summary>Inside such a section.</summary>
    public bool IsVerbatim => closing is not null;

    /// <summary>Goes on by one character.</summary>
    public void Take(char letter)
    {
        last.AsSpan(1).CopyTo(last);
        last[^1] = letter;
        if (closing is not null)
        {
            if (EndsWith(closing)) closing = null;
            return;
        }

        if (letter is not ('[' or '-' or '?')) return;
        foreach (var (opening, end) in Verbatim)
        {
            if (EndsWith(opening)) closing = end;
        }
    }

    private bool EndsWith(string text) => last.AsSpan().EndsWith(text);
}
