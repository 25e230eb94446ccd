namespace Plumbline.Core;

/// <summary>The address of a page on the web. Compared without scheme, "www.", port of the scheme and slash at the end.</summary>
public sealed class UrlType() : PropertyType("url", "https://example.org/page")
{
    /// <inheritdoc/>
    public override int Longest => 2_000;

    /// <inheritdoc/>
    protected override Outcome<PropertyValue> Understand(string text)
    {
        var written = Compact.Squeeze(text);
        var address = written.Contains("://", StringComparison.Ordinal) ? written : "https://" + written;
        if (written.Contains(' ') || !Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https"))
            return Refuse("unreadable", $"\"{Start(text)}\" is no web address.");
        if (!uri.Host.Contains('.') || uri.UserInfo.Length > 0) return Refuse("host", $"\"{Start(text)}\" has no host name with a point, or holds a sign-in name.");
        var host = uri.IdnHost.ToLowerInvariant();
        if (host.StartsWith("www.", StringComparison.Ordinal) && host.IndexOf('.', 4) > 0) host = host[4..];
        var key = host + (uri.IsDefaultPort ? "" : $":{uri.Port}") + uri.PathAndQuery.TrimEnd('/') + uri.Fragment;
        return new PropertyValue(uri.AbsoluteUri, key.TrimEnd('/'));
    }

    private static string Start(string text) => text.Length <= 100 ? text : text[..100] + "…";
}
