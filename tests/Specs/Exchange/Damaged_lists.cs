using CsCheck;
using Plumbline.Core;
using Plumbline.Exchange.Lists;

namespace Plumbline.Specs.Exchange;

/// <summary>Small lists, cut and with bytes changed at random: reading never throws, and says whenever something is missing.</summary>
public sealed class Damaged_lists : ListSpec
{
    private const int Times = 3_000;

    private static readonly (string Name, string Text)[] Samples =
    [
        ("un.xml", $"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<CONSOLIDATED_LIST dateGenerated=\"2026-01-01T00:00:00Z\"><INDIVIDUALS>\n{string.Concat(Enumerable.Range(1, 6).Select(UnPerson))}</INDIVIDUALS></CONSOLIDATED_LIST>\n"),
        ("sdn_2026-01-01.csv", string.Concat(Enumerable.Range(1, 8).Select(OfacRow))),
        ("uk.csv", "Last Updated,27/04/2020\nName 6,Name 1,Name 2,DOB,Group Type,Alias Type,Group ID\n" + string.Concat(Enumerable.Range(1, 8).Select(n => $"VELLMAR,Taro,\"of, the Mill\",00/00/1980,Individual,Prime Alias,{n}\n"))),
        ("sdn.xml", $"<sdnList><publshInformation><Publish_Date>01/02/2026</Publish_Date><Record_Count>4</Record_Count></publshInformation>{string.Concat(Enumerable.Range(1, 4).Select(n => $"<sdnEntry><uid>{n}</uid><lastName>VELLMAR</lastName><sdnType>Individual</sdnType></sdnEntry>\n"))}</sdnList>"),
    ];

    private static readonly Gen<(int Sample, int Cut, (int At, byte With)[] Flips)> Damage = Gen.Select(
        Gen.Int[0, Samples.Length - 1], Gen.Int[0, 4_000], Gen.Select(Gen.Int[0, 4_000], Gen.Byte).Array[0, 4]);

    [Fact]
    public void Never_make_a_reader_throw() => Damage.Sample(damage =>
    {
        var sample = Samples[damage.Sample];
        var bytes = Damaged(sample.Text, damage.Cut, damage.Flips);
        foreach (var sorted in ListFormats.Sort([ListFile.Of(sample.Name, bytes)]))
        {
            if (sorted.Set is not Outcome<ListSet>.Done { Value: var set }) continue;
            var taken = Take(set.Read(ListLimits.Default, CancellationToken.None));
            Assert.Equal(taken.Entries.Count, taken.Entries.Select(entry => entry.Key).Distinct().Count());
            Assert.All(taken.Rejects, reject => Assert.True(reject is { Line: > 0, Reason.Length: > 0, Raw.Length: <= Reject.RawLength }));
            if (taken.Reading.Fault is not null) Assert.False(taken.Reading.MayWithdraw);
        }
    }, iter: Times);

    // Rows of a CSV file stand alone: each is an entry or a reject, whatever was done to its neighbours.
    [Fact]
    public void Lose_no_row_of_a_CSV_file_silently() => Gen.Select(Gen.Int[1, 7], Gen.Int[0, 60], Gen.Char['!', '~']).Sample((row, at, with) =>
    {
        var rows = Enumerable.Range(0, 9).Select(OfacRow).ToArray();
        var damaged = rows[row].ToCharArray();
        damaged[at] = with;
        rows[row] = new string(damaged);
        var taken = Read(Text("sdn_2026-01-01.csv", string.Concat(rows)));
        Assert.Equal(rows.Length, taken.Entries.Count + taken.Rejects.Count);
        Assert.Null(taken.Reading.Fault);
    }, iter: Times);

    [Fact]
    public void Cut_off_XML_is_never_complete() => Gen.Int[120, Samples[0].Text.Length - 3].Sample(cut =>
    {
        var taken = Read(Text("un.xml", Samples[0].Text[..cut]));
        Assert.NotNull(taken.Reading.Fault);
        Assert.False(taken.Reading.Complete);
    }, iter: Times);

    private static byte[] Damaged(string text, int cut, (int At, byte With)[] flips)
    {
        var bytes = System.Text.Encoding.UTF8.GetBytes(text);
        foreach (var (at, with) in flips) bytes[at % bytes.Length] = with;
        return bytes[..Math.Min(cut == 0 ? bytes.Length : cut, bytes.Length)];
    }

    private static string UnPerson(int n) => $"<INDIVIDUAL><DATAID>{n}</DATAID><FIRST_NAME>Taro</FIRST_NAME><REFERENCE_NUMBER>TLi.{n}</REFERENCE_NUMBER><NAME_ORIGINAL_SCRIPT>تارو</NAME_ORIGINAL_SCRIPT></INDIVIDUAL>\n";

    private static string OfacRow(int n) => $"{n},\"VELLMAR, Taro {n}\",\"individual\",\"TALMARA\",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,\"DOB 1970.\"\r\n";
}
