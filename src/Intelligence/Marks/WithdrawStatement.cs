using Plumbline.Core;
using Plumbline.Register;
using Plumbline.Register.Questions;
using Plumbline.Register.Records;
using Plumbline.Safeguards;

namespace Plumbline.Intelligence;

/// <summary>Withdraws a statement: it stays in its place, struck, with who, when and why.</summary>
public sealed class WithdrawStatement(Gate gate, TimeProvider clock)
{
    /// <summary>Why a statement can be withdrawn by an officer.</summary>
    public static IReadOnlyList<string> Reasons { get; } = ["wrong", "superseded", "erased"];

    /// <summary>Withdraws. Who may only propose marks withdraws only their own that still wait.</summary>
    /// <param name="why">One of <see cref="Reasons"/>.</param>
    /// <param name="words">In the officer's words; kept in the audit log.</param>
    /// <returns>The key of the statement.</returns>
    public async Task<Outcome<long>> Run(Visitor visitor, long statement, string why, string words, CancellationToken ct)
    {
        var admitted = await gate.Admit(visitor, Actions.Withdraw, ct);
        if (admitted is not Outcome<Reader>.Done { Value: var reader }) return admitted.Why;
        await using var opened = reader;
        if (!Reasons.Contains(why)) return await gate.Refuse(reader, Actions.Withdraw, new("withdraw.reason", $"Say why: {string.Join(", ", Reasons)}."), ct);
        if (string.IsNullOrWhiteSpace(words)) return await gate.Refuse(reader, Actions.Withdraw, new("withdraw.needs-words", "Say in your own words what is wrong with it."), ct);
        if (await new StatementRows(reader).Of([statement], ct) is not [var row] || (row.Waiting == 1 && row.RecordedBy != visitor.Officer))
            return await gate.Refuse(reader, Actions.Withdraw, new("statement.unknown", "There is no such statement."), ct);
        if (row.WithdrawnAt is not null) return await gate.Refuse(reader, Actions.Withdraw, new("withdraw.already", "It is withdrawn already."), ct);
        if (row.Waiting == 0 && !MayJudge(reader.Standing.Roles)) return await gate.Refuse(reader, Actions.Withdraw, new("withdraw.accepted", "It was accepted: ask a grader or an analyst to withdraw it."), ct);
        // An end takes with it what the same mark said of the link: half of it would be no link.
        var whole = row.Target is null ? [row] : (await new StatementRows(reader).From([row.Item], ct)).Where(other => other.WithdrawnAt is null && AcceptMark.Together(row, other)).ToList();
        return await gate.Perform(reader, Actions.Withdraw, async writer =>
        {
            var struck = await new StatementRecords(writer, clock.Micros(), reader.Standing.Officer).Withdraw([.. whole.Select(one => one.Key)], why, ct);
            return new Written<long>(row.Key, AcceptMark.Objects(whole), struck, $"{why}: {words}");
        }, ct);
    }

    /// <summary>Whether an officer in these roles could withdraw a statement, so that a page offers only what can be done; <see cref="Run"/> decides again.</summary>
    public bool IsOpenTo(IReadOnlyList<string> roles, long officer, StatementRow row) =>
        row.WithdrawnAt is null && gate.Policy.Allows(roles, Actions.Withdraw) && (row.Waiting == 1 ? row.RecordedBy == officer : MayJudge(roles));

    private bool MayJudge(IReadOnlyList<string> roles) => gate.Policy.Allows(roles, Actions.Mark) || gate.Policy.Allows(roles, Actions.AcceptMark);
}
