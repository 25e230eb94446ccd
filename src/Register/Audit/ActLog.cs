using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace Plumbline.Register;

/// <summary>Records acts that change nothing else (reads, searches, refusals) in groups: many waiting callers share one transaction.</summary>
/// <remarks>A caller gets its answer only after the group was committed. If the act cannot be recorded, it does not happen.</remarks>
public sealed class ActLog(RegisterStore store) : IDisposable
{
    private const int GroupSize = 512;
    private readonly ConcurrentQueue<(ActEntry Entry, TaskCompletionSource Done)> waiting = new();
    private readonly SemaphoreSlim turn = new(1, 1);

    /// <summary>Records one act and returns when it is safe on disk.</summary>
    public async Task Record(ActEntry entry, CancellationToken ct)
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        waiting.Enqueue((entry, done));
        // Whoever gets the turn writes for all who wait; the others find their entry already done.
        await turn.WaitAsync(ct);
        try
        {
            while (!done.Task.IsCompleted) await WriteGroup(ct);
        }
        finally
        {
            turn.Release();
        }
        await done.Task;
    }

    private async Task WriteGroup(CancellationToken ct)
    {
        var group = new List<(ActEntry Entry, TaskCompletionSource Done)>();
        while (group.Count < GroupSize && waiting.TryDequeue(out var next)) group.Add(next);
        try
        {
            await using var writer = await Writer.Begin(store, ct);
            await writer.Record([.. group.Select(g => g.Entry)], ct);
            await writer.Commit(ct);
            foreach (var (_, done) in group) done.SetResult();
        }
        catch (Exception fault)
        {
            foreach (var (_, done) in group) done.TrySetException(fault);
            throw;
        }
    }

    /// <summary>A fresh 32-byte salt for an act's content.</summary>
    internal static byte[] Salt() => RandomNumberGenerator.GetBytes(32);

    /// <inheritdoc/>
    public void Dispose() => turn.Dispose();
}
