using System.Security.Cryptography;

namespace Plumbline.Web.Accounts;

/// <summary>A password for the first sign-in: shown once, typed once from paper, changed at once.</summary>
public static class FirstPassword
{
    // Without what is confused on paper: 0 and o, 1 and l and i.
    private const string Letters = "abcdefghjkmnpqrstuvwxyz23456789";
    private const int Groups = 4;
    private const int GroupLength = 5;

    /// <summary>Twenty random letters and figures (99 bits) in four groups.</summary>
    public static string Make() => string.Join('-', Enumerable.Range(0, Groups).Select(_ => new string(RandomNumberGenerator.GetItems<char>(Letters, GroupLength))));
}
