using System.Collections.Concurrent;
using Plumbline.Core;
using Plumbline.Register;
using Plumbline.Register.Questions;
using Plumbline.Screening.Resolution;

namespace Plumbline.Screening.Identity;

/// <summary>The persons and bodies that a reader sees, and the pairs of them worth comparing.</summary>
/// <param name="Types">Types by place.</param>
/// <param name="Label">The union of the labels of all that was compared.</param>
public sealed record VisibleRecords(IReadOnlyList<ComparedRecord> Records, IReadOnlyList<string> Types, IReadOnlyList<ComparedPair> Pairs, Label Label);

/// <summary>Compares the register's own records for a reader; kept in memory until a value or what the reader may see changes. Nothing of it is stored.</summary>
public sealed class LoadRecords(Labels labels) : IDisposable
{
    private const int Page = 2_000;
    private const int Kept = 4;

    private readonly ConcurrentDictionary<string, VisibleRecords> kept = new(StringComparer.Ordinal);
    // One at a time uses all cores as it is.
    private readonly SemaphoreSlim turn = new(1);

    /// <summary>The records.</summary>
    public async Task<VisibleRecords> Of(Reader reader, CancellationToken ct)
    {
        var rows = new ComparedValues(reader);
        // What is visible is part of the name: two readers share records only where they see the same labels.
        var name = $"{await rows.Stamp(RecordValues.Properties, ct)}|{string.Join(',', reader.VisibleLabels.Order())}";
        await turn.WaitAsync(ct);
        try
        {
            if (kept.TryGetValue(name, out var ready)) return ready;
            if (kept.Count >= Kept) kept.Clear();
            return kept[name] = await Made(rows, ct);
        }
        finally
        {
            turn.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => turn.Dispose();

    private async Task<VisibleRecords> Made(ComparedValues rows, CancellationToken ct)
    {
        List<ComparedRecord> records = [];
        List<string> types = [];
        HashSet<long> seen = [];
        for (var after = 0L; await rows.Last(after, Page, ct) is { } last; after = last)
        {
            foreach (var values in (await rows.Of(RecordValues.Properties, after, Page, ct)).GroupBy(value => value.Entity))
            {
                if (Schema.Builtin.Find(values.First().Type) is not { } type || !RecordValues.IsCompared(type)) continue;
                seen.UnionWith(values.Select(value => value.CurrentLabel));
                records.Add(RecordValues.Read(values.Key, type, values.Select(value => (value.Property, value.ValueText, value.Original))));
                types.Add(type.Name);
            }
        }
        return new VisibleRecords(records, types, RecordPairs.Of(records, ct), await labels.Union(seen, ct));
    }
}
