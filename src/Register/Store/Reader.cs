using System.Data.Common;
using System.Globalization;
using Dapper;

namespace Plumbline.Register;

/// <summary>Who reads, what for and in which case; carries the labels that this reader may see and is the only way to ask the register about content.</summary>
/// <remarks>Made by the gate of Safeguards only. One connection, opened at the first question; not thread-safe; dispose it.</remarks>
public sealed class Reader(RegisterStore store, Standing standing, IReadOnlyCollection<long> visibleLabels) : IAsyncDisposable
{
    private readonly object labels = store.Dialect.KeyList(visibleLabels);
    private DbConnection? db;

    /// <summary>The officer, purpose and case behind this reader.</summary>
    public Standing Standing { get; } = standing;

    /// <summary>Keys of the labels that may be seen; everything else answers like what does not exist.</summary>
    public IReadOnlyCollection<long> VisibleLabels { get; } = visibleLabels;

    /// <summary>The visibility filter on a label column. Every question that touches statements, items or reports contains it.</summary>
    /// <param name="column">Such as <c>s.current_label</c>.</param>
    public string Sees(string column) => store.Dialect.OneOf(column, "visible");

    /// <summary>A test that a column is one of the keys in a parameter made by <see cref="Keys"/>.</summary>
    public string OneOf(string column, string parameter) => store.Dialect.OneOf(column, parameter);

    /// <summary>The moment before which all that was written is seen by the question in which it stands.</summary>
    internal string SeenUpTo => store.Dialect.SeenUpTo();

    /// <summary>The moment from which on nothing is seen by the question in which it stands.</summary>
    internal string BeginsAfter => store.Dialect.BeginsAfter();

    /// <summary>A set of keys as a parameter.</summary>
    public object Keys(IReadOnlyCollection<long> keys) => store.Dialect.KeyList(keys);

    /// <summary>Another that sees the same, for what is asked at the same time: each has a connection of its own. The caller disposes it.</summary>
    public Reader Beside() => new(store, Standing, VisibleLabels);

    /// <summary>Asks one question. The parameters gain <c>@visible</c>.</summary>
    public async Task<IReadOnlyList<T>> Ask<T>(string sql, object? args, CancellationToken ct)
    {
        db ??= await store.Open(ct);
        store.Asked?.Invoke(sql);
        var parameters = new DynamicParameters(args);
        parameters.Add("visible", labels);
        return (await db.QueryAsync<T>(new CommandDefinition(sql, parameters, cancellationToken: ct))).AsList();
    }

    /// <summary>Asks one question whose rows may be millions: each is made by the asker, column by column.</summary>
    public async Task<IReadOnlyList<T>> Ask<T>(string sql, object? args, Func<DbDataReader, T> row, CancellationToken ct)
    {
        var rows = new List<T>();
        await Walk(sql, args, each => rows.Add(row(each)), ct);
        return rows;
    }

    /// <summary>Asks one question and goes through its rows, of which none is kept.</summary>
    public async Task Walk(string sql, object? args, Action<DbDataReader> each, CancellationToken ct)
    {
        db ??= await store.Open(ct);
        store.Asked?.Invoke(sql);
        var parameters = new DynamicParameters(args);
        parameters.Add("visible", labels);
        await using var answer = await db.ExecuteReaderAsync(new CommandDefinition(sql, parameters, cancellationToken: ct));
        while (await answer.ReadAsync(ct)) each(answer);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => db?.DisposeAsync() ?? ValueTask.CompletedTask;
}

/// <summary>Where an officer stands while working: who, in which roles, for which purpose and case, through which channel.</summary>
/// <param name="Officer">Key of the officer.</param>
/// <param name="Roles">Roles in force, in policy order.</param>
/// <param name="Channel"><c>cli</c>, <c>web</c> or <c>api</c>.</param>
/// <param name="Epoch">The rights epoch under which this was worked out; a later epoch makes it void.</param>
public sealed record Standing(long Officer, IReadOnlyList<string> Roles, string Channel, long Epoch)
{
    /// <summary>Key of the purpose stated; null before the first.</summary>
    public long? Purpose { get; init; }

    /// <summary>Code of the purpose, such as <c>investigation</c>; empty before the first.</summary>
    public string PurposeCode { get; init; } = "";

    /// <summary>Key of the case worked in; null without one.</summary>
    public long? Case { get; init; }

    /// <summary>On whose instruction, in the officer's words.</summary>
    public string? OnInstructionOf { get; init; }

    /// <summary>An audit entry in this standing.</summary>
    public ActEntry Act(long at, string action, string objects = "", long count = 0, string outcome = "done", string content = "") =>
        new(at, Officer, string.Join(',', Roles), Channel, action, objects, count, outcome, content)
        {
            OnInstructionOf = OnInstructionOf,
            Purpose = Purpose,
            Case = Case,
        };

    /// <inheritdoc/>
    public override string ToString() => Officer.ToString(CultureInfo.InvariantCulture);
}
