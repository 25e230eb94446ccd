using System.Text.Json;
using Plumbline.Core;
using Plumbline.Networks.Disruption;
using Plumbline.Networks.Snapshots;
using Plumbline.Register;
using Plumbline.Register.Questions;
using Plumbline.Register.Records;
using Plumbline.Safeguards;

namespace Plumbline.Networks.Charts;

/// <summary>How plans are played.</summary>
/// <param name="Strategies">1 to 4 of <see cref="ComparePlans.Strategies"/>.</param>
/// <param name="Removals">How many persons at most, 1 to 10.</param>
/// <param name="Recovery"><c>none</c>, <c>degree</c>, <c>distance</c> or <c>random</c>: whom those turn to who lost somebody.</param>
/// <param name="Chance">That one of them finds a replacement within a step.</param>
/// <param name="Steps">Steps played, 1 to 60; a removal every second one.</param>
public sealed record PlanQuestion(IReadOnlyList<string> Strategies, int Removals, string Recovery, double Chance, int Steps)
{
    /// <summary>Which ties count; kin ties need a reason.</summary>
    public TieFilter Filter { get; init; } = TieFilter.Usual;

    /// <summary>Why kin ties count; kept in the log and printed.</summary>
    public string KinReason { get; init; } = "";

    /// <summary>Where chance begins.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>The form in which it is kept with a plan: the whole filter beside the reason for kinship, so that it can be played again.</summary>
    public string Kept() => JsonSerializer.Serialize(this);

