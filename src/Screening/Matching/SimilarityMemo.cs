namespace Plumbline.Screening.Matching;

/// <summary>How alike the parts of one rendering of a query are to numbered parts, kept while the query lasts: candidates share most of their parts.</summary>
internal sealed class SimilarityMemo(AlignmentSet alignments, PartStore store, int least = SimilarityMemo.LeastPlaces)
{
    private const int LeastPlaces = 1 << 10;   // a query meets some 350 parts: what is small stays near

    private readonly PartRecord[] own = new PartRecord[NamePreparer.MostParts];
    private readonly PartLanes lanes = new(alignments, store);
    private (int Number, int Row)[] places = new (int, int)[least];   // an open table; -1 for none
    private int[] taken = new int[least / 2];
    private float[] rows = new float[least];
    private PreparedPart[] asked = [];
    private int count, made;

    /// <summary>How long a row is: what the part tells (<see cref="PartRecord.Told"/>), then how alike it is to each part asked about.</summary>
    public int Stride { get; private set; }

    /// <summary>Begins a query.</summary>
    public void Begin(PreparedPart[] parts)
    {
        (asked, Stride) = (parts, parts.Length + 1);
        for (var n = 0; n < parts.Length; n++) own[n] = PartRecord.Of(parts[n]);
        Array.Fill(places, (-1, 0));
        (count, made) = (0, 0);
    }

    /// <summary>Where the row of a part will be after <see cref="Make"/>.</summary>
    public int Note(int number)
    {
        var place = Place(number);
        if (places[place].Number == number) return places[place].Row;
        if (count == taken.Length)
        {
            Array.Resize(ref taken, count * 2);
            places = new (int, int)[count * 4];
            Array.Fill(places, (-1, 0));
            for (var n = 0; n < count; n++) places[Place(taken[n])] = (taken[n], n * Stride);
            place = Place(number);
        }
        places[place] = (number, count * Stride);
        taken[count] = number;
        return count++ * Stride;
    }

    /// <summary>Makes the rows that were noted.</summary>
    public void Make()
    {
        if (made == count) return;
        if (rows.Length < count * Stride) Array.Resize(ref rows, count * Stride * 2);
        // Their records are fetched all at once, before the first is needed.
        for (var n = made; n < count; n++) rows[n * Stride] = store.Record(taken[n]).Told;
        var areAligned = lanes.Fill(own.AsSpan(0, asked.Length), taken.AsSpan(made, count - made), rows.AsSpan(made * Stride));
        for (; made < count; made++)
        {
            ref readonly var record = ref store.Record(taken[made]);
            var row = rows.AsSpan(made * Stride, Stride);
            for (var n = 0; n < asked.Length; n++)
            {
                if (!record.IsPlain || !own[n].IsPlain) row[n + 1] = alignments.Similarity(asked[n], store.Part(taken[made]));
                else if (!areAligned) row[n + 1] = PartRecord.Similarity(alignments, own[n], record);
            }
        }
    }

    // Where a part stands, or would.
    private int Place(int number)
    {
        unchecked
        {
            var place = (int)((uint)number * 0x9E3779B1 >> 8) & (places.Length - 1);
            while (places[place].Number != number && places[place].Number >= 0) place = (place + 1) & (places.Length - 1);
            return place;
        }
    }

    /// <summary>A row that was made.</summary>
    public ReadOnlySpan<float> Row(int at) => rows.AsSpan(at, Stride);

    /// <summary>How alike a part of the query is to one with a number, on either side.</summary>
    public float Similarity(PreparedPart a, PreparedPart b)
    {
        var (of, numbered) = a.Number >= 0 ? (b, a) : (a, b);
        if (numbered.Number < 0) return alignments.Similarity(a, b);
        var at = Note(numbered.Number);
        Make();
        return rows[at + 1 + of.Position];
    }
}
