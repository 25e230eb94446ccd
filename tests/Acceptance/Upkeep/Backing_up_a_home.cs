using Dapper;
using Microsoft.Extensions.Logging.Abstractions;
using Plumbline.Acceptance.Walk;
using Plumbline.Core;
using Plumbline.Intelligence;
using Plumbline.Register;
using Plumbline.Register.Audit;
using Plumbline.Register.Following;
using Plumbline.Register.Upkeep;
using Plumbline.Safeguards;
using Plumbline.Safeguards.Upkeep;
using static Plumbline.Acceptance.Walk.Desk;

namespace Plumbline.Acceptance.Upkeep;

public sealed class Backing_up_a_home(ThrowawayPostgres postgres) : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("plumbline-backup-").FullName;

    [Theory]
    [InlineData("sqlite", "sqlite"), InlineData("sqlite", "postgres"), InlineData("postgres", "sqlite"), InlineData("postgres", "postgres")]
    public async Task Gives_the_same_home_again_on_either_engine(string from, string to)
    {
        await using var desk = await Desk.Open(from, postgres);
        var grader = await desk.Officer("grader", ["grader"], await desk.Case("2026-014"));
        var kept = Done(await desk.Receive.Run(grader, Report(["رأى الحارس شاحنة عند الطاحونة", "It left at dawn."]), default));
        var admin = new Visitor(1, null, "cli");
        Done(await new BackUpHome(desk.Gate, desk.Home, TimeProvider.System).Run(admin, Path.Combine(folder, "a.backup"), "a long passphrase", default));
        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(folder, "a.backup")));

        var made = Done(await Restore("a.backup", "a long passphrase", to));
        Assert.Equal(3, made.Leaves); // set-up, receipt, the backup itself
        var home = Home.Open(Path.Combine(folder, "new"));
        Assert.Equal(to, home.Store.Dialect == Dialect.Postgres ? "postgres" : "sqlite");
        Assert.Equal(File.ReadAllText(Path.Combine(desk.Home.Folder, "keys", "audit")), File.ReadAllText(Path.Combine(home.Folder, "keys", "audit")));
        using var log = new ActLog(home.Store);
        var gate = new Gate(home.Store, new Labels(home.Store), log, TimeProvider.System);
        using var projections = Done(await Projections.Open(home, TimeProvider.System, NullLogger.Instance, default));
        Assert.Equal(1, Done(await new Find(gate, new Labels(home.Store), projections.Search).Run(grader, new FindQuestion("شاحنه"), default)).ItemTotal);
        // Keys go on where they were.
        var next = Done(await new WriteNote(new ReceiveReport(gate, new Labels(home.Store), TimeProvider.System), TimeProvider.System).Run(grader, "A new note.", Label.None, default));
        Assert.True(next.Items[0] > kept.Items[^1]);
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task Is_of_one_moment_while_others_write(string engine)
    {
        await using var desk = await Desk.Open(engine, postgres);
        var grader = await desk.Officer("grader", ["grader"], await desk.Case("2026-014"));
        using var stop = new CancellationTokenSource();
        var writing = Task.Run(async () =>
        {
            for (var n = 0; !stop.IsCancellationRequested; n++) Done(await desk.Note.Run(grader, $"Note {n}.", Label.None, default));
        });
        for (var n = 0; n < 3; n++)
        {
            Done(await new HomeBackup(desk.Home, TimeProvider.System).Run(Path.Combine(folder, $"{n}.backup"), null, default));
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }
        await stop.CancelAsync();
        await writing;

        Done(await Restore("2.backup", null, "sqlite"));
        await using var db = await Home.Open(Path.Combine(folder, "new")).Store.Open(default);
        // Of each note the report, the item and the act, or nothing.
        var (items, reports, acts) = await db.QuerySingleAsync<(long, long, long)>(
            "select (select count(*) from item), (select count(*) from report), (select count(*) from act where action = 'note.write')");
        Assert.True(items > 0);
        Assert.Equal((items, items), (reports, acts));
    }

    [Fact]
    public async Task Is_refused_where_it_could_harm()
    {
        await using var desk = await Desk.Open("sqlite", postgres);
        var grader = await desk.Officer("grader", ["grader"], await desk.Case("2026-014"));
        var backUp = new BackUpHome(desk.Gate, desk.Home, TimeProvider.System);
        Refused("role.missing", await backUp.Run(grader, Path.Combine(folder, "a.backup"), null, default));
        Done(await backUp.Run(new Visitor(1, null, "cli"), Path.Combine(folder, "a.backup"), "right", default));
        Refused("backup.exists", await backUp.Run(new Visitor(1, null, "cli"), Path.Combine(folder, "a.backup"), null, default));

        Refused("backup.none", await Restore("absent", null, "sqlite"));
        Refused("backup.sealed", await Restore("a.backup", null, "sqlite"));
        Refused("backup.sealed", await Restore("a.backup", "wrong", "sqlite"));
        Directory.CreateDirectory(Path.Combine(folder, "new", "something"));
        Refused("home.exists", await Restore("a.backup", "right", "sqlite"));
    }

    [Theory, InlineData(null), InlineData("a passphrase")]
    public async Task Shows_damage_before_anything_is_restored(string? passphrase)
    {
        await using var desk = await Desk.Open("sqlite", postgres);
        Done(await new HomeBackup(desk.Home, TimeProvider.System).Run(Path.Combine(folder, "a.backup"), passphrase, default));
        var bytes = File.ReadAllBytes(Path.Combine(folder, "a.backup"));
        File.WriteAllBytes(Path.Combine(folder, "cut"), bytes[..(bytes.Length * 2 / 3)]);
        bytes[bytes.Length / 2] ^= 1;
        File.WriteAllBytes(Path.Combine(folder, "changed"), bytes);

        foreach (var damaged in (string[])["cut", "changed"]) Assert.StartsWith("backup.", (await Restore(damaged, passphrase, "sqlite")).Why.Code, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(folder, "new")));
    }

    [Fact]
    public async Task Whose_log_was_touched_is_not_restored()
    {
        await using var desk = await Desk.Open("sqlite", postgres);
        await new Sequencer(desk.Home.Store, TimeProvider.System).Run(default);
        await using (var db = await desk.Home.Store.Open(default)) await db.ExecuteAsync("update act set officer = 7");
        Done(await new HomeBackup(desk.Home, TimeProvider.System).Run(Path.Combine(folder, "a.backup"), null, default));
        Refused("backup.log-touched", await Restore("a.backup", null, "sqlite"));
        Assert.False(Directory.Exists(Path.Combine(folder, "new")));
    }

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    private async Task<Outcome<RestoredHome>> Restore(string archive, string? passphrase, string engine) => await new HomeRestore(TimeProvider.System).Run(
        Path.Combine(folder, archive), passphrase, Path.Combine(folder, "new"), engine == "postgres" ? await postgres.NewDatabase() : null, default);
}
