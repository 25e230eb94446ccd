using System.Globalization;
using System.Text;
using AngleSharp.Dom;

namespace Plumbline.Exchange.Documents;

/// <summary>Walks a page without recursion, so that no nesting can exhaust the stack.</summary>
internal sealed class HtmlWalk(TextDraft draft, DocumentLimits limits)
{
    private readonly StringBuilder open = new();
    private string? number;
    private bool heading;

    public void Go(INode? root, CancellationToken ct)
    {
        var (node, depth) = (root?.FirstChild, 0);
        while (node is not null && !draft.IsFull)
        {
            ct.ThrowIfCancellationRequested();
            var enter = !HtmlReader.IsDropped(node) && depth < limits.Depth;
            if (enter) Enter(node);
            else if (depth >= limits.Depth && node is IElement) draft.Note(ReaderNote.Of("document.nested", ("depth", limits.Depth.ToString(CultureInfo.InvariantCulture))));
            if (depth >= limits.Depth && node is IElement deep && !HtmlReader.IsDropped(deep)) Append(deep.TextContent);
            if (enter && node.FirstChild is { } child)
            {
                (node, depth) = (child, depth + 1);
                continue;
            }

            while (node is not null && node.NextSibling is null)
            {
                if (HtmlReader.IsBlock(node)) Close();
                node = node.Parent == root ? null : node.Parent;
                depth--;
            }

            if (node is null) break;
            if (HtmlReader.IsBlock(node)) Close();
            node = node.NextSibling;
        }

        Close();
    }

    private void Enter(INode node)
    {
        if (node is IText text) Append(text.Data);
        else if (node is IElement { LocalName: "br" }) open.Append('\n');
        else if (node is IElement { LocalName: "td" or "th" } cell && cell.PreviousElementSibling is not null) open.Append('\t');
        else if (HtmlReader.IsBlock(node))
        {
            Close();
            var element = (IElement)node;
            number = HtmlReader.NumberOf(element) ?? number;
            heading = HtmlReader.IsHeading(element);
        }
    }

    private void Append(string text)
    {
        var squeezed = HtmlReader.WhiteSpace().Replace(text, " ");
        if (squeezed.Length > 0 && squeezed[0] == ' ' && (open.Length == 0 || open[^1] is ' ' or '\n' or '\t')) squeezed = squeezed[1..];
        open.Append(squeezed);
    }

    private void Close()
    {
        var text = open.ToString();
        open.Clear();
        if (string.IsNullOrWhiteSpace(text)) return;
        draft.Add(text, number, heading);
        (number, heading) = (null, false);
    }
}
