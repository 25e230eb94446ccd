using System.Globalization;
using Dapper;
using Plumbline.Register.Audit;
using Plumbline.Register.Following;

namespace Plumbline.Register.Upkeep;

/// <summary>Looks over an installation: what would sooner or later hurt, and what to do about it. Reads no content.</summary>
public sealed class HomeCheckup(Home home, TimeProvider clock)
{
    private const long LeastFree = 2L << 30;
    private const UnixFileMode Others = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.OtherRead | UnixFileMode.OtherWrite;
    private static readonly TimeSpan LongestWithoutBackup = TimeSpan.FromDays(7);
    private static readonly TimeSpan LongestWithoutCheckpoint = TimeSpan.FromDays(7);

    /// <summary>Looks at everything, in the order shown.</summary>
    public async Task<IReadOnlyList<CheckupLine>> Run(CancellationToken ct) =>
    [
        Files(), Disk(), await Version(ct), await Integrity(ct), await Clock(ct), await Log(ct), await Waiting(ct), await Resting(ct), Index(await Progress.Of(home.Store, null, -1, ct)),
        await Age("checkpoint", "select max(at) from audit_checkpoint", LongestWithoutCheckpoint, "plumbline audit checkpoint, and give it to someone outside", ct),
        await Age("backup", "select max(at) from act where action = 'backup' and outcome = 'done'", LongestWithoutBackup, "plumbline backup FILE, to another disk", ct),
    ];

    private CheckupLine Files()
    {
        if (OperatingSystem.IsWindows()) return new("keys", true, "File modes are the system's here.");
        var open = Directory.EnumerateFiles(home.Folder).Concat(Directory.EnumerateFiles(Path.Combine(home.Folder, "keys")))
            .Where(path => !path.EndsWith(".pub", StringComparison.Ordinal) && Path.GetFileName(path) != "owner.lock").Where(IsOpenToOthers)
            .Select(path => Path.GetRelativePath(home.Folder, path)).Order(StringComparer.Ordinal).ToArray();
        // A folder that only its owner enters protects what is in it.
        return open.Length == 0 || (File.GetUnixFileMode(home.Folder) & (UnixFileMode.GroupExecute | UnixFileMode.OtherExecute)) == 0
            ? new("files", true, "Only the owner can read the home.")
            : new("files", false, $"Others on this machine can read {string.Join(", ", open)}.", "chmod 700 on the home, chmod 600 on these files");
    }

    private static bool IsOpenToOthers(string path) => !OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & Others) != 0;

    private CheckupLine Disk()
    {
        var free = new DriveInfo(home.Folder).AvailableFreeSpace;
        var found = string.Create(CultureInfo.InvariantCulture, $"{free / 1e9:F1} GB are free.");
        return free >= LeastFree ? new("disk", true, found) : new("disk", false, found, "Make room: a full disk stops every act");
    }

    private async Task<CheckupLine> Version(CancellationToken ct) => await Migrator.Unknown(home.Store, ct) is { Count: > 0 } newer
        ? new("version", false, $"The register is newer than this program ({newer[^1]}).", "Use the newer program")
        : new("version", true, $"The register has the newest shape ({Migrator.Shared()[^1]}).");

    private async Task<CheckupLine> Integrity(CancellationToken ct)
    {
        await using var db = await home.Store.Open(ct);
        if (home.Store.Dialect == Dialect.Postgres)
        {
            var version = await db.ExecuteScalarAsync<string>(new CommandDefinition("show server_version", cancellationToken: ct));
            return new("database", true, $"PostgreSQL {version} answers.");
        }
        var said = await db.ExecuteScalarAsync<string>(new CommandDefinition("pragma quick_check(1)", cancellationToken: ct));
        return said == "ok" ? new("database", true, "SQLite finds its file whole.") : new("database", false, $"SQLite: {said}", "Stop, keep this folder, restore the last backup");
    }

    private async Task<CheckupLine> Clock(CancellationToken ct)
    {
        await using var db = await home.Store.Open(ct);
        var latest = await db.ExecuteScalarAsync<long?>(new CommandDefinition("select max(at) from act", cancellationToken: ct)) ?? 0;
        var ahead = TimeSpan.FromMicroseconds(latest - clock.Micros());
        return ahead < TimeSpan.FromMinutes(1)
            ? new("clock", true, string.Create(CultureInfo.InvariantCulture, $"It is {clock.GetUtcNow():yyyy-MM-dd HH:mm} UTC."))
            : new("clock", false, string.Create(CultureInfo.InvariantCulture, $"The clock stands {ahead.TotalMinutes:F0} minutes before the last act."), "Set the clock: purposes and reviews run by it");
    }

    private async Task<CheckupLine> Log(CancellationToken ct)
    {
        using var key = home.AuditKey();
        var found = await new AuditCheck(home.Store).Verify(null, key.Verifier, ct);
        return found.Faults.Count == 0
            ? new("audit log", true, $"{found.Leaves} acts are whole and agree with every checkpoint kept.")
            : new("audit log", false, found.Faults[0], "Tell oversight; compare with a checkpoint that was lodged outside");
    }

    private async Task<CheckupLine> Waiting(CancellationToken ct)
    {
        await using var db = await home.Store.Open(ct);
        var oldest = await db.ExecuteScalarAsync<long?>(new CommandDefinition("select min(a.at) from act_waiting w join act a on a.key = w.act", cancellationToken: ct));
        var age = oldest is { } at ? TimeSpan.FromMicroseconds(clock.Micros() - at) : TimeSpan.Zero;
        return age < TimeSpan.FromMinutes(1)
            ? new("sequencer", true, "Acts get their place in the log at once.")
            : new("sequencer", false, string.Create(CultureInfo.InvariantCulture, $"An act has waited {age.TotalMinutes:F0} minutes for its place in the log."), "Start plumbline serve, or run any command");
    }

    private async Task<CheckupLine> Resting(CancellationToken ct) => await new RestingLabels(home.Store, new Labels(home.Store)).Run(repair: false, ct) is > 0 and var looser
        ? new("labels", false, $"{looser} judgements, nominations, charts or plans are held more loosely than what they rest on.", "plumbline rebuild, and ask who could read them meanwhile")
        : new("labels", true, "What rests on items is held as strictly as they are.");

    private CheckupLine Index(Progress progress)
    {
        if (Search.SearchIndex.OpenReadOnly(Path.Combine(home.Folder, "index")) is not Core.Outcome<Search.SearchIndex>.Done { Value: var index })
            return new("search index", progress.Leaf < 0, "There is none yet.", "The first search makes it; or plumbline rebuild");
        using var open = index;
        var lag = progress.Leaf - index.AppliedTo;
        return lag < 10_000
            ? new("search index", true, $"It has applied the log up to leaf {index.AppliedTo} of {progress.Leaf}.")
            : new("search index", false, $"It is {lag} acts behind.", "plumbline rebuild, if it does not catch up");
    }

    private async Task<CheckupLine> Age(string subject, string sql, TimeSpan longest, string advice, CancellationToken ct)
    {
        await using var db = await home.Store.Open(ct);
        var last = await db.ExecuteScalarAsync<long?>(new CommandDefinition(sql, cancellationToken: ct));
        if (last is not { } at) return new(subject, false, $"No {subject} was ever made.", advice);
        var age = TimeSpan.FromMicroseconds(clock.Micros() - at);
        var found = string.Create(CultureInfo.InvariantCulture, $"The last {subject} is {age.TotalHours:F0} hours old.");
        return age <= longest ? new(subject, true, found) : new(subject, false, found, advice);
    }
}
