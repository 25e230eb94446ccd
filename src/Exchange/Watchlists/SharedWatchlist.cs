using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Plumbline.Core;
using Plumbline.Exchange.Export;

namespace Plumbline.Exchange.Watchlists;

/// <summary>A watchlist on its way to another unit: entries of an own list, and the clearings against it as hashes under the key that both hold.</summary>
/// <param name="List">The list's key on both sides.</param>
/// <param name="Own">Whether the entries are in it; a published list is its publisher's.</param>
public sealed record SharedWatchlist(ExportHeader Header, string Name, string List, bool Own, string LegalBasis, string Instruction, IReadOnlyList<SharedEntry> Entries, IReadOnlyList<SharedClearing> Clearings);

/// <summary>An own entry as it leaves.</summary>
public sealed record SharedEntry(string Key, string Instruction, DateOnly Expires, IReadOnlyList<SharedValue> Values);

/// <summary>A value of an entry.</summary>
public sealed record SharedValue(string Property, string Text);

/// <summary>A clearing: who does not come with the same particulars is not found by it.</summary>
/// <param name="Hash">HMAC-SHA-256 under the shared key, bound to one entry.</param>
public sealed record SharedClearing(string Hash, DateTimeOffset Expires);

/// <summary>Seals a watchlist under a shared key, and opens it: AES-256-GCM, so that without the key nothing is read and nothing is changed unnoticed.</summary>
public static class SealedWatchlist
{
    private const string Format = "plumbline-shared-watchlist/1";
    private const int Nonce = 12;
    private const int Tag = 16;

    private static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, WriteIndented = true };

    /// <summary>The file.</summary>
    public static byte[] Seal(SharedWatchlist list, byte[] key, string share)
    {
        var plain = JsonSerializer.SerializeToUtf8Bytes(list, Json);
        byte[] nonce = RandomNumberGenerator.GetBytes(Nonce), hidden = new byte[plain.Length], tag = new byte[Tag];
        using (var cipher = new AesGcm(SealKey(key), Tag)) cipher.Encrypt(nonce, plain, hidden, tag, Bound(share));
        return [.. JsonSerializer.SerializeToUtf8Bytes(new Envelope(Format, share, Convert.ToBase64String([.. nonce, .. hidden, .. tag])), Json), (byte)'\n'];
    }

    /// <summary>Opens a file.</summary>
    /// <param name="keyOf">The shared key of an id; null when this unit does not hold it.</param>
    public static Outcome<(SharedWatchlist List, string Share, byte[] Key)> Open(ReadOnlySpan<byte> file, Func<string, byte[]?> keyOf)
    {
        try
        {
            if (JsonSerializer.Deserialize<Envelope>(file, Json) is not { Format: Format, Share: { } share, Sealed: { } text }) return Unreadable;
            if (keyOf(share) is not { } key) return new Refusal("share.unknown-key", $"It is sealed under the shared key {share}, which this unit does not hold: ask the unit that sent it.");
            var bytes = Convert.FromBase64String(text);
            if (bytes.Length <= Nonce + Tag) return Unreadable;
            var plain = new byte[bytes.Length - Nonce - Tag];
            using (var cipher = new AesGcm(SealKey(key), Tag)) cipher.Decrypt(bytes.AsSpan(0, Nonce), bytes.AsSpan(Nonce, plain.Length), bytes.AsSpan(Nonce + plain.Length), plain, Bound(share));
            return JsonSerializer.Deserialize<SharedWatchlist>(plain, Json) is { } list ? (list, share, key) : Unreadable;
        }
        catch (Exception fault) when (fault is JsonException or FormatException or CryptographicException)
        {
            return Unreadable;
        }
    }

    private static Refusal Unreadable { get; } = new("share.broken", "It is no watchlist of another unit, or it was changed on its way: nothing was taken in. Ask for it again.");

    private static byte[] SealKey(byte[] key) => HKDF.DeriveKey(HashAlgorithmName.SHA256, key, 32, info: "plumbline shared watchlist seal/1"u8.ToArray());

    private static byte[] Bound(string share) => Encoding.ASCII.GetBytes($"{Format}\n{share}");

    private sealed record Envelope(string Format, string Share, string Sealed);
}
