using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace Plumbline.Register;

/// <summary>Records acts that change nothing else (reads, searches, refusals) in groups: many waiting callers share one transaction.</summary>
/// <remarks>A caller gets its answer only after the group was committed. If the act cannot be recorded, it does not happen.</remarks>
public sealed class ActLog(RegisterStore store) : IDisposable
{
    private const int GroupSize = 512;
    private readonly ConcurrentQueue<(ActEntry Entry, TaskCompletionSource Done)> waiting = new();
    private Task writing = Task.CompletedTask;
    private int isWriting;

    /// <summary>Records one act and returns when it is safe on disk. Whoever gives up waiting may find it recorded all the same.</summary>
    public Task Record(ActEntry entry, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        waiting.Enqueue((entry, done));
        // What comes while one group is written becomes the next one.
        if (Interlocked.Exchange(ref isWriting, 1) == 0) writing = Task.Run(WriteAll, CancellationToken.None);
        return done.Task.WaitAsync(ct);
    }

    private async Task WriteAll()
    {
        do
        {
            while (!waiting.IsEmpty) await WriteGroup();
            Interlocked.Exchange(ref isWriting, 0);
        }
        // Somebody may have come between the last look and the word that nobody writes.
        while (!waiting.IsEmpty && Interlocked.Exchange(ref isWriting, 1) == 0);
    }

    private async Task WriteGroup()
    {
        var group = new List<(ActEntry Entry, TaskCompletionSource Done)>();
        while (group.Count < GroupSize && waiting.TryDequeue(out var next)) group.Add(next);
        try
        {
            await using var writer = await Writer.Begin(store, CancellationToken.None);
            await writer.Record([.. group.Select(g => g.Entry)], CancellationToken.None);
            await writer.Commit(CancellationToken.None);
            foreach (var (_, done) in group) done.SetResult();
        }
#pragma warning disable CA1031 // Every caller of the group gets the fault, whatever it is; the next group is tried.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            foreach (var (_, done) in group) done.TrySetException(fault);
        }
    }

    /// <summary>A fresh 32-byte salt for an act's content.</summary>
    internal static byte[] Salt() => RandomNumberGenerator.GetBytes(32);

    /// <summary>Waits until what waits is recorded.</summary>
    public void Dispose() => writing.GetAwaiter().GetResult();
}
