using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Xml.Linq;
using Plumbline.Core;
using Plumbline.Intelligence;
using Plumbline.Networks.Charts;

namespace Plumbline.Exchange.Charts;

/// <summary>Gives a chart that leaves its form. Pure: the same chart gives the same bytes.</summary>
internal sealed class ChartFiles(LeavingChart leaving, ChartView view, PublicIds ids, string language)
{
    private static readonly XNamespace GraphMl = "http://graphml.graphdrawing.org/xmlns";
    private static readonly JsonSerializerOptions Json = new() { WriteIndented = true, PropertyNamingPolicy = JsonNamingPolicy.CamelCase, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static IReadOnlyList<string> Kinds { get; } = ["svg", "csv", "graphml", "json"];

    public static string MediaType(string kind) => kind switch
    {
        "svg" => "image/svg+xml",
        "csv" => "text/csv; charset=utf-8",
        "graphml" => "application/graphml+xml",
        _ => "application/json",
    };

    public byte[] Write(string kind) => kind switch
    {
        "svg" => Bytes(new ChartDrawing(leaving, view, ids, language).Draw()),
        "graphml" => Bytes(AsGraphMl()),
        "csv" => [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(AsCsv())],
        _ => Encoding.UTF8.GetBytes(AsJson() + "\n"),
    };

    private static byte[] Bytes(XElement root)
    {
        using var memory = new MemoryStream();
        using (var writer = new StreamWriter(memory, new UTF8Encoding(false), leaveOpen: true)) new XDocument(root).Save(writer);
        return memory.ToArray();
    }

    private IEnumerable<string> Head() =>
    [
        Networks(), $"Exported {leaving.Header.At:yyyy-MM-dd HH:mm} UTC by {leaving.Header.Officer}", $"Purpose: {leaving.Header.Purpose}{(leaving.Header.Case is { } one ? $" · case {one}" : "")}",
        $"Reason: {leaving.Header.Reason}", $"Label: {leaving.Header.Label}", .. leaving.Header.LabelWords, .. leaving.Header.Checkpoint.TrimEnd('\n').Split('\n').Select(line => $"Checkpoint: {line}"),
    ];

    private string Networks() => $"{ids.Show(PublicKind.Chart, view.Row.Key)}, version {view.Number}. {ExportChart.Notice}";

    private XElement AsGraphMl() => new(GraphMl + "graphml", new XComment($" {string.Join(" | ", Head()).Replace("--", "––", StringComparison.Ordinal)} "),
        Key("caption", "node", "string"), Key("type", "node", "string"), Key("x", "node", "double"), Key("y", "node", "double"), Key("tie", "edge", "string"), Key("grade", "edge", "string"), Key("items", "edge", "int"),
        new XElement(GraphMl + "graph", new XAttribute("edgedefault", "directed"),
            leaving.Part.Items.Select(item => new XElement(GraphMl + "node", new XAttribute("id", Id(item.Key)), Data("caption", Caption(item)), Data("type", item.Type.Name), Data("x", Number(Place(item.Key).X)), Data("y", Number(Place(item.Key).Y)))),
            leaving.Part.Ties.Select(tie => new XElement(GraphMl + "edge", new XAttribute("id", Id(tie.Tie.Link)), new XAttribute("source", Id(tie.Tie.Source)), new XAttribute("target", Id(tie.Tie.Target)),
                tie.Tie.Type.Link!.Directed ? null : new XAttribute("directed", "false"), Data("tie", tie.Tie.Type.Name), Data("grade", tie.Tie.Best?.ToString() ?? ""), Data("items", tie.Tie.Items.ToString(CultureInfo.InvariantCulture))))));

    private static XElement Key(string name, string of, string type) => new(GraphMl + "key", new XAttribute("id", name), new XAttribute("for", of), new XAttribute("attr.name", name), new XAttribute("attr.type", type));

    private static XElement Data(string key, string value) => new(GraphMl + "data", new XAttribute("key", key), value);

    private string AsCsv()
    {
        var text = new StringBuilder();
        foreach (var line in Head()) text.Append("# ").Append(line.ReplaceLineEndings(" ")).Append("\r\n");
        text.Append("link,type,source,source_caption,target,target_caption,best_grade,worst_grade,standing,items,from,to\r\n");
        var captions = leaving.Part.Items.ToDictionary(item => item.Key, Caption);
        foreach (var one in leaving.Part.Ties.Select(tie => tie.Tie))
            text.AppendJoin(',', new[] { Id(one.Link), one.Type.Name, Id(one.Source), captions.GetValueOrDefault(one.Source, ""), Id(one.Target), captions.GetValueOrDefault(one.Target, ""), one.Best?.ToString() ?? "", one.Worst?.ToString() ?? "",
                one.Standing.ToString().ToLowerInvariant(), one.Items.ToString(CultureInfo.InvariantCulture), Day(one.From), Day(one.To) }.Select(Cell)).Append("\r\n");
        return text.ToString();
    }

    private string AsJson() => JsonSerializer.Serialize(new
    {
        leaving.Header,
        Notice = ExportChart.Notice,
        Chart = Id(PublicKind.Chart, view.Row.Key),
        view.Row.Title,
        Version = view.Number,
        Items = leaving.Part.Items.Select(item => new { Id = Id(item.Key), Type = item.Type.Name, Caption = Caption(item), item.Category, State = item.State.ToString().ToLowerInvariant(), X = Place(item.Key).X, Y = Place(item.Key).Y }),
        Ties = leaving.Part.Ties.Select(tie => new { Id = Id(tie.Tie.Link), Type = tie.Tie.Type.Name, Source = Id(tie.Tie.Source), Target = Id(tie.Tie.Target), Best = tie.Tie.Best?.ToString(), Worst = tie.Tie.Worst?.ToString(), Standing = tie.Tie.Standing.ToString().ToLowerInvariant(), tie.Tie.Items, From = Day(tie.Tie.From), To = Day(tie.Tie.To) }),
        Sources = leaving.Sources.Select(source => new { source.Reference, Grade = source.Grade?.ToString(), source.Count }),
    }, Json);

    private string Caption(ChartItem item) => EntityCaption.Of(item.Type, item.Naming) is { IsNone: false } caption ? caption.In(language) : $"{item.Type.Label.In(language)} {Id(item.Key)}";

    private (double X, double Y) Place(long key) => view.Content.Positions.GetValueOrDefault(key);

    private string Id(long key) => Id(PublicKind.Entity, key);

    private string Id(PublicKind kind, long key) => ids.Show(kind, key);

    private static string Day(long? day) => day is { } known ? DateOnly.FromDayNumber((int)known).ToString("O", CultureInfo.InvariantCulture) : "";

    private static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    // What a spreadsheet would take for a formula has an apostrophe before it.
    private static string Cell(string value)
    {
        var safe = value.Length > 0 && value[0] is '=' or '@' or '\t' or '-' ? "'" + value : value;
        return safe.AsSpan().IndexOfAny(",\"\r\n") < 0 ? safe : $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
