using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Plumbline.Core;

namespace Plumbline.Exchange.Documents;

/// <summary>HTML: block elements are paragraphs, list items of ordered lists are numbered. Nothing is fetched, scripts are dropped.</summary>
public sealed partial class HtmlReader : IDocumentReader
{
    private static readonly HashSet<string> Dropped = ["script", "style", "template", "noscript", "iframe", "object", "embed", "svg", "math", "head", "select", "textarea", "button"];

    private static readonly HashSet<string> Blocks =
    [
        "address", "article", "aside", "blockquote", "body", "caption", "dd", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6",
        "header", "hr", "html", "li", "main", "nav", "ol", "p", "pre", "section", "table", "tbody", "tfoot", "thead", "tr", "ul",
    ];

    /// <inheritdoc/>
    public IReadOnlyList<string> Endings { get; } = [".html", ".htm", ".xhtml"];

    /// <inheritdoc/>
    public Outcome<DocumentText> Read(byte[] bytes, DocumentLimits limits, CancellationToken ct)
    {
        var draft = new TextDraft("html", limits);
        if (DocumentEncoding.Text(bytes, draft.Note, Declared(bytes)) is not { } text) return DocumentBytes.Broken("The bytes are not text; the file is kept whole as an attachment.");
        if (text.Length > limits.TextChars) return DocumentBytes.TooLarge($"The page is longer than {limits.TextChars:N0} characters; keep it as an attachment.");
        // A configuration without loader: AngleSharp then has no way to ask anyone for anything.
        using var context = new BrowsingContext(Configuration.Default);
        using var page = new HtmlParser(new HtmlParserOptions { IsScripting = false }, context).ParseDocument(text);
        if (page.Title is { Length: > 0 } title) draft.Title = WhiteSpace().Replace(title, " ").Trim();
        if (page.QuerySelector("script, iframe, object, embed") is not null) draft.Note(ReaderNote.Of("document.scripts"));
        if (page.QuerySelector("img, picture, video, audio") is not null) draft.Note(ReaderNote.Of("document.pictures"));
        new HtmlWalk(draft, limits).Go(page.Body, ct);
        return draft.Finish();
    }

    private static string? Declared(byte[] bytes)
    {
        var head = Encoding.Latin1.GetString(bytes, 0, Math.Min(bytes.Length, 1_024));
        return Charset().Match(head) is { Success: true } match ? match.Groups[1].Value : null;
    }

    internal static bool IsDropped(INode node) => node is IElement element && (Dropped.Contains(element.LocalName) || element.HasAttribute("hidden"));

    internal static bool IsBlock(INode node) => node is IElement element && Blocks.Contains(element.LocalName);

    internal static bool IsHeading(IElement? element) => element?.LocalName is ['h', >= '1' and <= '6'];

    /// <summary>The number of an item of an ordered list; null for anything else.</summary>
    internal static string? NumberOf(IElement item)
    {
        if (item is not { LocalName: "li", ParentElement.LocalName: "ol" }) return null;
        if (int.TryParse(item.GetAttribute("value"), NumberStyles.Integer, CultureInfo.InvariantCulture, out var own)) return own.ToString(CultureInfo.InvariantCulture);
        var start = int.TryParse(item.ParentElement.GetAttribute("start"), NumberStyles.Integer, CultureInfo.InvariantCulture, out var first) ? first : 1;
        var before = 0L;
        for (var other = item.PreviousElementSibling; other is not null; other = other.PreviousElementSibling)
        {
            if (other.LocalName == "li") before++;
        }

        return (start + before).ToString(CultureInfo.InvariantCulture);
    }

    [GeneratedRegex("""<meta[^>]{0,200}?charset\s*=\s*["']?([A-Za-z0-9_\-]{1,40})""", RegexOptions.IgnoreCase)]
    private static partial Regex Charset();

    [GeneratedRegex(@"\s+")]
    internal static partial Regex WhiteSpace();
}
