using System.Runtime.Intrinsics.X86;
using CsCheck;
using Plumbline.Core;
using Plumbline.Screening.Matching;

namespace Plumbline.Specs.Screening;

/// <summary>What runs a million times is written for the machine; here it is held against what is written for people.</summary>
public sealed class Fast_ways_and_slow_ways
{
    private static readonly AlignmentTable Table = Random(one: 7);
    private static readonly Gen<byte[]> Part = Gen.Byte[1, 63].Array[1, Symbols.Longest];

    [Fact]
    public void Aligning_two_letters_at_a_time_finds_the_best_path() => Gen.Select(Part, Part).Sample((a, b) => Table.Score(a, b) == Slow(a, b), iter: 2_000);

    [Fact]
    public void One_pass_over_two_articles_is_as_good_as_four() => Gen.Select(Part, Part, Gen.Int[0, 2], Gen.Int[0, 2]).Sample((a, b, ofA, ofB) =>
    {
        var (articleA, articleB) = (Math.Min(ofA, a.Length - 1), Math.Min(ofB, b.Length - 1));
        var apart = new[] { Table.Similarity(a, b), Table.Similarity(a.AsSpan(articleA), b), Table.Similarity(a, b.AsSpan(articleB)), Table.Similarity(a.AsSpan(articleA), b.AsSpan(articleB)) }.Max();
        return Table.Similarity(a, articleA, b, articleB) == apart;
    }, iter: 2_000);

    [Fact]
    public void Trees_as_masks_and_in_lanes_reach_the_leaves_that_a_walk_reaches()
    {
        var trees = NameMatcher.Learned("model")!;
        Gen.Select(Gen.Float[-2, 12].Array[PairFeatures.Count].Array[0, 150], Gen.Int[1, 5]).Sample((rows, alike) =>
        {
            // Some measures are the same for all.
            foreach (var row in rows) for (var n = 0; n < row.Length; n += alike) row[n] = rows[0][n];
            var scores = new float[rows.Length];
            trees.Score(rows.SelectMany(row => row).ToArray(), scores);
            return scores.SequenceEqual(rows.Select(row => trees.Bias + trees.Walk(row)));
        }, iter: 100);
    }

    [Fact]
    public void An_open_table_counts_what_a_dictionary_counts() => Gen.Select(Gen.UInt[0, 900].Array[0, 300], Gen.UInt[0, 900].Array[0, 700], Gen.UInt[0, 900].Array[0, 300]).Sample((first, met, again) =>
    {
        var table = new ScoreTable();
        // A second query finds nothing of the one before.
        for (var query = 0; query < 2; query++)
        {
            table.Begin(first.Length + met.Length);
            var plain = first.Distinct().ToDictionary(rendering => rendering, _ => 2f);
            table.AddNew([.. plain.Keys], 2);
            foreach (var rendering in met)
            {
                table.Add([rendering], 0.5f);
                plain[rendering] = plain.GetValueOrDefault(rendering) + 0.5f;
            }
            table.AddToMet([.. again], 0.25f);
            foreach (var rendering in again)
            {
                if (plain.TryGetValue(rendering, out var sum)) plain[rendering] = sum + 0.25f;
            }
            if (!Counted(table).SequenceEqual(plain.Select(one => (one.Key, one.Value)).Order())) return false;
        }
        return true;
    }, iter: 200);

    private static IEnumerable<(uint Rendering, float Sum)> Counted(ScoreTable table) => table.Met.ToArray().Select(slot => ((uint)(slot >> 32) - 1, BitConverter.UInt32BitsToSingle((uint)(slot & uint.MaxValue)))).Order();

