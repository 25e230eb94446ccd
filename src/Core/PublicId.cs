using System.Buffers.Binary;
using System.Numerics;
using System.Security.Cryptography;
using System.Text;

namespace Plumbline.Core;

/// <summary>What a public id stands for; the value is its letter.</summary>
public enum PublicKind
{
    /// <summary>An act: an entry of the audit log.</summary>
    Act = 'A',

    /// <summary>A case.</summary>
    Case = 'C',

    /// <summary>A concern that an officer sent to oversight.</summary>
    Concern = 'K',

    /// <summary>A screening: people asked about in one go.</summary>
    Screening = 'D',

    /// <summary>An entity.</summary>
    Entity = 'E',

    /// <summary>A file as received.</summary>
    File = 'F',

    /// <summary>A grading: one grade given to an item or statement.</summary>
    Grading = 'G',

    /// <summary>A chart: what officers drew of what they see.</summary>
    Chart = 'H',

    /// <summary>An item of a report.</summary>
    Item = 'I',

    /// <summary>A judgement: the same, or different.</summary>
    Judgement = 'J',

    /// <summary>A candidate: a possible match that people settle.</summary>
    Candidate = 'M',

    /// <summary>A nomination: a unit's own entry on a watchlist.</summary>
    Nomination = 'N',

    /// <summary>An officer.</summary>
    Officer = 'O',

    /// <summary>A purpose that an officer stated.</summary>
    Purpose = 'P',

    /// <summary>A report.</summary>
    Report = 'R',

    /// <summary>A statement.</summary>
    Statement = 'S',

    /// <summary>A watchlist.</summary>
    Watchlist = 'W',
}

/// <summary>Makes and reads the ids that leave the house, such as <c>E-7K3F9QXA</c>.</summary>
/// <remarks>The key is permuted under a secret, so that an id shows neither the order nor the number of what a register
/// holds, and ids of two registers do not meet. An id hides nothing else and gives no right to anything.
/// A Feistel network over two halves of 20 bits (Luby and Rackoff, SIAM J. Comput. 17(2), 1988), SipHash as its round
/// function, round keys by HMAC-SHA-256. Safe for several threads.</remarks>
public sealed class PublicIds
{
    /// <summary>Keys are at least 0 and less than 2^40.</summary>
    public const long KeyLimit = 1L << 40;

    private const int Digits = 8;
    private readonly KeyPermutation?[] permutations = new KeyPermutation?['Z' + 1];   // by kind letter

    /// <summary>The ids of one register.</summary>
    /// <param name="secret">At least 16 bytes; another secret gives other ids, so it is kept as long as the register.</param>
    /// <exception cref="ArgumentException">The secret is shorter.</exception>
    public PublicIds(byte[] secret)
    {
        if (secret.Length < 16) throw new ArgumentException("The secret has at least 16 bytes.", nameof(secret));
        foreach (var kind in Enum.GetValues<PublicKind>()) permutations[(int)kind] = new KeyPermutation(secret, (char)kind);
    }

