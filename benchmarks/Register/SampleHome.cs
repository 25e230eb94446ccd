using Npgsql;
using Plumbline.Register;
using Plumbline.Register.Records;
using Plumbline.Safeguards;

namespace Plumbline.Benchmarks.Register;

/// <summary>A throw-away personal home on the engine named, with generated reports, items, persons and statements.</summary>
internal sealed class SampleHome : IDisposable
{
    public const int StatementsAnItem = 10;
    public const int StatementsAnEntity = 8;
    private const int ItemsAReport = 1_000;

    private readonly SearchSample sample = new(seed: 7);
    private readonly Random random = new(7);

    private SampleHome(Home home) => Home = home;

    public Home Home { get; }

    public long Label { get; private set; }

    /// <param name="postgres">Connection string to an empty database; null for SQLite.</param>
    public static async Task<SampleHome> Make(string? postgres)
    {
        var home = Home.Create(Directory.CreateTempSubdirectory("plumbline-bench-").FullName, postgres);
        await new Establishment(home.Store, TimeProvider.System).Run(HomeProfile.Personal, new NewOfficer("me", "Me"), default);
        var made = new SampleHome(home);
        await using var writer = await Writer.Begin(home.Store, default);
        made.Label = await new Labels(home.Store).Intern(writer, Plumbline.Core.Label.None, default);
        await writer.Commit(default);
        return made;
    }

    /// <summary>Reports of a thousand items, each in an act that the feed follows; returns their keys.</summary>
    public async Task<IReadOnlyList<long>> Items(int count)
    {
        var keys = new List<long>(count);
        for (var made = 0; made < count; made += ItemsAReport)
        {
            await using var writer = await Writer.Begin(Home.Store, default);
            var records = new ReportRecords(writer, Now);
            var file = await records.File($"{made:x64}", "letter.txt", "text/plain", new byte[1], 1, default);
            var report = await records.Report(new NewReport(file, "A letter", "report", null, null, null, 1, 1, "police-task", "en", "", Label, null, null, null, null, 1), default);
            keys.AddRange(await records.Items(report, [.. Enumerable.Range(1, Math.Min(ItemsAReport, count - made)).Select(n =>
                new NewItem(n, sample.Words(40), 0, 0, "statement", "fact", null, int.MinValue, int.MaxValue, null, null, "en", "no", Label, "ungraded", Label, null, null))], default));
            await writer.Record([Act("report.receive", $"report:{report}")], default);
            await writer.Commit(default);
        }
        return keys;
    }

    /// <summary>Persons; returns the key of the first.</summary>
    public async Task<long> Persons(int count)
    {
        await using var writer = await Writer.Begin(Home.Store, default);
        var first = await new StatementRecords(writer, Now, 1).Entities([.. Enumerable.Repeat("person", count)], default);
        await writer.Commit(default);
        return first;
    }

    /// <summary>Statements about persons, in order: name, alias, phone, nationality and so on, eight a person, ten an item.</summary>
    public NewStatement[] Statements(int from, int count, long firstPerson, IReadOnlyList<long> items) => [.. Enumerable.Range(from, count).Select(n =>
    {
        var (property, text) = (n % StatementsAnEntity) switch
        {
            0 => (3L, sample.Name()),
            1 or 2 => (4L, sample.Name()),
            3 or 4 => (40L, sample.Phone()),
            5 => (107L, "SY"),
            _ => (103L, sample.Words(3)),
        };
        return new NewStatement(firstPerson + (n / StatementsAnEntity), property, text, property == 40 ? text.Replace(" ", "", StringComparison.Ordinal) : text.ToLowerInvariant(), items[n / StatementsAnItem % items.Count], Label)
        {
            Language = "en",
            SpanFrom = random.Next(100),
            SpanTo = 100 + random.Next(100),
        };
    })];

    public static ActEntry Act(string action, string objects) => new(Now, 1, "analyst", "cli", action, objects, 1, "done", "") { Purpose = 1, Case = 1 };

    public async Task Execute(string sql)
    {
        await using var db = await Home.Store.Open(default);
        await using var command = db.CreateCommand();
        command.CommandText = sql;
        command.CommandTimeout = 0;
        await command.ExecuteNonQueryAsync();
    }

    public static long Now => TimeProvider.System.Micros();

    /// <summary>An empty database on the server that the connection string names.</summary>
    public static async Task<string?> Database(string? server)
    {
        if (server is null) return null;
        var name = $"bench{TimeProvider.System.Micros()}";
        await using var source = NpgsqlDataSource.Create(server);
        await using var create = source.CreateCommand($"create database {name}");
        await create.ExecuteNonQueryAsync();
        return new NpgsqlConnectionStringBuilder(server) { Database = name }.ToString();
    }

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(Home.Folder, recursive: true);
    }
}
