using System.Globalization;
using System.Xml.Linq;
using Plumbline.Core;
using Plumbline.Intelligence;
using Plumbline.Networks.Charts;
using Plumbline.Networks.Snapshots;

namespace Plumbline.Exchange.Charts;

/// <summary>Draws a chart as SVG at print size: banner, ties and items, legend, sources, who took it and the notice. Pure.</summary>
internal sealed class ChartDrawing(LeavingChart leaving, ChartView view, PublicIds ids, string language)
{
    private const double Width = 1600;
    private const double Margin = 90;
    private const double Line = 22;
    private const int MostSources = 60;
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    public XElement Draw()
    {
        var places = Fitted(out var height);
        var foot = Foot().ToList();
        var whole = height + 60 + (foot.Count * Line) + 30;
        return new XElement(Svg + "svg", At("width", Width), At("height", whole), new XAttribute("viewBox", FormattableString.Invariant($"0 0 {Width:0} {whole:0}")), new XAttribute("font-family", "Inter, 'Noto Sans Arabic', sans-serif"),
            new XElement(Svg + "title", view.Row.Title), new XElement(Svg + "rect", At("width", Width), At("height", whole), new XAttribute("fill", "#ffffff")), Banner(0),
            leaving.Part.Ties.Where(tie => places.ContainsKey(tie.Tie.Source) && places.ContainsKey(tie.Tie.Target)).Select(tie => Tie(tie.Tie, places)),
            leaving.Part.Items.Where(item => places.ContainsKey(item.Key)).Select(item => Item(item, places[item.Key])),
            foot.Select((text, at) => Text(Margin, height + 60 + (at * Line), text, 15, "start")), Banner(whole - 30));
    }

    private IEnumerable<string> Foot()
    {
        yield return $"{view.Row.Title} · {ids.Show(PublicKind.Chart, view.Row.Key)} · {view.Number}";
        yield return $"{leaving.Header.At:yyyy-MM-dd HH:mm} UTC · {leaving.Header.Officer} · {leaving.Header.Purpose}{(leaving.Header.Case is { } one ? $" · {one}" : "")} · {leaving.Header.Reason}";
        yield return ExportChart.Notice;
        yield return "———  corroborated, first-hand or confirmed     – – –  told once or listed     · · ·  suspected false, assessed, not to be judged or not graded";
        foreach (var type in leaving.Part.Items.GroupBy(item => item.Type).OrderBy(group => group.Key.Name, StringComparer.Ordinal)) yield return $"●  {type.Key.Label.In(language)} ({type.Count()})";
        var sources = leaving.Sources.Select(source => source.Grade is { } grade ? $"{source.Reference} {grade}" : source.Reference).ToList();
        foreach (var row in sources.Take(MostSources).Chunk(6)) yield return string.Join("     ", row);
        if (sources.Count > MostSources) yield return $"… {sources.Count - MostSources} more sources";
    }

    private XElement[] Banner(double y) =>
    [
        new(Svg + "rect", At("y", y), At("width", Width), At("height", 30), new XAttribute("fill", "#1e293b")),
        new(Svg + "text", At("x", Width / 2), At("y", y + 20), new XAttribute("text-anchor", "middle"), new XAttribute("font-size", "15"), new XAttribute("font-weight", "600"), new XAttribute("fill", "#ffffff"),
            $"{LabelMeanings.OfClassification(leaving.Label.Classification)?.In(language) ?? leaving.Label.Classification.ToString(CultureInfo.InvariantCulture)} · {leaving.Label.ShortCode}"),
    ];

    private Dictionary<long, (double X, double Y)> Fitted(out double height)
    {
        height = 600;
        var shown = view.Content.Positions;
        if (shown.Count == 0) return [];
        var (left, top) = (shown.Values.Min(one => one.X), shown.Values.Min(one => one.Y));
        var (wide, high) = (Math.Max(1, shown.Values.Max(one => one.X) - left), Math.Max(1, shown.Values.Max(one => one.Y) - top));
        var scale = Math.Min((Width - (2 * Margin)) / wide, 2_000 / high);
        var start = (Width - (wide * scale)) / 2;
        height = (high * scale) + (2 * Margin) + 30;
        return shown.ToDictionary(one => one.Key, one => (start + ((one.Value.X - left) * scale), Margin + 30 + ((one.Value.Y - top) * scale)));
    }

    private XElement[] Tie(VisibleTie tie, Dictionary<long, (double X, double Y)> places)
    {
        var (from, to) = (places[tie.Source], places[tie.Target]);
        var dashes = tie.Standing switch { TieStanding.Confirmed => null, TieStanding.Unconfirmed => "8 6", _ => "2 6" };
        return
        [
            new(Svg + "line", At("x1", from.X), At("y1", from.Y), At("x2", to.X), At("y2", to.Y), new XAttribute("stroke", "#64748b"), At("stroke-width", Math.Min(5, 1 + tie.Items)), dashes is null ? null : new XAttribute("stroke-dasharray", dashes)),
            Text((from.X + to.X) / 2, ((from.Y + to.Y) / 2) - 4, $"{tie.Type.Link!.Label.In(language)}{(tie.Best is { } best ? $" {best}" : "")}", 12, "middle", "#475569"),
        ];
    }

    private XElement[] Item(ChartItem item, (double X, double Y) at) =>
    [
        new(Svg + "circle", At("cx", at.X), At("cy", at.Y), At("r", 16), new XAttribute("fill", item.State == ChartState.Withdrawn ? "#cbd5e1" : "#ffffff"), new XAttribute("stroke", "#0f766e"), At("stroke-width", 2.5),
            item.Category is null or "victim" or "witness" && item.Type.Is("person") ? new XAttribute("stroke-dasharray", "3 3") : null),
        Text(at.X, at.Y + 36, EntityCaption.Of(item.Type, item.Naming) is { IsNone: false } caption ? caption.In(language) : $"{item.Type.Label.In(language)} {ids.Show(PublicKind.Entity, item.Key)}", 14, "middle"),
        Text(at.X, at.Y + 52, item.Type.Label.In(language), 11, "middle", "#475569"),
    ];

    private static XElement Text(double x, double y, string text, double size, string anchor, string fill = "#0f172a") => new(Svg + "text", At("x", x), At("y", y), At("font-size", size), new XAttribute("text-anchor", anchor), new XAttribute("fill", fill), text);

    private static XAttribute At(string name, double value) => new(name, Math.Round(value, 2).ToString(CultureInfo.InvariantCulture));
}
