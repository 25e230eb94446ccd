using System.Runtime.InteropServices;

namespace Plumbline.Register;

/// <summary>The number by which statements of one value are found: 32-bit FNV-1a over the value key's UTF-16 code units.</summary>
/// <remarks>
/// Not unique: a question asks for the key as well. Four bytes instead of the whole text keep the index small enough to stay in memory
/// while values arrive in no order (decision 0022). http://www.isthe.com/chongo/tech/comp/fnv/
/// </remarks>
internal static class ValueHash
{
    public static long Of(string valueKey)
    {
        var hash = 2166136261u;
        foreach (var octet in MemoryMarshal.AsBytes(valueKey.AsSpan())) hash = unchecked((hash ^ octet) * 16777619u);
        return hash;
    }
}
