using Plumbline.Exchange.People;
using Plumbline.Screening.Watchlists;

namespace Plumbline.Cli.Demo;

/// <summary>The national list is tried and put to use, and the passengers of a flight are screened against it; what it suggests waits for the officers.</summary>
internal sealed class ScreeningScenes(Stage stage)
{
    private const string People = "passengers.csv";

    public IEnumerable<Scene> All()
    {
        var now = SampleCase.At(stage.Script.Now);
        return [new Scene(now.AddDays(-3), "screening", PutToUse), new Scene(now.AddHours(-20), "screening", Screen)];
    }

    private async Task PutToUse(CancellationToken ct)
    {
        var (hawar, samira) = (await stage.Cast.At("hawar", "2026-014", ct: ct), await stage.Cast.At("samira", "2026-014", ct: ct));
        if (stage.Take("watchlists", await stage.Use<KeepWatchlists>().All(hawar, ct)) is not { Lists: [var list, ..] }) return;
        var review = DateOnly.FromDateTime(SampleCase.At(stage.Script.Now).Date).AddMonths(6).ToString("O", System.Globalization.CultureInfo.InvariantCulture);
        var form = new WatchlistForm("القائمة الوطنية", list, "", "sanctions-law", "لا يُحتجز أحد بسبب اسم. اتصل بالضابط المناوب وقارن الوثيقة.", review);
        var key = stage.Take("watchlist", await stage.Use<KeepWatchlists>().Add(hawar, form, ct));
        using (var sample = Passengers()) stage.Take("watchlist tried", await stage.Use<ScreenPeople>().Try(hawar, key, PeopleTable.Read(sample), ct));
        stage.Take("watchlist in use", await stage.Use<KeepWatchlists>().Activate(samira, key, ct));
    }

    private async Task Screen(CancellationToken ct)
    {
        using var table = Passengers();
        stage.Take("screening", await stage.Use<ScreenPeople>().Run(await stage.Cast.At("rima", "2026-014", ct: ct), new ScreeningOrder("ZV 118 · Talmara", []), PeopleTable.Read(table), null, ct));
    }

    private PlainTable Passengers() => new(() => PlainFiles.Read(Path.Combine(stage.Folder, People)));
}
