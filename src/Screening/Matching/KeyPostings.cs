using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Plumbline.Screening.Matching;

/// <summary>Which renderings have a key: numbers that rise. Short lists in three bytes each (four in the largest), long ones as differences in pairs of bytes: both are read without a branch that nobody foresees.</summary>
internal sealed class KeyPostings
{
    private const int Shift = 16;
    private const int Long = 256;       // from so many renderings on a list is kept in pairs of bytes
    private const ushort Far = 0;       // a difference of more than a pair of bytes follows in four
    private const int Eight = 8;        // differences in a vector
    private const int Line = 64;        // bytes that are fetched together

    private readonly uint[] keys;
    private readonly int[] starts;                            // of each key's bytes
    private readonly int[] buckets = new int[(1 << (32 - Shift)) + 1];   // first key with these upper bits
    private readonly Lines<byte> bytes;
    private readonly int wide;          // bytes of a rendering in a short list: three, and four from 16,777,216 renderings on
    private readonly uint kept;         // the bits of these bytes

    private KeyPostings(uint[] keys, int[] starts, Lines<byte> bytes, int wide)
    {
        (this.keys, this.starts, this.bytes, this.wide, kept) = (keys, starts, bytes, wide, wide == 3 ? 0xFF_FFFF : uint.MaxValue);
        var key = 0;
        for (var bucket = 0; bucket < buckets.Length; bucket++)
        {
            while (key < keys.Length && keys[key] >> Shift < bucket) key++;
            buckets[bucket] = key;
        }
    }

    /// <summary>How many keys there are.</summary>
    public int Count => keys.Length;

    /// <summary>Codes sorted pairs of a key and a rendering.</summary>
    /// <param name="renderings">How many renderings there are.</param>
    public static KeyPostings Of(KeyList pairs, int renderings, CancellationToken ct)
    {
        List<uint> keys = [];
        List<int> starts = [];
        var bytes = new ByteList();
        var wide = renderings <= 1 << 24 ? 3 : 4;
        pairs.EachKey((key, own) =>
        {
            keys.Add(key);
            starts.Add(bytes.Count);
            bytes.Write((uint)own.Length);
            var last = uint.MaxValue;
            foreach (var pair in own)
            {
                var rendering = (uint)(pair & uint.MaxValue);
                if (own.Length < Long) bytes.WriteWhole(rendering, wide);
                else bytes.WritePair(unchecked(rendering - last));
                last = rendering;
            }
        }, ct);
        return new KeyPostings([.. keys], [.. starts], new(bytes.WithRoom()), wide);
    }

    /// <summary>Where a key's renderings are, and how many; a count of 0 where nobody has it.</summary>
    public (int At, int Count) Find(uint key) => Start(key) is >= 0 and var start ? At(start) : (0, 0);

    /// <summary>Where what is kept of a key begins; -1 where nobody has it.</summary>
    public int Start(uint key)
    {
        var bucket = (int)(key >> Shift);
        for (var n = buckets[bucket]; n < keys.Length && keys[n] <= key; n++) if (keys[n] == key) return starts[n];
        return -1;
    }

    /// <summary>Where the renderings of a key are that begins there, and how many.</summary>
    public (int At, int Count) At(int start)
    {
        var count = (int)Read(ref start);
        return (start, count);
    }

    /// <summary>The first byte of a key that begins there, which is there soon when it is asked for.</summary>
    public int Fetch(int start) => bytes[start];

    /// <summary>Adds a weight to each rendering of a key, where none was met before.</summary>
    public void AddFirst((int At, int Count) place, float weight, ScoreTable table)
    {
        var walk = new Walk(this, place);
        while (walk.Fill(table.Some) is > 0 and var count) table.AddNew(table.Some.AsSpan(0, count), weight);
    }

    /// <summary>Writes the first renderings of a key; how many.</summary>
    public int Read((int At, int Count) place, Span<uint> into) => new Walk(this, place).Fill(into);

    /// <summary>Adds a weight to each rendering of a key.</summary>
    public void Add((int At, int Count) place, float weight, ScoreTable table)
    {
        var walk = new Walk(this, place);
        while (walk.Fill(table.Some) is > 0 and var count) table.Add(table.Some.AsSpan(0, count), weight);
    }

    /// <summary>Adds a weight to those renderings of a key that were met before.</summary>
    public void AddToMet((int At, int Count) place, float weight, ScoreTable table)
    {
        var walk = new Walk(this, place);
        while (walk.Fill(table.Some) is > 0 and var count) table.AddToMet(table.Some.AsSpan(0, count), weight);
    }

    /// <summary>Fetches the bytes of a key before they are read: asked for one behind the other without waiting, many come at once. What is returned only keeps the asking.</summary>
    public int Fetch((int At, int Count) place)
    {
        var (sum, end) = (0, place.At + (place.Count * (place.Count >= Long ? 2 : wide)));
        for (var at = place.At; at < end; at += Line) sum ^= bytes[at];
        return sum;
    }

