using Microsoft.AspNetCore.Identity;
using Plumbline.Core;

namespace Plumbline.Web.Accounts;

/// <summary>
/// A password is long, is not among those everybody tries first, and is neither the user's name nor one thing repeated.
/// No rules on kinds of characters: they make passwords worse (NIST SP 800-63B, 3.1.1.2).
/// </summary>
public sealed class PasswordRule : IPasswordValidator<Account>
{
    private static readonly Lazy<HashSet<string>> Common = new(Read);

    public Task<IdentityResult> ValidateAsync(UserManager<Account> manager, Account user, string? password) =>
        Task.FromResult(Fault(user.UserName, password) is { } code
            ? IdentityResult.Failed(new IdentityError { Code = code, Description = code })
            : IdentityResult.Success);

    /// <summary>The refusal's code, or null if the password will do.</summary>
    public static string? Fault(string? userName, string? password)
    {
        if (password is null || password.Length < AccountRules.PasswordLength) return "account.password-too-short";
        var plain = Plain(password);
        if (userName is { Length: > 3 } && plain.Contains(Plain(userName), StringComparison.Ordinal)) return "account.password-has-user-name";
        if (password.Distinct().Count() < 5 || Runs(plain)) return "account.password-too-simple";
        // "Baghdad2024!!" is "Baghdad" with what everybody adds.
        return Common.Value.Contains(plain) || Common.Value.Contains(Plain(password.Trim(Added))) ? "account.password-too-common" : null;
    }

    /// <summary>The same as a refusal, for where there is no page.</summary>
    public static Refusal? Refusal(string? userName, string? password) =>
        Fault(userName, password) is { } code ? IdentityWords.Refusal(new IdentityError { Code = code }) : null;

    private static readonly char[] Added = [.. "0123456789!.?*#@_- "];

    // "P@ssw0rd" is "password" to whoever guesses.
    private static string Plain(string text) => string.Concat(text.ToLowerInvariant().Where(c => c is not (' ' or '-' or '_')).Select(c => c switch
    {
        '@' => 'a',
        '0' => 'o',
        '1' => 'i',
        '3' => 'e',
        '$' => 's',
        '5' => 's',
        '7' => 't',
        _ => c,
    }));

    // abcdefgh…, 12345678…: every step the same.
    private static bool Runs(string text)
    {
        var same = 0;
        for (var i = 2; i < text.Length; i++)
            if (text[i] - text[i - 1] == text[i - 1] - text[i - 2]) same++;
        return same > text.Length * 2 / 3;
    }

    private static HashSet<string> Read()
    {
        using var reader = new StreamReader(typeof(PasswordRule).Assembly.GetManifestResourceStream("accounts/common-passwords.txt")!);
        return [.. reader.ReadToEnd().Split('\n').Where(line => line.Length > 0 && line[0] != '#').Select(Plain)];
    }
}
