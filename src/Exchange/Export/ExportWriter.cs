using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Plumbline.Exchange.Export;

/// <summary>Gives an export its form. Pure: the same document gives the same bytes.</summary>
internal static class ExportWriter
{
    private static readonly JsonSerializerOptions Json = new()
    {
        WriteIndented = true,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static readonly SearchValues<char> Figures = SearchValues.Create("0123456789 .,");

    /// <summary>What a form cannot carry, in sentences.</summary>
    public static IReadOnlyList<string> Loses(ExportFormat format) => format == ExportFormat.Json
        ? ["Grade history, timeline and who accepted or withdrew a statement stay in the register."]
        :
        [
            "Parts of names, grade history and timeline are not in the table.",
            "A cell that a spreadsheet would take for a formula has an apostrophe before it.",
        ];

    /// <summary>The file.</summary>
    /// <param name="name">Without its ending.</param>
    public static ExportedFile Write(ExportDocument document, ExportFormat format, string name)
    {
        var bytes = format == ExportFormat.Json ? AsJson(document) : AsCsv(document);
        return new ExportedFile($"{name}.{(format == ExportFormat.Json ? "json" : "csv")}", format == ExportFormat.Json ? "application/json" : "text/csv; charset=utf-8",
            bytes, Convert.ToHexStringLower(SHA256.HashData(bytes)), document.Header.Loss);
    }

    private static byte[] AsJson(ExportDocument document) => Encoding.UTF8.GetBytes(new JsonObject
    {
        ["header"] = JsonSerializer.SerializeToNode(document.Header, Json),
        ["entities"] = new JsonArray([.. document.Entities]),
        ["items"] = new JsonArray([.. document.Items]),
    }.ToJsonString(Json) + "\n");

    private static byte[] AsCsv(ExportDocument document)
    {
        var text = new StringBuilder();
        foreach (var line in Head(document.Header)) text.Append("# ").Append(line.ReplaceLineEndings(" ")).Append("\r\n");
        foreach (var row in document.Rows.Prepend([.. ExportDocument.CsvColumns])) text.AppendJoin(',', row.Select(Cell)).Append("\r\n");
        // The mark tells a spreadsheet that the letters are Unicode; without it Arabic comes out as rubbish.
        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ToString())];
    }

    private static IEnumerable<string> Head(ExportHeader header) =>
    [
        $"Exported {header.At:yyyy-MM-dd HH:mm} UTC by {header.Officer}{(header.Unit.Length == 0 ? "" : $", {header.Unit}")}",
        $"Purpose: {header.Purpose}: {header.PurposeReason}{(header.Case is null ? "" : $" · case {header.Case}")}",
        $"Reason: {header.Reason}",
        $"Label: {header.Label}",
        .. header.LabelWords.Select(words => $"  {words}"),
        .. header.Loss.LeftOut.Select(left => $"Left out: {left.Count} · {left.Rule}: {left.Words}"),
        .. header.Loss.Format.Select(words => $"Not in this form: {words}"),
        .. header.Checkpoint.TrimEnd('\n').Split('\n').Select(line => $"Checkpoint: {line}"),
    ];

    private static string Cell(string? value)
    {
        if (string.IsNullOrEmpty(value)) return "";
        var safe = IsFormula(value) ? "'" + value : value;
        return safe.AsSpan().IndexOfAny(",\"\r\n") < 0 ? safe : $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }

    // A telephone number begins with + and digits: no spreadsheet computes with it, and an apostrophe would spoil it.
    private static bool IsFormula(string value) =>
        value[0] is '=' or '@' or '\t' or '\r' || (value[0] is '+' or '-' && value.AsSpan(1).ContainsAnyExcept(Figures));
}