    [Fact]
    public void Postings_give_back_what_was_put_in_near_and_far_few_and_many() => Gen.Select(Gen.UInt[1, 40].Array[1, 600], Gen.UInt[1, 200_000].Array[1, 400], Gen.Bool).Sample((near, far, many) =>
    {
        var lists = new[] { near, far }.Select(steps => steps.Aggregate(new List<uint> { 0 }, (all, step) => [.. all, all[^1] + step])).ToArray();
        var pairs = new KeyList();
        for (var key = 0; key < lists.Length; key++) foreach (var rendering in lists[key]) pairs.Add((uint)(key + 7), (int)rendering);
        pairs.Sort(default);
        var postings = KeyPostings.Of(pairs, many ? 1 << 28 : (int)lists.Max(list => list[^1]) + 1, default);
        return lists.Select((list, key) => (list, key)).All(one =>
        {
            var table = new ScoreTable();
            table.Begin(one.list.Count);
            var place = postings.Find((uint)(one.key + 7));
            postings.AddFirst(place, 1, table);
            postings.Add(place, 2, table);
            postings.AddToMet(place, 4, table);
            return Counted(table).SequenceEqual(one.list.Select(rendering => (rendering, 7f)));
        });
    }, iter: 60);

    [Fact]
    public void The_lowest_of_many_are_those_that_sorting_puts_first() => Gen.Select(Gen.ULong[0, 5_000].Array[0, 2_000], Gen.Int[1, 300]).Sample((numbers, most) =>
        Lowest.Of(numbers.ToArray(), most).ToArray().Order().SequenceEqual(numbers.Order().Take(most)), iter: 300);

    /// <summary>Of some numbers there are many that are equal.</summary>
    [Fact]
    public void Counting_how_many_are_lower_sorts() => Gen.Select(Gen.ULong[0, 400].Array[0, 500], Gen.ULong.Array[0, 500]).Sample((equal, apart) =>
    {
        foreach (var numbers in new[] { equal, apart })
        {
            var sorted = numbers.ToArray();
            ShortSort.Sort(sorted);
            if (!sorted.SequenceEqual(numbers.Order())) return false;
        }
        return true;
    }, iter: 300);

    /// <summary>By numbers and by bytes, as far as the machine has them; some lanes stay empty, and those of the block before are forgotten.</summary>
    [Fact]
    public void A_part_in_lanes_scores_as_one_by_one_whatever_is_looked_up()
    {
        Assert.SkipUnless(AlignmentLanes.IsSupported, "no lanes on this machine");
        AlignmentLanes[] kinds = [new(), .. Avx2.IsSupported ? [new AlignmentLanes(byBytes: true)] : Array.Empty<AlignmentLanes>()];
        foreach (var lanes in kinds)
            Gen.Select(Part, Part.Array[1, AlignmentLanes.Count], Gen.Int[0, 3], Gen.Bool).Sample((part, others, article, ofSecond) =>
            {
                var rows = Table.Rows(ofSecond)!;
                lanes.Begin();
                for (var lane = 0; lane < others.Length; lane++) lanes.Put(lane, others[lane]);
                lanes.Close();
                lanes.Against(rows);
                lanes.Extend(rows, part);
                return Enumerable.Range(0, others.Length).All(lane =>
                {
                    var without = Math.Min(article, others[lane].Length - 1);
                    return lanes.Score(lane, without) == (ofSecond ? Table.Score(others[lane].AsSpan(without), part) : Table.Score(part, others[lane].AsSpan(without)));
                });
            }, iter: 300, threads: 1);
    }

    [Fact]
    public void Parts_by_their_numbers_are_as_alike_as_the_parts() =>
        Gen.Select(Gen.OneOfConst(Spellings), Gen.OneOfConst(Spellings)).Sample((one, other) => AreAsAlike(one, [other]), iter: 400);

    /// <summary>So many that they fill the lanes, and some are left over.</summary>
    [Fact]
    public void Parts_in_lanes_are_as_alike_as_one_by_one() =>
        Gen.Select(Gen.OneOfConst(Spellings), Letters.Array[2, 90]).Sample(AreAsAlike, iter: 200);

    private static bool AreAsAlike(string one, string[] others)
    {
        var (asked, store) = (Prepared(one).Lists[0], new PartStore());
        foreach (var other in others) store.Add(Prepared(other));
        store.Close();
        var memo = new SimilarityMemo(CostTables.Alignments, store);
        memo.Begin(asked);
        var members = store.Members.ToArray();
        var rows = members.Select(memo.Note).ToArray();
        memo.Make();
        for (var part = 0; part < members.Length; part++)
            for (var n = 0; n < asked.Length; n++)
                if (memo.Row(rows[part])[n + 1] != CostTables.Alignments.Similarity(asked[n], store.Part(members[part]))) return false;
        return true;
    }

