using Plumbline.Core;
using Plumbline.Register.Records;

namespace Plumbline.Register.Upkeep;

/// <summary>What was derived anew and found to differ from its truth.</summary>
/// <param name="Grades">Items and statements whose current grade was not that of the history; put right.</param>
/// <param name="LooserLabels">Items and statements that were held more loosely than their history says; made as strict.</param>
/// <param name="StricterLabels">Items that are held more strictly than their history says; left, as only a sanitised item may loosen.</param>
public sealed record DerivedFinding(long Grades, long LooserLabels, long StricterLabels)
{
    /// <summary>Entities that were kept as joined otherwise than the judgements say; put right.</summary>
    public long Misjoined { get; init; }

    /// <summary>Judgements, nominations, charts and plans that were held more loosely than what they rest on; made as strict.</summary>
    public long LooserResting { get; init; }
}

/// <summary>Derives the current grade and label of items and statements again from grading, labelling and reports.</summary>
/// <remarks>Can be stopped and run again at any moment.</remarks>
public sealed class DerivedColumns(RegisterStore store, Labels labels)
{
    private const int Batch = 2_000;


    /// <summary>Compares and puts right, a transaction each few thousand items.</summary>
    public async Task<DerivedFinding> Run(CancellationToken ct)
    {
        var found = new DerivedFinding(0, 0, 0);
        for (var after = 0L; ;)
        {
            await using var writer = await Writer.Begin(store, ct);
            var items = await writer.Query<ItemLabels>("""
                select i.key, i.label as Own, i.current_label as Held, r.current_label as Report from item i join report r on r.key = i.report
                where i.key > @after order by i.key limit @Batch
                """, new { after, Batch }, ct);
            if (items.Count == 0) return found;
            var last = items[^1].Key;
            var grades = await Grades(writer, after, last, ct);
            var (looser, stricter) = await Strictness(writer, items, after, last, ct);
            await writer.Commit(ct);
            found = new DerivedFinding(found.Grades + grades, found.LooserLabels + looser, found.StricterLabels + stricter);
            after = last;
        }
    }

    private static async Task<long> Grades(Writer writer, long after, long last, CancellationToken ct)
    {
        var range = new { after, last };
        var ofItem = Last("item.key");
        var ofStatement = Last("statement.item");
        return await writer.Execute($"update item set current_grade = {ofItem} where key > @after and key <= @last and current_grade is distinct from {ofItem}", range, ct)
            + await writer.Execute($"update statement set current_grade = {ofStatement} where item > @after and item <= @last and current_grade is distinct from {ofStatement}", range, ct);
    }

    private static string Last(string item) => $"(select g.grade from grading g where g.item = {item} and g.step <> 'proposed' order by g.key desc limit 1)";

    private async Task<(long Looser, long Stricter)> Strictness(Writer writer, IReadOnlyList<ItemLabels> items, long after, long last, CancellationToken ct)
    {
        var given = (await writer.Query<(long Subject, long Label)>("select subject, label from labelling where what = 'item' and subject > @after and subject <= @last", new { after, last }, ct))
            .ToLookup(row => row.Subject, row => row.Label);
        var statements = (await writer.Query<(long Item, long Held)>("select distinct item, current_label from statement where item > @after and item <= @last", new { after, last }, ct))
            .ToLookup(row => row.Item, row => row.Held);
        var (looser, stricter) = (0L, 0L);
        foreach (var item in items)
        {
            var due = await labels.Of(item.Report, ct);
            foreach (var part in given[item.Key].Append(item.Own)) due = due.Combine(await labels.Of(part, ct));
            looser += await Hold(writer, "item", "key", item.Key, item.Held, due, ct);
            if (due.Combine(await labels.Of(item.Held, ct)) is var whole && whole.ToString() != due.ToString()) stricter++;
            foreach (var held in statements[item.Key]) looser += await Hold(writer, "statement", "item", item.Key, held, whole, ct);
        }
        return (looser, stricter);
    }

    // Never looser than it is held: a label that became stricter is not given back by a repair.
    private async Task<long> Hold(Writer writer, string table, string column, long item, long held, Label due, CancellationToken ct)
    {
        var before = await labels.Of(held, ct);
        var strict = before.Combine(due);
        if (strict.ToString() == before.ToString()) return 0;
        var key = await labels.Intern(writer, strict, ct);
        if (table == "statement") await new TouchedRecords(writer).NoteOf("item = @item", new { item }, ct);
        return await writer.Execute($"update {table} set current_label = @key where {column} = @item and current_label = @held", new { key, item, held }, ct);
    }

    private sealed record ItemLabels(long Key, long Own, long Held, long Report);
}
