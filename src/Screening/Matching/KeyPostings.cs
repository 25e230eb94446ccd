namespace Plumbline.Screening.Matching;

/// <summary>Which renderings have a key: numbers that rise, kept as their differences in bytes of seven bits.</summary>
internal sealed class KeyPostings
{
    private const int Shift = 16;

    private readonly uint[] keys;
    private readonly int[] starts;                            // of each key's bytes
    private readonly int[] buckets = new int[(1 << (32 - Shift)) + 1];   // first key with these upper bits
    private readonly byte[] bytes;

    private KeyPostings(uint[] keys, int[] starts, byte[] bytes)
    {
        (this.keys, this.starts, this.bytes) = (keys, starts, bytes);
        var key = 0;
        for (var bucket = 0; bucket < buckets.Length; bucket++)
        {
            while (key < keys.Length && keys[key] >> Shift < bucket) key++;
            buckets[bucket] = key;
        }
    }

    /// <summary>How many keys there are.</summary>
    public int Count => keys.Length;

    /// <summary>Codes pairs of a key (upper half) and a rendering (lower half), in rising order; what stands there twice counts once.</summary>
    public static KeyPostings Of(ReadOnlySpan<ulong> sorted, CancellationToken ct)
    {
        List<uint> keys = [];
        List<int> starts = [];
        var bytes = new ByteList();
        for (var at = 0; at < sorted.Length;)
        {
            if ((keys.Count & 0xFFF) == 0) ct.ThrowIfCancellationRequested();
            var key = (uint)(sorted[at] >> 32);
            var (end, count) = (at, 0);
            for (; end < sorted.Length && sorted[end] >> 32 == key; end++) if (end == at || sorted[end] != sorted[end - 1]) count++;
            keys.Add(key);
            starts.Add(bytes.Count);
            bytes.Write((uint)count);
            var last = 0u;
            for (var n = at; n < end; n++)
            {
                if (n > at && sorted[n] == sorted[n - 1]) continue;
                var rendering = (uint)(sorted[n] & uint.MaxValue);
                bytes.Write(rendering - last);
                last = rendering;
            }
            at = end;
        }
        return new KeyPostings([.. keys], [.. starts], bytes.ToArray());
    }

    /// <summary>Where a key's renderings are, and how many; a count of 0 where nobody has it.</summary>
    public (int At, int Count) Find(uint key)
    {
        var bucket = (int)(key >> Shift);
        for (var n = buckets[bucket]; n < keys.Length && keys[n] <= key; n++)
        {
            if (keys[n] != key) continue;
            var at = starts[n];
            return ((int)Read(ref at) is var count ? at : 0, count);
        }
        return (0, 0);
    }

    /// <summary>Adds a weight to each rendering of a key, and notes those that had none.</summary>
    /// <param name="seen">A bit for each rendering that is noted.</param>
    /// <returns>How many are noted now.</returns>
    public int Add((int At, int Count) place, float weight, Span<Tally> tallies, Span<ulong> seen, Span<int> touched, int noted)
    {
        unchecked
        {
            var at = place.At;
            var rendering = 0u;
            for (var n = 0; n < place.Count; n++)
            {
                rendering += Read(ref at);
                ref var bits = ref seen[(int)(rendering >> 6)];
                if ((bits & (1UL << (int)(rendering & 63))) == 0) touched[noted++] = (int)rendering;
                bits |= 1UL << (int)(rendering & 63);
                tallies[(int)rendering].Score += weight;
            }
            return noted;
        }
    }

    /// <summary>Adds a weight to those renderings of a key that are noted already: the bits are near, where the tallies are far.</summary>
    public void AddToSeen((int At, int Count) place, float weight, Span<Tally> tallies, ReadOnlySpan<ulong> seen)
    {
        unchecked
        {
            var at = place.At;
            var rendering = 0u;
            for (var n = 0; n < place.Count; n++)
            {
                rendering += Read(ref at);
                if ((seen[(int)(rendering >> 6)] & (1UL << (int)(rendering & 63))) != 0) tallies[(int)rendering].Score += weight;
            }
        }
    }

    /// <summary>Squared weight for each rendering of every key.</summary>
    public void AddSquares(Func<int, float> weigh, Span<float> sums)
    {
        foreach (var start in starts)
        {
            var at = start;
            var count = (int)Read(ref at);
            var weight = weigh(count);
            var rendering = 0u;
            for (var n = 0; n < count; n++)
            {
                rendering += Read(ref at);
                sums[(int)rendering] += weight * weight;
            }
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

        public byte[] ToArray() => bytes.AsSpan(0, Count).ToArray();
    }
}
