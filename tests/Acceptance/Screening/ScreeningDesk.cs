using Plumbline.Acceptance.Lists;
using Plumbline.Acceptance.Walk;
using Plumbline.Exchange.Lists;
using Plumbline.Exchange.Receiving;
using Plumbline.Exchange.Watchlists;
using Plumbline.Intelligence;
using Plumbline.Specs;
using Plumbline.Register;
using Plumbline.Safeguards;
using Plumbline.Screening.Identity;
using Plumbline.Screening.Watchlists;
using static Plumbline.Acceptance.Walk.Desk;

namespace Plumbline.Acceptance.Screening;

/// <summary>A desk with the sample's national list imported; helpers speak of watchlists and candidates.</summary>
internal sealed class ScreeningDesk(Desk desk) : IAsyncDisposable
{
    private readonly Labels labels = new(desk.Home.Store);
    private readonly ClearingKey clearing = new(desk.Home);
    private readonly LoadLists lists = new(desk.Home, TimeProvider.System);
    private readonly Dictionary<string, Visitor> officers = [];

    /// <summary>A person whom the sample list does not mean, with the name of one whom it lists.</summary>
    public static PersonAsked Namesake { get; } = new("P1", "Wissam Nizar Fouad") { Births = ["1994-05-12"], Documents = ["ZN-8812345"], Nationalities = ["Zandavia"] };

    public Desk Desk => desk;

    public KeepWatchlists Keep => new(desk.Gate, TimeProvider.System);

    public ScreenPeople Screen => new(desk.Gate, labels, lists, clearing, TimeProvider.System);

    public ViewCandidates View => new(desk.Gate, labels, TimeProvider.System);

    public SettleCandidate Settle => new(desk.Gate, TimeProvider.System);

    public RescreenRegister Again => new(desk.Gate, labels, lists, clearing, desk.Home, TimeProvider.System);

    public CompareAgain Compare => new(desk.Gate, labels, lists, desk.Home, TimeProvider.System);

    public Nominate Nominate => new(desk.Gate, labels, desk.Home, TimeProvider.System);

    public ViewNominations Nominations => new(desk.Gate, labels, desk.Home, TimeProvider.System);

    public KeepSharedKeys Keys => new(desk.Gate, clearing, TimeProvider.System);

    public ExportWatchlist Share => new(desk.Gate, labels, desk.Home, clearing, TimeProvider.System);

    public ReceiveWatchlist Receive => new(desk.Gate, new ImportList(desk.Gate, labels, TimeProvider.System, desk.RejectsFolder()), clearing, TimeProvider.System);

    public MarkItem Mark => new(desk.Gate, labels, TimeProvider.System);

    public JudgeIdentity Judging => new(desk.Gate, labels, desk.Home.Ids, TimeProvider.System);

    public ClearNamesake Clear => new(desk.Gate, clearing, TimeProvider.System);

    public Visitor First { get; private set; } = null!;

    public Visitor Second { get; private set; } = null!;

    public static async Task<ScreeningDesk> Open(string engine, ThrowawayPostgres postgres) => await At(await Desk.Open(engine, postgres));

    /// <summary>The same at a desk that is open already, such as that of a served site.</summary>
    public static async Task<ScreeningDesk> At(Desk desk)
    {
        var made = new ScreeningDesk(desk);
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

    /// <summary>The next version of the national list: an entry got a birth date and documents, one left.</summary>
    public async Task NextVersion() => Done(await Desk.ImportOne(First, ListFile.At(Path.Combine(Repository.Root, "data/samples/lists/national-list-v2.xml")), acceptLosses: true));

    /// <summary>An officer of the case by login, made when new; of each login one.</summary>
    public async Task<Visitor> Officer(string login, params string[] roles) =>
        officers.TryGetValue(login, out var known) ? known : officers[login] = await Desk.Officer(login, roles, await Working());

    /// <summary>An item of an origin of its own, graded by two.</summary>
    public async Task<long> Item(string text, string origin, string grade = "1A", string custody = "no")
    {
        var (writer, other) = (await Officer("zhyan", "analyst", "grader"), await Officer("iyad", "grader"));
        var item = Done(await Desk.Receive.Run(writer, Report([text], origin) with { Custody = custody }, default)).Items[0];
        Assert.True(Plumbline.Core.Grade.TryParse(Plumbline.Core.GradingScheme.ThreeByFiveByTwo, grade, out var given));
        Done(await Desk.Grading.Propose(writer, new GradeProposal(item, given), default));
        Done(await Desk.Grading.Confirm(other, item, default));
        return item;
    }

    /// <summary>A new person of the register, by name and further values.</summary>
    public async Task<long> Person(long item, string name, params (string Property, string Value)[] values)
    {
        var person = Done(await Mark.Value(await Officer("zhyan", "analyst", "grader"), new ValueMark(item, null, EntityChoice.New("person"), "name") { Value = name }, default)).Entity;
        foreach (var (property, value) in values) await Say(item, person, property, value);
        return person;
    }

    /// <summary>One more value of a person.</summary>
    public async Task Say(long item, long person, string property, string value) =>
        Done(await Mark.Value(await Officer("zhyan", "analyst", "grader"), new ValueMark(item, null, EntityChoice.Existing(person), property) { Value = value }, default));

    /// <summary>Joins two records of one person, resting on an item.</summary>
    public async Task<long> Same(long one, long other, long item) =>
        Done(await Judging.Run(await Officer("zhyan", "analyst", "grader"), new IdentityJudgement(one, other, "same", "He says so himself.") { Items = [item] }, default));

    /// <summary>Key of the case that its officers work in.</summary>
    public async Task<long> Working() => (await Desk.Home.Ask<long>("select key from \"case\" where reference = '2026-014'"))[0];

    public static string Day(int ahead) => DateOnly.FromDayNumber(TimeProvider.System.Today() + ahead).ToString("O", System.Globalization.CultureInfo.InvariantCulture);

    public ValueTask DisposeAsync() => desk.DisposeAsync();
}
