using System.Text.Json.Nodes;
using Plumbline.Core;
using Plumbline.Intelligence;
using Plumbline.Register;
using Plumbline.Register.Questions;

namespace Plumbline.Exchange.Export;

/// <summary>Statements and items as they leave: ids are public ones, grades are as given, every value carries its item and label. Pure.</summary>
internal sealed class ExportRows(PublicIds ids)
{
    public string Id(PublicKind kind, long key) => ids.Show(kind, key);

    public string Label(Label label) => label.Outside(ids);

    /// <summary>A statement for machines.</summary>
    public JsonObject Json(CitedStatement view) => new()
    {
        ["id"] = Id(PublicKind.Statement, view.Row.Key),
        ["property"] = view.Property.Qualified,
        ["value"] = view.Row.Target is { } target ? Id(PublicKind.Entity, target) : view.Row.ValueText,
        ["original"] = view.Row.Original,
        ["parts"] = view.Name is { } name ? new JsonArray([.. name.Parts.Select(part => new JsonObject { ["kind"] = part.Kind.Word(), ["text"] = part.Text })]) : null,
        ["valid"] = view.Row.ValidText,
        ["nature"] = view.Row.Nature,
        ["grade"] = view.Grade is { } grade ? new JsonObject { ["scheme"] = grade.Scheme.Text(), ["code"] = grade.ToString() } : null,
        ["label"] = view.Label.Outside(ids),
        ["listing"] = view.IsListing ? $"LIST · {view.Item.List} · {view.Item.ListVersion}" : null,
        ["item"] = Json(view.Item),
        ["recordedAt"] = At(view.Row.RecordedAt),
        ["recordedBy"] = view.Officers.RecordedBy?.Name,
    };

    /// <summary>An item that was found, for machines.</summary>
    public JsonObject Json(ItemRow item, Label label) => new()
    {
        ["id"] = Id(PublicKind.Item, item.Key),
        ["report"] = Id(PublicKind.Report, item.Report),
        ["title"] = item.ReportTitle,
        ["number"] = item.Number,
        ["text"] = item.Text,
        ["date"] = item.DateText,
        ["source"] = item.Source,
        ["grade"] = item.CurrentGrade is { } code && Grade.FromCode(code) is var grade ? new JsonObject { ["scheme"] = grade.Scheme.Text(), ["code"] = grade.ToString() } : null,
        ["label"] = label.Outside(ids),
    };

    /// <summary>A statement for spreadsheets, in the columns of <see cref="ExportDocument.CsvColumns"/>.</summary>
    /// <param name="link">The link that it belongs to; null for the entity's own.</param>
    public IReadOnlyList<string?> Row(EntityRef entity, LinkView? link, CitedStatement view) =>
    [
        Id(PublicKind.Entity, entity.Key), entity.Type.Name, entity.Caption.In("ar"), link?.Type.Name, link is null ? null : Id(PublicKind.Entity, link.Other.Key),
        view.Property.Name, view.Row.Target is { } target ? Id(PublicKind.Entity, target) : view.Row.ValueText, view.Row.Original, view.Row.ValidText, view.Row.Nature,
        view.Grade?.ToString(), view.Grade?.Scheme.Text(), view.Label.Outside(ids), Id(PublicKind.Item, view.Item.Key), view.Item.ReportTitle, $"{view.Item.Number}",
        view.Item.LetterNumber, view.Item.LetterDate, view.Item.Source, view.Item.OriginReference, view.IsListing ? $"{view.Item.List} {view.Item.ListVersion}" : null,
        At(view.Row.RecordedAt), view.Officers.RecordedBy?.Name, null, Id(PublicKind.Entity, link is null ? view.Row.Entity : link.Record > 0 ? link.Record : entity.Key),
    ];

    /// <summary>An item for spreadsheets.</summary>
    public IReadOnlyList<string?> Row(ItemRow item, Label label)
    {
        var grade = item.CurrentGrade is { } code ? Grade.FromCode(code) : null;
        return
        [
            Id(PublicKind.Item, item.Key), "item", null, null, null, null, null, null, item.DateText, item.Nature, grade?.ToString(), grade?.Scheme.Text(), label.Outside(ids),
            Id(PublicKind.Item, item.Key), item.ReportTitle, $"{item.Number}", item.LetterNumber, item.LetterDate, item.Source, null, item.List is null ? null : $"{item.List} {item.ListVersion}",
            null, null, item.Text, null,
        ];
    }

    private JsonObject Json(CitedItem item) => new()
    {
        ["id"] = Id(PublicKind.Item, item.Key),
        ["report"] = Id(PublicKind.Report, item.Report),
        ["title"] = item.ReportTitle,
        ["number"] = item.Number,
        ["letterNumber"] = item.LetterNumber,
        ["letterDate"] = item.LetterDate,
        ["date"] = item.DateText,
        ["source"] = item.Source,
        ["origin"] = item.OriginReference,
    };

    private static string At(long micros) => Clock.FromMicros(micros).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture);
}
