namespace Plumbline.Register.Questions;

/// <summary>How much waits.</summary>
/// <param name="Ungraded">Items without a grade.</param>
/// <param name="Proposed">Grades that another officer proposed.</param>
/// <param name="Waiting">Marks that another officer made.</param>
public sealed record WorkCounts(long Ungraded, long Proposed, long Waiting);

/// <summary>One thing that an officer worked on: the action, and the objects of its act.</summary>
public sealed record WorkedOn(string Action, string Objects);

/// <summary>What waits for this reader, and on what did the reader work last?</summary>
public sealed class WorkRows(Reader reader)
{
    private const int LookBack = 20_000;

    /// <summary>Counts of what the reader may see; own proposals wait for another and are left out.</summary>
    public async Task<WorkCounts> Counts(CancellationToken ct) => (await reader.Ask<WorkCounts>($"""
        select
          (select count(*) from item i where i.state = 'ungraded' and i.withdrawn_at is null and {reader.Sees("i.current_label")}) as Ungraded,
          (select count(*) from item i where i.state = 'proposed' and i.withdrawn_at is null and {reader.Sees("i.current_label")}
            and exists (select 1 from grading g where g.item = i.key and g.step = 'proposed' and g.given_by <> @me)) as Proposed,
          (select count(*) from statement s where s.waiting = 1 and s.withdrawn_at is null and s.recorded_by <> @me and {reader.Sees("s.current_label")}) as Waiting
        """, new { me = reader.Standing.Officer }, ct))[0];

    /// <summary>The reader's own last acts on one item or entity, newest first; not further back than a working day of the house.</summary>
    public Task<IReadOnlyList<WorkedOn>> Lately(int most, CancellationToken ct) => reader.Ask<WorkedOn>("""
        select a.action as Action, a.objects as Objects from act a
        where a.key > (select max(key) from act) - @back and a.officer = @me and a.outcome = 'done'
          and a.action in ('entity.read', 'mark', 'mark.propose', 'grade.propose', 'grade.confirm', 'note.write')
        order by a.key desc limit @most
        """, new { me = reader.Standing.Officer, back = LookBack, most }, ct);
}
