using Plumbline.Register;
using Plumbline.Register.Questions;

namespace Plumbline.Networks.Charts;

/// <summary>Which records are one for a reader, because people judged them to be the same: on a chart they are one item, under the key of the record that leads.</summary>
internal sealed class SameRecords
{
    private readonly Dictionary<long, Joined> groups = [];
    private readonly Dictionary<long, long> leads = [];
    private readonly Dictionary<long, long> judged = [];

    private SameRecords(IEnumerable<Joined> joined)
    {
        foreach (var one in joined)
        {
            var lead = one.Lead ?? one.Records[0];
            judged[lead] = one.Judgements.Where(row => row.Verdict == "same").Select(row => row.WithdrawnAt ?? row.GivenAt).DefaultIfEmpty(0).Max();
            if (one.Records.Count == 1) continue;
            groups[lead] = one;
            foreach (var record in one.Records) leads[record] = lead;
        }
    }

    /// <summary>Reads what joins these; one question where nothing does.</summary>
    public static async Task<SameRecords> Of(Reader reader, IReadOnlyCollection<long> entities, CancellationToken ct) =>
        new(entities.Count == 0 ? [] : (await new IdentityRows(reader).Of(entities, ct)).Values);

    /// <summary>The key under which a record stands; its own where it is joined with none.</summary>
    public long Lead(long record) => leads.GetValueOrDefault(record, record);

    /// <summary>The keys under which these stand, each once, in their order.</summary>
    public IReadOnlyList<long> Leads(IEnumerable<long> records) => [.. records.Select(Lead).Distinct()];

    /// <summary>The records behind a key, in order.</summary>
    public IReadOnlyList<long> Records(long lead) => groups.TryGetValue(lead, out var joined) ? joined.Records : [lead];

    /// <summary>These with all records that are joined with them.</summary>
    public IReadOnlyList<long> Whole(IEnumerable<long> records) => [.. Leads(records).SelectMany(Records).Distinct()];

    /// <summary>The judgements in force that join the records behind a key.</summary>
    public IEnumerable<JudgementRow> Judgements(long lead) => groups.TryGetValue(lead, out var joined)
        ? joined.Judgements.Where(row => row is { IsLive: true, Verdict: "same" } && joined.Records.Contains(row.Entity) && joined.Records.Contains(row.Other)) : [];

    /// <summary>When what joins a record, or joined it, was last said or taken back; 0 where nobody judged.</summary>
    public long JudgedAt(long lead) => judged.GetValueOrDefault(lead);
}
