using System.Reflection;
using MudBlazor;
using Plumbline.Core;
using Plumbline.Intelligence;
using Plumbline.Register.Questions;
using Plumbline.Web.Parts;

namespace Plumbline.Web.Collate;

/// <summary>Entities and statements as the parts show them, in the reader's language.</summary>
internal static class CollateViews
{
    private static readonly Dictionary<string, string> Icons = typeof(Icons.Material.Outlined).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Where(field => field.FieldType == typeof(string)).ToDictionary(field => field.Name, field => (string)field.GetValue(null)!, StringComparer.Ordinal);

    /// <summary>The icon that the schema names.</summary>
    public static string Icon(this EntityType type) => Icons.GetValueOrDefault(string.Concat(type.Icon.Split('_').Select(word => $"{char.ToUpperInvariant(word[0])}{word[1..]}"))) ?? MudBlazor.Icons.Material.Outlined.Category;

    /// <summary>What the type is called.</summary>
    public static string Word(this EntityType type) => type.Label.In(Language.Current.Code);

    /// <summary>What an entity is called; where nothing names it, its type and id.</summary>
    public static string Name(this EntityRef entity, PublicIds ids) =>
        entity.Caption.IsNone ? $"{entity.Type.Word()} {ids.Show(PublicKind.Entity, entity.Key)}" : entity.Caption.In(Language.Current.Code);

    /// <summary>An entity for its chip.</summary>
    public static EntityView View(this EntityRef entity, PublicIds ids) => new(
        $"/collate/{ids.Show(PublicKind.Entity, entity.Key)}", entity.Type.Icon(), entity.Type.Word(), entity.Name(ids),
        entity.Caption.Other(Language.Current.Code), Category(entity.Category), entity.Caption.Romanised);

    /// <summary>The category as the parts name it: nobody has decided is "none".</summary>
    public static string? Category(string? category) => category == PersonStatus.NotYetCategorised ? "none" : category;

    /// <summary>A statement for its row; it leads to its item, at its place.</summary>
    /// <param name="origins">Distinct origins behind its value.</param>
    public static StatementView View(this CitedStatement statement, PublicIds ids, int origins, bool conflicts = false)
    {
        var row = statement.Row;
        // Keys of the register stay inside.
        var shown = row.Target is { } target ? ids.Show(PublicKind.Entity, target) : statement.Show(Language.Current.Code);
        return new StatementView(
            ids.Show(PublicKind.Statement, row.Key), statement.Property.Label.In(Language.Current.Code), shown, row.Original == shown ? null : row.Original,
            row.ValidText is { } valid ? Digits.Show(valid) : null, statement.Grade?.View(statement.Label), statement.Label.View(), statement.Item.Source(ids),
            Href(statement.Item.Key, row, ids), origins, row.Nature == "assessment", row.WithdrawnAt is not null, conflicts && row.IsLive,
            row.WithdrawnWhy is { } why ? Captions.Shared[$"collate.why-{why}"] : null, statement.Officers.RecordedBy?.Name, statement.Romanised);
    }

    /// <summary>Where a statement comes from, short: report and number, or the list.</summary>
    public static string Source(this CitedItem item, PublicIds ids) => item.List is { } list ? $"LIST · {list}" : $"{ids.Show(PublicKind.Report, item.Report)}/{item.Number}";

    /// <summary>The item as marked, at the place of a statement.</summary>
    public static string Href(long item, Register.Questions.StatementRow row, PublicIds ids) =>
        $"/collate/mark/{ids.Show(PublicKind.Item, item)}?s={ids.Show(PublicKind.Statement, row.Key)}";
}
