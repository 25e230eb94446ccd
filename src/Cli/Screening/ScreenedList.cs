using Plumbline.Core;
using Plumbline.Exchange.Lists;
using Plumbline.Exchange.People;
using Plumbline.Screening.Watchlists;

namespace Plumbline.Cli.Screening;

/// <summary>Lists to screen against: any that <c>import</c> reads, or a table of entity_id, kind and name with several rows an entity.</summary>
internal sealed class ScreenedList
{
    /// <summary>The entries with their names.</summary>
    public ListedNames Entries { get; } = new();

    /// <summary>Rows that could not be read, each with its reason.</summary>
    public List<string> Rejected { get; } = [];

    /// <summary>Reads the files.</summary>
    /// <returns>A refusal names the file that is no list.</returns>
    public static Outcome<ScreenedList> Read(IReadOnlyList<string> paths, CancellationToken ct)
    {
        var list = new ScreenedList();
        var files = new List<ListFile>();
        foreach (var path in paths)
        {
            if (!File.Exists(path)) return new Refusal("file.none", $"There is no file {path}.");
            if (IsTable(path)) list.ReadTable(path, ct);
            else files.Add(ListFile.At(path));
        }
        foreach (var sorted in ListFormats.Sort(files))
        {
            if (sorted.Set is not Outcome<ListSet>.Done { Value: var set }) return sorted.Set.Why;
            var reading = set.Read(null, ct);
            foreach (var row in reading.Rows())
            {
                if (row is ListRow.Read { Entry: var entry }) list.Add(entry);
                else if (row is ListRow.Refused { Reject: var reject }) list.Rejected.Add(reject.ToString());
            }
            if (reading.Fault is { } fault) return new Refusal("list.fault", fault.ToString());
        }
        if (list.Entries.Names.Count == 0) return new Refusal("list.no-names", "There is no name in the list.");
        list.Entries.Close(ct);
        list.Rejected.AddRange(list.Entries.Unreadable);
        return list;
    }

    private static bool IsTable(string path)
    {
        using var head = PlainFiles.Read(path);
        var first = head.ReadLine() ?? "";
        return first.Split('\t') is var columns && columns.Contains("entity_id") && columns.Contains("name");
    }

    private void ReadTable(string path, CancellationToken ct)
    {
        using var table = new PlainTable(() => PlainFiles.Read(path));
        while (table.Next())
        {
            ct.ThrowIfCancellationRequested();
            if (table.Problem is { } problem) Rejected.Add($"{Path.GetFileName(path)}, {problem.Detail}");
            else Entries.Add(Entries.Entry(table["entity_id"]), "name", table["name"], null);
        }
    }

    private void Add(ListEntry entry)
    {
        var number = Entries.Entry(entry.Key);
        foreach (var value in entry.Values) Entries.Add(number, value.Property, value.Date?.ToString() ?? value.Text, value.Original);
    }
}
