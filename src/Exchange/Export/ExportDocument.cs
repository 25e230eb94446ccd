using System.Text.Json.Nodes;

namespace Plumbline.Exchange.Export;

/// <summary>An export before it has a form.</summary>
/// <param name="Header">Its head.</param>
/// <param name="Entities">For machines: entities with their statements and links.</param>
/// <param name="Items">Items found; empty for an entity.</param>
/// <param name="Rows">For spreadsheets: one a statement or item, in the columns of <see cref="CsvColumns"/>.</param>
internal sealed record ExportDocument(ExportHeader Header, IReadOnlyList<JsonObject> Entities, IReadOnlyList<JsonObject> Items, IReadOnlyList<IReadOnlyList<string?>> Rows)
{
    public static IReadOnlyList<string> CsvColumns { get; } =
    [
        "id", "type", "caption", "link", "other_id", "property", "value", "original", "valid", "nature", "grade", "scheme", "label",
        "item", "report", "item_number", "letter_number", "letter_date", "source", "origin", "list", "recorded_at", "recorded_by", "text", "record",
    ];
}
