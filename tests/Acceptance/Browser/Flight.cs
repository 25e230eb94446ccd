using System.Text;
using Microsoft.Playwright;
using Plumbline.Acceptance.Lists;

namespace Plumbline.Acceptance.Browser;

/// <summary>A passenger list, composed at run time: people whose names a published list has, spelled as clerks spell, among invented ones who must pass in silence.</summary>
/// <param name="Same">Somebody listed, in Latin letters, with the listed birth date.</param>
/// <param name="Unsure">Somebody else listed, in Arabic letters, with the listed birth date.</param>
/// <param name="Namesake">Who has the name of a third, in Latin letters, with a birth date and a passport of their own.</param>
/// <param name="NameOnly">Who has the name of a fourth, in Arabic letters, and nothing besides.</param>
internal sealed record Flight(Flight.Passenger Same, Flight.Passenger Unsure, Flight.Passenger Namesake, Flight.Passenger NameOnly)
{
    /// <summary>A line of the table.</summary>
    /// <param name="Entry">Reference of the entry whose name it is.</param>
    public sealed record Passenger(string Id, string Name, string Birth, string Document, UnList.Person Entry);

    // Invented, so that nobody is meant; two scripts, with and without a birth date.
    private static readonly string[] Strangers =
    [
        "Torvek Elmar Quandisson", "Marwolt Vantreker Quenlis", "Selva Nerin Tovak", "Oddvin Brastel Harnoway", "Yulketta Prosmer Vandrik", "Ingmore Tessaly Wexcombe", "Belquis Ormandel Thranby", "Pellworm Astrick Jovandel",
        "Kestrin Abelwick Formosel", "Dovrenna Mistelbach Aquorn", "Halvward Spendrick Norumel", "Lisbetha Corvandy Streng", "نوزاد هيمن سالار", "زرياب توفيل قندسون", "برجس هلمند طوفاني", "كوليت سمرند بازوك", "شيرزان بيوار كلاله", "رنگين هوراز دلوفان",
    ];

    /// <summary>How many pass in silence.</summary>
    public static int Silent => Strangers.Length;

    public Passenger[] Listed => [Same, Unsure, Namesake, NameOnly];

    /// <summary>Everybody aboard.</summary>
    public int People => Strangers.Length + Listed.Length;

    /// <summary>Takes the first of the list whose names serve, each once.</summary>
    public static Flight Compose(CancellationToken ct)
    {
        var people = UnList.People(ct);
        var latin = people.Where(person => !UnList.HeardLatin(person.Latin).Equals(person.Latin, StringComparison.OrdinalIgnoreCase)).ToList();
        var arabic = people.Except(latin.Take(2)).Where(person => UnList.TypedArabic(person.Arabic) != person.Arabic).ToList();
        return new Flight(
            new("P-101", UnList.HeardLatin(latin[0].Latin), latin[0].Birth, "", latin[0]),
            new("P-102", UnList.TypedArabic(arabic[0].Arabic), arabic[0].Birth, "", arabic[0]),
            new("P-103", UnList.HeardLatin(latin[1].Latin), "2001-03-14", "ZV-7781204", latin[1]),
            new("P-104", UnList.TypedArabic(arabic[1].Arabic), "", "", arabic[1]));
    }

    /// <summary>The table as an airline's clerk would send it.</summary>
    public FilePayload Table()
    {
        var text = new StringBuilder("id,name,birth_date,document\n");
        var listed = Listed;
        for (var n = 0; n < Strangers.Length; n++)
        {
            text.Append($"S-{n + 1:D2},{Strangers[n]},{(n % 2 == 0 ? $"19{70 + n}-0{1 + (n % 9)}-1{n % 10}" : "")},\n");
            if (n < listed.Length) text.Append($"{listed[n].Id},{listed[n].Name},{listed[n].Birth},{listed[n].Document}\n");
        }
        return new FilePayload { Name = "flight-zv-118.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(text.ToString()) };
    }
}
