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
    private static readonly Option<string> Chosen = new("--tasks") { Description = $"Some of build, {string.Join(", ", BenchTask.All.Select(task => task.Name))}", DefaultValueFactory = _ => "build,components,core,bfs,pagerank" };
    private static readonly Option<int> Repeat = new("--repeat") { Description = "How often each is run; the least time counts", DefaultValueFactory = _ => 3 };

    public static Command Make()
    {
        var command = new Command("bench", "Time the engine on a graph of pairs of numbers; writes task,seconds,cpu_seconds,peak_mb,invariant,value") { File, Vertices, Chosen, Repeat };
        command.Add(NetworkFile.Threads);
        command.Computes(async (parsed, ct) =>
        {
            var json = parsed.GetValue(CommandLine.Json);
            var path = parsed.GetValue(File)!;
            if (!System.IO.File.Exists(path)) return EngineRun.Declined(json, new("file.none", $"There is no file {path}."));
            var names = parsed.GetValue(Chosen)!.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            if (names.FirstOrDefault(name => name != "build" && !BenchTask.All.Any(task => task.Name == name)) is { } unknown) return EngineRun.Declined(json, new("network.task", $"There is no task \"{unknown}\"."));
            var (sources, targets) = Read(path);
            var effort = new Effort(Math.Max(1, parsed.GetValue(NetworkFile.Threads)));
            await using var output = PlainFiles.Out();
            await output.WriteLineAsync("task,seconds,cpu_seconds,peak_mb,invariant,value");
            var built = Build(parsed.GetValue(Vertices), sources, targets, effort, ct);
            if (built is not Outcome<GraphSnapshot>.Done { Value: var graph }) return EngineRun.Declined(json, built.Why);
            using var owned = graph;
            foreach (var name in names)
            {
                var (seconds, cpu, value) = (double.MaxValue, double.MaxValue, 0.0);
                for (var turn = 0; turn < Math.Max(1, parsed.GetValue(Repeat)); turn++)
                {
                    var (wall, spent) = (TimeProvider.System.GetTimestamp(), Cpu());
                    value = name == "build" ? Rebuilt(parsed.GetValue(Vertices), sources, targets, effort, ct) : BenchTask.All.First(task => task.Name == name).Run(graph, effort, ct);
                    (seconds, cpu) = (Math.Min(seconds, TimeProvider.System.GetElapsedTime(wall).TotalSeconds), Math.Min(cpu, Cpu() - spent));
                }
                var invariant = name == "build" ? "ties" : BenchTask.All.First(task => task.Name == name).Invariant;
                await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{name},{seconds:F4},{cpu:F4},{Process.GetCurrentProcess().PeakWorkingSet64 / 1e6:F0},{invariant},{value:R}"));
                await output.FlushAsync(ct);
            }
            await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"snapshot,,,{graph.Bytes / 1e6:F0},bytes_a_tie,{graph.Bytes / (double)Math.Max(1, graph.TieCount):F2}"));
            return new EngineRun(Answer.Done, graph.VertexCount, "network bench");
        });
        return command;
    }

    private static double Cpu() => Process.GetCurrentProcess().TotalProcessorTime.TotalSeconds;

    private static Outcome<GraphSnapshot> Build(int vertices, int[] sources, int[] targets, Effort effort, CancellationToken ct) =>
        GraphBuilder.Build(vertices, false, new() { Source = sources, Target = targets }, Repeats.First, effort, ct);

    private static double Rebuilt(int vertices, int[] sources, int[] targets, Effort effort, CancellationToken ct)
    {
        using var graph = ((Outcome<GraphSnapshot>.Done)Build(vertices, sources, targets, effort, ct)).Value;
        return graph.TieCount;
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
