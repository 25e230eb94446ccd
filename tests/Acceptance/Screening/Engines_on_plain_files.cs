using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using Plumbline.Acceptance.Support;
using Plumbline.Specs;

namespace Plumbline.Acceptance.Screening;

/// <summary>What programs rely on: <c>names</c>, <c>screen</c> and <c>resolve</c> on files, without a register.</summary>
public sealed class Engines_on_plain_files : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("plumbline-").FullName;

    [Fact]
    public async Task Pairs_are_scored_one_row_a_pair_in_their_order()
    {
        Write("pairs.tsv", "label\tname_b\tid\tname_a\r\n1\tكريم حداد\tp7\tKarim Haddad\r\n0\t\tp3\tKarim\r\n0\tMohammed\tp9\tÙ…Ø­Ù…Ø¯ Ø¹Ù„ÙŠ\r\n0\tSami Nasser Fadel\tp1\tKarim Nasser Fadel\r\n", packed: true);
        var (exit, rows, errors) = await Table('\t', "names", "score", "pairs.tsv.gz");
        Assert.Equal(0, exit);
        Assert.Equal(["id", "score"], rows[0]);
        Assert.Equal(["p7", "p3", "p9", "p1"], rows.Skip(1).Select(row => row[0]));
        Assert.All(rows.Skip(1), row => Assert.InRange(Number(row[1]), 0, 1));
        Assert.True(Number(rows[1][1]) > 0.9 && Number(rows[4][1]) < 0.5, string.Join(' ', rows.Select(row => row[1])));
        // What is no name scores nothing and says why; the rows stay in step.
        Assert.Equal([0d, 0d], rows.Skip(2).Take(2).Select(row => Number(row[1])));
        Assert.Contains("p9: The name was read in the wrong encoding", errors, StringComparison.Ordinal);
        Assert.Contains("unlogged: no decision may rest on this", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pairs_without_ids_are_numbered_and_other_columns_are_refused()
    {
        Write("pairs.tsv", "name_a\tname_b\nKarim\tKareem\nSami\tSamy\n");
        Assert.Equal(["id", "1", "2"], (await Table('\t', "names", "score", "pairs.tsv")).Rows.Select(row => row[0]));
        Write("wrong.tsv", "a\tb\nKarim\tKareem\n");
        Assert.Equal((1, true), await Run("names", "score", "wrong.tsv") is var (exit, output, errors) ? (exit, output.Length == 0 && errors.Contains("names.columns", StringComparison.Ordinal)) : default);
        Write("empty.tsv", "");
        Assert.Equal(1, (await Run("names", "score", "empty.tsv")).Exit);
        Assert.Equal(1, (await Run("names", "score", "absent.tsv")).Exit);
    }

    [Theory]
    [InlineData("list.tsv.gz")]
    [InlineData("people.tsv.gz")]
    public async Task A_packed_file_that_was_cut_short_is_refused(string cut)
    {
        Write("list.tsv", "entity_id\tkind\tname\n" + string.Concat(Enumerable.Range(0, 4_000).Select(n => $"w-{n}\tP\tKarim {n * 7919 % 4001} Haddad\n")), packed: true);
        Write("people.tsv", "id\tname\n" + string.Concat(Enumerable.Range(0, 4_000).Select(n => $"{n}\tSami {n * 7919 % 4001} Fouad\n")), packed: true);
        var bytes = await File.ReadAllBytesAsync(Path.Combine(folder, cut), TestContext.Current.CancellationToken);
        await File.WriteAllBytesAsync(Path.Combine(folder, cut), bytes[..^(bytes.Length / 3)], TestContext.Current.CancellationToken);
        var (exit, _, errors) = await Run("screen", "people.tsv.gz", "--against", "list.tsv.gz", "--top", "1");
        Assert.Equal((1, true), (exit, errors.Contains("file.cut", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_comparison_tells_part_against_part_with_its_version()
    {
        var (exit, output, _) = await Run("names", "compare", "خالد ناصر", "Khalid Yusuf", "--json");
        Assert.Equal(0, exit);
        var why = JsonDocument.Parse(output).RootElement;
        Assert.StartsWith("names-", why.GetProperty("version").GetString(), StringComparison.Ordinal);
        Assert.Equal(("خالد", "Khalid"), why.GetProperty("met").EnumerateArray().Single() is var met ? (met.GetProperty("a").GetString(), met.GetProperty("b").GetString()) : default);
        Assert.Equal(("ناصر", "Yusuf"), (why.GetProperty("onlyInA")[0].GetProperty("text").GetString(), why.GetProperty("onlyInB")[0].GetProperty("text").GetString()));
        Assert.True(why.GetProperty("contradicts").GetBoolean());
        // For people each part keeps its own direction.
        Assert.Contains("\u2068خالد\u2069 = \u2068Khalid\u2069", (await Run("names", "compare", "خالد ناصر", "Khalid Yusuf")).Output, StringComparison.Ordinal);
        Assert.Equal((1, "name.unreadable"), await Run("names", "compare", "Ù…Ø­Ù…Ø¯ Ø¹Ù„ÙŠ", "Khalid", "--json") is var refused ? (refused.Exit, JsonDocument.Parse(refused.Output).RootElement.GetProperty("refused").GetString()) : default);
    }

    [Fact]
    public async Task A_table_of_people_meets_a_table_of_names()
    {
        Write("list.tsv", "entity_id\tkind\tname\nw-1\tP\tKarim Nasser Fadel Haddad\nw-1\tP\tكريم ناصر فاضل حداد\nw-2\tO\tNahr Trading LLC\nw-3\tP\tWisam Nizar Fouad\n", packed: true);
        Write("people.csv", $"\uFEFFquery_id,name,birth_date,nationality,sex,document,mother_name\nq1,كريم ناصر فاضل حداد,,,,,\n\"q,2\",\"Fouad, Wissam Nizar\",1980-05-01,IQ,m,A1234567,Selva Rashid\nq3,,,,,,\nq4,{string.Join(' ', Enumerable.Repeat("Zoltar", 800))},,,,,\nq5,Ψ,,,,,\n");
        var (exit, rows, errors) = await Table('\t', "screen", "people.csv", "--against", "list.tsv.gz", "--explain");
        Assert.Equal(0, exit);
        Assert.Equal(["query_id", "rank", "entity_id", "score", "verdict", "why"], rows[0]);
        // Best first, one row an entity; a name of four parts is a candidate, one of three alone is not.
        Assert.Equal(("q1", "1", "w-1", "candidate"), rows[1] is var first ? (first[0], first[1], first[2], first[4]) : default);
        Assert.Equal(("q,2", "1", "w-3", "incomplete"), rows.First(row => row[0] == "q,2") is var second ? (second[0], second[1], second[2], second[4]) : default);
        Assert.Contains("needs a birth date, document or mother's name that agrees", rows.First(row => row[0] == "q,2")[5], StringComparison.Ordinal);
        Assert.All(rows.Skip(1).GroupBy(row => row[0]), query =>
        {
            Assert.Equal(Enumerable.Range(1, query.Count()), query.Select(row => int.Parse(row[1], CultureInfo.InvariantCulture)));
            Assert.Equal(query.OrderByDescending(row => Number(row[3])).Select(row => row[2]), query.Select(row => row[2]));
            Assert.Equal(query.Count(), query.Select(row => row[2]).Distinct().Count());
        });
        // Nobody, and what is no name, has no row; the second says why.
        Assert.DoesNotContain(rows, row => row[0] is "q3" or "q5");
        Assert.Contains("q3: There is no letter in the name.", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_threshold_changes_verdicts_alone_and_top_the_number_of_rows()
    {
        Write("list.tsv", "entity_id\tkind\tname\n" + string.Concat(Enumerable.Range(0, 40).Select(n => $"w-{n}\tP\tKarim Haddad\n")) + "w-40\tP\tKarim Hadad Nasser\n");
        Write("people.tsv", "id\tname\n7\tKarim Haddad\n");
        var usual = (await Table('\t', "screen", "people.tsv", "--against", "list.tsv", "--top", "50")).Rows.Skip(1).ToList();
        var strict = (await Table('\t', "screen", "people.tsv", "--against", "list.tsv", "--top", "50", "--threshold", "1")).Rows.Skip(1).ToList();
        Assert.Equal(usual.Select(row => string.Join('\t', row[..4])), strict.Select(row => string.Join('\t', row[..4])));
        Assert.Equal("too_common", usual[0][4]);
        Assert.All(strict, row => Assert.Equal("weak", row[4]));
        Assert.Equal(10, (await Table('\t', "screen", "people.tsv", "--against", "list.tsv")).Rows.Count - 1);
        Assert.Equal(3, (await Table('\t', "screen", "people.tsv", "--against", "list.tsv", "--top", "3")).Rows.Count - 1);
        Assert.Equal(2, (await Run("screen", "people.tsv", "--against", "list.tsv", "--top", "0")).Exit);
        Assert.Equal(2, (await Run("screen", "people.tsv", "--against", "list.tsv", "--threshold", "7")).Exit);
    }

    [Theory]
    [InlineData("name,birth_date\n", "people.csv", "list.tsv", 0, "")]                              // nobody is asked about
    [InlineData("", "people.csv", "list.tsv", 1, "screen.columns")]
    [InlineData("who,when\nKarim,1980\n", "people.csv", "list.tsv", 1, "screen.columns")]
    [InlineData("name,tribe_name\nKarim,X\n", "people.csv", "list.tsv", 1, "screen.column-refused")]
    [InlineData("name,ReligionOfFather\nKarim,X\n", "people.csv", "list.tsv", 1, "screen.column-refused")]
    [InlineData("name,registration_number,sector,passport_expiration\nKarim,1,2,3\n", "people.csv", "list.tsv", 0, "")]
    [InlineData("name\nKarim\n", "absent.csv", "list.tsv", 1, "file.none")]
    [InlineData("name\nKarim\n", "people.csv", "absent.tsv", 1, "file.none")]
    [InlineData("name\nKarim\n", "people.csv", "people.csv", 1, "list.unknown-format")]
    public async Task What_cannot_be_screened_is_refused_with_its_reason(string people, string asked, string against, int exit, string code)
    {
        Write("people.csv", people);
        Write("list.tsv", "entity_id\tkind\tname\nw-1\tP\tSamir Haddad\n");
        var ran = await Run("screen", asked, "--against", against, "--json");
        Assert.Equal(exit, ran.Exit);
        if (code.Length > 0) Assert.Equal(code, JsonDocument.Parse(ran.Output).RootElement.GetProperty("refused").GetString());
    }

    [Fact]
    public async Task A_row_that_cannot_be_read_says_its_line_and_loses_no_other()
    {
        Write("list.tsv", "entity_id\tkind\tname\nw-1\tP\tKarim Nasser Fadel Haddad\n");
        Write("people.csv", "id,name,birth_date\n1,Karim Nasser Fadel Haddad\n2,\"Karim Nasser\n3,Karim \"the tall\" Nasser Fadel Haddad,1980\n4,\"Haddad\" Karim Nasser,\n5,Haddad, Karim Nasser Fadel,1980\n6,\"Haddad, Karim\nNasser Fadel\",1980\n");
        var (exit, rows, errors) = await Table('\t', "screen", "people.csv", "--against", "list.tsv");
        Assert.Equal(0, exit);
        Assert.Equal(["1", "3", "6"], rows.Skip(1).Select(row => row[0]));
        Assert.Contains("2: line 3: A quoted field is not closed", errors, StringComparison.Ordinal);
        Assert.Contains("4: line 5: A quoted field is not closed", errors, StringComparison.Ordinal);
        Assert.Contains("5: line 6: The row has 4 cells where there are 3 columns", errors, StringComparison.Ordinal);
        // Packed or not, whatever it is called.
        File.Move(Path.Combine(folder, "people.csv"), Path.Combine(folder, "people.csv.gz"));
        Assert.Equal(3, (await Table('\t', "screen", "people.csv.gz", "--against", "list.tsv")).Rows.Count - 1);
    }

    /// <summary>Every published form that import reads, asked by names of its own in three forms.</summary>
    [Theory]
    [InlineData("un-", "un_consolidated_2024-10-16_half.xml.gz")]
    [InlineData("ofac-", "ofac_sdn_2021-07.csv.gz", "ofac_alt_2021-07.csv.gz", "ofac_add_2021-07.csv.gz")]
    [InlineData("ofac-", "ofac_consolidated_non-sdn_2020-03-17.xml.gz")]
    [InlineData("uk-", "uk_hmt_conlist_2020-04-27.csv.gz")]
    [InlineData("eu-", "eu_fsf_sample_2021-03.xml.gz")]
    [InlineData("csl-", "us_csl_2022-05.csv.gz")]
    public async Task Published_lists_are_screened_against_and_their_ids_are_theirs(string prefix, params string[] files)
    {
        var lists = files.Select(file => SharedData.Need($"data/lists/{file}")).ToArray();
        Write("people.csv", "id,name\n1,Karim Nasser Fadel Haddad\n2,محمد علي حسن\n3,Nahr Trading LLC\n");
        var (exit, rows, errors) = await Table('\t', ["screen", "people.csv", "--top", "3", "--against", .. lists]);
        Assert.True(exit == 0, errors);
        Assert.NotEmpty(rows.Skip(1));
        Assert.All(rows.Skip(1), row => Assert.StartsWith(prefix, row[2], StringComparison.Ordinal));
    }

    [Fact]
    public async Task Records_of_one_file_are_put_together_and_of_two_are_linked()
    {
        string[] given = ["karim", "samir", "nadia", "wisam", "hemin", "layla", "omar", "yusuf", "tariq", "jamal"], family = ["haddad", "najjar", "fadel", "nasser", "barzan", "sabbagh", "khayyat"];
        var people = Enumerable.Range(0, 60).Select(n => (Given: given[n % 10], Family: family[n % 7], Born: $"19{50 + (n % 45)}0{1 + (n % 9)}1{n % 10}", Card: $"{8_000_000 + (n * 7919)}")).ToArray();
        const string Header = "ref,given,surname,born,card\n";
        // Of the first twenty each stands twice, the second time with a slip of a clerk in the name.
        var all = people.Select((one, n) => $"a{n},{one.Given},{one.Family},{one.Born},{one.Card}\n").ToArray();
        var again = people.Take(20).Select((one, n) => $"\"b,{n}\",{one.Given},{one.Family[..^1]},{one.Born},{one.Card}\n").ToArray();
        Write("one.csv", Header + string.Concat(all) + string.Concat(again), packed: true);
        Write("left.csv", Header + string.Concat(all));
        Write("right.csv", Header + string.Concat(again));
        string[] map = ["--id", "ref", "--map", "name=given+surname,birth_date=born,document=card"];
        foreach (var files in (string[][])[["one.csv.gz"], ["left.csv", "right.csv"]])
        {
            var (exit, output, errors) = await Run(["resolve", .. files, .. map]);
            Assert.True(exit == 0, errors);
            var lines = output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
            Assert.Equal("id_a,id_b,probability", lines[0]);
            var pairs = lines.Skip(1).Select(line => line.Split(',')).ToArray();
            // An id with a comma is quoted; each pair comes once.
            Assert.Equal(Enumerable.Range(0, 20).Select(n => $"a{n}|\"b|{n}\""), pairs.Select(pair => string.Join('|', pair[..3])).Order(Comparer<string>.Create((a, b) => int.Parse(a.Split('|')[0][1..], CultureInfo.InvariantCulture) - int.Parse(b.Split('|')[0][1..], CultureInfo.InvariantCulture))));
            Assert.All(pairs, pair => Assert.InRange(Number(pair[3]), 0.5, 1));
        }
        Assert.Equal("resolve.id", Refused(await Run("resolve", "left.csv", "--id", "no", "--map", "name=given", "--json")));
        Assert.Equal("resolve.column", Refused(await Run("resolve", "left.csv", "--id", "ref", "--map", "name=first", "--json")));
        Assert.Equal("screen.column-refused", Refused(await Run("resolve", "left.csv", "--id", "ref", "--map", "tribe=surname", "--json")));
        Write("empty.csv", "");
        Assert.Equal("resolve.id", Refused(await Run("resolve", "empty.csv", "--id", "ref", "--map", "name=given", "--json")));
    }

    [Fact]
    public async Task Of_two_people_one_whose_family_name_is_the_other_s_given_name_nothing_is_said()
    {
        string[] given = ["karim", "samir", "nadia", "wisam", "hemin", "layla", "omar", "yusuf", "tariq", "jamal"], family = ["haddad", "najjar", "fadel", "nasser", "barzan", "sabbagh", "khayyat"];
        var people = Enumerable.Range(0, 70).Select(n => $"{given[n % 10]},{family[n % 7]},19{50 + (n % 45)}-0{1 + (n % 9)}-1{n % 10}").ToArray();
        Write("one.csv", "ref,given,surname,born\n" + string.Concat(people.Select((one, n) => $"a{n},{one}\n")) + string.Concat(people.Take(25).Select((one, n) => $"b{n},{one}\n"))
            + "x1,zoltar,quenlis,\nx2,quenlis,marwolt,1971-04-09\ny1,dolmeren,istovan,1966-05-07\ny2,istovan,dolmeren,1966-05-07\n");
        var pairs = (await Table(',', "resolve", "one.csv", "--id", "ref", "--map", "name=given+surname,birth_date=born")).Rows.Skip(1).Select(row => $"{row[0]} {row[1]}").ToList();
        Assert.Contains("a0 b0", pairs);
        Assert.Contains("y1 y2", pairs);    // the two columns changed about
        Assert.DoesNotContain("x1 x2", pairs);
    }

    private static string? Refused((int Exit, string Output, string Errors) ran)
    {
        Assert.Equal(1, ran.Exit);
        return JsonDocument.Parse(ran.Output).RootElement.GetProperty("refused").GetString();
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private Task<(int Exit, string Output, string Errors)> Run(params string[] arguments) => TheProgram.RunIn(folder, TestContext.Current.CancellationToken, arguments);

    private async Task<(int Exit, List<string[]> Rows, string Errors)> Table(char parted, params string[] arguments)
    {
        var (exit, output, errors) = await Run(arguments);
        return (exit, [.. output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(parted))], errors);
    }

    private void Write(string name, string text, bool packed = false)
    {
        using Stream file = packed ? new GZipStream(File.Create(Path.Combine(folder, name + ".gz")), CompressionLevel.Fastest) : File.Create(Path.Combine(folder, name));
        using var writer = new StreamWriter(file);
        writer.Write(text);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
