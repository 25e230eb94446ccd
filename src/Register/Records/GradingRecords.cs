using Plumbline.Core;

namespace Plumbline.Register.Records;

/// <summary>A step in the history of an item's grade.</summary>
/// <param name="Step"><c>received</c>, <c>proposed</c>, <c>returned</c> (to the queue), <c>confirmed</c> or <c>regraded</c>.</param>
/// <param name="DerivedFrom">Key of the step that this one rests on: the proposal that was confirmed, the grade that was converted.</param>
public sealed record NewGrading(long Item, Grade Grade, string Step, long? DerivedFrom, string? RuleVersion, long? CorroboratedBy, string? ExternalReference, long GivenBy, string Reason);

/// <summary>Writes grades and labels: history is appended, and the projections on items and statements follow in the same act.</summary>
/// <param name="now">UTC microseconds.</param>
public sealed class GradingRecords(Writer writer, Labels labels, long now)
{
    /// <summary>Appends a step; a confirmed or new grade becomes the current one of the item and of all that was drawn from it.</summary>
    public async Task<long> Give(NewGrading grading, CancellationToken ct)
    {
        var key = await writer.TakeKeys("grading", 1, ct);
        var grade = grading.Grade.Code;
        await writer.Execute("""
            insert into grading (key, item, scheme, grade, step, derived_from, rule_version, corroborated_by, external_reference, given_by, given_at, reason)
            values (@key, @Item, @scheme, @grade, @Step, @DerivedFrom, @RuleVersion, @CorroboratedBy, @ExternalReference, @GivenBy, @now, @Reason)
            """, new
        {
            key,
            scheme = grading.Grade.Scheme.Text(),
            grade,
            now,
            grading.Item,
            grading.Step,
            grading.DerivedFrom,
            grading.RuleVersion,
            grading.CorroboratedBy,
            grading.ExternalReference,
            grading.GivenBy,
            grading.Reason,
        }, ct);
        if (grading.Step is "proposed" or "returned")
        {
            await writer.Execute("update item set state = @state where key = @Item", new { state = grading.Step == "proposed" ? "proposed" : "ungraded", grading.Item }, ct);
            return key;
        }
        await writer.Execute("update item set state = 'graded', current_grade = @grade where key = @Item", new { grade, grading.Item }, ct);
        await writer.Execute("update statement set current_grade = @grade where item = @Item", new { grade, grading.Item }, ct);
        return key;
    }

    /// <summary>What rests on an item, and which of its rows do: none of it is ever held more loosely than the item.</summary>
    private static readonly (string Table, string Rows)[] Resting =
    [
        ("item", "key = @item"),
        ("statement", "item = @item"),
        ("judgement", "key in (select judgement from judgement_item where item = @item)"),
        ("nomination", "key in (select nomination from nomination_item where item = @item)"),
        // Its reasons tell of the person and of the entry, of whichever of their records.
        ("candidate", $"subject in ({ToldOf}) or entity in ({ToldOf})"),
        // Titles, notes and plans may name whoever was drawn.
        ("chart", $"key in ({ChartsOf})"),
        ("chart_version", $"chart in ({ChartsOf})"),
        ("disruption_plan", $"chart in ({ChartsOf})"),
    ];

    private const string ToldOf = """
        select entity from statement where item = @item
        union select m.entity from statement s join component k on k.entity = s.entity join component m on m.component = k.component where s.item = @item
        """;

    // What joins two records is seen on a chart as one item.
    private const string ChartsOf = """
        select n.chart from chart_seen n join statement s on s.entity = n.entity where s.item = @item
        union select n.chart from chart_seen n join judgement j on (n.entity = j.entity or n.entity = j.other) and j.verdict = 'same' join judgement_item t on t.judgement = j.key where t.item = @item
        """;

    /// <summary>Adds a label to an item. The effective labels of the item and of whatever rests on it can only become stricter.</summary>
    public async Task Restrict(long item, Label own, long by, string reason, CancellationToken ct)
    {
        var ownKey = await labels.Intern(writer, own, ct);
        var key = await writer.TakeKeys("labelling", 1, ct);
        await writer.Execute("insert into labelling (key, what, subject, label, given_by, given_at, reason) values (@key, 'item', @item, @ownKey, @by, @now, @reason)",
            new { key, item, ownKey, by, now, reason }, ct);
        await writer.Execute("update item set label = @ownKey where key = @item", new { ownKey, item }, ct);
        await new TouchedRecords(writer).NoteOf("item = @item", new { item }, ct);
        foreach (var (table, itsOwn) in Resting)
        {
            foreach (var held in await writer.Query<long>($"select distinct current_label from {table} where {itsOwn}", new { item }, ct))
            {
                var canonical = await writer.One<string>("select canonical from label where key = @held", new { held }, ct);
                if (!Label.TryParse(canonical, out var before)) throw new InvalidDataException($"Label {held} of the register cannot be read.");
                var stricter = await labels.Intern(writer, before.Combine(own), ct);
                await writer.Execute($"update {table} set current_label = @stricter where {itsOwn} and current_label = @held", new { stricter, item, held }, ct);
            }
        }
    }
}
