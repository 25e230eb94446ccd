using Microsoft.Extensions.Logging.Abstractions;
using Plumbline.Core;
using Plumbline.Register.Audit;
using Plumbline.Register.Following;

namespace Plumbline.Register.Upkeep;

/// <summary>What was restored.</summary>
/// <param name="Rows">Rows of the register.</param>
/// <param name="Leaves">Acts in the log, found whole against the archive's checkpoint.</param>
public sealed record RestoredHome(BackupManifest Manifest, long Rows, long Leaves);

/// <summary>Makes a new home from an archive, on either engine, whichever it came from. The home appears under its name only once it is whole.</summary>
public sealed class HomeRestore(TimeProvider clock)
{
    /// <summary>Restores.</summary>
    /// <param name="passphrase">Of a sealed archive; null for an open one.</param>
    /// <param name="folder">Must not exist or be empty.</param>
    /// <param name="postgres">Connection string of an empty PostgreSQL database; null for the embedded file.</param>
    /// <returns>What was restored, or why not: the archive is damaged, the place is taken, the log is not whole.</returns>
    public async Task<Outcome<RestoredHome>> Run(string path, string? passphrase, string folder, string? postgres, CancellationToken ct)
    {
        if (!File.Exists(path)) return new Refusal("backup.none", $"There is no archive {Path.GetFileName(path)}.");
        if (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any())
            return new Refusal("home.exists", $"{folder} is not empty: restore into a new folder, then move it.");
        if (passphrase is null && Archive.IsSealed(path)) return new Refusal("backup.sealed", "The archive is sealed: give its passphrase with --passphrase-file.");
        var archive = new Archive(path, passphrase);
        var verified = archive.Verify(ct);
        if (verified is not Outcome<BackupManifest>.Done { Value: var manifest }) return verified.Why;
        if (!manifest.Migrations.SequenceEqual(Migrator.Shared()))
            return new Refusal("backup.other-version", $"The archive was made by another version ({manifest.Migrations.LastOrDefault()}): restore it with that version, then start this one on the home.");

        var part = folder.TrimEnd(Path.DirectorySeparatorChar) + ".restoring";
        if (Directory.Exists(part)) Directory.Delete(part, recursive: true);
        Directory.CreateDirectory(part);
        try
        {
            var restored = await Fill(part, archive, manifest, postgres, ct);
            if (restored is not Outcome<RestoredHome>.Done) return restored;
            if (Directory.Exists(folder)) Directory.Delete(folder);
            Directory.Move(part, folder);
            return restored;
        }
        finally
        {
            if (Directory.Exists(part)) Directory.Delete(part, recursive: true);
        }
    }

    private async Task<Outcome<RestoredHome>> Fill(string part, Archive archive, BackupManifest manifest, string? postgres, CancellationToken ct)
    {
        HomeFiles.Restore(archive, part, ct);
        var home = Home.Create(part, postgres);
        try
        {
            if (!await RegisterImport.IsEmpty(home.Store, ct)) return new Refusal("home.exists", "The database is not empty: make a new one.");
            await using (var writer = await Writer.Begin(home.Store, ct))
            {
                await new RegisterImport(writer, manifest).Run(archive, ct);
                await writer.Record([new ActEntry(clock.Micros(), 0, "", "cli", "restore", "", manifest.Tables.Sum(table => table.Rows), "done", $"backup made at {manifest.MadeAt}")], ct);
                await writer.Commit(ct);
            }
            using var key = home.AuditKey();
            var found = await new AuditCheck(home.Store).Verify(Read(manifest.Checkpoint), key.Verifier, ct);
            if (found.Faults.Count > 0) return new Refusal("backup.log-touched", $"The audit log of the archive is not whole: {found.Faults[0]}");
            if (await Projections.Open(home, clock, NullLogger.Instance, ct) is Outcome<Projections>.Done { Value: var projections })
            {
                using (projections) await projections.CatchUp(ct);
            }
            return new RestoredHome(manifest, manifest.Tables.Sum(table => table.Rows), found.Leaves);
        }
        finally
        {
            home.Store.Release();
        }
    }

    private static Checkpoint Read(string text) => Checkpoint.Read(text) is Outcome<Checkpoint>.Done { Value: var head }
        ? head
        : throw new InvalidDataException("The archive's checkpoint cannot be read.");
}
