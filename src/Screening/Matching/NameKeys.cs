namespace Plumbline.Screening.Matching;

/// <summary>By which keys a name is found: the vowel-less key of each part, runs of it, and runs of the letters themselves.</summary>
internal static class NameKeys
{
    private const uint Whole = 0x9E3779B9, Coarse = 0x165667B1, Runs = 0x85EBCA6B, Spelling = 0xC2B2AE35, Short = 0x27D4EB2F, Pairs = 0x9E3779B1;
    private const int MostTogether = 4;

    /// <summary>Adds the keys of a rendering, each with how much more than a run of letters it counts; a key that stands there twice is added twice.</summary>
    public static void Of(PreparedPart[] parts, List<(uint Key, float Share)> keys)
    {
        Span<char> skeleton = stackalloc char[Symbols.Longest + 3];
        Span<uint> together = stackalloc uint[MostTogether];
        var names = 0;
        foreach (var part in parts)
        {
            if (part.Role is PartRole.Title or PartRole.Legal or PartRole.Initial) continue;
            if (part.Script is PartScript.Number or PartScript.Other)
            {
                keys.Add((Mix(part.Key, Whole), 1.5f));
                continue;
            }
            for (var given = part.Given; given != 0; given &= given - 1) keys.Add((Mix((uint)UInt128.TrailingZeroCount(given), Short), 0.8f));
            var symbols = part.Symbols.AsSpan(part.Article);
            keys.Add((OfWhole(part), 1.2f));
            var coarse = AddCoarse(symbols, part.Script, hard: false, skeleton, keys);
            if (names < MostTogether) together[names++] = coarse;
            if (symbols.Contains(part.Script == PartScript.Arabic ? Symbols.OfArabic('ج') : Symbols.Ch)) _ = AddCoarse(symbols, part.Script, hard: true, skeleton, keys);
            var family = part.Script == PartScript.Arabic ? 1u : 0u;
            uint before = 0, last = 0;
            for (var n = 0; n <= symbols.Length; n++)
            {
                var symbol = n < symbols.Length ? symbols[n] : 0u;
                if (n > 0) keys.Add((Mix((family << 24) | (before << 16) | (last << 8) | symbol, Spelling), 0.5f));
                (before, last) = (last, symbol);
            }
        }
        // Two parts together are rare where each is common: Muhammad and Ali, of whom there are thousands, with Hasan.
        for (var n = 0; n < names; n++)
            for (var other = n + 1; other < names; other++)
                keys.Add((Mix(unchecked(together[n] + together[other]), Pairs), 1f));
    }

    /// <summary>Adds the keys of what two neighbours are when they are written as one.</summary>
    public static void OfJoined(PreparedPart[] parts, List<uint> keys)
    {
        Span<byte> symbols = stackalloc byte[2 * Symbols.Longest];
        Span<char> skeleton = stackalloc char[(2 * Symbols.Longest) + 1];
        for (var n = 1; n < parts.Length; n++)
        {
            var (one, other) = (parts[n - 1], parts[n]);
            if (one.Role != PartRole.Name || other.Role != PartRole.Name || one.Script != other.Script || one.Script is PartScript.Number or PartScript.Other) continue;
            var first = one.Symbols.AsSpan(one.Article);
            first.CopyTo(symbols);
            other.Symbols.CopyTo(symbols[first.Length..]);
            var length = Skeleton.Write(symbols[..(first.Length + other.Symbols.Length)], one.Script, skeleton);
            keys.Add(Mix(Skeleton.Hash(skeleton[..length]), Whole));
        }
    }

    /// <summary>The key of a part as a whole.</summary>
    public static uint OfWhole(PreparedPart part) => Mix(part.Concept != 0 && part.Script is not (PartScript.Number or PartScript.Other) ? (uint)part.Concept + 77 : part.Key, Whole);

    private static uint AddCoarse(ReadOnlySpan<byte> symbols, PartScript script, bool hard, Span<char> skeleton, List<(uint Key, float Share)> keys)
    {
        skeleton[0] = '^';
        var length = Skeleton.WriteCoarse(symbols, script, skeleton[1..], hard) + 1;
        var hash = Skeleton.Hash(skeleton[1..length]);
        keys.Add((Mix(hash, Coarse), 1f));
        skeleton[length++] = '$';
        for (var n = 0; n + 3 <= length; n++) keys.Add((Mix(((uint)skeleton[n] << 16) | ((uint)skeleton[n + 1] << 8) | skeleton[n + 2], Runs), 0.6f));
        return hash;
    }

    private static uint Mix(uint key, uint kind)
    {
        var mixed = unchecked((key ^ kind) * 0x2C1B3C6D);
        mixed ^= mixed >> 15;
        return unchecked(mixed * 0x297A2D39) ^ (mixed >> 13);
    }
}
