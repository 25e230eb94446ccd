using Plumbline.Core;
using Plumbline.Networks.Snapshots;
using Plumbline.Register;
using Plumbline.Register.Questions;

namespace Plumbline.Networks.Charts;

/// <summary>Ties that exist for a reader, with the types of their ends.</summary>
/// <param name="Ties">By link.</param>
/// <param name="Types">Type of every end, by key.</param>
public sealed record SeenTies(IReadOnlyList<VisibleTie> Ties, IReadOnlyDictionary<long, EntityType> Types);

/// <summary>Reads ties in the one sense in which they exist: the link, its two end statements and both ends are seen. An end that people judged to be the same as
/// another record stands under the key of the record that leads. A fixed number of questions however many ties there are.</summary>
public sealed class ReadTies(Reader reader)
{
    private const int CaseIsLarge = 8;

    private readonly TieRows rows = new(reader);

    /// <summary>Ties of these entities and of the records that are joined with them.</summary>
    public async Task<SeenTies> At(IReadOnlyCollection<long> entities, CancellationToken ct) => entities.Count == 0 ? None : await OfRecords((await SameRecords.Of(reader, entities, ct)).Whole(entities), ct);

    /// <summary>Ties of these records, none of which is joined with one that is not among them.</summary>
    internal async Task<SeenTies> OfRecords(IReadOnlyCollection<long> records, CancellationToken ct) => await Told(await rows.At(records, ct), ct);

    /// <summary>Ties among these entities and the records that are joined with them.</summary>
    public async Task<SeenTies> Among(IReadOnlyCollection<long> entities, CancellationToken ct) =>
        entities.Count == 0 ? None : await Told(await rows.Among((await SameRecords.Of(reader, entities, ct)).Whole(entities), ct), ct);

    /// <summary>In columns, the ties told in reports of the case that the reader works in; without a case, every tie that the reader sees.</summary>
    public async Task<TieTable> Whole(CancellationToken ct)
    {
        var told = await Gathered(ct);
        var existing = await new EntityRows(reader).Existing(told.Ends, waiting: false, ct);
        var same = await SameRecords.Of(reader, told.Ends, ct);
        return told.Between(existing.Where(row => Schema.Builtin.Find(row.Type) is { IsLink: false }).ToDictionary(row => row.Key, row => same.Lead(row.Key)));
    }

    private async Task<ToldTies> Gathered(CancellationToken ct)
    {
        if (reader.Standing.Case is null) return await Walked(null, ct);
        var (items, newest) = await rows.OfCase(ct);
        // A case that holds much of the register is found faster by going through all than item by item.
        if (items.Count > newest / CaseIsLarge) return await Walked([.. items], ct);
        var told = new ToldTies();
        await rows.Told(items, told.Add, ct);
        return told;
    }

    /// <summary>Two halves at the same time, each on its own connection, told by the keys of links: the same however fast each is.</summary>
    /// <param name="items">Those that count; null for all.</param>
    private async Task<ToldTies> Walked(HashSet<long>? items, CancellationToken ct)
    {
        var (first, last) = await rows.Span(ct);
        var middle = first + ((last - first) / 2);
        await using var beside = reader.Beside();
        var (lower, upper) = (new ToldTies(), new ToldTies());
        await Task.WhenAll(Half(reader, long.MinValue, middle, lower), Half(beside, middle + 1, long.MaxValue, upper));
        lower.Append(upper);
        return lower;

        // SQLite answers where it is asked: without a task of its own the second half would wait for the first.
        Task Half(Reader by, long from, long to, ToldTies into) => Task.Run(() => new TieRows(by).All(from, to, items is null ? into.Add : end => { if (items.Contains(end.Item)) into.Add(end); }, ct), ct);
    }

    private static SeenTies None { get; } = new([], new Dictionary<long, EntityType>());

    private async Task<SeenTies> Told(IReadOnlyList<TieEndRow> ends, CancellationToken ct)
    {
        if (ends.Count == 0) return None;
        long[] targets = [.. ends.Select(end => end.Target).Distinct()];
        var existing = await new EntityRows(reader).Existing(targets, waiting: false, ct);
        var types = existing.Select(row => (row.Key, Type: Schema.Builtin.Find(row.Type))).Where(row => row.Type is { IsLink: false }).ToDictionary(row => row.Key, row => row.Type!);
        var same = await SameRecords.Of(reader, targets, ct);
        var leading = types.GroupBy(one => same.Lead(one.Key)).ToDictionary(one => one.Key, one => types.GetValueOrDefault(one.Key, one.First().Value));
        // What ties two records of one person to each other ties nobody to anybody.
        return new([.. VisibleTie.Of(ends, types.ContainsKey).Select(tie => (Was: tie, Is: tie with { Source = same.Lead(tie.Source), Target = same.Lead(tie.Target) }))
            .Where(tie => tie.Is.Source != tie.Is.Target || tie.Was.Source == tie.Was.Target).Select(tie => tie.Is)], leading);
    }
}
