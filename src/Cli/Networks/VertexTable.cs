using Plumbline.Core;
using Plumbline.Networks.Files;

namespace Plumbline.Cli.Networks;

/// <summary>Columns about the vertices of a graph from a CSV file with the column id; what could not be used is told on standard error.</summary>
internal static class VertexTable
{
    public static Outcome<VertexColumns> Read(string path, NamedGraph named, string[] needed, string[] also, CancellationToken ct)
    {
        if (!File.Exists(path)) return new Refusal("file.none", $"There is no file {path}.");
        using var text = PlainFiles.Read(path);
        var read = VertexColumns.Read(text, named.Ids, needed, also, ct);
        if (read is not Outcome<VertexColumns>.Done { Value: var table }) return read.Why with { Detail = $"{path}: {read.Why.Detail}" };
        NetworkFile.Tell(path, table.Bad);
        if (table.Unknown > 0) Console.Error.WriteLine($"{path}: {table.Unknown} rows of ids that the network has not were left out.");
        return table;
    }
}
