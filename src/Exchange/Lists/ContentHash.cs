using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Plumbline.Exchange.Lists;

/// <summary>The hash by which an entry of a newer version is known to be unchanged.</summary>
public static class ContentHash
{
    /// <summary>SHA-256 over the type and the values in their order; neither the key nor the line counts.</summary>
    /// <returns>64 lower-case hexadecimal digits. Fields are prefixed with their length, so no two entries read alike.</returns>
    public static string Of(ListEntry entry)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Field(hash, entry.TypeName);
        foreach (var value in entry.Values)
        {
            Field(hash, value.Property);
            Field(hash, value.Text);
            Field(hash, value.Original);
            Field(hash, value.Note);
            Field(hash, value.Name?.Encode());
            Field(hash, value.Date?.ToString());
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static void Field(IncrementalHash hash, string? text)
    {
        var bytes = Encoding.UTF8.GetBytes(text ?? "");
        var length = text is null ? "-" : bytes.Length.ToString(CultureInfo.InvariantCulture);
        hash.AppendData(Encoding.ASCII.GetBytes(length + ":"));
        hash.AppendData(bytes);
    }
}
