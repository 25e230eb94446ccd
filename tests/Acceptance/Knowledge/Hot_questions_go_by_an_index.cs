using System.Data.Common;
using System.Text;
using Plumbline.Acceptance.Walk;
using Plumbline.Core;
using Plumbline.Register;
using Plumbline.Register.Questions;
using Plumbline.Register.Records;
using Plumbline.Safeguards;
using static Plumbline.Acceptance.Walk.Desk;

namespace Plumbline.Acceptance.Knowledge;

public sealed class Hot_questions_go_by_an_index(ThrowawayPostgres postgres)
{
    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task However_much_there_is(string engine)
    {
        await using var desk = await Desk.Open(engine, postgres);
        var analyst = await desk.Officer("analyst", ["analyst", "collector"], await desk.Case("2026-014"));
        await Fill(desk, Done(await desk.Receive.Run(analyst, Report(["A list of vans."]), default)).Items[0], analyst.Officer);
        await using var reader = Done(await desk.Gate.Admit(analyst, Actions.ReadEntity, default));
        var questions = new StatementRows(reader);
        Assert.Contains("statement_entity", await Plan(desk, () => questions.About([17], default)), StringComparison.Ordinal);
        Assert.Contains("statement_value", await Plan(desk, () => questions.Valued("plate17", default)), StringComparison.Ordinal);
        Assert.Contains("statement_target", await Plan(desk, () => questions.PointingAt([17], default)), StringComparison.Ordinal);
        Assert.Contains("statement_item", await Plan(desk, () => questions.From([4_711], default)), StringComparison.Ordinal);
        Assert.Contains("statement_waiting", await Plan(desk, () => questions.Waiting(20, default)), StringComparison.Ordinal);
        Assert.Contains("statement_entity", await Plan(desk, () => questions.Naming([17], [3], waiting: false, default)), StringComparison.Ordinal);
        Assert.Contains("statement_entity", await Plan(desk, () => new EntityRows(reader).Existing([17], waiting: false, default)), StringComparison.Ordinal);
        // A server may prefer another way while there is little; SQLite reads a network from the index alone.
        if (engine == "sqlite") Assert.Contains("covering index statement_tie", await Plan(desk, async () => { await new TieRows(reader).All(0, 1_000_000, _ => { }, default); return 0; }), StringComparison.OrdinalIgnoreCase);
        // Asked at each look at who is who, of all values of all records; a server takes the index from some ten thousands on.
        if (engine == "sqlite") Assert.Contains("covering index statement_listed", await Plan(desk, () => new ComparedValues(reader).Stamp([3], default)), StringComparison.OrdinalIgnoreCase);
        // Asked at each screening: what was touched since the last, and what of it a list says.
        if (engine == "sqlite")
        {
            Assert.Contains("touched_moment", await Plan(desk, () => new TouchedEntities(reader).Since(1, default)), StringComparison.Ordinal);
            var said = await Plan(desk, () => new ListedValues(reader, 1).Among("OFAC SDN", [3], [new EntityRun(17, 17)], 100, default));
            Assert.Contains("list_entry_entity", said, StringComparison.Ordinal);
            Assert.Contains("statement_", said, StringComparison.Ordinal);
        }
        Assert.Contains("act_refused_judgement", await Plan(desk, () => new IdentityRows(reader).Refused(Clock.Micros(TimeProvider.System), default)), StringComparison.Ordinal);
    }

    private static async Task Fill(Desk desk, long item, long officer)
    {
        await using (var writer = await Writer.Begin(desk.Home.Store, default))
        {
            var label = await new Labels(desk.Home.Store).Intern(writer, Label.None, default);
            var records = new StatementRecords(writer, 1_000, officer);
            var first = await records.Entities([.. Enumerable.Repeat("vehicle", 4_000)], default);
            await records.Keep([.. Enumerable.Range(0, 20_000).Select(n => new NewStatement(first + n % 4_000, n % 5 == 0 ? 1 : 3, $"Plate {n}", $"plate{n}", item + n / 4, label)
            {
                Target = n % 5 == 0 ? first + n % 777 : null,
            })], default);
            await writer.Record([.. Enumerable.Range(0, 5_000).Select(n => new ActEntry(1_000 + n, officer, "", "web", "entity.read", $"entity:{n}", 1, "done", ""))], default);
            await writer.Commit(default);
        }
        await using var db = await desk.Home.Store.Open(default);
        await using var analyse = db.CreateCommand();
        analyse.CommandText = "analyze";
        await analyse.ExecuteNonQueryAsync();
    }

    /// <summary>How the engine would answer the question that the work asks.</summary>
    private static async Task<string> Plan<T>(Desk desk, Func<Task<T>> work)
    {
        var asked = new List<string>();
        desk.Home.Store.Asked = asked.Add;
        await work();
        desk.Home.Store.Asked = null;
        await using var db = await desk.Home.Store.Open(default);
        await using var explain = db.CreateCommand();
        var sqlite = desk.Home.Store.Dialect == Dialect.Sqlite;
        explain.CommandText = (sqlite ? "explain query plan " : "explain ") + asked.Single();
        foreach (var keys in (string[])["keys", "visible", "properties", "single"]) Add(explain, keys, sqlite ? "[1,2]" : new long[] { 1, 2 });
        Add(explain, "valueKey", "plate17");
        Add(explain, "hash", 17L);
        Add(explain, "most", 1L);
        Add(explain, "since", 1L);
        Add(explain, "moment", 1L);
        Add(explain, "limit", 1L);
        Add(explain, "from", 0L);
        Add(explain, "to", 1_000_000L);
        Add(explain, "list", "OFAC SDN");
        Add(explain, "today", 1L);
        var plan = new StringBuilder();
        await using var lines = await explain.ExecuteReaderAsync();
        while (await lines.ReadAsync()) plan.AppendLine(lines.GetString(sqlite ? 3 : 0));
        return plan.ToString();
    }

    private static void Add(DbCommand command, string name, object value)
    {
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = (name, value);
        command.Parameters.Add(parameter);
    }
}
