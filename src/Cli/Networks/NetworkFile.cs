using System.CommandLine;
using Plumbline.Core;
using Plumbline.Networks.Files;
using Plumbline.Networks.Graphs;
using Plumbline.Networks.Measures;

namespace Plumbline.Cli.Networks;

/// <summary>The ties that a command of networks reads, with the options that all of them share.</summary>
internal sealed class NetworkFile(EdgeList ties, bool directed, Repeats repeats)
{
    private const int MostTold = 20;

    public static Argument<string> Edges { get; } = new("EDGES") { Description = "Ties: CSV with source,target[,weight,…], or GraphML, GEXF, Pajek (.net), GML, UCINET (.dl); .gz is read" };

    public static Option<string?> Nodes { get; } = new("--nodes") { Description = "CSV with a column id: vertices without ties count too, and the answer has its order" };

    public static Option<bool> Directed { get; } = new("--directed") { Description = "A tie leads from source to target only" };

    public static Option<string?> Weight { get; } = new("--weight") { Description = "Column of weights (else weight, where there is one)" };

    public static Option<string[]> Where { get; } = new("--where") { Description = "Only rows with COLUMN=VALUE, or only those with COLUMN!=VALUE; one of the first, any of the second", AllowMultipleArgumentsPerToken = true };

    public static Option<Repeats> Repeated { get; } = new("--repeats") { Description = "The weight of a pair that several rows name: Greatest, Add or First", DefaultValueFactory = _ => Repeats.Greatest };

    public static Option<int> Threads { get; } = new("--threads") { Description = "How many at once; the answer is the same", DefaultValueFactory = _ => Environment.ProcessorCount };

    public EdgeList Ties { get; } = ties;

    public bool IsDirected { get; } = directed;

    public bool HasWeights => Ties.HasWeights;

    /// <summary>Adds the options to a command.</summary>
    public static void AddTo(Command command)
    {
        command.Add(Edges);
        foreach (var option in new Option[] { Nodes, Directed, Weight, Where, Repeated, Threads }) command.Add(option);
    }

    public static Effort Effort(ParseResult parsed) => new(Math.Max(1, parsed.GetValue(Threads)), Console.IsErrorRedirected ? null : new Told());

    /// <summary>Reads what was asked for; rows that cannot be read are told on standard error.</summary>
    public static Outcome<NetworkFile> Read(ParseResult parsed, CancellationToken ct) => Read(parsed, parsed.GetValue(Weight), ct);

    /// <summary>As <see cref="Read(ParseResult, CancellationToken)"/>, with another column for the weights.</summary>
    public static Outcome<NetworkFile> Read(ParseResult parsed, string? weight, CancellationToken ct)
    {
        var (path, nodes) = (parsed.GetValue(Edges)!, parsed.GetValue(Nodes));
        foreach (var one in new[] { path, nodes })
            if (one is not null && !File.Exists(one)) return new Refusal("file.none", $"There is no file {one}.");
        var known = new VertexNames();
        if (nodes is not null)
        {
            using var list = PlainFiles.Read(nodes);
            var vertices = VertexListReader.Read(list, ct);
            if (vertices is not Outcome<(VertexNames Names, IReadOnlyList<BadRow> Bad)>.Done { Value: var read }) return vertices.Why;
            Tell(nodes, read.Bad);
            known = read.Names;
        }
        var count = known.Count;
        if (Columns(parsed, weight) is not { } columns) return new Refusal("network.where", "A condition is COLUMN=VALUE (one) or COLUMN!=VALUE.");
        using var text = PlainFiles.Read(path);
        if (GraphFormats.Of(path) is { } format && (columns.Where is not null || columns.Except.Count > 0)) return new Refusal("network.where", $"Rows of {format.Name} cannot be chosen by a column; only those of CSV can.");
        var edges = GraphFormats.Of(path) is { } other ? other.Read(text, columns.Weight, known, ct) : EdgeListReader.Read(text, columns, known, ct);
        if (edges is not Outcome<EdgeList>.Done { Value: var ties }) return edges.Why;
        Tell(path, ties.Bad);
        if (nodes is not null && known.Count > count) Console.Error.WriteLine($"{path}: {known.Count - count} ids that {nodes} does not have; they stand at the end.");
        return new NetworkFile(ties, parsed.GetValue(Directed) || ties.SaysDirected, parsed.GetValue(Repeated));
    }

    /// <summary>The graph; its caller owns it.</summary>
    public Outcome<GraphSnapshot> Build(bool directed, CancellationToken ct) => Ties.Build(directed, repeats, ct);

    private static EdgeColumns? Columns(ParseResult parsed, string? weight)
    {
        var (where, except) = (new List<(string Column, string Value)>(), new List<(string Column, string Value)>());
        foreach (var condition in parsed.GetValue(Where) ?? [])
        {
            var at = condition.IndexOf('=', StringComparison.Ordinal);
            if (at < 1) return null;
            if (condition[at - 1] == '!') except.Add((condition[..(at - 1)], condition[(at + 1)..]));
            else where.Add((condition[..at], condition[(at + 1)..]));
        }
        if (where.Count > 1) return null;
        return new(weight, where.Count == 0 ? null : where[0]) { Except = except, UsualWeight = true };
    }

    public static void Tell(string path, IReadOnlyList<BadRow> bad)
    {
        foreach (var row in bad.Take(MostTold)) Console.Error.WriteLine($"{path}:{row.Line}: {row.Why} Left out.");
        if (bad.Count > MostTold) Console.Error.WriteLine($"{path}: {bad.Count - MostTold} more rows were left out.");
    }

    private sealed class Told : IProgress<double>
    {
        private int last = -1;

        public void Report(double value)
        {
            var percent = (int)(value * 100);
            if (Interlocked.Exchange(ref last, percent) != percent) Console.Error.Write($"\r{percent,3} %\r");
        }
    }
}
