using Plumbline.Core;
using Plumbline.Register;
using Plumbline.Register.Upkeep;

namespace Plumbline.Safeguards.Upkeep;

/// <summary>Backs a home up into one archive while others work.</summary>
public sealed class BackUpHome(Gate gate, Home home, TimeProvider clock)
{
    /// <summary>Writes the archive; see <see cref="HomeBackup"/>.</summary>
    /// <param name="path">Must not exist.</param>
    /// <param name="passphrase">Seals the archive; null leaves it open, with the home's keys in it.</param>
    public async Task<Outcome<BackupManifest>> Run(Visitor visitor, string path, string? passphrase, CancellationToken ct)
    {
        var admitted = await gate.Admit(visitor, Actions.Backup, ct);
        if (admitted is not Outcome<Reader>.Done { Value: var reader }) return admitted.Why;
        await using var opened = reader;
        if (File.Exists(path)) return await gate.Refuse(reader, Actions.Backup, new("backup.exists", $"{Path.GetFileName(path)} exists already: an archive is never written over."), ct);
        // First the entry, then the copy: the archive shows that it was made, and by whom.
        await gate.Record(reader, Actions.Backup, "", 1, passphrase is null ? "open archive" : "sealed archive", ct);
        return await new HomeBackup(home, clock).Run(path, passphrase, ct);
    }
}
