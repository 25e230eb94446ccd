using CsCheck;
using Plumbline.Core;
using Plumbline.Screening.Matching;

namespace Plumbline.Specs.Screening;

public sealed class Screening_a_list
{
    private static readonly string[] Given = ["Karim", "Samir", "Nadia", "Wisam", "Hemin", "Rizgar", "Layla", "Omar", "Yusuf", "Tariq", "Jamal", "Farid", "Abdul Rahman", "Nour al-Din", "كريم", "سمير", "وسام", "هێمن", "عبد الرحمن", "نور الدين"];
    private static readonly string[] Family = ["Haddad", "al-Najjar", "Fadel", "Nasser", "Barzan", "Sabbagh", "Khayyat", "Dabbagh", "al-Basri", "Mousawi", "حداد", "النجار", "فاضل", "ناصر", "الخياط", "بارزان"];

    [Fact]
    public void Gives_the_same_bytes_whatever_the_number_of_threads()
    {
        var index = new CandidateIndex(Made(2_000), TestContext.Current.CancellationToken);
        var queries = Made(200).Select(name => name.Name).ToArray();
        var alone = Screened(index, queries, 1);
        Assert.Equal(alone, Screened(index, queries, 4));
        Assert.Equal(alone, Screened(new CandidateIndex(Made(2_000), TestContext.Current.CancellationToken), queries, 3));
    }

    [Fact]
    public void An_entity_with_twenty_names_is_one_row_by_its_best_name()
    {
        string[] spellings = [.. from one in (string[])["Wisam", "Wissam", "Wessam", "Ouissam"] from two in (string[])["Sabbagh", "Sabagh", "al-Sabbagh", "Assabbagh", "Sabbag"] select $"{one} {two}"];
        var names = Made(500).Where(name => !name.Name.Text.Contains("Sabbagh", StringComparison.Ordinal)).Concat(spellings.Select(text => new IndexedName(9_000, Prepared(text)))).ToArray();
        var rows = new Screener(new CandidateIndex(names, TestContext.Current.CancellationToken)).Screen(Prepared("وسام الصباغ"));
        Assert.Equal(9_000, rows[0].Entity);
        Assert.Single(rows, row => row.Entity == 9_000);
        Assert.Equal(rows.Count, rows.Select(row => row.Entity).Distinct().Count());
        Assert.Equal("Wisam Sabbagh", new Screener(new CandidateIndex(names, TestContext.Current.CancellationToken)).Screen(Prepared("Wisam Sabbagh"))[0] is var best ? names[best.Name].Name.Text : "");
    }

    [Theory]
    [InlineData(0), InlineData(400)]
    public void The_very_name_asked_about_is_a_candidate_and_never_behind_a_rendering_of_it(int others)
    {
        IndexedName[] crowd = [.. Made(2 * others).Select(name => name with { Entity = name.Entity + 10 })];
        var asked = Prepared("Wissam Nizar Fouad");
        var alias = Best([.. crowd, new(1, Prepared("وسام نزار فؤاد")), new(1, asked)]);
        var withdrawn = Best([.. crowd, new(1, asked)]);
        var arabic = Best([.. crowd, new(1, Prepared("وسام نزار فؤاد"))]);
        Assert.True(alias.Score >= arabic.Score && withdrawn.Score >= arabic.Score, $"{alias.Score} {withdrawn.Score} {arabic.Score}");
        Assert.True(withdrawn.Score >= Screener.DefaultThreshold, $"{withdrawn.Score}");
        Assert.Equal("Wissam Nizar Fouad", alias.Text);
        Assert.Equal((1, withdrawn.Score), (withdrawn.Entity, alias.Score));

        (int Entity, float Score, string Text) Best(IndexedName[] names) =>
            new Screener(new CandidateIndex(names, TestContext.Current.CancellationToken)).Screen(asked)[0] is var row ? (row.Entity, row.Score, names[row.Name].Name.Text) : default;
    }

    [Fact]
    public void A_name_that_hardly_fits_is_not_likely_for_standing_alone() =>
        Assert.All(new Screener(new CandidateIndex([new(0, Prepared("John Hartmoor"))], TestContext.Current.CancellationToken)).Screen(Prepared("Don")), row => Assert.True(row.Score < 0.3f, $"{row.Score}"));

    [Fact]
    public void Everybody_who_has_the_very_name_is_said_to_have_it_however_many_they_are()
    {
        var names = Enumerable.Range(0, 90).Select(n => new IndexedName(n, Prepared("Karim Haddad"))).ToArray();
        var query = Prepared("Karim Haddad");
        var rows = new Screener(new CandidateIndex(names, TestContext.Current.CancellationToken)).Screen(query);
        Assert.Equal(90, rows.Count);
        Assert.All(rows, row => Assert.Equal(ScreenVerdict.TooCommon, Screener.Verdict(query, row, rows, Screener.DefaultThreshold, agrees: false)));
    }

    [Fact]
    public void A_name_of_common_parts_is_found_among_thousands_that_share_them_one_by_one()
    {
        var crowd = Enumerable.Range(0, 6_000).Select(n => new IndexedName(n, Prepared((n % 3) switch { 0 => $"Karim {Family[n % 10]}", 1 => $"{Given[n % 10]} Haddad", _ => $"Fadel {Given[(n / 3) % 10]}" })));
        var rows = new Screener(new CandidateIndex([.. crowd, new IndexedName(6_000, Prepared("Karim Fadel Haddad"))], TestContext.Current.CancellationToken)).Screen(Prepared("كريم فاضل حداد"));
        Assert.Equal(6_000, rows[0].Entity);
    }

