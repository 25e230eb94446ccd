using Plumbline.Core;

namespace Plumbline.Exchange.Lists;

/// <summary>The published forms of lists that can be read, and which files belong together.</summary>
public static class ListFormats
{
    /// <summary>Every reader; the first that recognises a file reads it.</summary>
    public static IReadOnlyList<IListReader> All { get; } =
    [
        new Un.UnListReader(),
        new OfacXml.OfacXmlReader(),
        new EuFsf.EuFsfReader(),
        new UkConList.UkConListReader(),
        new UsCsl.UsCslReader(),
        new Shared.SharedListReader(),
        new Ofac.OfacCsvReader(),   // last: it has no header line and is known by the shape of its rows
    ];

    /// <summary>Which reader a file is for; null if none knows it.</summary>
    public static IListReader? Find(SniffedFile head) => All.FirstOrDefault(reader => reader.Recognise(head) is not null);

    /// <summary>Sorts the files of one command into versions: SDN, ALT and ADD are one, every other file is one.</summary>
    /// <returns>First what is no list, then the versions; a refusal names the file and what to do.</returns>
    public static IReadOnlyList<SortedFiles> Sort(IReadOnlyList<ListFile> files, ListLimits? limits = null)
    {
        var sorted = new List<SortedFiles>();
        var parts = new List<(IListReader Reader, ListPart Part, SniffedFile File)>();
        foreach (var file in files)
        {
            var head = SniffedFile.Of(file, limits);
            var reader = head.IsEmpty ? null : Find(head);
            if (reader is null) sorted.Add(new SortedFiles([file], Unknown(head)));
            else parts.Add((reader, reader.Recognise(head)!.Value, head));
        }

        foreach (var group in parts.GroupBy(part => part.Reader)) sorted.AddRange(ListParts.Versions(group.Key, [.. group.Select(part => (part.Part, part.File))]));
        return sorted;
    }

    /// <summary>The titles of all lists that are known.</summary>
    internal static string Known => string.Join("; ", All.Select(reader => reader.Title));

    private static Refusal Unknown(SniffedFile head) =>
        head.Problem is { } problem ? new Refusal("list.unreadable", $"{head.Name}: {problem}")
        : head.IsEmpty ? new Refusal("list.empty", $"{head.Name}: the file is empty.")
        : new Refusal("list.unknown-format", $"{head.Name}: no known list. Known are: {Known}.");
}

/// <summary>Files that belong together, and the version that they make or why they make none.</summary>
public sealed record SortedFiles(IReadOnlyList<ListFile> Files, Outcome<ListSet> Set);

/// <summary>The files of one version of a list and the reader that knows them.</summary>
/// <param name="Reader">The reader.</param>
/// <param name="Files">The files, the main one first.</param>
public sealed record ListSet(IListReader Reader, IReadOnlyList<SniffedFile> Files)
{
    /// <summary>Opens the version for reading.</summary>
    /// <param name="limits">When to refuse; null for the defaults.</param>
    /// <param name="ct">Checked once per record.</param>
    public ListReading Read(ListLimits? limits, CancellationToken ct) => Reader.Read(Files, limits ?? ListLimits.Default, ct);
}
