using Plumbline.Acceptance.Knowledge;
using Plumbline.Acceptance.Lists;
using Plumbline.Acceptance.Walk;
using Plumbline.Core;
using Plumbline.Intelligence;
using Plumbline.Safeguards;
using Plumbline.Screening.Identity;
using static Plumbline.Acceptance.Walk.Desk;

namespace Plumbline.Acceptance.Identity;

/// <summary>A bench with an analyst at it, where records are judged; helpers speak of records and judgements.</summary>
internal sealed class IdentityDesk : IAsyncDisposable
{
    private readonly LoadRecords load;
    private int told;

    private IdentityDesk(Bench bench)
    {
        Bench = bench;
        load = new LoadRecords(bench.Labels);
    }

    public Bench Bench { get; }

    public Desk Desk => Bench.Desk;

    public JudgeIdentity Judging => new(Desk.Gate, Bench.Labels, Desk.Home.Ids, TimeProvider.System);

    public ReviewIdentities Review => new(Desk.Gate, Bench.Labels, load, TimeProvider.System);

    public LearnWeights Weights => new(Desk.Gate, Bench.Labels, load, TimeProvider.System);

    public Visitor Analyst { get; private set; } = null!;

    /// <summary>Cleared for nothing that is classified.</summary>
    public Visitor Low { get; private set; } = null!;

    public static Label Secret => Done(Label.Create(new LabelDraft { Classification = 2 }));

    public static async Task<IdentityDesk> Open(string engine, ThrowawayPostgres postgres)
    {
        var made = new IdentityDesk(await Bench.Open(engine, postgres));
        var working = await made.Desk.Case("2026-014");
        made.Analyst = await made.Desk.Officer("analyst", ["analyst", "collector"], working);
        made.Low = await made.Desk.Officer("low", ["analyst", "collector"], working, clearance: 0);
        return made;
    }

    /// <summary>A person known from an item of its own.</summary>
    public async Task<long> Person(string name, Label? label = null, params (string Property, string Value)[] values)
    {
        var item = (await Bench.Items(Analyst, [$"{name}, told {++told}. {string.Join(' ', values.Select(value => value.Value))}"], label: label))[0];
        var person = await Bench.Person(Analyst, item, name);
        foreach (var (property, value) in values) await Bench.Say(Analyst, item, person, property, value);
        return person;
    }

    /// <summary>A link told in an item of its own.</summary>
    public async Task<long> Contact(long one, long other)
    {
        var item = (await Bench.Items(Analyst, [$"The two met, time {++told}."]))[0];
        return Done(await Bench.Mark.Link(Analyst, new LinkMark(item, null, "contact", one, other), default)).Entity;
    }

    /// <summary>Judges, resting on an item, so that the names need not agree.</summary>
    public async Task<Outcome<long>> Judge(Visitor visitor, long one, long other, string verdict, Label? label = null)
    {
        var item = (await Bench.Items(Analyst, [$"He says himself who he is, time {++told}."], label: label))[0];
        return await Judging.Run(visitor, new IdentityJudgement(one, other, verdict, "He says so himself.") { Items = [item] }, default);
    }

    public async Task<long> Same(long one, long other, Label? label = null) => Done(await Judge(Analyst, one, other, "same", label));

    /// <summary>Keys of the records that a visitor sees joined with one.</summary>
    public async Task<IEnumerable<long>> Joined(Visitor visitor, long entity) => (await Bench.Look(visitor, entity)).Records.Select(record => record.Key);

    /// <summary>The components that are kept, each as its sorted members.</summary>
    public async Task<IReadOnlyList<string>> Components() => [.. (await Desk.Home.Ask<(long Entity, long Component)>("select entity, component from component order by entity"))
        .GroupBy(row => row.Component, row => row.Entity).Select(group => string.Join(',', group)).Order(StringComparer.Ordinal)];

    public ValueTask DisposeAsync()
    {
        load.Dispose();
        return Bench.DisposeAsync();
    }
}
