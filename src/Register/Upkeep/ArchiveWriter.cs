using System.Formats.Tar;
using System.IO.Compression;
using System.Security.Cryptography;

namespace Plumbline.Register.Upkeep;

/// <summary>Writes an archive: a compressed tar, sealed if there is a passphrase. It has its name only once it is whole and on disk.</summary>
internal sealed class ArchiveWriter : IDisposable
{
    private readonly string path;
    private readonly DateTimeOffset at;
    private readonly FileStream file;
    private readonly Stream? sealing;
    private readonly GZipStream compressed;
    private readonly TarWriter tar;
    private readonly List<BackupEntry> entries = [];
    private bool isWhole;

    public ArchiveWriter(string path, string? passphrase, DateTimeOffset at)
    {
        (this.path, this.at) = (path, at);
        File.Delete(Part);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        file = new FileStream(Part, options);
        sealing = passphrase is null ? null : new SealingStream(file, passphrase);
        compressed = new GZipStream(sealing ?? file, CompressionLevel.Fastest, leaveOpen: true);
        tar = new TarWriter(compressed, TarEntryFormat.Pax, leaveOpen: true);
    }

    public IReadOnlyList<BackupEntry> Entries => entries;

    private string Part => path + ".part";

    /// <summary>Adds an entry.</summary>
    public void Add(string name, ReadOnlySpan<byte> bytes)
    {
        using var data = new MemoryStream(bytes.ToArray(), writable: false);
        tar.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, name)
        {
            DataStream = data,
            Mode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
            ModificationTime = at,
        });
        entries.Add(new BackupEntry(name, bytes.Length, Convert.ToHexStringLower(SHA256.HashData(bytes))));
    }

    /// <summary>Writes the manifest, brings everything to disk and gives the archive its name.</summary>
    public void Finish(BackupManifest manifest)
    {
        Add(BackupManifest.Name, manifest.ToBytes());
        tar.Dispose();
        compressed.Dispose();
        sealing?.Dispose();
        file.Flush(flushToDisk: true);
        file.Dispose();
        File.Move(Part, path, overwrite: false);
        isWhole = true;
    }

    public void Dispose()
    {
        if (isWhole) return;
        tar.Dispose();
        compressed.Dispose();
        sealing?.Dispose();
        file.Dispose();
        File.Delete(Part);
    }
}
