using System.Text;
using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Plumbline.Core;

namespace Plumbline.Exchange.Documents;

/// <summary>Markdown: headings, paragraphs and list items; raw HTML in it stays as it is written.</summary>
public sealed class MarkdownReader : IDocumentReader
{
    private static readonly MarkdownPipeline Plain = new MarkdownPipelineBuilder().DisableHtml().Build();

    /// <inheritdoc/>
    public IReadOnlyList<string> Endings { get; } = [".md", ".markdown"];

    /// <inheritdoc/>
    public Outcome<DocumentText> Read(byte[] bytes, DocumentLimits limits, CancellationToken ct)
    {
        var draft = new TextDraft("md", limits);
        if (DocumentEncoding.Text(bytes, draft.Note) is not { } text) return DocumentBytes.Broken("The bytes are not text; the file is kept whole as an attachment.");
        if (text.Length > limits.TextChars) return DocumentBytes.TooLarge($"The text is longer than {limits.TextChars:N0} characters; keep it as an attachment.");
        try
        {
            foreach (var block in Markdown.Parse(text, Plain)) Add(draft, block, null, ct);
        }
        catch (ArgumentException)
        {
            // Markdig refuses absurd nesting; the text as written is still a text.
            draft = new TextDraft("md", limits);
            draft.Note(ReaderNote.Of("document.nested-markdown"));
            PlainTextReader.AddLines(draft, text, ct);
        }

        return draft.Finish();
    }

    private static void Add(TextDraft draft, Block block, string? number, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        switch (block)
        {
            case HeadingBlock heading:
                draft.Add(Inline(heading.Inline), number, heading: true);
                break;
            case LeafBlock { Inline: { } inline }:
                AddLines(draft, Inline(inline), number);
                break;
            case LeafBlock leaf:
                draft.Add(leaf.Lines.ToString(), number);
                break;
            case ListBlock list:
                foreach (var item in list.OfType<ListItemBlock>()) AddChildren(draft, item, list.IsOrdered ? item.Order.ToString(System.Globalization.CultureInfo.InvariantCulture) : number, ct);
                break;
            case ContainerBlock container:
                AddChildren(draft, container, number, ct);
                break;
        }
    }

    private static void AddChildren(TextDraft draft, ContainerBlock container, string? number, CancellationToken ct)
    {
        foreach (var child in container)
        {
            Add(draft, child, number, ct);
            number = null;   // only the first paragraph of a list item carries its number
        }
    }

    /// <summary>Arabic numbers make no list in Markdown; their lines still are paragraphs of their own.</summary>
    private static void AddLines(TextDraft draft, string text, string? number)
    {
        var open = new StringBuilder();
        foreach (var line in text.Split('\n'))
        {
            if (open.Length > 0 && ParagraphNumbers.Of(line) is not null)
            {
                draft.Add(open.ToString(), number);
                open.Clear();
                number = null;
            }

            if (open.Length > 0) open.Append('\n');
            open.Append(line);
        }

        draft.Add(open.ToString(), number);
    }

    private static string Inline(ContainerInline? container)
    {
        if (container is null) return "";
        var text = new StringBuilder();
        foreach (var inline in container.Descendants())
        {
            switch (inline)
            {
                case LiteralInline literal: text.Append(literal.Content.AsSpan()); break;
                case CodeInline code: text.Append(code.Content); break;
                case LineBreakInline: text.Append('\n'); break;
                case AutolinkInline link: text.Append(link.Url); break;
                case HtmlEntityInline entity: text.Append(entity.Transcoded.AsSpan()); break;
            }
        }

        return text.ToString();
    }
}
