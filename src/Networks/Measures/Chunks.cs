namespace Plumbline.Networks.Measures;

/// <summary>Work cut into numbered chunks that threads take in turn. How it is cut never depends on the threads, so that sums are always taken in one order.</summary>
internal static class Chunks
{
    /// <summary>Runs chunk 0 to before <paramref name="count"/>; each thread makes one state and keeps it.</summary>
    /// <exception cref="OperationCanceledException">Checked before each chunk.</exception>
    public static void Run<TState>(int count, Effort effort, Func<TState> make, Action<TState, int> work, CancellationToken ct)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(effort.Threads, 1);
        ct.ThrowIfCancellationRequested();
        var (next, done) = (0, 0);
        var helpers = new Task[Math.Clamp(Math.Min(effort.Threads, count) - 1, 0, int.MaxValue)];
        // A thread of its own for each: the pool adds threads slowly, and these run long.
        for (var at = 0; at < helpers.Length; at++) helpers[at] = Task.Factory.StartNew(Take, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        try
        {
            Take();
        }
        finally
        {
            Volatile.Write(ref next, count);
            Task.WhenAll(helpers).GetAwaiter().GetResult();
        }

        void Take()
        {
            var state = make();
            try
            {
                for (var chunk = Interlocked.Increment(ref next) - 1; chunk < count && chunk >= 0; chunk = Interlocked.Increment(ref next) - 1)
                {
                    ct.ThrowIfCancellationRequested();
                    work(state, chunk);
                    effort.Progress?.Report(Interlocked.Increment(ref done) / (double)count);
                }
            }
            finally
            {
                (state as IDisposable)?.Dispose();
            }
        }
    }

    /// <summary>Runs chunks that need no state.</summary>
    public static void Run(int count, Effort effort, Action<int> work, CancellationToken ct) =>
        Run(count, effort, () => 0, (_, chunk) => work(chunk), ct);

    /// <summary>Cuts n vertices into ranges of about equally many arcs (and vertices), at most <paramref name="most"/> of them.</summary>
    /// <returns>The ends of the ranges, from 0 to n.</returns>
    public static int[] ByArcs(ReadOnlySpan<long> offsets, int most)
    {
        var n = offsets.Length - 1;
        var cuts = new List<int> { 0 };
        var (whole, cut) = (offsets[n] + n, 1L);
        for (var vertex = 0; vertex < n; vertex++)
        {
            if (offsets[vertex + 1] + vertex + 1 < whole * cut / most && vertex + 1 < n) continue;
            cuts.Add(vertex + 1);
            while (cut < most && offsets[vertex + 1] + vertex + 1 >= whole * cut / most) cut++;
        }
        return [.. cuts];
    }
}
