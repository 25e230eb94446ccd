using System.Diagnostics;
using System.Globalization;
using Npgsql;

[assembly: AssemblyFixture(typeof(Plumbline.Acceptance.ThrowawayPostgres))]

namespace Plumbline.Acceptance;

/// <summary>A PostgreSQL of our own for one test run: made at the first question, thrown away at the end.</summary>
/// <remarks>
/// It listens on a socket in its own folder and on no port, so nothing outside can meet it and two runs never collide.
/// It keeps nothing safe (no fsync): it must never hold anything but tests. Root hands it to the user postgres, as the
/// server refuses to run as root.
/// </remarks>
public sealed class ThrowawayPostgres : IAsyncLifetime
{
    private const string Superuser = "app";
    private const string Settings =
        "-c listen_addresses= -c max_connections=300 -c fsync=off -c synchronous_commit=off -c full_page_writes=off -c autovacuum=off";

    private readonly SemaphoreSlim starting = new(1);
    private readonly SemaphoreSlim founding = new(1);
    private string? founded;
    private string? folder;
    private bool started;
    private int databases;

    // The machine's name keeps the sweep away from a container that shares the folder but not the process ids.
    private static string Prefix => $"plumbline-pg-{Environment.MachineName}-";

    private string Data => Path.Combine(folder!, "data");

    /// <summary>A connection string to a fresh, empty database. Skips the test, saying why, where PostgreSQL is not installed.</summary>
    public async Task<string> NewDatabase()
    {
        var cancel = TestContext.Current.CancellationToken;
        await EnsureStarted(cancel);
        return await Create("template0", cancel);
    }

