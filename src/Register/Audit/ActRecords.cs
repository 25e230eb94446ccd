namespace Plumbline.Register.Audit;

/// <summary>Writes audit entries: row by row on SQLite, where a call costs nothing, and all in one statement on a server, where each is a journey.</summary>
internal static class ActRecords
{
    private const string Insert = """
        insert into act (key, at, officer, role, channel, on_instruction_of, purpose, case_key, action, objects, count, outcome, commitment)
        """;

    private const string OnServer = $"""
        with entry as (select * from unnest(@keys, @at, @officer, @role, @channel, @instruction, @purpose, @cases, @action, @objects, @count, @outcome, @commitment, @salt, @content)
            as t (key, at, officer, role, channel, on_instruction_of, purpose, case_key, action, objects, count, outcome, commitment, salt, content)),
          acts as ({Insert}
            select key, at, officer, role, channel, on_instruction_of, purpose, case_key, action, objects, count, outcome, commitment from entry),
          contents as (insert into act_content (act, salt, content) select key, salt, content from entry)
        insert into act_waiting (act) select key from entry
        """;

    /// <summary>Writes entries under keys from <paramref name="first"/> on.</summary>
    public static async Task Write(Writer writer, long first, IReadOnlyList<ActEntry> entries, CancellationToken ct)
    {
        var rows = entries.Select((entry, n) => Row.Of(first + n, entry)).ToArray();
        if (writer.Dialect == Dialect.Postgres)
        {
            await writer.Execute(OnServer, new
            {
                keys = Column(rows, row => row.Key),
                at = Column(rows, row => row.Entry.At),
                officer = Column(rows, row => row.Entry.Officer),
                role = Column(rows, row => row.Entry.Role),
                channel = Column(rows, row => row.Entry.Channel),
                instruction = Column(rows, row => row.Entry.OnInstructionOf),
                purpose = Column(rows, row => row.Entry.Purpose),
                cases = Column(rows, row => row.Entry.Case),
                action = Column(rows, row => row.Entry.Action),
                objects = Column(rows, row => row.Entry.Objects),
                count = Column(rows, row => row.Entry.Count),
                outcome = Column(rows, row => row.Entry.Outcome),
                commitment = Column(rows, row => row.Commitment),
                salt = Column(rows, row => row.Salt),
                content = Column(rows, row => row.Entry.Content),
            }, ct);
            return;
        }
        await writer.Execute($"{Insert} values (@Key, @At, @Officer, @Role, @Channel, @OnInstructionOf, @Purpose, @Case, @Action, @Objects, @Count, @Outcome, @Commitment)",
            rows.Select(row => new
            {
                row.Key,
                row.Entry.At,
                row.Entry.Officer,
                row.Entry.Role,
                row.Entry.Channel,
                row.Entry.OnInstructionOf,
                row.Entry.Purpose,
                row.Entry.Case,
                row.Entry.Action,
                row.Entry.Objects,
                row.Entry.Count,
                row.Entry.Outcome,
                row.Commitment,
            }), ct);
        await writer.Execute("insert into act_content (act, salt, content) values (@Key, @Salt, @Content)", rows.Select(row => new { row.Key, row.Salt, row.Entry.Content }), ct);
        await writer.Execute("insert into act_waiting (act) values (@Key)", rows.Select(row => new { row.Key }), ct);
    }

    private static T[] Column<T>(Row[] rows, Func<Row, T> of) => Array.ConvertAll(rows, row => of(row));

    private sealed record Row(long Key, ActEntry Entry, byte[] Salt, byte[] Commitment)
    {
        public static Row Of(long key, ActEntry entry)
        {
            var salt = ActLog.Salt();
            return new Row(key, entry, salt, ActEntry.Commit(salt, entry.Content));
        }
    }
}
