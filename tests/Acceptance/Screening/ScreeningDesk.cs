using Plumbline.Acceptance.Lists;
using Plumbline.Acceptance.Walk;
using Plumbline.Exchange.Lists;
using Plumbline.Specs;
using Plumbline.Register;
using Plumbline.Safeguards;
using Plumbline.Screening.Watchlists;
using static Plumbline.Acceptance.Walk.Desk;

namespace Plumbline.Acceptance.Screening;

/// <summary>A desk with the sample's national list imported; helpers speak of watchlists and candidates.</summary>
internal sealed class ScreeningDesk(Desk desk) : IAsyncDisposable
{
    private readonly Labels labels = new(desk.Home.Store);
    private readonly ClearingKey clearing = new(desk.Home);
    private readonly LoadLists lists = new();

    /// <summary>A person whom the sample list does not mean, with the name of one whom it lists.</summary>
    public static PersonAsked Namesake { get; } = new("P1", "Wissam Nizar Fouad") { Births = ["1994-05-12"], Documents = ["ZN-8812345"], Nationalities = ["Zandavia"] };

    public Desk Desk => desk;

    public KeepWatchlists Keep => new(desk.Gate, TimeProvider.System);

    public ScreenPeople Screen => new(desk.Gate, labels, lists, clearing, TimeProvider.System);

    public ViewCandidates View => new(desk.Gate, labels, TimeProvider.System);

    public SettleCandidate Settle => new(desk.Gate, TimeProvider.System);

    public ClearNamesake Clear => new(desk.Gate, clearing, TimeProvider.System);

    public Visitor First { get; private set; } = null!;

    public Visitor Second { get; private set; } = null!;

    public static async Task<ScreeningDesk> Open(string engine, ThrowawayPostgres postgres)
    {
        var made = new ScreeningDesk(await Desk.Open(engine, postgres));
        var working = await made.Desk.Case("2026-014");
        made.First = await made.Desk.Officer("hawar", ["supervisor"], working);
        made.Second = await made.Desk.Officer("rima", ["supervisor"], working);
        var list = ListFile.At(Path.Combine(Repository.Root, "data/samples/lists/national-list-v1.xml"));
        Done(await made.Desk.ImportOne(made.First, list));
        return made;
    }

    /// <summary>A draft on the imported list.</summary>
    public async Task<long> Draft(string name = "National list")
    {
        var view = Done(await Keep.All(First, default));
        return Done(await Keep.Add(First, new WatchlistForm(name, Assert.Single(view.Lists), "", "sanctions-law", "Ask the duty officer; nobody is held on a name.", Day(90)), default));
    }

    /// <summary>A watchlist in use.</summary>
    public async Task<long> InUse()
    {
        var key = await Draft();
        Done(await Screen.Try(First, key, [Namesake], default));
        return Done(await Keep.Activate(Second, key, default));
    }

    public async Task<ScreeningAnswer> Run(params PersonAsked[] people) => Done(await Screen.Run(First, new ScreeningOrder("Flight ZV 118", []), people, null, default));

    /// <summary>The only candidate that is open.</summary>
    public async Task<long> OnlyOne() => Assert.Single(Done(await View.Queue(First, "open", 10, default)).Rows).Key;

    public static string Day(int ahead) => DateOnly.FromDayNumber(TimeProvider.System.Today() + ahead).ToString("O", System.Globalization.CultureInfo.InvariantCulture);

    public ValueTask DisposeAsync() => desk.DisposeAsync();
}
