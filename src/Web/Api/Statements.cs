using System.ComponentModel.DataAnnotations;
using Plumbline.Core;
using Plumbline.Intelligence;
using Plumbline.Register;

namespace Plumbline.Web.Api;

/// <summary>A statement with all that says where it comes from and how far it carries.</summary>
/// <param name="Property">Type and name, such as <c>person.birth_date</c>.</param>
/// <param name="Value">What is said; for a reference, the id of the other entity.</param>
/// <param name="Name">The parts of a name, where they are known.</param>
/// <param name="Original">The wording in the item, where it differs.</param>
/// <param name="Valid">When it held, such as <c>2014-03/2016</c>; null is unknown, which is not open-ended.</param>
/// <param name="Span">Where in the item's text it stands.</param>
/// <param name="Nature"><c>fact</c> or <c>assessment</c>.</param>
/// <param name="Waits">Another officer has yet to accept it.</param>
/// <param name="Listing">List and version, where it proves a listing and nothing else.</param>
/// <param name="Grade">Of its item, as it stands; null where that has none.</param>
/// <param name="CustodyBar">Why it may not corroborate, nominate or leave; null when it may.</param>
/// <param name="WithdrawnWhy">Why it was withdrawn; it stays in its place, struck.</param>
public sealed record StatementAnswer(string Id, string Entity, string Property, string Value, IReadOnlyList<NamePartAnswer>? Name, string? Original, string Language, string? Valid, SpanAnswer? Span,
    string Nature, bool Waits, string Item, long ItemNumber, string Report, string ReportTitle, string? Listing, GradeAnswer? Grade, LabelAnswer Label, string? CustodyBar,
    DateTimeOffset RecordedAt, string? RecordedBy, string? AcceptedBy, DateTimeOffset? WithdrawnAt, string? WithdrawnWhy)
{
    internal static StatementAnswer Of(CitedStatement view, PublicIds ids)
    {
        var row = view.Row;
        return new(ids.Show(PublicKind.Statement, row.Key), ids.Show(PublicKind.Entity, row.Entity), view.Property.Qualified,
            row.Target is { } target ? ids.Show(PublicKind.Entity, target) : row.ValueText, view.Name is { } name ? [.. name.Parts.Select(part => new NamePartAnswer(part.Kind.Word(), part.Text))] : null,
            row.Original, row.Language, row.ValidText, row is { SpanFrom: { } from, SpanTo: { } to } ? new((int)from, (int)to) : null, row.Nature, row.Waiting == 1,
            ids.Show(PublicKind.Item, view.Item.Key), view.Item.Number, ids.Show(PublicKind.Report, view.Item.Report), view.Item.ReportTitle,
            view.IsListing ? $"{view.Item.List} {view.Item.ListVersion}" : null, view.Grade is { } grade ? GradeAnswer.Of(grade) : null, LabelAnswer.Of(view.Label, ids), view.CustodyBar,
            Clock.FromMicros(row.RecordedAt), view.Officers.RecordedBy?.Name, view.Officers.AcceptedBy?.Name, row.WithdrawnAt is { } at ? Clock.FromMicros(at) : null, row.WithdrawnWhy);
    }
}

/// <summary>A part of a person's name.</summary>
/// <param name="Kind">Such as <c>given</c>, <c>father</c>, <c>grandfather</c>, <c>family</c>, <c>kunya</c>, <c>laqab</c>, <c>title</c>.</param>
public sealed record NamePartAnswer([property: Required, StringLength(40)] string Kind, [property: Required, StringLength(200)] string Text);

/// <summary>A place in a text, in UTF-16 units.</summary>
/// <param name="From">First.</param>
/// <param name="To">After the last.</param>
public sealed record SpanAnswer([property: Range(0, int.MaxValue)] int From, [property: Range(0, int.MaxValue)] int To);

/// <summary>An entity, for those who point at it.</summary>
/// <param name="Category">What a person is in the case worked in; null for what is no person.</param>
/// <param name="Records">Where entities are offered: how many records you see judged to be one, this one included; null where it stands alone.</param>
public sealed record EntityRefAnswer(string Id, string Type, CaptionAnswer Caption, string? Category, int? Records = null)
{
    internal static EntityRefAnswer Of(EntityRef entity, PublicIds ids) => new(ids.Show(PublicKind.Entity, entity.Key), entity.Type.Name, CaptionAnswer.Of(entity.Caption), entity.Category, entity.Records);
}

/// <summary>What an entity is called, in each script in which you may see it named.</summary>
public sealed record CaptionAnswer(string? Arabic, string? Latin, string? Other)
{
    internal static CaptionAnswer Of(EntityCaption caption) => new(caption.Arabic, caption.Latin, caption.Neutral);
}
