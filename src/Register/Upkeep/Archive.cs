using System.Formats.Tar;
using System.IO.Compression;
using System.Security.Cryptography;
using Plumbline.Core;

namespace Plumbline.Register.Upkeep;

/// <summary>An archive to read: entry by entry, in the order written.</summary>
/// <param name="passphrase">Of a sealed archive; null for an open one.</param>
public sealed class Archive(string path, string? passphrase)
{
    // An entry is a slice of a table or one small file; what claims to be longer was not written here.
    private const long MostBytes = 1L << 30;

    /// <summary>Reads all of it and compares every hash; nothing is used before.</summary>
    /// <returns>The manifest; or <c>backup.sealed</c>, <c>backup.damaged</c> or <c>backup.unreadable</c>.</returns>
    public Outcome<BackupManifest> Verify(CancellationToken ct)
    {
        try
        {
            var found = new List<BackupEntry>();
            BackupManifest? manifest = null;
            foreach (var (name, bytes) in Entries(ct))
            {
                if (name == BackupManifest.Name) manifest = BackupManifest.Read(bytes);
                else found.Add(new BackupEntry(name, bytes.Length, Convert.ToHexStringLower(SHA256.HashData(bytes))));
            }
            if (manifest is null) return new Refusal("backup.unreadable", "This is no archive of plumbline backup: it has no manifest.");
            if (manifest.Format != BackupManifest.Current) return new Refusal("backup.other-form", $"The archive has the form {manifest.Format}; this program reads {BackupManifest.Current}.");
            return manifest.Entries.SequenceEqual(found)
                ? manifest
                : new Refusal("backup.damaged", $"The archive is damaged: {manifest.Entries.Except(found).Concat(found.Except(manifest.Entries)).First().Name} is not what its manifest says.");
        }
        catch (AuthenticationTagMismatchException)
        {
            return new Refusal("backup.sealed", "The passphrase does not open this archive, or the archive was changed.");
        }
        catch (Exception fault) when (fault is InvalidDataException or EndOfStreamException or FormatException or System.Text.Json.JsonException)
        {
            return new Refusal("backup.damaged", "The archive cannot be read to its end: it is cut off or damaged.");
        }
    }

    /// <summary>The entries in order.</summary>
    internal IEnumerable<(string Name, byte[] Bytes)> Entries(CancellationToken ct)
    {
        using var plain = Plain();
        using var unpacked = new GZipStream(plain, CompressionMode.Decompress);
        using var tar = new TarReader(unpacked);
        while (tar.GetNextEntry() is { } entry)
        {
            ct.ThrowIfCancellationRequested();
            if (entry.Length > MostBytes) throw new InvalidDataException("An entry is longer than any that is written.");
            var bytes = new byte[entry.Length];
            entry.DataStream?.ReadExactly(bytes);
            yield return (entry.Name, bytes);
        }
        // The check sum of the packing comes last; it also covers the manifest, which names every other hash.
        unpacked.CopyTo(Stream.Null);
    }

    /// <summary>Whether a file is a sealed archive and needs a passphrase.</summary>
    public static bool IsSealed(string path)
    {
        using var file = File.OpenRead(path);
        var head = new byte[SealedFrames.Magic.Length];
        return file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false) == head.Length && head.AsSpan().SequenceEqual(SealedFrames.Magic);
    }

    private Stream Plain()
    {
        var file = File.OpenRead(path);
        try
        {
            if (!IsSealed(path)) return file;
            file.Seek(SealedFrames.Magic.Length, SeekOrigin.Begin);
            return new UnsealingStream(file, passphrase ?? "");
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }
}