    /// <summary>A connection string to a fresh copy of a database that is founded once, at the first question: most tests begin with the same one.</summary>
    /// <param name="found">Fills an empty database; leaves no connection to it.</param>
    public async Task<string> NewFounded(Func<string, Task> found)
    {
        await founding.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            if (founded is null)
            {
                var first = await NewDatabase();
                await found(first);
                founded = new NpgsqlConnectionStringBuilder(first).Database;
            }
            // One after the other: a database that is being copied is nobody else's original.
            return await Create(founded!, TestContext.Current.CancellationToken);
        }
        finally
        {
            founding.Release();
        }
    }

    private async Task<string> Create(string original, CancellationToken cancel)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"t{Interlocked.Increment(ref databases)}");
        await using var source = NpgsqlDataSource.Create(ConnectionTo("postgres") + ";Pooling=false");
        await using var create = source.CreateCommand($"create database {name} template {original} strategy file_copy");
        await create.ExecuteNonQueryAsync(cancel);
        return ConnectionTo(name);
    }

    /// <summary>Pulls the plug, as a lost machine would; what was committed before stays, as on a server that is set up to keep it. Only for a fixture that the test made for itself.</summary>
    public async Task Stop(CancellationToken cancel)
    {
        await using (var source = NpgsqlDataSource.Create(ConnectionTo("postgres") + ";Pooling=false"))
        await using (var flush = source.CreateCommand("set synchronous_commit = on; select pg_current_xact_id()"))
            // A commit that is waited for takes those before it along to the disk.
            await flush.ExecuteNonQueryAsync(cancel);
        await PgCtl(["stop", "-m", "immediate"], cancel);
    }

    /// <summary>Starts again after <see cref="Stop"/>; the same connection strings hold.</summary>
    public Task Start(CancellationToken cancel) => PgCtl(
        ["start", "-t", "60", "-l", Path.Combine(folder!, "server.log"), "-o", $"-k {folder} {Settings}"], cancel);

    /// <summary>Nothing yet: a run that asks for no database pays for none.</summary>
    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    /// <summary>Stops the server and removes all that it wrote.</summary>
    public async ValueTask DisposeAsync()
    {
        if (folder is not null) await Discard(folder);
        starting.Dispose();
        founding.Dispose();
    }

    private string ConnectionTo(string database) => $"Host={folder};Username={Superuser};Database={database};Include Error Detail=true";

    private async Task EnsureStarted(CancellationToken cancel)
    {
        await starting.WaitAsync(cancel);
        try
        {
            if (started) return;
            Assert.SkipWhen(Binaries is null, "PostgreSQL is not installed (no initdb found): apt-get install postgresql");
            foreach (var left in LeftBehind()) await Discard(left);
            folder = Directory.CreateTempSubdirectory($"{Prefix}{Environment.ProcessId}-").FullName;
            if (AsRoot) await Shell(["chown", "postgres", folder], cancel);
            await Run("initdb", folder, ["-D", Data, "-U", Superuser, "--auth=trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync"], cancel);
            await Start(cancel);
            started = true;
        }
        finally
        {
            starting.Release();
        }
    }

    private Task PgCtl(string[] words, CancellationToken cancel) =>
        Run("pg_ctl", folder!, ["-D", Data, "-w", "-s", .. words], cancel);

    /// <summary>Runs one of PostgreSQL's own programs as a user that it accepts.</summary>
    private static Task Run(string program, string folder, string[] words, CancellationToken cancel)
    {
        var path = Path.Combine(Binaries!, program);
        return Shell(AsRoot ? ["runuser", "-u", "postgres", "--", path, .. words] : [path, .. words], cancel, folder);
    }

    private static async Task Shell(string[] line, CancellationToken cancel, string? folder = null)
    {
        // Output goes to a file: the server would inherit a pipe and hold it open for ever.
        var log = folder is null ? "/dev/null" : Path.Combine(folder, "programs.log");
        string[] quiet = ["-c", "log=$1; shift; exec \"$@\" >>\"$log\" 2>&1 </dev/null", "sh", log, .. line];
        using var process = Process.Start(new ProcessStartInfo("/bin/sh", quiet) { WorkingDirectory = "/" })!;
        await process.WaitForExitAsync(cancel);
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"Ended with {process.ExitCode}: {string.Join(' ', line)}\n{Said(folder)}");
    }

    private static string Said(string? folder) => folder is null ? "" :
        string.Join('\n', Directory.EnumerateFiles(folder, "*.log").Order().Select(File.ReadAllText));

    /// <summary>Stops a server, if one still runs there, and removes its folder. Never fails: it tidies up.</summary>
    private static async Task Discard(string folder)
    {
        try
        {
            await Run("pg_ctl", folder, ["-D", Path.Combine(folder, "data"), "-s", "stop", "-m", "immediate"], CancellationToken.None);
        }
        catch (InvalidOperationException)
        {
            // It had stopped already.
        }

        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Another user's, or a last file still open: the system's own sweep of the temporary folder takes it.
        }
    }

    /// <summary>Folders of test runs of this machine that were killed before they could tidy up.</summary>
    private static IEnumerable<string> LeftBehind() =>
        Directory.EnumerateDirectories(Path.GetTempPath(), Prefix + "*").Where(left => !Lives(Path.GetFileName(left)[Prefix.Length..]));

    private static bool Lives(string name)
    {
        if (!int.TryParse(name.Split('-')[0], CultureInfo.InvariantCulture, out var id)) return true;
        try
        {
            using var process = Process.GetProcessById(id);
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    private static bool AsRoot => Environment.IsPrivilegedProcess;

    /// <summary>The folder of the newest installed server's programs; null when there is none.</summary>
    private static string? Binaries { get; } =
        new[] { "/usr/lib/postgresql", "/usr" }
            .Where(Directory.Exists)
            .SelectMany(place => Directory.EnumerateDirectories(place, place == "/usr" ? "pgsql-*" : "*"))
            .Select(version => Path.Combine(version, "bin"))
            .Concat((Environment.GetEnvironmentVariable("PATH") ?? "").Split(':'))
            .Where(bin => IsThere(new FileInfo(Path.Combine(bin, "initdb"))))
            .OrderByDescending(VersionOf)
            .FirstOrDefault();

    // A link whose target was removed is not there.
    private static bool IsThere(FileInfo program) => program.Exists && program.ResolveLinkTarget(returnFinalTarget: true) is null or { Exists: true };

    private static int VersionOf(string bin) =>
        int.TryParse(Path.GetFileName(Path.GetDirectoryName(bin))?.Replace("pgsql-", "", StringComparison.Ordinal), CultureInfo.InvariantCulture, out var version) ? version : 0;
}
