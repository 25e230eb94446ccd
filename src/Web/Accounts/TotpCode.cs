using System.Text;
using QRCoder;

namespace Plumbline.Web.Accounts;

/// <summary>The second factor's key as a picture and as text, and codes as people type them.</summary>
internal static class TotpCode
{
    /// <summary>Blanks and hyphens away, Arabic-Indic and Persian figures to ASCII: an Arabic keyboard types those.</summary>
    public static string Clean(string? typed) => string.Concat((typed ?? "").Trim().Where(c => c is not (' ' or '\u00A0')).Select(c => c switch
    {
        >= '٠' and <= '٩' => (char)(c - '٠' + '0'),
        >= '۰' and <= '۹' => (char)(c - '۰' + '0'),
        _ => c,
    })).Replace("-", "", StringComparison.Ordinal) is var code && code.Length == 10 ? $"{code[..5]}-{code[5..]}" : code;

    /// <summary>The key in groups of four, as it is typed into a telephone without a camera.</summary>
    public static string Groups(string key) => string.Join(' ', key.Chunk(4).Select(part => new string(part)));

    /// <summary>The address that authenticator apps read; see the Key URI format of Google Authenticator.</summary>
    public static string Address(string key, string userName) =>
        $"otpauth://totp/Plumbline:{Uri.EscapeDataString(userName)}?secret={key}&issuer=Plumbline&digits=6";

    /// <summary>An inline SVG of the address: no picture leaves or enters the page.</summary>
    public static string Svg(string address)
    {
        using var data = QRCodeGenerator.GenerateQrCode(address, QRCodeGenerator.ECCLevel.M);
        var rows = data.ModuleMatrix;
        var path = new StringBuilder();
        for (var y = 0; y < rows.Count; y++)
            for (var x = 0; x < rows.Count; x++)
                if (rows[y][x]) path.Append(System.Globalization.CultureInfo.InvariantCulture, $"M{x} {y}h1v1h-1z");
        return $"<svg viewBox=\"0 0 {rows.Count} {rows.Count}\" role=\"img\" aria-hidden=\"true\" shape-rendering=\"crispEdges\"><path d=\"{path}\" fill=\"#000\"/></svg>";
    }
}