    /// <summary>The public id of a key.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The kind is unknown, or the key is negative or above the limit.</exception>
    public string Show(PublicKind kind, long key)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(key);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(key, KeyLimit);
        var permuted = (Permutation((char)kind) ?? throw new ArgumentOutOfRangeException(nameof(kind), kind, "No such kind.")).Forwards(key);
        return string.Create(2 + Digits, ((char)kind, permuted), static (text, id) =>
        {
            (text[0], text[1]) = (id.Item1, '-');
            for (var at = 0; at < Digits; at++) text[2 + at] = Base32.Digit((int)(id.permuted >> 5 * (Digits - 1 - at) & 31));
        });
    }

    /// <summary>Reads an id as people type and paste it: lower case, O for 0, I and L for 1, hyphens and blanks anywhere or
    /// nowhere, invisible direction marks.</summary>
    /// <returns>False if it is none. Every id of the right form has a key; whether the register has it is another question.</returns>
    public bool TryRead(string? text, out PublicKind kind, out long key)
    {
        (kind, key) = (default, 0);
        Span<char> letters = stackalloc char[1 + Digits];
        var length = 0;
        foreach (var letter in text ?? "")
        {
            if (Base32.IsIgnored(letter)) continue;
            if (length == letters.Length || !char.IsAsciiLetterOrDigit(letter)) return false;
            letters[length++] = char.ToUpperInvariant(letter);
        }

        if (length != letters.Length) return false;
        // Among the kinds there is no digit: what looks like one is the letter.
        var first = letters[0] switch { '0' => 'O', '1' => 'I', var other => other };
        if (Permutation(first) is not { } permutation) return false;
        long permuted = 0;
        foreach (var letter in letters[1..])
        {
            if (Base32.Value(letter) is not (>= 0 and var value)) return false;
            permuted = permuted << 5 | (uint)value;
        }

        (kind, key) = ((PublicKind)first, permutation.Backwards(permuted));
        return true;
    }

    private KeyPermutation? Permutation(char kind) => kind < permutations.Length ? permutations[kind] : null;

    /// <summary>Crockford's base 32: no I, L, O and U among the digits.</summary>
    private static class Base32
    {
        private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

        public static char Digit(int value) => Alphabet[value];

        public static int Value(char letter) => letter switch { 'O' => 0, 'I' or 'L' => 1, _ => Alphabet.IndexOf(letter, StringComparison.Ordinal) };

        public static bool IsIgnored(char letter) =>
            letter is '-' or '\u00AD' or (>= '\u2010' and <= '\u2015') or '\u2212' or '\uFEFF'
                or (>= '\u200B' and <= '\u200F') or (>= '\u202A' and <= '\u202E') or (>= '\u2060' and <= '\u2069') or '\u061C'
            || char.IsWhiteSpace(letter);
    }
}

/// <summary>A keyed permutation of the numbers below 2^40, one for each secret and kind.</summary>
internal sealed class KeyPermutation
{
    private const int Rounds = 10;
    private const int Half = 20;
    private const uint Mask = (1 << Half) - 1;
    private readonly (ulong Low, ulong High)[] keys = new (ulong, ulong)[Rounds];

    public KeyPermutation(byte[] secret, char kind)
    {
        for (var round = 0; round < Rounds; round++)
        {
            var derived = HMACSHA256.HashData(secret, Encoding.ASCII.GetBytes($"plumbline public id/{kind}/{round}"));
            keys[round] = (BinaryPrimitives.ReadUInt64LittleEndian(derived), BinaryPrimitives.ReadUInt64LittleEndian(derived.AsSpan(8)));
        }
    }

    public long Forwards(long key)
    {
        var (left, right) = ((uint)(key >> Half), (uint)(key & Mask));
        foreach (var round in keys) (left, right) = (right, left ^ Mixed(right, round));
        return (long)left << Half | right;
    }

    public long Backwards(long permuted)
    {
        var (left, right) = ((uint)(permuted >> Half), (uint)(permuted & Mask));
        for (var round = Rounds - 1; round >= 0; round--) (left, right) = (right ^ Mixed(left, keys[round]), left);
        return (long)left << Half | right;
    }

    // SipHash-1-3 of one word (Aumasson and Bernstein, INDOCRYPT 2012), cut to half a key.
    private static uint Mixed(uint half, (ulong Low, ulong High) key)
    {
        var (a, b) = (key.Low ^ 0x736f6d6570736575, key.High ^ 0x646f72616e646f6d);
        var (c, d) = (key.Low ^ 0x6c7967656e657261, key.High ^ 0x7465646279746573 ^ half);
        Round(ref a, ref b, ref c, ref d);
        (a, c) = (a ^ half, c ^ 0xFF);
        for (var round = 0; round < 3; round++) Round(ref a, ref b, ref c, ref d);
        return (uint)((a ^ b ^ c ^ d) & Mask);
    }

    private static void Round(ref ulong a, ref ulong b, ref ulong c, ref ulong d)
    {
        unchecked
        {
            (a, c) = (a + b, c + d);
            (b, d) = (BitOperations.RotateLeft(b, 13) ^ a, BitOperations.RotateLeft(d, 16) ^ c);
            (a, c) = (BitOperations.RotateLeft(a, 32) + d, c + b);
            (b, d) = (BitOperations.RotateLeft(b, 17) ^ c, BitOperations.RotateLeft(d, 21) ^ a);
            c = BitOperations.RotateLeft(c, 32);
        }
    }
}