    [Theory]
    [InlineData("ناصر ڕۆژ تاب", "Nasser Rojtab")]         // two words here, one there
    [InlineData("ناصر دميرجان", "Nasser Demircan")]       // jim is the c of Turkish
    [InlineData("ناصر جمهوت", "Nasser Gamhout")]          // and the g of Cairo
    public void A_name_is_found_among_thousands_though_it_is_written_otherwise(string asked, string listed)
    {
        var crowd = Enumerable.Range(0, 6_000).Select(n => new IndexedName(n, Prepared($"{Given[n % 10]} {Given[n / 10 % 10]} {Family[n / 100 % 10]}")));
        var rows = new Screener(new CandidateIndex([.. crowd, new IndexedName(6_000, Prepared(listed))], TestContext.Current.CancellationToken)).Screen(Prepared(asked));
        Assert.Equal(6_000, rows[0].Entity);
    }

    [Fact]
    public void Every_name_that_was_found_brings_its_entity_until_there_are_two_hundred()
    {
        // Two names each, in one script or the other: the first two hundred names alone would be a hundred entities.
        var names = Enumerable.Range(0, 400).SelectMany(n => new[] { new IndexedName(n, Prepared(n % 2 == 0 ? "Karim Nizar" : "كريم نزار")), new IndexedName(n, Prepared(n % 2 == 0 ? "Kareem Nizar" : "كريم نزار")) }).ToArray();
        Assert.Equal(150, new Screener(new CandidateIndex(names, TestContext.Current.CancellationToken)).Screen(Prepared("Karim Nizar")).Count);
    }

    [Fact]
    public void An_index_of_texts_finds_what_an_index_of_names_finds()
    {
        var names = Made(1_000);
        List<int> refused = [];
        var lean = CandidateIndex.OfTexts([.. names.Select(name => (name.Entity, name.Name.Text)), (7, "—")], refused, TestContext.Current.CancellationToken);
        Assert.Equal([names.Count], refused);
        var queries = Made(50).Select(name => name.Name).ToArray();
        Assert.Equal(Screened(new CandidateIndex(names, TestContext.Current.CancellationToken), queries, 1), Screened(lean, queries, 1));
        Assert.Equal(names[17].Name.Text, lean.Names[17].Name.Text);
    }

    [Fact]
    public void A_batch_gives_each_name_the_rows_that_it_has_by_itself()
    {
        var index = new CandidateIndex(Made(2_000), TestContext.Current.CancellationToken);
        var screener = new Screener(index);
        Gen.Select(Gen.Int[0, 399].Array[0, 60], Gen.Float[-4, 4]).Sample((picked, odds) =>
        {
            var names = Made(400);
            PreparedName?[] asked = [null, .. picked.Select(n => names[n].Name)];
            Func<int, float>? adjust = odds > 0 ? entity => entity % 3 == 0 ? odds : 0 : null;
            var (rows, told) = (new IReadOnlyList<ScreenRow>?[asked.Length], 0);
            BatchScreen.Run(index, asked, () => 0, (n, screened, _) => rows[n] = rows[n] is null ? screened(adjust) : throw new InvalidOperationException("Taken twice."), more => Interlocked.Add(ref told, more), TestContext.Current.CancellationToken);
            Assert.Equal(picked.Length, told);
            Assert.Null(rows[0]);
            for (var n = 1; n < asked.Length; n++) Assert.Equal(screener.Screen(asked[n]!, adjust), rows[n]!);
        }, iter: 10, threads: 1);
    }

    [Fact]
    public void A_batch_that_is_stopped_stops()
    {
        using var stop = new CancellationTokenSource();
        var names = Made(300);
        var index = new CandidateIndex(names, TestContext.Current.CancellationToken);
        Assert.Throws<OperationCanceledException>(() => BatchScreen.Run(index, [.. names.Select(name => name.Name)], () => 0, (_, _, _) => stop.Cancel(), null, stop.Token));
    }

    [Fact]
    public void A_name_that_shares_nothing_is_nobody_likely() => Assert.All(new Screener(new CandidateIndex(Made(50), TestContext.Current.CancellationToken)).Screen(Prepared("Ψ")), row => Assert.True(row.Score < 0.1f));

    private static List<(int, int, float)> Screened(CandidateIndex index, PreparedName[] queries, int threads)
    {
        var rows = new IReadOnlyList<ScreenRow>[queries.Length];
        Parallel.For(0, threads, new ParallelOptions { MaxDegreeOfParallelism = threads }, part =>
        {
            var screener = new Screener(index);
            for (var n = part; n < queries.Length; n += threads) rows[n] = screener.Screen(queries[n]);
        });
        return [.. rows.SelectMany(list => list.Select(row => (row.Entity, row.Name, row.Score)))];
    }

    private static List<IndexedName> Made(int count)
    {
        var random = new Random(11);
        return [.. Enumerable.Range(0, count).Select(n => new IndexedName(n / 2, Prepared($"{Given[random.Next(Given.Length)]} {Given[random.Next(Given.Length)]} {Family[random.Next(Family.Length)]}")))];
    }

    private static PreparedName Prepared(string name) => ((Outcome<PreparedName>.Done)NameMatcher.Preparer.Prepare(name)).Value;
}
