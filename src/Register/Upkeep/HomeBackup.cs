using Plumbline.Core;
using Plumbline.Register.Audit;

namespace Plumbline.Register.Upkeep;

/// <summary>Writes a home into one archive while others go on working: register, logins, keys, and the signed head of the log.</summary>
/// <remarks>The archive holds the home's keys: without a passphrase, whoever can read the file can read and sign everything.
/// The search index is not in it; it is made anew.</remarks>
public sealed class HomeBackup(Home home, TimeProvider clock)
{
    /// <summary>Writes the archive.</summary>
    /// <param name="path">Must not exist; mode 0600.</param>
    /// <param name="passphrase">Seals it; null leaves it open.</param>
    /// <returns>What it holds, or <c>backup.exists</c>.</returns>
    /// <exception cref="IOException">The disk is full or gone; nothing is left of the archive.</exception>
    public async Task<Outcome<BackupManifest>> Run(string path, string? passphrase, CancellationToken ct)
    {
        if (File.Exists(path)) return new Refusal("backup.exists", $"{Path.GetFileName(path)} exists already: an archive is never written over.");
        using var key = home.AuditKey();
        var head = await new Sequencer(home.Store, clock).Lodge(key, ct);
        using var archive = new ArchiveWriter(path, passphrase, clock.GetUtcNow());
        HomeFiles.Add(home.Folder, archive);
        var (tables, counters) = await RegisterExport.Run(home.Store, archive, ct);
        var manifest = new BackupManifest(BackupManifest.Current, clock.Micros(), Migrator.Shared(), head.ToString(), tables, counters, [.. archive.Entries]);
        archive.Finish(manifest);
        return manifest;
    }
}
