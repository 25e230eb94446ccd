namespace Plumbline.Register.Questions;

/// <summary>Entities that were touched, and from which moment on to ask the next time.</summary>
public sealed record Touched(long Next, IReadOnlyList<EntityRun> Entities);

/// <summary>Of which entities did something come to be said, was taken back or hidden since a moment? Keys alone: what is said, the reader asks with labels.</summary>
/// <remarks>What a transaction wrote that is still open at one question is told by a later one, and some of it twice: reading an entity twice is harmless.</remarks>
public sealed class TouchedEntities(Reader reader)
{
    /// <summary>The moment from which on to ask; taken before what is kept ready is read.</summary>
    public async Task<long> Now(CancellationToken ct) => (await reader.Ask<long>($"select {reader.SeenUpTo}", null, ct))[0];

    /// <summary>Those touched since a moment.</summary>
    public async Task<Touched> Since(long moment, CancellationToken ct)
    {
        // Rows of a moment that is still to come were brought here from another server.
        var rows = await reader.Ask<TouchedRow>($"""
            select n.moment as Next, t.first_entity as FirstEntity, t.last_entity as LastEntity
            from (select {reader.SeenUpTo} as moment) n left join touched t on t.moment >= @moment and t.moment < {reader.BeginsAfter}
            """, new { moment }, ct);
        return new Touched(rows[0].Next, EntityRun.Joined(rows.Where(row => row.FirstEntity is not null).Select(row => new EntityRun(row.FirstEntity!.Value, row.LastEntity!.Value))));
    }

    /// <summary>Keys of all labels that there are: what bears none of them was said later.</summary>
    public async Task<IReadOnlySet<long>> Labels(CancellationToken ct) => (await reader.Ask<long>("select key from label", null, ct)).ToHashSet();

    private sealed record TouchedRow(long Next, long? FirstEntity, long? LastEntity);
}
