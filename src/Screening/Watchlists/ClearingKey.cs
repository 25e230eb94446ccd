using System.Security.Cryptography;
using System.Text;
using Plumbline.Core;
using Plumbline.Register;
using Plumbline.Screening.Matching;

namespace Plumbline.Screening.Watchlists;

/// <summary>Turns what tells a cleared person apart into keyed hashes, bound to one entry of one list. The key lies outside the database: from the hashes alone nobody can be found.</summary>
public sealed class ClearingKey(Home home)
{
    /// <summary>The keys that this unit shares with others.</summary>
    public SharedKeys Shared { get; } = new(home);

    private const string Info = "plumbline cleared namesakes/1";

    /// <summary>The hashes of a person for an entry: one a document, and one for the full birth date with each whole name. Empty where nothing tells the person apart.</summary>
    /// <remarks>1 January and 1 July tell nobody apart, and a name alone never does.</remarks>
    public IReadOnlyList<string> Of(PersonAsked person, string list, string entryKey) => Hash(Told(person, list, entryKey));

    /// <summary>The same under a key that two units share, so that the other finds whom this one cleared.</summary>
    public static IReadOnlyList<string> Under(byte[] shared, PersonAsked person, string list, string entryKey) => Hash(shared, Told(person, list, entryKey));

    private static IReadOnlyList<string> Told(PersonAsked person, string list, string entryKey)
    {
        var entry = $"{list}\n{entryKey}";
        // A further name counts only where it is a full one: a by-name and a birth date are many people's.
        var names = person.AllNames().Select(name => TextNormalisation.Key(name).Split(' ', StringSplitOptions.RemoveEmptyEntries)).Where((parts, at) => at == 0 || parts.Length >= NominationStandard.FullName)
            .Select(parts => string.Join(' ', parts.Order(StringComparer.Ordinal))).Distinct(StringComparer.Ordinal).ToList();
        return [.. person.Documents.Select(KnownDocument.Read).OfType<KnownDocument>().Select(document => $"document\n{entry}\n{document.Number}").Distinct(StringComparer.Ordinal),
            .. ReadParticular.Births(person.Births).Where(birth => birth.IsDay && !birth.IsWeakBirthDate).SelectMany(birth => names.Select(name => $"birth\n{entry}\n{birth}\n{name}"))];
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
        var made = Hash(sources, texts);
        CryptographicOperations.ZeroMemory(sources);
        return made;
    }

    private static string[] Hash(byte[] secret, IReadOnlyList<string> texts)
    {
        var key = HKDF.DeriveKey(HashAlgorithmName.SHA256, secret, 32, info: Encoding.ASCII.GetBytes(Info));
        string[] made = [.. texts.Select(text => Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text))))];
        CryptographicOperations.ZeroMemory(key);
        return made;
    }
}
