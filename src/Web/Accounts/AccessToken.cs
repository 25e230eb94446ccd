namespace Plumbline.Web.Accounts;

/// <summary>A token of the command line or of a program, as kept: its hash only.</summary>
public sealed class AccessToken
{
    /// <summary>SHA-256 of the token, in hexadecimal.</summary>
    public string Hash { get; set; } = "";

    /// <summary>Whose it is.</summary>
    public long AccountId { get; set; }

    /// <summary>The login's security stamp when it was issued: a reset, a lock or a new password makes it void.</summary>
    public string Stamp { get; set; } = "";

    /// <summary>UTC microseconds.</summary>
    public long IssuedAt { get; set; }

    /// <summary>UTC microseconds.</summary>
    public long ExpiresAt { get; set; }
}
