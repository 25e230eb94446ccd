using Plumbline.Core;
using Plumbline.Register;
using Plumbline.Register.Questions;
using Plumbline.Register.Records;
using Plumbline.Safeguards;

namespace Plumbline.Intelligence;

/// <summary>Accepts or rejects what another officer marked; both are kept. In a personal home, where there is no other, one's own.</summary>
public sealed class AcceptMark(Gate gate, Labels labels, TimeProvider clock)
{
    /// <summary>The reason of withdrawal that stands for "never accepted".</summary>
    public const string Rejected = "rejected";

    /// <summary>Accepts statements; of a link, all that was marked with them. Each entity must then have a name that the readers see.</summary>
    /// <returns>How many statements became knowledge.</returns>
    public Task<Outcome<int>> Accept(Visitor visitor, IReadOnlyCollection<long> statements, CancellationToken ct) =>
        Run(visitor, statements, "", WhyUnnamed, (records, keys) => records.Accept(keys, ct), ct);

    /// <summary>Rejects statements, with a reason; they stay with the item, struck.</summary>
    /// <returns>How many statements were rejected.</returns>
    public Task<Outcome<int>> Reject(Visitor visitor, IReadOnlyCollection<long> statements, string reason, CancellationToken ct) =>
        Run(visitor, statements, reason, (_, _, _) => Task.FromResult(string.IsNullOrWhiteSpace(reason) ? new Refusal("mark.needs-reason", "A rejection needs a reason.") : null),
            (records, keys) => records.Withdraw(keys, Rejected, ct), ct);

    private async Task<Outcome<int>> Run(Visitor visitor, IReadOnlyCollection<long> statements, string reason, Func<Reader, IReadOnlyList<StatementRow>, CancellationToken, Task<Refusal?>> whyNot,
        Func<StatementRecords, IReadOnlyCollection<long>, Task<int>> write, CancellationToken ct)
    {
        var admitted = await gate.Admit(visitor, Actions.AcceptMark, ct);
        if (admitted is not Outcome<Reader>.Done { Value: var reader }) return admitted.Why;
        await using var opened = reader;
        var asked = new StatementRows(reader);
        var named = await asked.Of(statements, ct);
        // A link is accepted or rejected whole: half of it would be no link.
        var whole = (await asked.From([.. named.Select(row => row.Item).Distinct()], ct))
            .Where(row => row is { Waiting: 1, WithdrawnAt: null } && named.Any(one => one.Key == row.Key || Together(one, row))).ToList();
        if (whole.Count == 0 || named.Any(row => row is not { Waiting: 1, WithdrawnAt: null }))
            return await gate.Refuse(reader, Actions.AcceptMark, new("mark.nothing-waits", "There is no such mark that waits for acceptance."), ct);
        if (whole.Any(row => row.RecordedBy == visitor.Officer) && !await gate.IsPersonal(ct))
            return await gate.Refuse(reader, Actions.AcceptMark, new("mark.own", "You marked this: another officer accepts it."), ct);
        if (await whyNot(reader, whole, ct) is { } why) return await gate.Refuse(reader, Actions.AcceptMark, why, ct);
        return await gate.Perform(reader, Actions.AcceptMark, async writer =>
        {
            var changed = await write(new StatementRecords(writer, clock.Micros(), reader.Standing.Officer), [.. whole.Select(row => row.Key)]);
            return new Written<int>(changed, Objects(whole), changed, reason);
        }, ct);
    }

    /// <summary>What an act on statements touched: their items first, which the search index follows.</summary>
    internal static string Objects(IReadOnlyCollection<StatementRow> rows) => string.Join(',', rows.Select(row => $"item:{row.Item}").Distinct()
        .Concat(rows.Select(row => $"entity:{row.Entity}").Distinct()).Concat(rows.Select(row => $"statement:{row.Key}")));

    private static bool Together(StatementRow one, StatementRow other) =>
        Schema.Builtin.Find(one.Type)?.IsLink == true && one.Entity == other.Entity && one.Item == other.Item && one.RecordedAt == other.RecordedAt && one.RecordedBy == other.RecordedBy;

    private async Task<Refusal?> WhyUnnamed(Reader reader, IReadOnlyList<StatementRow> rows, CancellationToken ct)
    {
        var accepted = rows.Select(row => row.Key).ToHashSet();
        var rule = new CaptionRule(reader, labels);
        foreach (var row in rows.DistinctBy(row => (row.Entity, row.CurrentLabel)))
        {
            var type = Schema.Builtin[row.Type];
            if (type.IsLink || await rule.IsNamedFor(row.Entity, type, row.CurrentLabel, name => name.Waiting == 0 || accepted.Contains(name.Key), ct)) continue;
            return new("mark.needs-caption", "Its readers would see no name: accept the statement that names it as well, or mark one in the same item.");
        }
        return null;
    }
}
