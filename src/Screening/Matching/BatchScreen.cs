namespace Plumbline.Screening.Matching;

/// <summary>Screens many names against one list, as a passenger list has them: each different name once, and those that begin alike one after the other, so that what they have in common is still near.</summary>
/// <remarks>The rows are those that <see cref="Screener.Screen(PreparedName, Func{int, float}?)"/> gives for each name by itself, to the byte, whatever the number of threads.</remarks>
public static class BatchScreen
{
    private const int Together = 32;   // names that one thread takes at a time

    /// <summary>Screens on all cores.</summary>
    /// <typeparam name="TBench">What one thread works with.</typeparam>
    /// <param name="index">The list.</param>
    /// <param name="queries">The names; null where one cannot be read, which is passed over.</param>
    /// <param name="bench">Makes what one thread works with.</param>
    /// <param name="take">Takes the place of a query, which comes once, and asks for its rows with what other evidence adds for an entity. Called on several threads, in any order.</param>
    /// <param name="done">Told how many queries more are done; on several threads; null for nobody.</param>
    /// <param name="ct">Checked for each different name.</param>
    public static void Run<TBench>(CandidateIndex index, IReadOnlyList<PreparedName?> queries, Func<TBench> bench, Action<int, Func<Func<int, float>?, IReadOnlyList<ScreenRow>>, TBench> take, Action<int>? done, CancellationToken ct)
    {
        var order = Enumerable.Range(0, queries.Count).Where(n => queries[n] is not null).ToArray();
        Array.Sort(order, (one, other) => PartOrder.Compare(queries[one]!, queries[other]!) is not 0 and var by ? by : one.CompareTo(other));
        List<int> starts = [];
        for (var n = 0; n < order.Length; n++) if (n == 0 || PartOrder.Compare(queries[order[n - 1]]!, queries[order[n]]!) != 0) starts.Add(n);
        starts.Add(order.Length);
        var blocks = (starts.Count - 1 + Together - 1) / Together;
        Parallel.For(0, blocks, new ParallelOptions { CancellationToken = ct, MaxDegreeOfParallelism = Environment.ProcessorCount }, () => (Screener: new Screener(index), Own: bench()), (block, _, local) =>
        {
            Func<Func<int, float>?, IReadOnlyList<ScreenRow>> rows = local.Screener.Rows;
            for (var n = block * Together; n < Math.Min(starts.Count - 1, (block + 1) * Together); n++)
            {
                ct.ThrowIfCancellationRequested();
                local.Screener.Weigh(queries[order[starts[n]]]!);
                for (var same = starts[n]; same < starts[n + 1]; same++) take(order[same], rows, local.Own);
                done?.Invoke(starts[n + 1] - starts[n]);
            }
            return local;
        }, _ => { });
    }
}
