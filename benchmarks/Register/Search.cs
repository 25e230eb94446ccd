using System.Diagnostics;
using Plumbline.Core;
using Plumbline.Register.Search;

namespace Plumbline.Benchmarks.Register;

/// <summary>Search over generated statements and items: 2,000 labels, of which the reader may see 200.</summary>
public static class Search
{
    private const int Labels = 2_000;
    private const int Visible = 200;
    private const int Runs = 40;

    /// <param name="args">Number of documents; 100,000 and 1,000,000 if none is given.</param>
    public static void Run(string[] args)
    {
        foreach (var size in args.Length > 0 ? args.Select(int.Parse) : [100_000, 1_000_000]) Measure(size);
    }

    private static void Measure(int size)
    {
        var folder = Directory.CreateTempSubdirectory("plumbline-bench-").FullName;
        try
        {
            using var index = ((Outcome<SearchIndex>.Done)SearchIndex.Open(folder)).Value;
            var watch = Stopwatch.StartNew();
            foreach (var batch in new SearchSample(seed: 7).Documents(size).Chunk(50_000)) index.Put(batch, CancellationToken.None);
            index.Commit(size);
            var megabytes = Directory.GetFiles(folder).Sum(file => new FileInfo(file).Length) / 1e6;
            Console.WriteLine($"{size:N0} documents: {watch.Elapsed.TotalSeconds:F1} s, {size / watch.Elapsed.TotalSeconds:N0}/s, {megabytes:F0} MB on disk");
            Ask(index);
            Update(index, size);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Ask(SearchIndex index)
    {
        var filter = new SearchFilter(new LabelSet(Enumerable.Range(1, Visible).Select(label => (long)label * Labels / Visible)));
        var sample = new SearchSample(seed: 8);
        List<double> all = [];
        Console.WriteLine("  kind of query          p50 ms  p95 ms  max ms      hits");
        foreach (var kind in SearchSample.Kinds)
        {
            List<double> times = [];
            long hits = 0;
            for (var run = 0; run < Runs + 2; run++)
            {
                var query = sample.Query(kind);
                var watch = Stopwatch.StartNew();
                var answer = index.Search(SearchQuery.Read(query), filter, 20, CancellationToken.None);
                if (run < 2) continue;   // the first ones pay for the compiler
                times.Add(watch.Elapsed.TotalMilliseconds);
                hits += answer.Total;
            }

            all.AddRange(times);
            Print(kind, times, hits / Runs);
        }

        Print("all together", all, 0);
    }

    private static void Update(SearchIndex index, int size)
    {
        List<double> times = [];
        var documents = new SearchSample(seed: 9).Documents(size).Take(100).ToList();
        for (var run = 0; run < 50; run++)
        {
            var watch = Stopwatch.StartNew();
            index.Put(documents.Skip(run % 90).Take(10), CancellationToken.None);
            index.Publish(size + run);
            times.Add(watch.Elapsed.TotalMilliseconds);
        }

        Print("10 changes published", times, 0);
    }

    private static void Print(string what, List<double> times, long hits)
    {
        times.Sort();
        Console.WriteLine($"  {what,-22} {times[times.Count / 2],6:F1}  {times[times.Count * 95 / 100],6:F1}  {times[^1],6:F1}  {hits,8:N0}");
    }
}
