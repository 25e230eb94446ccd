using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace Plumbline.Web.Collate;

/// <summary>A stretch of a text that is marked.</summary>
/// <param name="From">First character, in UTF-16 units.</param>
/// <param name="To">After the last.</param>
/// <param name="Style">Class of the mark; of several over one another the first given wins.</param>
/// <param name="Title">What it says, on hover.</param>
/// <param name="Key">Stable, for the page that listens.</param>
public sealed record TextMark(int From, int To, string Style, string? Title = null, string? Key = null);

/// <summary>A text with marks under its words. No white space of ours comes between the pieces: places in the page are places in the text.</summary>
public sealed class MarkedText : ComponentBase
{
    [Parameter, EditorRequired] public string Text { get; set; } = "";
    [Parameter] public IReadOnlyList<TextMark> Marks { get; set; } = [];
    [Parameter] public EventCallback<string> OnMark { get; set; }

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        foreach (var (from, to, mark) in Pieces(Text, Marks))
        {
            if (mark is null)
            {
                builder.AddContent(0, Text[from..to]);
                continue;
            }
            builder.OpenElement(1, "mark");
            builder.AddAttribute(2, "class", mark.Style);
            builder.AddAttribute(3, "title", mark.Title);
            builder.AddAttribute(4, "data-mark", mark.Key);
            if (mark.Key is { } key && OnMark.HasDelegate) builder.AddAttribute(5, "onclick", EventCallback.Factory.Create(this, () => OnMark.InvokeAsync(key)));
            builder.AddContent(6, Text[from..to]);
            builder.CloseElement();
        }
    }

    /// <summary>The text cut at every edge of a mark. Pure.</summary>
    public static IEnumerable<(int From, int To, TextMark? Mark)> Pieces(string text, IReadOnlyList<TextMark> marks)
    {
        var kept = marks.Where(mark => mark.From >= 0 && mark.From < mark.To && mark.To <= text.Length).ToArray();
        int[] edges = [.. kept.SelectMany(mark => new[] { mark.From, mark.To }).Append(0).Append(text.Length).Distinct().Order()];
        return edges.Zip(edges.Skip(1)).Select(edge => (edge.First, edge.Second, kept.FirstOrDefault(mark => mark.From <= edge.First && mark.To >= edge.Second)));
    }
}
