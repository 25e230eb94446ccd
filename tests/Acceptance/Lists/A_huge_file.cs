using System.IO.Compression;
using System.Text;
using System.Text.Json;
using static Plumbline.Acceptance.Lists.FictionalLists;

namespace Plumbline.Acceptance.Lists;

/// <summary>Files made to exhaust the machine, given to the real program, whose memory is watched.</summary>
public sealed class A_huge_file : IDisposable
{
    // The program alone needs about 120.
    private const long FewMiB = 300;
    private readonly string folder = Directory.CreateTempSubdirectory("plumbline-huge-").FullName;

    [Fact]
    public async Task Of_2_GB_is_refused_before_it_is_read()
    {
        var path = Path.Combine(folder, "sdn_2026-01-01.csv");
        await using (var file = File.Create(path))
        {
            await file.WriteAsync(Row(1), TestContext.Current.CancellationToken);
            file.SetLength(2L << 30);
        }
        var (code, told, peak) = await Import(path);
        Assert.Equal((1, "file.too-large"), (code, told.GetProperty("refused").GetString()));
        Assert.InRange(peak, 1, FewMiB);
    }

    [Fact]
    public async Task With_a_line_of_100_MB_gives_that_line_back_and_takes_in_the_others()
    {
        var path = Path.Combine(folder, "sdn_2026-01-01.csv");
        await using (var file = File.Create(path))
        {
            await file.WriteAsync(Row(1), TestContext.Current.CancellationToken);
            await file.WriteAsync("2,\""u8.ToArray(), TestContext.Current.CancellationToken);
            var block = Encoding.ASCII.GetBytes(new string('x', 1 << 20));
            for (var n = 0; n < 100; n++) await file.WriteAsync(block, TestContext.Current.CancellationToken);
            await file.WriteAsync("\"\r\n"u8.ToArray(), TestContext.Current.CancellationToken);
            await file.WriteAsync(Row(3), TestContext.Current.CancellationToken);
        }
        var (code, told, peak) = await Import(path);
        Assert.Equal((0, 2, 1), (code, told.GetProperty("added").GetInt32(), told.GetProperty("rejected").GetInt32()));
        var reject = (await File.ReadAllLinesAsync(told.GetProperty("rejectsFile").GetString()!, TestContext.Current.CancellationToken))[1];
        Assert.StartsWith("sdn_2026-01-01.csv\t2\t\tThe line is longer than", reject, StringComparison.Ordinal);
        Assert.InRange(reject.Length, 100, 3_000);
        // The bytes as received are kept, so they are held once.
        Assert.InRange(peak, 1, FewMiB + 100);
    }

    [Theory, InlineData("un.xml"), InlineData("sdn_2026-01-01.csv")]
    public async Task That_unpacks_to_a_thousand_times_its_size_is_left_where_that_shows(string name)
    {
        var path = Path.Combine(folder, name + ".gz");
        await using (var gzip = new GZipStream(File.Create(path), CompressionLevel.Fastest))
        {
            await gzip.WriteAsync(name == "un.xml" ? Encoding.UTF8.GetBytes(UnText("2026-01-01", [1]).Replace("</INDIVIDUALS>", "", StringComparison.Ordinal).Split("<ENTITIES>")[0]) : Row(1), TestContext.Current.CancellationToken);
            var blanks = Encoding.ASCII.GetBytes(new string(name == "un.xml" ? ' ' : '\n', 1 << 20));
            for (var n = 0; n < 1_500; n++) await gzip.WriteAsync(blanks, TestContext.Current.CancellationToken);
        }
        var (code, told, peak) = await Import(path);
        Assert.Equal((0, 1, false), (code, told.GetProperty("added").GetInt32(), told.GetProperty("complete").GetBoolean()));
        Assert.Equal("limit", told.GetProperty("fault").GetProperty("code").GetString());
        Assert.InRange(peak, 1, FewMiB);
    }

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    private static byte[] Row(int person)
    {
        using var stream = (MemoryStream)Ofac("", "sdn", person).Open();
        return stream.ToArray();
    }

    private async Task<(int Code, JsonElement Told, long PeakMiB)> Import(string path)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The memory of a program is watched through /proc, which only Linux has.");
        var home = await ImportProcess.MakeHome(Path.Combine(folder, "home"), null);
        using var import = ImportProcess.Start(home, "import", path, "--json");
        var (code, told, peak) = await import.Watched();
        return (code, JsonDocument.Parse(told).RootElement[0], peak);
    }
}
