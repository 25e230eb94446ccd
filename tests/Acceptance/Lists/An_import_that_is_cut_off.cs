using System.Diagnostics;
using Plumbline.Register;
using static Plumbline.Acceptance.Lists.FictionalLists;

namespace Plumbline.Acceptance.Lists;

public sealed class An_import_that_is_cut_off(ThrowawayPostgres postgres) : IDisposable
{
    private const int People = 1_500;
    private readonly string folder = Directory.CreateTempSubdirectory("plumbline-cut-").FullName;

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task By_kill_9_goes_on_where_it_was_and_ends_as_if_nothing_had_been(string engine)
    {
        var (first, second) = (await Version("first", 1), await Version("second", 20));
        var straight = await NewHome("straight", engine);
        await Imported(straight, first);
        await Imported(straight, second);

        var killed = await NewHome("killed", engine);
        foreach (var file in (string[])[first, second])
        {
            var cut = 0;
            foreach (var chunks in (int[])[2, 5, 9])
            {
                using var import = ImportProcess.Start(killed, "import", file);
                await Until(killed, import, chunks);
                await import.Kill();
                cut += (await killed.Ask<long>("select key from import_record where state = 'running' and chunks > 0")).Count;
            }
            Assert.NotEqual(0, cut);
            await Imported(killed, file);
        }

        Assert.Equal(await RegisterContent.Of(straight), await RegisterContent.Of(killed));
        Assert.Equal(0, (await ImportProcess.Run(killed, "audit", "verify")).Code);
    }

    [Fact]
    public async Task By_a_lost_database_says_so_and_goes_on_when_it_is_back()
    {
        var file = await Version("first", 1);
        var straight = await NewHome("straight", "postgres");
        await Imported(straight, file);

        await using var own = new ThrowawayPostgres();
        var lost = await ImportProcess.MakeHome(Path.Combine(folder, "lost"), await own.NewDatabase() + ";Pooling=false");
        using (var import = ImportProcess.Start(lost, "import", file))
        {
            await Until(lost, import, 3);
            await own.Stop(TestContext.Current.CancellationToken);
            var (code, told) = await import.End();
            Assert.Equal(3, code);
            Assert.Contains("The database cannot be reached. What was committed is kept", told, StringComparison.Ordinal);
        }

        var (refused, why) = await ImportProcess.Run(lost, "import", file);
        Assert.Equal(3, refused);
        Assert.Contains("The database cannot be reached", why, StringComparison.Ordinal);

        await own.Start(TestContext.Current.CancellationToken);
        await Imported(lost, file);
        Assert.Equal(await RegisterContent.Of(straight), await RegisterContent.Of(lost));
    }

    [Fact]
    public async Task By_a_full_disk_says_so_and_goes_on_when_there_is_room()
    {
        var small = Directory.CreateDirectory(Path.Combine(folder, "small")).FullName;
        Assert.SkipUnless(Environment.IsPrivilegedProcess && await Shell("mount", "-t", "tmpfs", "-o", "size=3m", "tmpfs", small) == 0, "A small disk cannot be mounted here: only root may.");
        try
        {
            var file = await Version("first", 1);
            var straight = await NewHome("straight", "sqlite");
            await Imported(straight, file);

            var full = await ImportProcess.MakeHome(Path.Combine(small, "home"), null);
            var (code, told) = await ImportProcess.Run(full, "import", file);
            Assert.Equal(3, code);
            Assert.Contains("The disk is full. What was committed is kept", told, StringComparison.Ordinal);

            Assert.Equal(0, await Shell("mount", "-o", "remount,size=64m", small));
            await Imported(full, file);
            Assert.Equal(await RegisterContent.Of(straight), await RegisterContent.Of(full));
        }
        finally
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            await Shell("umount", small);
        }
    }

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    private async Task<Home> NewHome(string name, string engine) =>
        await ImportProcess.MakeHome(Path.Combine(folder, name), engine == "postgres" ? await postgres.NewDatabase() : null);

    /// <summary>A version as a file; a later one lacks some entries of the first, has new ones and changed ones.</summary>
    private async Task<string> Version(string name, int from)
    {
        var path = Path.Combine(folder, $"un-{name}.xml");
        var text = UnText(name == "first" ? "2026-01-01" : "2026-02-01", Enumerable.Range(from, People), person => name == "second" && person % 3 == 0 ? "Seen at the mill." : "");
        await File.WriteAllTextAsync(path, text, TestContext.Current.CancellationToken);
        return path;
    }

    // Waits until the running import has so many chunks, or is done.
    private static async Task Until(Home home, ImportProcess import, int chunks)
    {
        while (!import.HasEnded && !(await home.Ask<long>("select chunks from import_record where state = 'running'")).Any(done => done >= chunks))
            await Task.Delay(5, TestContext.Current.CancellationToken);
    }

    private static async Task Imported(Home home, string file)
    {
        var (code, told) = await ImportProcess.Run(home, "import", file);
        Assert.True(code == 0, told);
    }

    private static async Task<int> Shell(string program, params string[] words)
    {
        using var process = Process.Start(new ProcessStartInfo(program, words) { RedirectStandardError = true })!;
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return process.ExitCode;
    }
}
