using System.ComponentModel.DataAnnotations;
using Plumbline.Core;
using Plumbline.Intelligence;
using Plumbline.Register;
using Plumbline.Register.Search;

namespace Plumbline.Web.Api;

/// <summary>What is looked for. The words are in the body, so that no log of addresses keeps them; the audit log does.</summary>
/// <param name="Text">Words, "phrases", numbers, beginnings*.</param>
/// <param name="Types">Types of entity, subtypes included; with a type, items are left out.</param>
/// <param name="Properties">By type and name, such as <c>person.birth_date</c>; with a property, items are left out.</param>
/// <param name="From">Not before this day.</param>
/// <param name="To">Not after this day.</param>
/// <param name="Handling">Codes that the label must all carry, such as <c>C</c> or <c>H1</c>.</param>
/// <param name="Most">How many of each kind at most.</param>
public sealed record FindForm([property: Required, StringLength(1000)] string Text, FindKind Kind = FindKind.Both, [property: MaxLength(50)] IReadOnlyList<string>? Types = null,
    [property: MaxLength(50)] IReadOnlyList<string>? Properties = null, DateOnly? From = null, DateOnly? To = null, [property: MaxLength(92)] IReadOnlyList<GradeForm>? Grades = null,
    [property: MaxLength(20)] IReadOnlyList<string>? Handling = null, [property: Range(1, 200)] int Most = 20)
{
    internal Outcome<FindQuestion> Read()
    {
        var grades = new List<Grade>();
        foreach (var form in Grades ?? [])
        {
            if (form.Read() is not Outcome<Grade>.Done { Value: var grade }) return form.Read().Why;
            grades.Add(grade);
        }
        return new FindQuestion(Text) { Kind = Kind, Types = Types ?? [], Properties = Properties ?? [], From = From, To = To, Grades = grades, Handling = Handling ?? [], Most = Most };
    }
}

/// <summary>What was found, of what you may see.</summary>
/// <param name="ItemTotal">All items that match.</param>
/// <param name="ReportTotal">In how many reports; one item of each is shown.</param>
/// <param name="EntityTotal">All entities that match; of joined records among those looked at, one.</param>
/// <param name="Hint">A word to you, such as that a lone family name finds no persons.</param>
public sealed record FoundAnswer(long ItemTotal, int ReportTotal, IReadOnlyList<FoundItemAnswer> Items, int EntityTotal, IReadOnlyList<FoundEntityAnswer> Entities, Refusal? Hint)
{
    internal static async Task<FoundAnswer> Of(Found found, Labels labels, PublicIds ids, CancellationToken ct)
    {
        var items = new List<FoundItemAnswer>();
        foreach (var one in found.Items) items.Add(new(ItemAnswer.Of(one.Item, await labels.Of(one.Item.CurrentLabel, ct), ids), one.InReport, one.Matches, Spans(one.Spans)));
        return new(found.ItemTotal, found.ReportTotal, items, found.EntityTotal,
            [.. found.Entities.Select(one => Entity(one, ids))], found.Hint);
    }

    private static FoundEntityAnswer Entity(FoundEntity one, PublicIds ids) => new(EntityRefAnswer.Of(one.Entity, ids), StatementAnswer.Of(one.Statement, ids), one.Matching, one.Matches, Spans(one.Spans), one.Records,
        EntityRefAnswer.Of(one.Lead, ids), [.. one.Also.Select(other => new FoundBesideAnswer(EntityRefAnswer.Of(other.Entity, ids), StatementAnswer.Of(other.Statement, ids), other.Matching, other.Matches, Spans(other.Spans)))]);

    private static IReadOnlyList<SpanAnswer> Spans(IReadOnlyList<MatchSpan> spans) => [.. spans.Select(span => new SpanAnswer(span.Start, span.Start + span.Length))];
}

/// <summary>An item found.</summary>
/// <param name="InReport">How many items of the same report match, this one included.</param>
/// <param name="Matches">Which words matched, and how.</param>
/// <param name="Spans">Where in the item's text.</param>
public sealed record FoundItemAnswer(ItemAnswer Item, int InReport, IReadOnlyList<SearchMatch> Matches, IReadOnlyList<SpanAnswer> Spans);

/// <summary>An entity found, with the statement that matched best. Of records that people joined, that which was found first.</summary>
/// <param name="Matching">How many of its statements match.</param>
/// <param name="Spans">Where in the statement's value.</param>
/// <param name="Records">How many records people joined with it, this one included.</param>
/// <param name="Lead">The record whose name stands for all of them.</param>
/// <param name="Also">What was found in records joined with it.</param>
public sealed record FoundEntityAnswer(EntityRefAnswer Entity, StatementAnswer Statement, int Matching, IReadOnlyList<SearchMatch> Matches, IReadOnlyList<SpanAnswer> Spans, int Records, EntityRefAnswer Lead, IReadOnlyList<FoundBesideAnswer> Also);

/// <summary>What was found in a record that people joined with another.</summary>
public sealed record FoundBesideAnswer(EntityRefAnswer Entity, StatementAnswer Statement, int Matching, IReadOnlyList<SearchMatch> Matches, IReadOnlyList<SpanAnswer> Spans);

/// <summary>Entities that may be meant.</summary>
/// <param name="Text">A name, a number.</param>
/// <param name="Type">Only of this type, subtypes included.</param>
public sealed record EntityFindForm([property: Required, StringLength(400)] string Text, [property: StringLength(80)] string? Type = null, [property: Range(1, FindEntities.Most)] int Most = 20);

/// <summary>One value to be checked: a telephone number, a plate, a document, an account, an e-mail address.</summary>
public sealed record CheckForm([property: Required, StringLength(200)] string Text);

/// <summary>The answer to "do we know this?".</summary>
/// <param name="Readings">As what it was understood.</param>
/// <param name="Known">Everything known that you may see; empty is "nothing that you may see".</param>
public sealed record CheckedAnswer(string Text, IReadOnlyList<ReadingAnswer> Readings, IReadOnlyList<KnownAnswer> Known)
{
    internal static CheckedAnswer Of(CheckAnswer answer, PublicIds ids) => new(answer.Text, [.. answer.Readings.Select(reading => new ReadingAnswer(reading.Type.Name, reading.Value.Text))],
        [.. answer.Known.Select(one => new KnownAnswer(EntityRefAnswer.Of(one.Entity, ids), one.Property.Qualified, [.. one.Statements.Select(statement => StatementAnswer.Of(statement, ids))]))]);
}

/// <summary>One way to understand a text.</summary>
/// <param name="As">Such as <c>phone</c>.</param>
public sealed record ReadingAnswer(string As, string Value);

/// <summary>Something that is known by the value.</summary>
public sealed record KnownAnswer(EntityRefAnswer Entity, string Property, IReadOnlyList<StatementAnswer> Statements);

/// <summary>An export.</summary>
/// <param name="Reason">What it is for; kept in the audit log.</param>
public sealed record ExportForm([property: Required, StringLength(2000)] string Reason, Exchange.Export.ExportFormat Format = Exchange.Export.ExportFormat.Json);

/// <summary>An export of what a search finds.</summary>
public sealed record FoundExportForm([property: Required] FindForm Search, [property: Required, StringLength(2000)] string Reason, Exchange.Export.ExportFormat Format = Exchange.Export.ExportFormat.Json);
