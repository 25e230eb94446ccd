using System.ComponentModel.DataAnnotations;
using Plumbline.Core;
using Plumbline.Intelligence;

namespace Plumbline.Web.Api;

/// <summary>A value that an item tells of an entity.</summary>
/// <param name="Property">Bare name of a property of the entity's type, such as <c>birth_date</c>.</param>
/// <param name="Entity">Id of whom or what it is about; left out for a new one.</param>
/// <param name="Type">Type of the new entity, such as <c>person</c>; left out for one that is there.</param>
/// <param name="Span">Where in the item's text it stands.</param>
/// <param name="Value">What is meant, where it differs from what is written; needed without a span.</param>
/// <param name="Name">The parts of a name; then the value is not read.</param>
/// <param name="ValidFrom">Since when it held, perhaps partial; left out, unknown.</param>
/// <param name="ValidTo">Until when it held.</param>
/// <param name="AsWritten">Keep word for word what the property's type cannot read.</param>
/// <param name="Caption">What the entity is called in the same item, where its readers would otherwise see no name.</param>
public sealed record ValueMarkForm([property: Required, StringLength(80)] string Property, [property: StringLength(40)] string? Entity = null, [property: StringLength(80)] string? Type = null,
    SpanAnswer? Span = null, [property: StringLength(20000)] string? Value = null, [property: MaxLength(20)] IReadOnlyList<NamePartAnswer>? Name = null, [property: StringLength(40)] string? ValidFrom = null,
    [property: StringLength(40)] string? ValidTo = null, [property: RegularExpression("fact|assessment")] string Nature = "fact", bool AsWritten = false, [property: StringLength(400)] string? Caption = null)
{
    internal Outcome<ValueMark> Read(string item, PublicIds ids)
    {
        if (Entity is null == Type is null) return new Refusal("mark.entity-or-type", "Name the entity by its id, or the type of a new one; not both.");
        var parts = new List<NamePart>();
        foreach (var part in Name ?? [])
        {
            if (!NamePartKinds.TryParse(part.Kind, out var kind) || string.IsNullOrWhiteSpace(part.Text) || !TextNormalisation.IsClean(part.Text))
                return new Refusal("mark.name-unreadable", $"A part of a name has a kind and a text. The kinds are: {string.Join(", ", Enum.GetValues<NamePartKind>().Select(one => one.Word()))}.");
            parts.Add(new NamePart(kind, part.Text));
        }
        return new ValueMark(ids.Key(PublicKind.Item, item), Marks.Span(Span), Entity is { } known ? EntityChoice.Existing(ids.Key(PublicKind.Entity, known)) : EntityChoice.New(Type!), Property)
        {
            Value = Value,
            Name = parts.Count == 0 ? null : new PersonName(parts),
            ValidFrom = ValidFrom,
            ValidTo = ValidTo,
            Nature = Nature,
            AsWritten = AsWritten,
            Caption = Caption,
        };
    }
}

/// <summary>A link that an item tells of.</summary>
/// <param name="Type">Type of the link, such as <c>residence</c>.</param>
/// <param name="Source">Id of the entity that it comes from.</param>
/// <param name="Target">Id of the entity that it goes to.</param>
/// <param name="Link">Id of the same link as another item told it; left out for a new one.</param>
/// <param name="Values">What is said of the link itself.</param>
public sealed record LinkMarkForm([property: Required, StringLength(80)] string Type, [property: Required, StringLength(40)] string Source, [property: Required, StringLength(40)] string Target,
    SpanAnswer? Span = null, [property: StringLength(40)] string? Link = null, [property: MaxLength(50)] IReadOnlyList<LinkValueForm>? Values = null, [property: StringLength(40)] string? ValidFrom = null,
    [property: StringLength(40)] string? ValidTo = null, [property: RegularExpression("fact|assessment")] string Nature = "fact", bool AsWritten = false)
{
    internal LinkMark Read(string item, PublicIds ids) => new(ids.Key(PublicKind.Item, item), Marks.Span(Span), Type, ids.Key(PublicKind.Entity, Source), ids.Key(PublicKind.Entity, Target))
    {
        Link = ids.Maybe(PublicKind.Entity, Link),
        Values = [.. (Values ?? []).Select(value => new LinkValue(value.Property, value.Value))],
        ValidFrom = ValidFrom,
        ValidTo = ValidTo,
        Nature = Nature,
        AsWritten = AsWritten,
    };
}

/// <summary>A value of a link, such as its role.</summary>
public sealed record LinkValueForm([property: Required, StringLength(80)] string Property, [property: Required, StringLength(20000)] string Value);

/// <summary>Statements that were marked.</summary>
/// <param name="Statements">Their ids.</param>
public sealed record StatementsForm([property: Required, MinLength(1), MaxLength(200)] IReadOnlyList<string> Statements);

/// <summary>Statements that are rejected, and why.</summary>
public sealed record RejectionForm([property: Required, MinLength(1), MaxLength(200)] IReadOnlyList<string> Statements, [property: Required, StringLength(2000)] string Reason);

/// <summary>Why a statement is withdrawn.</summary>
/// <param name="Why"><c>wrong</c>, <c>superseded</c> or <c>erased</c>.</param>
/// <param name="Words">In your own words.</param>
public sealed record WithdrawalForm([property: Required, StringLength(40)] string Why, [property: Required, StringLength(2000)] string Words);

/// <summary>What a mark became.</summary>
/// <param name="Entity">Id of the entity, or of the link.</param>
/// <param name="Statements">Ids, in the order written.</param>
/// <param name="Waits">Another officer must accept it before it is knowledge.</param>
public sealed record MarkedAnswer(string Entity, IReadOnlyList<string> Statements, bool Waits)
{
    internal static MarkedAnswer Of(Marked marked, PublicIds ids) =>
        new(ids.Show(PublicKind.Entity, marked.Entity), [.. marked.Statements.Select(key => ids.Show(PublicKind.Statement, key))], marked.Waiting);
}

/// <summary>A statement that was marked in an item, with its entity.</summary>
/// <param name="Entity">Whom or what it is about; for an end of a link, the link.</param>
/// <param name="Target">The other entity, where the statement points at one.</param>
public sealed record MarkAnswer(StatementAnswer Statement, EntityRefAnswer Entity, EntityRefAnswer? Target);

/// <summary>How marks are read and shown.</summary>
internal static class Marks
{
    public static TextSpan? Span(SpanAnswer? span) => span is null ? null : new TextSpan(span.From, span.To);

    public static Outcome<IReadOnlyList<MarkAnswer>> Of(Outcome<IReadOnlyList<MarkView>> marks, PublicIds ids) => marks.Then(views => new Outcome<IReadOnlyList<MarkAnswer>>.Done(
        [.. views.Select(view => new MarkAnswer(StatementAnswer.Of(view.Statement, ids), EntityRefAnswer.Of(view.Entity, ids), view.Target is { } target ? EntityRefAnswer.Of(target, ids) : null))]));
}
