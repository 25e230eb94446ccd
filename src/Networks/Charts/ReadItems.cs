using Plumbline.Core;
using Plumbline.Networks.Snapshots;
using Plumbline.Register;
using Plumbline.Register.Questions;

namespace Plumbline.Networks.Charts;

/// <summary>Puts together what one reader sees of entities and ties that stand on a chart, in a fixed number of questions.</summary>
internal sealed class ReadItems(Reader reader, Labels labels)
{
    /// <summary>Items with faces and badges, and the ties given among what is then on the chart.</summary>
    /// <param name="entities">New ones; those that do not exist for the reader are left out.</param>
    /// <param name="onChart">What else stands there already.</param>
    /// <param name="seen">When each was last taken note of; null for what is new.</param>
    public async Task<ChartPart> Of(IReadOnlyCollection<long> entities, IReadOnlyCollection<long> onChart, IReadOnlyDictionary<long, long>? seen, CancellationToken ct)
    {
        if (entities.Count == 0) return new([], [], 0, 0);
        var same = await SameRecords.Of(reader, [.. entities, .. onChart], ct);
        var (leads, records) = (same.Leads(entities), same.Whole(entities));
        var statements = (await new StatementRows(reader).About(records, ct)).ToLookup(row => same.Lead(row.Entity));
        var around = await new ReadTies(reader).OfRecords(records, ct);
        var there = leads.Where(key => statements[key].Any()).Concat(onChart.Select(same.Lead)).ToHashSet();
        var drawn = around.Ties.Where(tie => there.Contains(tie.Source) && there.Contains(tie.Target)).ToList();
        var hidden = Hidden(around.Ties, there);
        var categories = await Categories([.. leads.Where(key => statements[key].Any() && Schema.Builtin.Find(statements[key].First().Type)?.Is("person") == true).SelectMany(same.Records)], ct);
        var changes = seen is null ? [] : await Changes([.. records, .. drawn.Select(tie => tie.Link)], ct);
        var items = new List<ChartItem>(leads.Count);
        foreach (var key in leads)
        {
            List<StatementRow> about = [.. statements[key]];
            if (about.Count == 0 || Schema.Builtin.Find(about[0].Type) is not { IsLink: false } type) continue;
            List<CategoryRow> own = [.. same.Records(key).Select(record => categories.GetValueOrDefault(record)).OfType<CategoryRow>().OrderBy(row => row.Key)];
            var state = about.All(row => row.WithdrawnAt is not null) ? ChartState.Withdrawn : same.Records(key).Select(Since).Append(Joined(key)).Max();
            var joins = await labels.Union(same.Judgements(key).Select(row => row.CurrentLabel), ct);
            // A child in one record is a child in all: the protection is not lost by joining.
            items.Add(new(key, type, about, own.LastOrDefault()?.Category, own.Any(row => row.Child == 1), hidden.GetValueOrDefault(key)?.Count ?? 0,
                (await labels.Union(about.Select(row => row.CurrentLabel), ct)).Combine(joins), state)
            { Records = same.Records(key), Joins = joins });
        }
        var ties = new List<ChartTie>(drawn.Count);
        foreach (var tie in drawn) ties.Add(new(tie, await labels.Union(tie.Ends.Select(end => end.Label), ct), Since(tie.Link)));
        return new(items, ties, items.Count, items.Count);

        ChartState Since(long key) => seen is not null && seen.TryGetValue(key, out var at) && changes.GetValueOrDefault(key) > at ? ChartState.Changed : ChartState.Current;

        ChartState Joined(long lead) => seen is not null && same.Records(lead).Any(record => seen.TryGetValue(record, out var at) && same.JudgedAt(lead) > at) ? ChartState.Changed : ChartState.Current;
    }

    private async Task<Dictionary<long, CategoryRow>> Categories(IReadOnlyCollection<long> persons, CancellationToken ct) =>
        persons.Count == 0 ? [] : (await new PersonRows(reader).Categories(persons, ct)).GroupBy(row => row.Person).ToDictionary(group => group.Key, group => group.Last());

    private async Task<Dictionary<long, long>> Changes(IReadOnlyCollection<long> keys, CancellationToken ct)
    {
        var rows = new ChartRows(reader);
        var found = (await rows.Changed(keys, ct)).ToDictionary(row => row.Entity, row => row.ChangedAt);
        foreach (var row in await rows.Regraded(keys, ct)) found[row.Entity] = Math.Max(found.GetValueOrDefault(row.Entity), row.ChangedAt);
        return found;
    }

    private static Dictionary<long, HashSet<long>> Hidden(IReadOnlyList<VisibleTie> ties, HashSet<long> there)
    {
        var hidden = new Dictionary<long, HashSet<long>>();
        foreach (var tie in ties)
        {
            if (there.Contains(tie.Source) && !there.Contains(tie.Target)) Add(tie.Source, tie.Target);
            if (there.Contains(tie.Target) && !there.Contains(tie.Source)) Add(tie.Target, tie.Source);
        }
        return hidden;

        void Add(long of, long other)
        {
            if (!hidden.TryGetValue(of, out var found)) hidden[of] = found = [];
            found.Add(other);
        }
    }
}