    /// <summary>Reads what was kept; null where it cannot be read any more.</summary>
    public static PlanQuestion? Read(string kept)
    {
        try
        {
            return JsonSerializer.Deserialize<PlanQuestion>(kept);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

/// <summary>A step of a plan: what is left, with and without recovery.</summary>
/// <param name="Alone">Share of the items in the largest component if nobody were replaced.</param>
/// <param name="Recovered">The same with recovery.</param>
/// <param name="Efficiency">Efficiency with recovery, as a share of what it was.</param>
public readonly record struct PlanStep(Spread Alone, Spread Recovered, Spread Efficiency);

/// <summary>One plan, played.</summary>
/// <param name="Removed">Who would be removed if nobody were replaced, in the order of the strategy; shown, never kept.</param>
/// <param name="Steps">The first is before the first removal.</param>
public sealed record PlayedPlan(string Strategy, IReadOnlyList<long> Removed, IReadOnlyList<PlanStep> Steps);

/// <summary>Plans side by side, under the same luck.</summary>
/// <param name="Eligible">Persons who may be removed: suspects and convicted of this case who are no children.</param>
/// <param name="Runs">How often each was played.</param>
public sealed record PlanComparison(IReadOnlyList<PlayedPlan> Plans, IReadOnlyList<long> Eligible, int Items, int Ties, int Runs, string? KinReason);

/// <summary>A plan to keep.</summary>
/// <param name="Persons">Whom it is about; only those who may be.</param>
/// <param name="Harm">What harm may come of it, to whom, and what is done against that.</param>
/// <param name="Legality">On which law it rests and who must authorise it.</param>
public sealed record PlanForm(string Title, IReadOnlyList<long> Persons, string Harm, string Legality, PlanQuestion Assumptions);

/// <summary>Thinks through what would be left of a charted network if persons were lawfully taken out of it, and how it may recover. No advice to act; no order of persons is kept.</summary>
public sealed class ComparePlans(Gate gate, PublicIds ids, TimeProvider clock)
{
    private const int Runs = 100;
    private const int MostItems = 500;
    private const int MostRemovals = 10;
    private const int MostSteps = 60;
    private const int ShortestNote = 20;
    private const int LongestNote = 2_000;

    private static readonly Dictionary<string, DisruptionStrategy> Known = new(StringComparer.Ordinal)
    {
        ["degree"] = DisruptionStrategy.Degree,
        ["betweenness"] = DisruptionStrategy.Betweenness,
        ["modules"] = DisruptionStrategy.Modules,
        ["chance"] = DisruptionStrategy.Chance,
    };

    private static readonly Dictionary<string, RecoveryRule> Rules = new(StringComparer.Ordinal)
    {
        ["none"] = RecoveryRule.None,
        ["degree"] = RecoveryRule.ByDegree,
        ["distance"] = RecoveryRule.ByDistance,
        ["random"] = RecoveryRule.ByRole,
    };

    /// <summary>Ways to choose: most ties first, most between others first, those who join communities, by chance.</summary>
    public static IReadOnlyList<string> Strategies { get; } = [.. Known.Keys];

    /// <summary>Ways to recover.</summary>
    public static IReadOnlyList<string> Recoveries { get; } = [.. Rules.Keys];

    /// <summary>Plays plans on the ties among these entities.</summary>
    public async Task<Outcome<PlanComparison>> Run(Visitor visitor, long? chart, IReadOnlyCollection<long> entities, PlanQuestion question, CancellationToken ct)
    {
        var admitted = await gate.Admit(visitor, Actions.PlanDisruption, ct);
        if (admitted is not Outcome<Reader>.Done { Value: var reader }) return admitted.Why;
        await using var opened = reader;
        if (WhyNot(reader, entities, question) is { } why) return await gate.Refuse(reader, Actions.PlanDisruption, why, ct);
        var same = await SameRecords.Of(reader, entities, ct);
        var existing = await new EntityRows(reader).Existing(same.Whole(entities), waiting: false, ct);
        var eligible = await Eligible(reader, existing, same, ct);
        if (eligible.Count == 0) return await gate.Refuse(reader, Actions.PlanDisruption, NobodyEligible, ct);
        var seen = await new ReadTies(reader).Among(entities, ct);
        using var graph = VisibleGraph.Of(same.Leads(existing.Select(row => row.Key)), seen.Ties, question.Filter, directed: false, ct);
        var plans = question.Strategies.Distinct().Select(name => Play(graph, name, eligible, question, ct)).ToList();
        await gate.Record(reader, Actions.PlanDisruption, chart is { } key ? $"chart:{key}" : "", graph.Entities.Length, $"compare {string.Join(", ", question.Strategies)}; recovery {question.Recovery}{(question.Filter.Kin ? $"; kin: {question.KinReason.Trim()}" : "")}", ct);
        return new PlanComparison(plans, [.. eligible.Order()], graph.Entities.Length, graph.Graph.TieCount, Runs, question.Filter.Kin ? question.KinReason.Trim() : null);
    }

    /// <summary>Keeps a plan with its chart: whom it is about, as a set, under which assumptions, with what harm and on what law.</summary>
    public async Task<Outcome<long>> Keep(Visitor visitor, long chart, PlanForm form, CancellationToken ct)
    {
        var admitted = await gate.Admit(visitor, Actions.PlanDisruption, ct);
        if (admitted is not Outcome<Reader>.Done { Value: var reader }) return admitted.Why;
        await using var opened = reader;
        var charts = new ChartRows(reader);
        if (await charts.Of(chart, ct) is not { } row || await charts.Version(chart, row.Version, ct) is not { } version || ChartContent.Read(version.Content, ids) is not Outcome<ChartContent>.Done { Value: var content })
            return await gate.Refuse(reader, Actions.PlanDisruption, OpenChart.NoSuch, ct);
        var same = await SameRecords.Of(reader, [.. form.Persons, .. content.Positions.Keys], ct);
        var charted = same.Leads(content.Positions.Keys).ToHashSet();
        var chosen = same.Leads(form.Persons);
        var eligible = await Eligible(reader, await new EntityRows(reader).Existing(same.Whole(chosen), waiting: false, ct), same, ct);
        var why = WhyNot(reader, form.Persons, form.Assumptions)
            ?? (form.Title.Trim().Length is < 1 or > 120 ? new Refusal("chart.title", "Give it a title of 1 to 120 characters.")
            : chosen.Any(person => !eligible.Contains(person) || !charted.Contains(person)) ? NotEligible
            : !Long(form.Harm) ? new Refusal("plan.harm", $"Say in {ShortestNote} to {LongestNote} characters what harm may come of it, to whom, and what is done against that.")
            : !Long(form.Legality) ? new Refusal("plan.legality", $"Say in {ShortestNote} to {LongestNote} characters on which law it rests and who must authorise it.") : null);
        if (why is not null) return await gate.Refuse(reader, Actions.PlanDisruption, why, ct);
        var persons = string.Join(',', chosen.Order());
        return await gate.Perform(reader, Actions.PlanDisruption, async writer =>
        {
            var key = await new ChartRecords(writer, clock.Micros(), visitor.Officer).Plan(
                new NewPlan(chart, form.Title.Trim(), persons, form.Assumptions.Kept(), form.Harm.Trim(), form.Legality.Trim(), version.CurrentLabel), ct);
            return new Written<long>(key, $"chart:{chart},{string.Join(',', chosen.Order().Select(person => $"entity:{person}"))}", 1, $"{form.Title.Trim()}; harm: {form.Harm.Trim()}; law: {form.Legality.Trim()}");
        }, ct);
    }

    /// <summary>Plans kept with a chart.</summary>
    public async Task<Outcome<IReadOnlyList<PlanRow>>> Kept(Visitor visitor, long chart, CancellationToken ct)
    {
        var admitted = await gate.Admit(visitor, Actions.PlanDisruption, ct);
        if (admitted is not Outcome<Reader>.Done { Value: var reader }) return admitted.Why;
        await using var opened = reader;
        var charts = new ChartRows(reader);
        if (await charts.Of(chart, ct) is null) return await gate.Refuse(reader, Actions.PlanDisruption, OpenChart.NoSuch, ct);
        var plans = await charts.Plans(chart, ct);
        await gate.Record(reader, Actions.PlanDisruption, $"chart:{chart}", plans.Count, "read", ct);
        return new Outcome<IReadOnlyList<PlanRow>>.Done(plans);
    }

    private static Refusal NobodyEligible { get; } = new("plan.nobody", "Nobody on this chart is categorised as a suspect or as convicted in this case: only they can stand in a plan, and never a child.");

    private static Refusal NotEligible { get; } = new("plan.not-eligible", "Only persons of this chart who are categorised as suspects or as convicted in this case can stand in a plan, and never a child.");

    private static bool Long(string note) => note.Trim().Length is >= ShortestNote and <= LongestNote;

    private static Refusal? WhyNot(Reader reader, IReadOnlyCollection<long> entities, PlanQuestion question) =>
        reader.Standing.Case is null ? new("plan.needs-case", "Work in a case: what a person is, is said in a case.")
        : entities.Count is 0 or > MostItems ? new("chart.entities", $"Choose 1 to {MostItems} items.")
        : question.Strategies.Count is 0 or > 4 || question.Strategies.Any(name => !Known.ContainsKey(name)) ? new("plan.strategy", $"Compare 1 to 4 of {string.Join(", ", Strategies)}.")
        : !Rules.ContainsKey(question.Recovery) || question.Chance is not (>= 0 and <= 1) || question.Removals is < 1 or > MostRemovals || question.Steps is < 1 or > MostSteps
            ? new("plan.assumptions", $"1 to {MostRemovals} removals, 1 to {MostSteps} steps, a chance from 0 to 1, and recovery as one of {string.Join(", ", Recoveries)}.")
        : question.Filter.Kin ? KinRule.WhyNot(question.KinReason) : null;

    /// <summary>Suspects and convicted of the case worked in, no children. Of joined records none may say otherwise.</summary>
    private static async Task<HashSet<long>> Eligible(Reader reader, IReadOnlyList<EntityRow> existing, SameRecords same, CancellationToken ct)
    {
        var persons = existing.Where(row => Schema.Builtin.Find(row.Type)?.Is("person") == true).Select(row => row.Key).ToList();
        return persons.Count == 0 ? [] : (await new PersonRows(reader).Categories(persons, ct)).GroupBy(row => row.Person).Select(group => group.Last())
            .GroupBy(row => same.Lead(row.Person)).Where(records => records.All(row => row is { Category: "suspect" or "convicted", Child: 0 })).Select(records => records.Key).ToHashSet();
    }

    private static PlayedPlan Play(VisibleGraph graph, string name, HashSet<long> eligible, PlanQuestion question, CancellationToken ct)
    {
        bool[] forbidden = [.. graph.Entities.Select(key => !eligible.Contains(key))];
        var plan = DisruptionPlan.Of(Known[name]) with { Forbidden = forbidden, Budget = question.Removals, Seed = question.Seed };
        var effort = new Measures.Effort(Environment.ProcessorCount);
        var alone = Recovery.Play(graph.Graph, plan, new(RecoveryRule.None, 0, 2, question.Steps, Runs), effort, ct);
        var recovered = Recovery.Play(graph.Graph, plan, new(Rules[question.Recovery], question.Chance, 2, question.Steps, Runs), effort, ct);
        var whole = recovered.Efficiency[0].Mean is > 0 and var before ? before : 1;
        return new(name, [.. Dismantling.Of(graph.Graph, plan, null, ct).Order.Select(vertex => graph.Entities[vertex])],
            [.. Enumerable.Range(0, question.Steps + 1).Select(step => new PlanStep(alone.Largest[step], recovered.Largest[step], new(recovered.Efficiency[step].Mean / whole, recovered.Efficiency[step].Low / whole, recovered.Efficiency[step].High / whole)))]);
    }
}
