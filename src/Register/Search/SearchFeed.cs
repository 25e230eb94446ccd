using System.Globalization;
using Dapper;
using Plumbline.Core;

namespace Plumbline.Register.Search;

/// <summary>Keeps the search index after the register: reads the sequenced acts in leaf order and indexes anew what each of them touched.</summary>
/// <remarks>One process at a time owns the index. Applying an act twice is harmless, so a crash costs nothing but repetition.</remarks>
public sealed class SearchFeed(RegisterStore store, SearchIndex index)
{
    private const int Leaves = 5_000;
    private const int Batch = 2_000;

    // What these acts touch is read, not changed.
    private const string Changing = "('report.receive', 'note.write', 'grade.propose', 'grade.confirm', 'regrade', 'mark', 'mark.propose', 'mark.accept', 'statement.withdraw', 'item.complete', 'import')";

    /// <summary>Applies all acts that the index has not seen, and makes them visible.</summary>
    /// <param name="durable">Whether to write the index to disk as well; without, the next start repeats the work.</param>
    /// <returns>How many documents were written.</returns>
    public async Task<long> Run(bool durable, CancellationToken ct)
    {
        var written = 0L;
        await using var db = await store.Open(ct);
        while (true)
        {
            var acts = (await db.QueryAsync<(long Leaf, byte[] Hash, string Action, string Objects)>(new CommandDefinition(
                "select l.leaf, l.hash, a.action, a.objects from audit_leaf l join act a on a.key = l.act where l.leaf > @after order by l.leaf limit @Leaves",
                new { after = index.AppliedTo, Leaves }, cancellationToken: ct))).AsList();
            if (acts.Count == 0) break;
            var touched = await Touched(db, acts.Where(act => Changing.Contains($"'{act.Action}'", StringComparison.Ordinal)).SelectMany(act => act.Objects.Split(',')), ct);
            foreach (var keys in touched.Chunk(Batch)) written += await Put(db, keys, ct);
            // The hash read with the act, not asked for afterwards: a database that lost the leaf meanwhile gives its number to another.
            index.Note(acts[^1].Leaf, Convert.ToHexStringLower(acts[^1].Hash));
            index.Publish(acts[^1].Leaf);
        }
        if (durable && written > 0) index.Commit(index.AppliedTo);
        return written;
    }

    private async Task<IReadOnlyList<long>> Touched(System.Data.Common.DbConnection db, IEnumerable<string> objects, CancellationToken ct)
    {
        var items = new SortedSet<long>();
        var reports = new SortedSet<long>();
        foreach (var one in objects)
        {
            var colon = one.IndexOf(':', StringComparison.Ordinal);
            if (colon < 0 || !long.TryParse(one.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var key)) continue;
            if (one.StartsWith("item:", StringComparison.Ordinal)) items.Add(key);
            else if (one.StartsWith("report:", StringComparison.Ordinal)) reports.Add(key);
        }
        if (reports.Count > 0)
            items.UnionWith(await db.QueryAsync<long>(new CommandDefinition($"select key from item where {store.Dialect.OneOf("report", "keys")}",
                new { keys = store.Dialect.KeyList(reports) }, cancellationToken: ct)));
        return [.. items];
    }

    private async Task<long> Put(System.Data.Common.DbConnection db, IReadOnlyCollection<long> items, CancellationToken ct)
    {
        var keys = new { keys = store.Dialect.KeyList(items) };
        var texts = (await db.QueryAsync<ItemText>(new CommandDefinition($"""
            select key, report, text, language, kind, current_label as CurrentLabel, current_grade as CurrentGrade, date_text as DateText, date_from as DateFrom, date_to as DateTo
            from item where {store.Dialect.OneOf("key", "keys")} and withdrawn_at is null order by key
            """, keys, cancellationToken: ct))).AsList();
        index.Put(texts.Select(item => new SearchDocument(SearchKind.Item, item.Key, item.Report, item.CurrentLabel, item.Kind, [new SearchText(item.Text, item.Language)])
        {
            Grade = item.CurrentGrade,
            Earliest = item.DateText is null ? null : (int)item.DateFrom,
            Latest = item.DateText is null ? null : (int)item.DateTo,
        }), ct);
        index.Remove(items.Except(texts.Select(item => item.Key)).Select(key => SearchId.Of(SearchKind.Item, key)));
        return texts.Count + await PutStatements(db, keys, ct);
    }

    private async Task<long> PutStatements(System.Data.Common.DbConnection db, object keys, CancellationToken ct)
    {
        var rows = (await db.QueryAsync<StatementText>(new CommandDefinition($"""
            select s.key, s.entity, e.type, s.property, s.value_text as ValueText, s.value_key as ValueKey, s.value_parts as ValueParts, s.original, s.language,
              s.current_label as CurrentLabel, s.current_grade as CurrentGrade, s.value_from as ValueFrom, s.value_to as ValueTo, s.waiting, s.withdrawn_at as WithdrawnAt
            from statement s join entity e on e.key = s.entity where {store.Dialect.OneOf("s.item", "keys")} order by s.key
            """, keys, cancellationToken: ct))).AsList();
        var live = rows.Where(row => row.WithdrawnAt is null && row.Waiting == 0 && Selects(row)).ToList();
        index.Put(live.Select(row => new SearchDocument(SearchKind.Statement, row.Key, row.Entity, row.CurrentLabel, row.Type,
        [
            // Names and identifiers are never stemmed; free text is, in its language.
            new SearchText(row.ValueText, row.Language, row.ValueParts is not null),
            .. row.Original is { } original ? [new SearchText(original, row.Language, row.ValueParts is not null)] : Array.Empty<SearchText>(),
            .. row.ValueKey != row.ValueText ? [new SearchText(row.ValueKey, null, IsName: true)] : Array.Empty<SearchText>(),
        ])
        {
            Property = (int)row.Property,
            Grade = row.CurrentGrade,
            Earliest = (int?)row.ValueFrom,
            Latest = (int?)row.ValueTo,
        }), ct);
        index.Remove(rows.Except(live).Select(row => SearchId.Of(SearchKind.Statement, row.Key)));
        return live.Count;
    }

    // Nobody is found by kinship, household or origin: what must select nobody is not in the index at all.
    private static bool Selects(StatementText row) => !Schema.Builtin.TryProperty((int)row.Property, out var property)
        || (!property.IsReference && property.Selects(row.ValueText));

    private sealed record ItemText(long Key, long Report, string Text, string Language, string Kind, long CurrentLabel, long? CurrentGrade, string? DateText, long DateFrom, long DateTo);

    private sealed record StatementText(long Key, long Entity, string Type, long Property, string ValueText, string ValueKey, string? ValueParts, string? Original, string Language,
        long CurrentLabel, long? CurrentGrade, long? ValueFrom, long? ValueTo, long Waiting, long? WithdrawnAt);
}
