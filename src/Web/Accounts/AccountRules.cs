namespace Plumbline.Web.Accounts;

/// <summary>The numbers of sign-in, in one place.</summary>
public static class AccountRules
{
    /// <summary>Shortest password, characters.</summary>
    public const int PasswordLength = 12;

    /// <summary>Wrong passwords or codes in a row that lock a login.</summary>
    public const int Failures = 5;

    /// <summary>How long such a lock lasts.</summary>
    public static readonly TimeSpan LockOut = TimeSpan.FromMinutes(15);

    /// <summary>Without any activity the session ends after this time.</summary>
    public static readonly TimeSpan Idle = TimeSpan.FromMinutes(30);

    /// <summary>A session ends after one shift, active or not.</summary>
    public static readonly TimeSpan Shift = TimeSpan.FromHours(12);

    /// <summary>How soon a lock, a reset or an expiry reaches a page that is open.</summary>
    public static readonly TimeSpan Recheck = TimeSpan.FromMinutes(1);

    /// <summary>Sign-in attempts from one address in a minute; more are answered with 429.</summary>
    public const int AttemptsPerMinute = 20;
}
