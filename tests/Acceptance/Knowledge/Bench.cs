using Plumbline.Acceptance.Walk;
using Plumbline.Core;
using Plumbline.Exchange.Export;
using Plumbline.Intelligence;
using Plumbline.Register;
using Plumbline.Register.Audit;
using Plumbline.Register.Search;
using Plumbline.Safeguards;
using static Plumbline.Acceptance.Walk.Desk;

namespace Plumbline.Acceptance.Knowledge;

/// <summary>A desk where items are marked, with a search index beside it; helpers speak the domain.</summary>
internal sealed class Bench : IAsyncDisposable
{
    private Bench(Desk desk)
    {
        Desk = desk;
        Labels = new Labels(desk.Home.Store);
    }

    public Desk Desk { get; }

    public Labels Labels { get; }

    public SearchIndex Index { get; } = SearchIndex.InMemory();

    public MarkItem Mark => new(Desk.Gate, Labels, TimeProvider.System);

    public AcceptMark Accept => new(Desk.Gate, Labels, TimeProvider.System);

    public WithdrawStatement Withdraw => new(Desk.Gate, TimeProvider.System);

    public ViewMarks Marks => new(Desk.Gate, Labels);

    public ViewEntity Entities => new(Desk.Gate, Labels);

    public CheckValue Check => new(Desk.Gate, Labels);

    public SetCategory Category => new(Desk.Gate, TimeProvider.System);

    public RecordOutcome Outcome => new(Desk.Gate, TimeProvider.System);

    public ClearCustody Custody => new(Desk.Gate, TimeProvider.System);

    public ExportEntity Export => new(Desk.Gate, Labels, Desk.Home, TimeProvider.System);

    public static async Task<Bench> Open(string engine, ThrowawayPostgres postgres) => new(await Desk.Open(engine, postgres));

    /// <summary>The keys of a report's items.</summary>
    public async Task<IReadOnlyList<long>> Items(Visitor visitor, string[] texts, string? origin = null, Label? label = null, string custody = "no") =>
        Done(await Desk.Receive.Run(visitor, Report(texts, origin, label) with { Custody = custody }, default)).Items;

    /// <summary>A new person by a name that stands in the item.</summary>
    public async Task<long> Person(Visitor visitor, long item, string name) => (await New(visitor, item, "person", "name", name)).Entity;

    /// <summary>A new entity by one value.</summary>
    public async Task<Marked> New(Visitor visitor, long item, string type, string property, string value) =>
        Done(await Mark.Value(visitor, new ValueMark(item, null, EntityChoice.New(type), property) { Value = value }, default));

    /// <summary>One more value of an entity.</summary>
    public async Task<Marked> Say(Visitor visitor, long item, long entity, string property, string value, string? caption = null) =>
        Done(await Mark.Value(visitor, new ValueMark(item, null, EntityChoice.Existing(entity), property) { Value = value, Caption = caption }, default));

    /// <summary>Grades an item, two officers at work.</summary>
    public async Task Grade(Visitor grader, Visitor other, long item, string grade)
    {
        Assert.True(Core.Grade.TryParse(GradingScheme.ThreeByFiveByTwo, grade, out var given));
        Done(await Desk.Grading.Propose(grader, new GradeProposal(item, given), default));
        Done(await Desk.Grading.Confirm(other, item, default));
    }

    public async Task<EntityPicture> Look(Visitor visitor, long entity) => Done(await Entities.Run(visitor, entity, default));

    /// <summary>The search, with the index brought up to the log.</summary>
    public async Task<Find> Find()
    {
        await new Sequencer(Desk.Home.Store, TimeProvider.System).Run(default);
        await new SearchFeed(Desk.Home.Store, Index).Run(durable: false, default);
        return new Find(Desk.Gate, Labels, Index);
    }

    public ValueTask DisposeAsync()
    {
        Index.Dispose();
        return Desk.DisposeAsync();
    }
}
