using System.Text.Json;

namespace Plumbline.Register.Upkeep;

/// <summary>One entry of an archive.</summary>
/// <param name="Name">Its path in the archive.</param>
/// <param name="Sha256">Hash of its bytes, lower-case hexadecimal.</param>
public sealed record BackupEntry(string Name, long Length, string Sha256);

/// <summary>One table of the register in an archive.</summary>
public sealed record BackupTable(string Name, IReadOnlyList<string> Columns, long Rows);

/// <summary>What an archive holds; it stands last in it and names the hash of everything before.</summary>
/// <param name="Format">Form of the archive; another one is refused.</param>
/// <param name="MadeAt">UTC microseconds.</param>
/// <param name="Migrations">The shape of the register: names of the migrations that both engines share.</param>
/// <param name="Checkpoint">The signed head of the audit log at that moment; what is restored must contain it.</param>
/// <param name="Counters">The next key of each table.</param>
public sealed record BackupManifest(string Format, long MadeAt, IReadOnlyList<string> Migrations, string Checkpoint, IReadOnlyList<BackupTable> Tables,
    IReadOnlyDictionary<string, long> Counters, IReadOnlyList<BackupEntry> Entries)
{
    /// <summary>The form that this program writes.</summary>
    public const string Current = "plumbline-backup/1";

    internal const string Name = "manifest.json";

    private static readonly JsonSerializerOptions Json = new() { WriteIndented = true, PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    internal byte[] ToBytes() => JsonSerializer.SerializeToUtf8Bytes(this, Json);

    internal static BackupManifest? Read(ReadOnlySpan<byte> bytes) => JsonSerializer.Deserialize<BackupManifest>(bytes, Json);
}
