using Plumbline.Core;
using Plumbline.Register.Questions;

namespace Plumbline.Intelligence;

/// <summary>What officers did to what is known of an entity, oldest first. Pure.</summary>
public static class History
{
    /// <summary>Statements recorded, accepted or withdrawn in one go are one entry.</summary>
    /// <param name="statements">Every statement on the page.</param>
    /// <param name="gradings">The grade history of the items they cite.</param>
    /// <param name="person">Categories and outcomes; null for what is no person.</param>
    /// <param name="officers">Who graded, categorised and recorded, by key.</param>
    /// <param name="judgements">Judgements on the records.</param>
    public static IReadOnlyList<HistoryEntry> Of(IReadOnlyCollection<CitedStatement> statements, IEnumerable<GradingRow> gradings, PersonStatus? person, IReadOnlyDictionary<long, OfficerName> officers, IReadOnlyList<JudgementRow> judgements)
    {
        OfficerName? Who(long key) => officers.GetValueOrDefault(key);
        return
        [
            .. Together(statements, row => row.RecordedAt, row => row.RecordedBy, HistoryStep.Recorded)
                .Concat(Together(statements, row => row.AcceptedAt, row => row.AcceptedBy, HistoryStep.Accepted))
                .Concat(Together(statements, row => row.WithdrawnAt, row => row.WithdrawnBy, HistoryStep.Withdrawn))
                .Concat(gradings.Select(step => new HistoryEntry(step.GivenAt, HistoryStep.Graded, Who(step.GivenBy), [], step.Item, Grade.FromCode(step.Grade), step.Reason.Length == 0 ? step.Step : step.Reason)))
                .Concat((person?.Categories ?? []).Select(row => new HistoryEntry(row.GivenAt, HistoryStep.Categorised, Who(row.GivenBy), [], row.ConductItem, null, row.Category)))
                .Concat((person?.Outcomes ?? []).Select(row => new HistoryEntry(row.RecordedAt, HistoryStep.Outcome, Who(row.RecordedBy), [], row.Item, null, row.Outcome)))
                .Concat(judgements.Select(row => new HistoryEntry(row.GivenAt, HistoryStep.Judged, new OfficerName(row.GivenBy, row.GivenByName, null), [], null, null, row.Verdict)))
                .Concat(judgements.Where(row => !row.IsLive).Select(row => new HistoryEntry(row.WithdrawnAt!.Value, HistoryStep.Unjudged, new OfficerName(0, row.WithdrawnByName ?? "", null), [], null, null, row.Verdict)))
                .OrderBy(entry => entry.At).ThenBy(entry => entry.What),
        ];
    }

    /// <summary>Keys of the officers who graded, categorised and recorded outcomes.</summary>
    public static IEnumerable<long> Hands(IEnumerable<GradingRow> gradings, PersonStatus? person) =>
        gradings.Select(step => step.GivenBy).Concat((person?.Categories ?? []).Select(row => row.GivenBy)).Concat((person?.Outcomes ?? []).Select(row => row.RecordedBy)).Distinct();

    private static IEnumerable<HistoryEntry> Together(IEnumerable<CitedStatement> statements, Func<StatementRow, long?> at, Func<StatementRow, long?> hand, HistoryStep step) => statements
        .Where(statement => at(statement.Row) is not null)
        .GroupBy(statement => (At: at(statement.Row)!.Value, Hand: hand(statement.Row), statement.Row.Item))
        .Select(group => new HistoryEntry(group.Key.At, step, Hand(group.First().Officers, step), [.. group.Select(one => one.Row.Key).Distinct().Order()], group.Key.Item, null,
            step == HistoryStep.Withdrawn ? group.First().Row.WithdrawnWhy : null));

    private static OfficerName? Hand(StatementOfficers officers, HistoryStep step) => step switch
    {
        HistoryStep.Recorded => officers.RecordedBy,
        HistoryStep.Accepted => officers.AcceptedBy,
        _ => officers.WithdrawnBy,
    };
}
