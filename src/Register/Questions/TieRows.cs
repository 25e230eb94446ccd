using System.Data.Common;

namespace Plumbline.Register.Questions;

/// <summary>One end statement of a link: which link, which end, who stands there, on what it rests.</summary>
/// <param name="Property">1 for the source, 2 for the target.</param>
/// <param name="Target">Key of the entity at this end.</param>
/// <param name="Origin">Key of the origin of its item; null where none was recorded.</param>
public sealed record TieEndRow(long Key, long Link, string Type, long Property, long Target, long Item, long? Origin, string Nature, long? Grade, long Label, long? ValidFrom, long? ValidTo, string? ValidText, long RecordedAt);

/// <summary>One end statement as a graph needs it: a struct, as there may be millions.</summary>
/// <param name="Link">Key of the link.</param>
/// <param name="Type">The link's type.</param>
/// <param name="IsSource">Whether this is the end that the link comes from.</param>
/// <param name="Target">Key of the entity at this end.</param>
/// <param name="Item">Key of the item that told of it.</param>
/// <param name="Grade">Code of the item's grade; null for none.</param>
/// <param name="From">First day, as a day number.</param>
/// <param name="To">Last day.</param>
public readonly record struct LeanEnd(long Link, string Type, bool IsSource, long Target, long Item, long? Grade, long? From, long? To);

/// <summary>Which live end statements of links does this reader see? A link is more than its statements: whether both ends exist is the next question.</summary>
public sealed class TieRows(Reader reader)
{
    // Above every code of a grade.
    private const long HasDays = 1L << 32;

    private const string Columns = """
        s.key, s.entity as Link, e.type, s.property, s.target, s.item, i.origin, s.nature, s.current_grade as Grade, s.current_label as Label,
        s.valid_from as ValidFrom, s.valid_to as ValidTo, s.valid_text as ValidText, s.recorded_at as RecordedAt
        """;

    // The words of the index of ties, which answers only what asks in them.
    private const string Live = "s.property in (1, 2) and s.target is not null and s.waiting = 0 and s.withdrawn_at is null";

    private string Ends => $"from statement s join entity e on e.key = s.entity join item i on i.key = s.item where {Live} and {reader.Sees("s.current_label")}";

    /// <summary>Both end statements of every link that has a visible end at one of these entities; by link, then key.</summary>
    public Task<IReadOnlyList<TieEndRow>> At(IReadOnlyCollection<long> entities, CancellationToken ct) => Found($"""
        s.entity in (select n.entity from statement n where {reader.OneOf("n.target", "keys")} and n.target is not null and n.property in (1, 2) and n.waiting = 0 and n.withdrawn_at is null and {reader.Sees("n.current_label")})
        """, entities, ct);

    /// <summary>Both end statements of every link whose two ends are among these entities; by link, then key.</summary>
    public Task<IReadOnlyList<TieEndRow>> Among(IReadOnlyCollection<long> entities, CancellationToken ct) => Found($"""
        s.entity in (select a.entity from statement a join statement b on b.entity = a.entity and b.property = 2 and b.waiting = 0 and b.withdrawn_at is null and {reader.Sees("b.current_label")}
          where {reader.OneOf("a.target", "keys")} and a.target is not null and a.property = 1 and a.waiting = 0 and a.withdrawn_at is null and {reader.Sees("a.current_label")} and {reader.OneOf("b.target", "keys")})
        """, entities, ct);

    // Answered by the index of ties alone, in its order: neither items nor whole statements are looked at. Each column that is
    // fetched costs as much as finding the row: a target and its side, and a grade and whether there are days, share one.
    private string LeanEnds => $"""
        select s.entity, 2 * s.target + s.property - 1, s.item,
          coalesce(s.current_grade, 0) + case when s.valid_from is null and s.valid_to is null then 0 else {HasDays} end, s.valid_from, s.valid_to, e.type
        from statement s join entity e on e.key = s.entity where {Live} and {reader.Sees("s.current_label")}
        """;

    /// <summary>Goes through every end statement of links that the reader sees, in the order of links, then of statements.</summary>
    /// <param name="from">Key of the first link.</param>
    /// <param name="to">Key of the last.</param>
    public Task All(long from, long to, Action<LeanEnd> each, CancellationToken ct) =>
        reader.Walk($"{LeanEnds} and s.entity between @from and @to order by s.entity, s.key", new { from, to }, Lean(each), ct);

    /// <summary>Goes through the end statements that these items told, in the same order.</summary>
    public Task Told(IReadOnlyCollection<long> items, Action<LeanEnd> each, CancellationToken ct) =>
        reader.Walk($"{LeanEnds} and {reader.OneOf("s.item", "keys")} order by s.entity, s.key", new { keys = reader.Keys(items) }, Lean(each), ct);

    /// <summary>The first and the last link with an end that the reader sees, by key; 0 for none.</summary>
    public async Task<(long First, long Last)> Span(CancellationToken ct)
    {
        return (await Found("asc"), await Found("desc"));

        async Task<long> Found(string order) => (await reader.Ask<long>($"select s.entity from statement s where {Live} and {reader.Sees("s.current_label")} order by s.entity {order} limit 1", null, ct)).FirstOrDefault();
    }

    /// <summary>Keys of the items in reports of the case that the reader works in, and the key of the newest item that the reader sees.</summary>
    public async Task<(IReadOnlyCollection<long> Items, long Newest)> OfCase(CancellationToken ct) => (
        await reader.Ask<long>($"select i.key from item i join report r on r.key = i.report where r.case_key = @working and {reader.Sees("r.current_label")}", new { working = reader.Standing.Case ?? 0 }, ct),
        (await reader.Ask<long>($"select i.key from item i where {reader.Sees("i.current_label")} order by i.key desc limit 1", null, ct)).FirstOrDefault());

    private Task<IReadOnlyList<TieEndRow>> Found(string which, IReadOnlyCollection<long> entities, CancellationToken ct) => reader.Ask(
        $"select {Columns} {Ends} and {which} order by s.entity, s.key", new { keys = reader.Keys(entities) }, Row(), ct);

    /// <summary>Makes rows of <see cref="Columns"/>; words that come again and again are kept once.</summary>
    private static Func<DbDataReader, TieEndRow> Row()
    {
        var (type, nature) = ("", "");
        return row => new(row.GetInt64(0), row.GetInt64(1), Again(row.GetString(2), ref type), row.GetInt64(3), row.GetInt64(4), row.GetInt64(5), Number(row, 6), Again(row.GetString(7), ref nature), Number(row, 8), row.GetInt64(9),
            Number(row, 10), Number(row, 11), row.IsDBNull(12) ? null : row.GetString(12), row.GetInt64(13));

    }

    private static Action<DbDataReader> Lean(Action<LeanEnd> each)
    {
        var (link, type) = (0L, "");
        return row =>
        {
            if (row.GetInt64(0) is var next && next != link) (link, type) = (next, Again(row.GetString(6), ref type));
            var (end, grade) = (row.GetInt64(1), row.GetInt64(3));
            var dated = grade >= HasDays;
            if (dated) grade -= HasDays;
            each(new(link, type, end % 2 == 0, end / 2, row.GetInt64(2), grade == 0 ? null : grade, dated ? Number(row, 4) : null, dated ? Number(row, 5) : null));
        };
    }

    private static string Again(string word, ref string last) => word == last ? last : last = word;

    private static long? Number(DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetInt64(column);
}
