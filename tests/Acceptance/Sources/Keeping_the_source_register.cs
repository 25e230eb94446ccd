using System.Text;
using Dapper;
using Plumbline.Acceptance.Walk;
using Plumbline.Core;
using Plumbline.Register;
using Plumbline.Register.Upkeep;
using Plumbline.Safeguards;
using Plumbline.Safeguards.Sources;
using static Plumbline.Acceptance.Walk.Desk;

namespace Plumbline.Acceptance.Sources;

public sealed class Keeping_the_source_register(ThrowawayPostgres postgres) : IDisposable
{
    private const string Identity = "Nightwatchman of the Zarvan mill, grey moustache";
    private readonly string folder = Directory.CreateTempSubdirectory("plumbline-sources-").FullName;

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task What_came_without_a_reference_gets_one_and_keeps_its_history(string engine)
    {
        await using var desk = await Desk.Open(engine, postgres);
        var working = await desk.Case("2026-014");
        var collector = await desk.Officer("collector", ["collector"], working);
        // Cleared for nothing and a member of no case: the keeper's work is not to read.
        var keeper = await desk.Officer("keeper", ["source_keeper"], clearance: 0, purpose: "administration");
        var secret = Done(Label.Create(new LabelDraft { Classification = 2, Cases = [working] }));
        var note = Done(await desk.Note.Run(collector, "Told at the gate of the mill.", secret, default)).Items[0];
        var known = Done(await desk.Receive.Run(collector, Report(["Told by the driver."]) with { Source = "S-114" }, default)).Items[0];

        var before = Done(await List(desk).Run(keeper, default));
        Assert.Equal([(note, "note", "collector")], before.Waiting.Select(row => (row.Key, row.Kind, row.ReceivedBy)));
        Assert.Equal([("S-114", 1L)], before.Unregistered.Select(row => (row.Reference, row.Items)));
        Assert.Equal((1L, "S-115"), (before.TotalWaiting, before.Next));

        Refused("source.unknown", await Assign(desk).Run(keeper, [note], "S-115", default));
        Assert.Equal("S-115", Done(await Add(desk).Run(keeper, new NewSource("human", "authorised-source") { Identity = Identity }, default)));
        Refused("source.nothing-waits", await Assign(desk).Run(keeper, [note, known], "S-115", default));
        Assert.Equal(1, Done(await Assign(desk).Run(keeper, [note], "S-115", default)));
        Refused("source.nothing-waits", await Assign(desk).Run(keeper, [note], "S-115", default));

        Assert.Equal("S-115", Done(await desk.Items.Run(collector, note, default)).Item.Source);
        var after = Done(await List(desk).Run(keeper, default));
        Assert.Empty(after.Waiting);
        Assert.Equal([("S-115", "human", 1L, 1L)], after.Sources.Select(row => (row.Reference, row.Kind, row.HasIdentity, row.Items)));
        await using var db = await desk.Home.Store.Open(default);
        Assert.Equal([$"{note} source S-115 {keeper.Officer}"], await db.QueryAsync<string>(
            "select cast(item as text) || ' ' || field || ' ' || after || ' ' || cast(given_by as text) from item_change where before is null order by key"));
        Assert.Equal([$"item:{note}"], await db.QueryAsync<string>("select objects from act where action = 'source.assign' and outcome = 'done'"));
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task That_something_exists_is_not_told_where_that_alone_is_sensitive(string engine)
    {
        await using var desk = await Desk.Open(engine, postgres);
        var working = await desk.Case("2026-014");
        var collector = await desk.Officer("collector", ["collector"], working);
        var keeper = await desk.Officer("keeper", ["source_keeper"], purpose: "administration");
        var inside = await desk.Officer("inside", ["source_keeper"], working);
        var hidden = Done(Label.Create(new LabelDraft { Cases = [working], ExistenceSensitive = true }));
        var note = Done(await desk.Note.Run(collector, "Nobody may know of this.", hidden, default)).Items[0];
        Done(await Add(desk).Run(keeper, new NewSource("witness", "authorised-source"), default));

        Assert.Empty(Done(await List(desk).Run(keeper, default)).Waiting);
        Refused("source.nothing-waits", await Assign(desk).Run(keeper, [note], "S-001", default));
        Refused("source.nothing-waits", await Assign(desk).Run(keeper, [999_999], "S-001", default));
        Assert.Equal(1, Done(await Assign(desk).Run(inside, [note], "S-001", default)));
        Assert.Equal((0L, 1L), (Done(await List(desk).Run(keeper, default)).Sources[0].Items, Done(await List(desk).Run(inside, default)).Sources[0].Items));
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task Who_it_is_opens_for_a_reason_that_the_log_keeps(string engine)
    {
        await using var desk = await Desk.Open(engine, postgres);
        var keeper = await desk.Officer("keeper", ["source_keeper"], purpose: "administration");
        Done(await Add(desk).Run(keeper, new NewSource("human", "authorised-source") { Identity = Identity }, default));
        Done(await Add(desk).Run(keeper, new NewSource("open", "authorised-source") { Reference = "T/7" }, default));

        Refused("source.needs-reason", await Reveal(desk).Run(keeper, "S-001", "why not", default));
        Refused("source.no-identity", await Reveal(desk).Run(keeper, "T/7", "The handler left the service", default));
        Refused("source.unknown", await Reveal(desk).Run(keeper, "S-9", "The handler left the service", default));
        Assert.Equal(Identity, Done(await Reveal(desk).Run(keeper, "S-001", "The handler left the service", default)));

        await using var db = await desk.Home.Store.Open(default);
        Assert.Equal(["S-001: The handler left the service"], await db.QueryAsync<string>(
            "select c.content from act a join act_content c on c.act = a.key where a.action = 'source.reveal' and a.outcome = 'done'"));
        // Sealed to its own number: laid under another, it does not open.
        await db.ExecuteAsync("update source set secret = (select secret from source where reference = 'S-001') where reference = 'T/7'");
        await Assert.ThrowsAnyAsync<System.Security.Cryptography.CryptographicException>(() => Reveal(desk).Run(keeper, "T/7", "The handler left the service", default));
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task Nobody_else_may_not_even_see_the_numbers(string engine)
    {
        await using var desk = await Desk.Open(engine, postgres);
        var working = await desk.Case("2026-014");
        var keeper = await desk.Officer("keeper", ["source_keeper"], purpose: "administration");
        Done(await Add(desk).Run(keeper, new NewSource("human", "authorised-source") { Identity = Identity }, default));
        foreach (var role in (string[])["collector", "grader", "analyst", "supervisor", "investigator", "oversight"])
        {
            var other = await desk.Officer(role, [role], working);
            Refused("role.missing", await List(desk).Run(other, default));
            Refused("role.missing", await Add(desk).Run(other, new NewSource("human", "authorised-source"), default));
            Refused("role.missing", await Assign(desk).Run(other, [1], "S-001", default));
            Refused("role.missing", await Reveal(desk).Run(other, "S-001", "A supervisor wants to know", default));
        }
        // And the keeper reads no content.
        Refused("role.missing", await desk.Items.Run(keeper, 1, default));
    }

    [Theory]
    [InlineData("spy", null, null, "source.kind")]
    [InlineData("human", "Karim", null, "source.reference")]
    [InlineData("human", "Mr 7", null, "source.reference")]
    [InlineData("human", "S-001", null, "source.reference-taken")]
    [InlineData("human", null, 2001, "source.identity-length")]
    public async Task What_cannot_be_entered_is_said(string kind, string? reference, int? length, string code)
    {
        await using var desk = await Desk.Open("sqlite", postgres);
        var keeper = await desk.Officer("keeper", ["source_keeper"], purpose: "administration");
        Done(await Add(desk).Run(keeper, new NewSource("witness", "authorised-source"), default));
        Refused(code, await Add(desk).Run(keeper, new NewSource(kind, "authorised-source") { Reference = reference, Identity = length is { } n ? new string('x', n) : null }, default));
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task No_identity_lies_open_anywhere_and_a_backup_keeps_it(string engine)
    {
        await using var desk = await Desk.Open(engine, postgres);
        var keeper = await desk.Officer("keeper", ["source_keeper"], purpose: "administration");
        Done(await Add(desk).Run(keeper, new NewSource("human", "authorised-source") { Identity = Identity }, default));
        Done(await Reveal(desk).Run(keeper, "S-001", "The handler left the service", default));
        Done(await new HomeBackup(desk.Home, TimeProvider.System).Run(Path.Combine(folder, "a.backup"), null, default));
        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(desk.Home.Folder, "keys", "sources")));

        Done(await new HomeRestore(TimeProvider.System).Run(Path.Combine(folder, "a.backup"), null, Path.Combine(folder, "new"), null, default));
        var home = Home.Open(Path.Combine(folder, "new"));
        // Either engine's rows end in this file, in the clear but for what is sealed.
        foreach (var file in Directory.EnumerateFiles(home.Folder, "*", SearchOption.AllDirectories).Concat(Directory.EnumerateFiles(desk.Home.Folder, "*", SearchOption.AllDirectories)))
            Assert.True(Bytes(file).IndexOf(Encoding.UTF8.GetBytes("Zarvan")) < 0, file);
        Assert.True(Bytes(Path.Combine(home.Folder, "register.db")).IndexOf(Encoding.UTF8.GetBytes("The handler left the service")) > 0);
        using var log = new ActLog(home.Store);
        var gate = new Gate(home.Store, new Labels(home.Store), log, TimeProvider.System);
        Assert.Equal(Identity, Done(await new RevealSource(gate, new SourceSeal(home)).Run(keeper, "S-001", "The handler left the service", default)));

        File.Delete(Path.Combine(home.Folder, "keys", "sources"));
        var lost = await Assert.ThrowsAsync<InvalidDataException>(() => new RevealSource(gate, new SourceSeal(home)).Run(keeper, "S-001", "The handler left the service", default));
        Assert.Contains("restore it from the backup", lost.Message, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    private static ListSources List(Desk desk) => new(desk.Gate, new Labels(desk.Home.Store));

    private static AddSource Add(Desk desk) => new(desk.Gate, new SourceSeal(desk.Home), TimeProvider.System);

    private static AssignSource Assign(Desk desk) => new(desk.Gate, new Labels(desk.Home.Store), TimeProvider.System);

    private static RevealSource Reveal(Desk desk) => new(desk.Gate, new SourceSeal(desk.Home));

    private static ReadOnlySpan<byte> Bytes(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var whole = new MemoryStream();
        file.CopyTo(whole);
        return whole.ToArray();
    }
}
