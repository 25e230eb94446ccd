using System.IO.Compression;
using System.Text;
using Plumbline.Exchange.Lists;
using Plumbline.Exchange.Receiving;
using static Plumbline.Acceptance.Lists.FictionalLists;
using static Plumbline.Acceptance.Lists.ListDesk;
using static Plumbline.Acceptance.Walk.Desk;

namespace Plumbline.Acceptance.Lists;

public sealed class A_bad_file(ThrowawayPostgres postgres)
{
    private static readonly string Good = UnText("2026-01-01", Enumerable.Range(1, 3));

    [Fact]
    public async Task With_bad_rows_gives_them_back_with_line_and_reason_and_keeps_the_good_ones()
    {
        await using var desk = await Open("sqlite", postgres);
        var officer = await desk.Officer("grader", ["grader"], await desk.Case("2026-014"));
        List(await desk.ImportOne(officer, Ofac("sdn_2026-01-01.csv", "sdn", 1, 2, 3, 4)));
        var rows = Encoding.UTF8.GetString(Bytes(Ofac("", "sdn", 1, 2))) + "three,\"VELLMAR\tTaro\",too few\r\n" + Encoding.UTF8.GetString(Bytes(Ofac("", "sdn", 4)));
        var list = List(await desk.ImportOne(officer, Utf8("sdn_2026-02-01.csv", rows)));

        // Number 3 is not withdrawn: it may be the row that could not be read.
        Assert.Equal((0, 0, 3, 1, 0), Story(list));
        var told = await File.ReadAllLinesAsync(list.RejectsFile!, TestContext.Current.CancellationToken);
        Assert.Equal(["file\tline\tfield\treason\trecord", "sdn_2026-02-01.csv\t3\t\t3 fields where 12 were expected.\tthree,\"VELLMAR\\tTaro\",too few"], told);
        Assert.Equal(Path.Combine(desk.RejectsFolder(), Path.GetFileName(list.RejectsFile!)), list.RejectsFile);
        Assert.Single(Directory.GetFiles(desk.RejectsFolder()));
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task Counts_the_bad_rows_as_they_are_read_when_it_goes_on(string engine)
    {
        await using var desk = await Open(engine, postgres);
        var officer = await desk.Officer("grader", ["grader"], await desk.Case("2026-014"));
        var file = Utf8("sdn_2026-02-01.csv", Encoding.UTF8.GetString(Bytes(Ofac("", "sdn", 1, 2))) + "three,too few\r\n");
        Assert.Equal((2, 0, 0, 1, 0), Story(List(await desk.ImportOne(officer, file))));
        // As a program leaves it that was cut off before its last step and that could not read two rows more.
        await desk.Home.Ask<long>("update import_record set state = 'running', rejected = 3, finished_at = null returning key");
        Assert.Equal((2, 0, 0, 1, 0), Story(List(await desk.ImportOne(officer, file))));
        Assert.Equal(["done 1"], await desk.Home.Ask<string>("select state || ' ' || rejected from import_record"));
    }

    [Fact]
    public async Task Without_one_good_row_is_refused_with_line_and_reason_and_leaves_nothing()
    {
        await using var desk = await Open("sqlite", postgres);
        var officer = await desk.Officer("grader", ["grader"], await desk.Case("2026-014"));
        var why = Why(await desk.ImportOne(officer, Utf8("sdn_2026-01-01.csv", "1,-0- ,\"individual\",\"T\",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- \r\n")));
        Assert.Equal(("list.nothing", "sdn_2026-01-01.csv, line 1: SDN_Name: The entry has no name."), (why.Code, why.Detail));
        Assert.Equal(0, Assert.Single(await desk.Home.Ask<long>("select (select count(*) from report) + (select count(*) from file) + (select count(*) from import_record)")));
        Assert.Empty(Directory.GetFiles(desk.RejectsFolder()));
    }

    [Theory]
    [InlineData("<!DOCTYPE l [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]>", "&b;")]
    [InlineData("<!DOCTYPE l [<!ENTITY a SYSTEM \"file:///etc/hostname\">]>", "&a;")]
    [InlineData("<!DOCTYPE l SYSTEM \"http://127.0.0.1:9/l.dtd\">", "")]
    public async Task With_a_document_type_or_entities_is_refused(string doctype, string text)
    {
        var why = Why(await ImportAlone(Utf8("un.xml", Good.Replace("?>\n", "?>\n" + doctype, StringComparison.Ordinal).Replace("Talmara", text, StringComparison.Ordinal))));
        Assert.Equal("list.nothing", why.Code);
        Assert.StartsWith("un.xml, line 2, column", why.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_a_bare_ampersand_is_mended_and_says_where()
    {
        var list = List(await ImportAlone(Utf8("un.xml", Good.Replace("The Miller 2", "Mill & Sons", StringComparison.Ordinal))));
        Assert.Equal((3, 0, 0, 0, 0), Story(list));
        Assert.Contains(list.Notes, note => note is { Line: 4, Said.Code: "repair.ampersand" });
    }

    [Fact]
    public async Task With_a_stray_tag_keeps_what_came_before_and_says_where()
    {
        var list = List(await ImportAlone(Utf8("un.xml", Good.Replace("The Miller 3", "The <b>Miller 3", StringComparison.Ordinal))));
        Assert.Equal((2, false), (list.Added, list.Complete));
        Assert.Equal(("malformed", 5L), (list.Fault!.Code, list.Fault.Line));
    }

    [Theory, InlineData("windows-1251"), InlineData("utf-16"), InlineData("klingon")]
    public async Task That_lies_about_its_encoding_is_read_by_its_bytes(string declared)
    {
        await using var desk = await Open("sqlite", postgres);
        var officer = await desk.Officer("grader", ["grader"], await desk.Case("2026-014"));
        var list = List(await desk.ImportOne(officer, Utf8("un.xml", Good.Replace("UTF-8", declared, StringComparison.Ordinal))));
        Assert.Contains(list.Notes, note => note.Said.Code.StartsWith("encoding.", StringComparison.Ordinal));
        Assert.Contains("تارو ڤلمار 1", await desk.Home.Ask<string>("select value_text from statement"));
    }

    [Theory]
    [InlineData(1252, "VELLMAR, Joaquín Ñandú", "Joaquín Ñandú VELLMAR")]
    [InlineData(1256, "فلمار, طارق", "طارق فلمار")]
    public async Task In_an_old_code_page_is_read_as_what_its_bytes_look_like(int page, string written, string name)
    {
        await using var desk = await Open("sqlite", postgres);
        var officer = await desk.Officer("grader", ["grader"], await desk.Case("2026-014"));
        var bytes = CodePagesEncodingProvider.Instance.GetEncoding(page)!.GetBytes(Encoding.UTF8.GetString(Bytes(Ofac("", "sdn", 1))).Replace("VELLMAR, Taro 1", written, StringComparison.Ordinal));
        var list = List(await desk.ImportOne(officer, ListFile.Of("sdn_2026-01-01.csv", bytes)));
        Assert.Contains(list.Notes, note => note.Said.Code.StartsWith("encoding.", StringComparison.Ordinal));
        Assert.Contains(name, await desk.Home.Ask<string>("select value_text from statement"));
    }

    [Fact]
    public async Task That_names_an_entry_twice_keeps_both()
    {
        var list = List(await ImportAlone(Ofac("sdn_2026-01-01.csv", "sdn", 1, 2, 1)));
        Assert.Equal((3, 0, 0, 0, 0), Story(list));
        Assert.Contains(list.Notes, note => note is { Said.Code: "key.repeated", Line: 3 });
    }

    [Fact]
    public async Task That_is_packed_and_cut_off_keeps_what_came_before()
    {
        var packed = Packed(UnText("2026-01-01", Enumerable.Range(1, 2_000)));
        var list = List(await ImportAlone(ListFile.Of("un.xml.gz", packed[..(packed.Length / 2)])));
        Assert.True(list is { Complete: false, Added: > 100 and < 2_000, Withdrawn: 0 });
        Assert.Equal("un.xml.gz", list.Fault!.File);
    }

    [Theory, InlineData(""), InlineData(" \r\n\r\n"), InlineData("\u001A")]
    public async Task That_is_empty_is_refused(string text) => Assert.Equal("list.empty", Why(await ImportAlone(Utf8("sdn.csv", text))).Code);

    [Fact]
    public async Task In_no_known_form_is_kept_whole_and_says_which_forms_are_known()
    {
        var kept = Assert.IsType<ReceivedContent.Document>(Done(await ImportAlone(Utf8("towns.csv", "town,people\nKarvath,12000\n")))).Report;
        Assert.Equal("attachment", kept.Format);
        Assert.Contains(kept.Notes, note => note.Code == "document.no-list");
    }

    [Fact]
    public async Task Stops_no_other_file_of_the_command()
    {
        await using var desk = await Open("sqlite", postgres);
        var officer = await desk.Officer("grader", ["grader"], await desk.Case("2026-014"));
        var results = await desk.Import(officer, [Utf8("bad.csv", ""), Ofac("alt.csv", "alt", 1), Utf8("un.xml", Good), Utf8("note.txt", "A van at the mill.")]);
        Assert.Equal(
            ["alt.csv: list.main-missing", "bad.csv: list.empty", "note.txt: in", "un.xml: in"],
            results.Select(result => $"{result.Files[0]}: {(result.Outcome is Core.Outcome<ReceivedContent>.Refused refused ? refused.Why.Code : "in")}").Order(StringComparer.Ordinal));
    }

    private async Task<Core.Outcome<ReceivedContent>> ImportAlone(ListFile file)
    {
        await using var desk = await Open("sqlite", postgres);
        return await desk.ImportOne(await desk.Officer("grader", ["grader"], await desk.Case("2026-014")), file);
    }

    private static Core.Refusal Why(Core.Outcome<ReceivedContent> outcome) => Assert.IsType<Core.Outcome<ReceivedContent>.Refused>(outcome).Why;

    private static ListFile Utf8(string name, string text) => ListFile.Of(name, Encoding.UTF8.GetBytes(text));

    private static byte[] Bytes(ListFile file)
    {
        using var stream = (MemoryStream)file.Open();
        return stream.ToArray();
    }

    private static byte[] Packed(string text)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest)) gzip.Write(Encoding.UTF8.GetBytes(text));
        return packed.ToArray();
    }
}
