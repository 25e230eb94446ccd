using System.Security.Cryptography;

namespace Plumbline.Specs.Register.Audit;

/// <summary>The tree as RFC 6962 §2.1 words it: slow and obvious, to hold the quick one against.</summary>
internal static class SlowTree
{
    /// <summary>The entries of the certificate transparency reference tests.</summary>
    public static readonly byte[][] Entries =
        [.. new[] { "", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f" }.Select(Convert.FromHexString)];

    public static byte[] Root(ReadOnlySpan<byte[]> entries)
    {
        if (entries.Length == 0) return SHA256.HashData([]);
        if (entries.Length == 1) return SHA256.HashData([0x00, .. entries[0]]);
        var k = 1;
        while (k * 2 < entries.Length) k *= 2;
        return SHA256.HashData([0x01, .. Root(entries[..k]), .. Root(entries[k..])]);
    }

    public static byte[][] Path(int m, ReadOnlySpan<byte[]> entries)
    {
        if (entries.Length == 1) return [];
        var k = 1;
        while (k * 2 < entries.Length) k *= 2;
        return m < k ? [.. Path(m, entries[..k]), Root(entries[k..])] : [.. Path(m - k, entries[k..]), Root(entries[..k])];
    }

    public static byte[][] Proof(int m, ReadOnlySpan<byte[]> entries, bool whole = true)
    {
        if (m == entries.Length) return whole ? [] : [Root(entries)];
        var k = 1;
        while (k * 2 < entries.Length) k *= 2;
        return m <= k ? [.. Proof(m, entries[..k], whole), Root(entries[k..])] : [.. Proof(m - k, entries[k..], false), Root(entries[..k])];
    }
}