    // Of every length, some with an article, in three scripts.
    private static readonly Gen<string> Letters = Gen.Select(Gen.OneOfConst("al-", "ال", "", "", ""), Gen.OneOfConst("abdhiklmnrstuzy", "ابتدرسشعكلمنهوي", "абвгдиклмнорст"), Gen.Int[0, 14].Array[1, 30])
        .Select((article, alphabet, letters) => (article.Length == 0 || (article[0] == 'a') == (alphabet[0] == 'a') ? article : "") + string.Concat(letters.Select(letter => alphabet[letter % alphabet.Length])) + alphabet[0]);

    [Fact]
    public void Renderings_by_length_keep_their_order_and_know_their_length() => Gen.Select(Gen.Float[0, 60_000].Array[1, 400], Gen.Int[0, 3]).Sample((squares, arabic) =>
    {
        var numbers = new int[squares.Length];
        var levels = new LengthLevels(squares, n => n % 4 < arabic, numbers);
        return numbers.Order().SequenceEqual(Enumerable.Range(0, squares.Length)) && Enumerable.Range(0, squares.Length).All(n =>
            (numbers[n] >= levels.FirstArabic) == (n % 4 < arabic) && Math.Abs((1 / levels.ShareOf(numbers[n]) / MathF.Pow(Math.Max(1, squares[n]), 0.25f)) - 1) < 0.004f);
    }, iter: 200);

    [Fact]
    public void What_was_counted_is_divided_by_the_length_and_by_script() => Gen.Select(Gen.Float[0, 60_000].Array[1, 400], Gen.Int[0, 3]).Sample((squares, arabic) =>
    {
        var numbers = new int[squares.Length];
        var levels = new LengthLevels(squares, n => n % 4 < arabic, numbers);
        // Each second one was met.
        int[] met = [.. numbers.Where((_, n) => n % 2 == 0)];
        var ranked = new ulong[met.Length];
        var others = levels.Divide([.. met.Select(number => ((ulong)(number + 1) << 32) | BitConverter.SingleToUInt32Bits(1 + (number % 7)))], ranked);
        var plain = met.Select(number => ((ulong)~BitConverter.SingleToUInt32Bits((1 + (number % 7)) * levels.ShareOf(number)) << 32) | (uint)number).ToLookup(entry => (entry & uint.MaxValue) >= (ulong)levels.FirstArabic);
        return ranked[..others].Order().SequenceEqual(plain[false].Order()) && ranked[others..].Order().SequenceEqual(plain[true].Order());
    }, iter: 200);

    private static readonly string[] Spellings = ["Karim al-Haddad", "كريم الحداد", "Карим Хаддад", "Abd al-Rahman Fadel", "عبد الرحمن فاضل", "Bill H. Hartmoor", "Mr. William 12 Trading LLC", "شركة فاضل للتجارة", "Ψ Ω", "Abu Bakr Nasser, Karim", "Nour al-Din Sabbagh", "هێمن بارزان"];

    private static PreparedName Prepared(string name) => ((Outcome<PreparedName>.Done)NameMatcher.Preparer.Prepare(name)).Value;

    // The textbook's recursion, whole.
    private static int Slow(byte[] a, byte[] b)
    {
        var cells = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
            for (var j = 0; j <= b.Length; j++)
            {
                if (i == 0 && j == 0) continue;
                cells[i, j] = int.MinValue;
                if (i > 0) cells[i, j] = Math.Max(cells[i, j], cells[i - 1, j] + Table.Alone(a[i - 1]));
                if (j > 0) cells[i, j] = Math.Max(cells[i, j], cells[i, j - 1] + Table.OtherAlone(b[j - 1]));
                if (i > 0 && j > 0) cells[i, j] = Math.Max(cells[i, j], cells[i - 1, j - 1] + Table.Together(a[i - 1], b[j - 1]));
            }
        return cells[a.Length, b.Length];
    }

    private static AlignmentTable Random(int one)
    {
        var random = new Random(one);
        short[] Numbers(int count) => [.. Enumerable.Range(0, count).Select(_ => (short)random.Next(-500, 500))];
        return new AlignmentTable(Numbers(Symbols.Count * Symbols.Count), Numbers(Symbols.Count), Numbers(Symbols.Count), 130);
    }
}