    /// <summary>The renderings of one key, some at a time.</summary>
    private ref struct Walk(KeyPostings postings, (int At, int Count) place)
    {
        private readonly bool isLong = place.Count >= Long;
        private int at = place.At, left = place.Count;
        private uint rendering = uint.MaxValue;

        /// <summary>Writes the next ones; how many, 0 behind the last.</summary>
        public int Fill(Span<uint> into)
        {
            var count = Math.Min(left, into.Length);
            left -= count;
            if (isLong) FillSteps(into[..count]);
            else FillWhole(into[..count]);
            return count;
        }

        private void FillWhole(Span<uint> into)
        {
            unchecked
            {
                ref var first = ref postings.bytes.First;
                ref var to = ref MemoryMarshal.GetReference(into);
                var n = 0;
                if (postings.wide == 3)
                {
                    var spread = Vector128.Create(0, 1, 2, 0xFF, 3, 4, 5, 0xFF, 6, 7, 8, 0xFF, 9, 10, 11, 0xFF);
                    for (; n + 4 <= into.Length; n += 4, at += 12) Vector128.Shuffle(Vector128.LoadUnsafe(ref first, (nuint)at), spread).AsUInt32().StoreUnsafe(ref to, (nuint)n);
                }
                for (; n < into.Length; n++, at += postings.wide) Unsafe.Add(ref to, n) = Unsafe.ReadUnaligned<uint>(ref Unsafe.Add(ref first, at)) & postings.kept;
            }
        }

        // Eight differences at a time are summed up; where a wide one is among them, one by one.
        private void FillSteps(Span<uint> into)
        {
            unchecked
            {
                ref var first = ref postings.bytes.First;
                ref var to = ref MemoryMarshal.GetReference(into);
                var (here, before) = (at, Vector128.Create(rendering));
                for (var n = 0; n < into.Length;)
                {
                    var steps = Unsafe.ReadUnaligned<Vector128<ushort>>(ref Unsafe.Add(ref first, here));
                    if (n + Eight <= into.Length && !Vector128.EqualsAny(steps, Vector128<ushort>.Zero))
                    {
                        // Summed up among themselves first: the next eight wait for one addition.
                        var (one, other) = Vector128.Widen(steps);
                        one = Sums(one);
                        other = Sums(other) + Last(one);
                        (one + before).StoreUnsafe(ref to, (nuint)n);
                        (other + before).StoreUnsafe(ref to, (nuint)(n + 4));
                        before += Last(other);
                        (n, here) = (n + Eight, here + (2 * Eight));
                        continue;
                    }
                    uint step = Unsafe.ReadUnaligned<ushort>(ref Unsafe.Add(ref first, here));
                    here += 2;
                    if (step == Far)
                    {
                        step = Unsafe.ReadUnaligned<uint>(ref Unsafe.Add(ref first, here));
                        here += 4;
                    }
                    before += Vector128.Create(step);
                    Unsafe.Add(ref to, n++) = before.ToScalar();
                }
                (at, rendering) = (here, before.ToScalar());
            }
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static Vector128<uint> Last(Vector128<uint> four) => Vector128.Shuffle(four, Vector128.Create(3u, 3, 3, 3));

        // Each of four with those before it.
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static Vector128<uint> Sums(Vector128<uint> four)
        {
            four += Vector128.Shuffle(four.AsByte(), Vector128.Create(0xFF, 0xFF, 0xFF, 0xFF, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11)).AsUInt32();
            return four + Vector128.Shuffle(four.AsByte(), Vector128.Create(0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0, 1, 2, 3, 4, 5, 6, 7)).AsUInt32();
        }
    }

    private uint Read(ref int at)
    {
        unchecked
        {
            uint one = bytes[at++];
            if (one < 0x80) return one;
            var value = one & 0x7F;
            for (var shift = 7; ; shift += 7)
            {
                one = bytes[at++];
                value |= (one & 0x7F) << shift;
                if (one < 0x80) return value;
            }
        }
    }

    /// <summary>Bytes that grow without a copy a byte.</summary>
    private sealed class ByteList
    {
        private byte[] bytes = new byte[1 << 16];

        public int Count { get; private set; }

        public void Write(uint value)
        {
            if (Count + 5 > bytes.Length) Array.Resize(ref bytes, checked(bytes.Length * 2));
            for (; value >= 0x80; value >>= 7) bytes[Count++] = (byte)(0x80 | (value & 0x7F));
            bytes[Count++] = (byte)value;
        }

        public void WriteWhole(uint value, int wide)
        {
            if (Count + 4 > bytes.Length) Array.Resize(ref bytes, checked(bytes.Length * 2));
            Unsafe.WriteUnaligned(ref bytes[Count], value);
            Count += wide;
        }

        // A difference within one list is never 0, which therefore announces a wide one.
        public void WritePair(uint value)
        {
            if (Count + 6 > bytes.Length) Array.Resize(ref bytes, checked(bytes.Length * 2));
            if (value <= ushort.MaxValue)
            {
                Unsafe.WriteUnaligned(ref bytes[Count], (ushort)value);
                Count += 2;
                return;
            }
            Unsafe.WriteUnaligned(ref bytes[Count], Far);
            Unsafe.WriteUnaligned(ref bytes[Count + 2], value);
            Count += 6;
        }

        // With room behind the last, which is read in a vector.
        public ReadOnlySpan<byte> WithRoom()
        {
            if (Count + Vector128<byte>.Count > bytes.Length) Array.Resize(ref bytes, Count + Vector128<byte>.Count);
            return bytes.AsSpan(0, Count + Vector128<byte>.Count);
        }
    }
}
