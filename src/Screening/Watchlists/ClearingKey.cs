using System.Security.Cryptography;
using System.Text;
using Plumbline.Core;
using Plumbline.Register;

namespace Plumbline.Screening.Watchlists;

/// <summary>Turns what tells a cleared person apart into keyed hashes, bound to one entry of one list. The key lies outside the database: from the hashes alone nobody can be found.</summary>
public sealed class ClearingKey(Home home)
{
    private const string Info = "plumbline cleared namesakes/1";

    /// <summary>The hashes of a person for an entry: one a document, and one for the full birth date with the whole name. Empty where nothing tells the person apart.</summary>
    /// <remarks>1 January and 1 July tell nobody apart, and a name alone never does.</remarks>
    public IReadOnlyList<string> Of(PersonAsked person, string list, string entryKey)
    {
        var entry = $"{list}\n{entryKey}";
        var names = string.Join(' ', TextNormalisation.Key(person.Name).Split(' ', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal));
        return Hash([.. person.Documents.Select(ReadParticular.Document).Where(number => number.Length >= 5).Select(number => $"document\n{entry}\n{number}"),
            .. ReadParticular.Births(person.Births).Where(birth => birth.IsDay && !birth.IsWeakBirthDate).Select(birth => $"birth\n{entry}\n{birth}\n{names}")]);
    }

    /// <summary>A fresh code for a letter, ten signs that are hard to mistake, and its hash.</summary>
    public (string Code, string Hash) NewCode()
    {
        var code = RandomNumberGenerator.GetString("23456789ABCDEFGHJKMNPQRSTVWXYZ", 10);
        return ($"{code[..5]}-{code[5..]}", OfCode(code));
    }

    /// <summary>The hash of a code as somebody types it.</summary>
    public string OfCode(string code) => Hash([$"code\n{string.Concat(code.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant()}"])[0];

    private IReadOnlyList<string> Hash(IReadOnlyList<string> texts)
    {
        if (texts.Count == 0) return [];
        var sources = home.SourcesKey();
        var key = HKDF.DeriveKey(HashAlgorithmName.SHA256, sources, 32, info: Encoding.ASCII.GetBytes(Info));
        string[] made = [.. texts.Select(text => Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text))))];
        CryptographicOperations.ZeroMemory(sources);
        CryptographicOperations.ZeroMemory(key);
        return made;
    }
}
