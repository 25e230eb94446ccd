using Plumbline.Exchange.Lists;

namespace Plumbline.Specs.Exchange;

public sealed class The_genuine_lists : ListSpec
{
    private const string Folder = "data/lists/";

    private static Taken Genuine(params string[] names) => Read([.. names.Select(name => ListFile.At(SharedData.File(Folder + name)))]);

    private static void Whole(Taken taken, int entries)
    {
        Assert.Null(taken.Reading.Fault);
        Assert.Empty(taken.Rejects);
        Assert.Equal(entries, taken.Entries.Count);
        Assert.True(taken.Reading.MayWithdraw);
        Assert.Equal(entries, taken.Entries.Select(entry => entry.Key).Distinct().Count());
        Assert.All(taken.Entries, entry => Assert.Contains(entry.Values, value => value.Property == "name"));
        Dump(taken);
    }

    private static void Dump(Taken taken)
    {
        if (Environment.GetEnvironmentVariable("DUMP") is not { } folder) return;
        using var text = File.CreateText(Path.Combine(folder, taken.Reading.Header.Format + ".txt"));
        text.WriteLine(taken.Reading.Header);
        foreach (var note in taken.Reading.Notes) text.WriteLine(note);
        foreach (var entry in taken.Entries)
        {
            text.WriteLine($"== {entry.Key} {entry.TypeName} @{entry.Line}\n{entry.Text}");
            foreach (var value in entry.Values) text.WriteLine($"   {value.Property} = {value.Text} | {value.Original} | {value.Note} | {value.Name?.Encode()} | {value.Date}");
        }
    }

    [Fact]
    public void Of_the_United_Nations_are_read_whole()
    {
        var taken = Genuine("un_consolidated_2024-10-16_half.xml.gz");
        Whole(taken, 445);
        Assert.Equal(339, taken.Entries.Count(entry => entry.TypeName == "person"));
        Assert.Equal("2024-10-16T00:00:02Z", taken.Reading.Header.Version);
    }

    [Fact]
    public void Of_OFAC_are_read_whole()
    {
        var taken = Genuine("ofac_alt_2021-07.csv.gz", "ofac_sdn_2021-07.csv.gz", "ofac_add_2021-07.csv.gz");
        Whole(taken, 8_976);
        Assert.Equal(4_620, taken.Entries.Count(entry => entry.TypeName == "person"));
        Assert.Equal("2021-07", taken.Reading.Header.Version);
    }

    [Fact]
    public void Of_OFAC_in_XML_are_read_whole()
    {
        var taken = Genuine("ofac_consolidated_non-sdn_2020-03-17.xml.gz");
        Whole(taken, 375);
        Assert.Equal(new DateOnly(2020, 3, 17), taken.Reading.Header.Date);
    }

    [Fact]
    public void Of_the_European_Union_are_read_whole() => Whole(Genuine("eu_fsf_sample_2021-03.xml.gz"), 7);

    [Fact]
    public void Of_the_United_Kingdom_are_read_whole()
    {
        var taken = Genuine("uk_hmt_conlist_2020-04-27.csv.gz");
        Whole(taken, 2_114);
        Assert.Contains(taken.Reading.Notes, note => note.Said.Code is "encoding.western" or "encoding.stray");
    }

    // 14,166 lines: the header, 14,160 records and five line ends inside quoted fields.
    [Fact]
    public void Of_the_United_States_screening_list_are_read_whole() => Whole(Genuine("us_csl_2022-05.csv.gz"), 14_160);
}
