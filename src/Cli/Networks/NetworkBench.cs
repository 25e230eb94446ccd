using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using Plumbline.Core;
using Plumbline.Networks.Graphs;
using Plumbline.Networks.Measures;

namespace Plumbline.Cli.Networks;

/// <summary><c>plumbline network bench GRAPH.bin</c>: how long the engine takes, with a number that another program must find too.</summary>
internal static class NetworkBench
{
    private const int Pair = 2 * sizeof(int);

    private static readonly Argument<string> File = new("GRAPH") { Description = "Pairs u < v of little-endian 32-bit numbers, nothing else" };
    private static readonly Option<int> Vertices = new("--vertices") { Description = "How many vertices there are, numbered from 0", Required = true };
    private static readonly Option<string> Chosen = new("--tasks") { Description = $"Some of build, text, {string.Join(", ", BenchTask.All.Select(task => task.Name))}", DefaultValueFactory = _ => "build,components,core,bfs,pagerank" };
    private static readonly Option<int> Repeat = new("--repeat") { Description = "How often each is run; the least time counts", DefaultValueFactory = _ => 3 };

    public static Command Make()
    {
        var command = new Command("bench", "Time the engine on a graph of pairs of numbers; writes task,seconds,cpu_seconds,peak_mb,invariant,value; the first row is that of loading the graph") { File, Vertices, Chosen, Repeat };
        command.Add(NetworkFile.Threads);
        command.Computes(async (parsed, ct) =>
        {
            var json = parsed.GetValue(CommandLine.Json);
            var path = parsed.GetValue(File)!;
            if (!System.IO.File.Exists(path)) return EngineRun.Declined(json, new("file.none", $"There is no file {path}."));
            var names = parsed.GetValue(Chosen)!.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            if (names.FirstOrDefault(name => !IsBuilding(name) && !BenchTask.All.Any(task => task.Name == name)) is { } unknown) return EngineRun.Declined(json, new("network.task", $"There is no task \"{unknown}\"."));
            var effort = new Effort(Math.Max(1, parsed.GetValue(NetworkFile.Threads)));
            var before = Resident();
            await using var output = PlainFiles.Out();
            await output.WriteLineAsync("task,seconds,cpu_seconds,peak_mb,invariant,value");
            var (begun, worked) = (TimeProvider.System.GetTimestamp(), Cpu());
            var built = Load(path, parsed.GetValue(Vertices), effort, ct);
            if (built is not Outcome<GraphSnapshot>.Done { Value: var graph }) return EngineRun.Declined(json, built.Why);
            using var owned = graph;
            var (took, peak) = (string.Create(CultureInfo.InvariantCulture, $"{TimeProvider.System.GetElapsedTime(begun).TotalSeconds:F4},{Cpu() - worked:F4}"), Peak());
            var resident = Resident();
            var grown = resident - before;
            await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"load,{took},{peak:F0},resident_mb,{resident / 1e6:F1}"));
            var (sources, targets) = names.Any(IsBuilding) ? Read(path) : ([], []);
            var named = names.Contains("text") ? TextTies.Of(parsed.GetValue(Vertices), sources, targets) : null;
            foreach (var name in names)
            {
                var (seconds, cpu, value) = (double.MaxValue, double.MaxValue, 0.0);
                for (var turn = 0; turn < Math.Max(1, parsed.GetValue(Repeat)); turn++)
                {
                    var (wall, spent) = (TimeProvider.System.GetTimestamp(), Cpu());
                    value = name == "build" ? Ties(Build(parsed.GetValue(Vertices), sources, targets, effort, ct)) : name == "text" ? Ties(named!.Build(effort, ct)) : BenchTask.All.First(task => task.Name == name).Run(graph, effort, ct);
                    (seconds, cpu) = (Math.Min(seconds, TimeProvider.System.GetElapsedTime(wall).TotalSeconds), Math.Min(cpu, Cpu() - spent));
                }
                var invariant = IsBuilding(name) ? "ties" : BenchTask.All.First(task => task.Name == name).Invariant;
                await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{name},{seconds:F4},{cpu:F4},{Peak():F0},{invariant},{value:R}"));
                await output.FlushAsync(ct);
            }
            await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"snapshot,,,{graph.Bytes / 1e6:F0},bytes_a_tie,{graph.Bytes / (double)Math.Max(1, graph.TieCount):F2}"));
            await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"resident,,,{grown / 1e6:F1},ties,{graph.TieCount}"));
            return new EngineRun(Answer.Done, graph.VertexCount, "network bench");
        });
        return command;
    }

    private static double Cpu() => Process.GetCurrentProcess().TotalProcessorTime.TotalSeconds;

    private static double Peak()
    {
        using var process = Process.GetCurrentProcess();
        return process.PeakWorkingSet64 / 1e6;
    }

    private static Outcome<GraphSnapshot> Load(string path, int vertices, Effort effort, CancellationToken ct)
    {
        using var file = System.IO.File.OpenRead(path);
        using var pairs = new PairBlock(checked((int)(file.Length / Pair)));
        file.ReadExactly(MemoryMarshal.AsBytes(pairs.Ends));
        return GraphBuilder.Build(vertices, pairs, effort, ct);
    }

    private static Outcome<GraphSnapshot> Build(int vertices, int[] sources, int[] targets, Effort effort, CancellationToken ct) =>
        GraphBuilder.Build(vertices, false, new() { Source = sources, Target = targets }, Repeats.First, effort, ct);

    private static bool IsBuilding(string name) => name is "build" or "text";

    private static double Ties(Outcome<GraphSnapshot> built)
    {
        using var graph = ((Outcome<GraphSnapshot>.Done)built).Value;
        return graph.TieCount;
    }

    /// <summary>Bytes that the process holds in memory, garbage let go.</summary>
    private static long Resident()
    {
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        using var process = Process.GetCurrentProcess();
        return process.WorkingSet64;
    }

    private static (int[] Sources, int[] Targets) Read(string path)
    {
        using var file = System.IO.File.OpenRead(path);
        var pairs = checked((int)(file.Length / Pair));
        var (sources, targets) = (new int[pairs], new int[pairs]);
        var block = new int[2 << 16];
        for (var done = 0; done < pairs;)
        {
            var count = Math.Min(block.Length / 2, pairs - done);
            file.ReadExactly(MemoryMarshal.AsBytes(block.AsSpan(0, 2 * count)));
            for (var at = 0; at < count; at++) (sources[done + at], targets[done + at]) = (block[2 * at], block[(2 * at) + 1]);
            done += count;
        }
        return (sources, targets);
    }
}
