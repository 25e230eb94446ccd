namespace Plumbline.Web.Collate;

/// <summary>A piece of a text around its marks.</summary>
public sealed record Excerpt(string Text, IReadOnlyList<TextMark> Marks)
{
    public static Excerpt None { get; } = new("", []);

    /// <summary>The words around the first mark, cut at blanks; the beginning where nothing is marked. Pure.</summary>
    /// <param name="around">Characters on each side, about.</param>
    public static Excerpt Around(string text, IReadOnlyList<TextMark> marks, int around)
    {
        var kept = marks.Where(mark => mark.From >= 0 && mark.From < mark.To && mark.To <= text.Length).OrderBy(mark => mark.From).ToArray();
        var (first, last) = kept.Length == 0 ? (0, 0) : (kept[0].From, kept[0].To);
        var from = Math.Max(0, first - around);
        var to = Math.Min(text.Length, last + around);
        while (from > 0 && !char.IsWhiteSpace(text[from - 1])) from--;
        while (to < text.Length && !char.IsWhiteSpace(text[to])) to++;
        var (before, after) = (from > 0 ? "… " : "", to < text.Length ? " …" : "");
        return new Excerpt($"{before}{text[from..to]}{after}",
            [.. kept.Where(mark => mark.From >= from && mark.To <= to).Select(mark => mark with { From = mark.From - from + before.Length, To = mark.To - from + before.Length })]);
    }
}
