using System.Text.RegularExpressions;
using Plumbline.Core;

namespace Plumbline.Exchange.Lists;

/// <summary>Puts the files of lists that come in parts together.</summary>
internal static partial class ListParts
{
    /// <summary>The versions that files of one format make. Where several lists are given, their names tell which parts belong to which.</summary>
    public static IEnumerable<SortedFiles> Versions(IListReader reader, IReadOnlyList<(ListPart Part, SniffedFile File)> files) =>
        files.All(file => file.Part == ListPart.Whole)
            ? files.Select(file => new SortedFiles([file.File.File], new ListSet(reader, [file.File])))
            : Families(files).Select(family => Version(reader, family));

    private static SortedFiles Version(IListReader reader, (ListPart Part, SniffedFile File)[] family)
    {
        var mains = family.Count(file => file.Part == ListPart.Whole);
        var names = string.Join(", ", family.Select(file => file.File.Name));
        Outcome<ListSet> set =
            mains == 0 ? new Refusal("list.main-missing", $"{names}: alternate names or addresses without the list they belong to. Give the SDN file in the same command.")
            : family.DistinctBy(file => file.Part).Count() < family.Length || family.DistinctBy(file => IsConsolidated(file.File.Name)).Count() > 1
                ? new Refusal("list.parts-unclear", $"{names}: give one SDN file with at most one ALT and one ADD file of the same list in a command.")
            : new ListSet(reader, [.. family.OrderBy(file => file.Part).Select(file => file.File)]);
        return new SortedFiles([.. family.Select(file => file.File.File)], set);
    }

    private static IEnumerable<(ListPart Part, SniffedFile File)[]> Families(IReadOnlyList<(ListPart Part, SniffedFile File)> files) =>
        files.Count(file => file.Part == ListPart.Whole) == 1
            ? [[.. files]]
            : files.GroupBy(file => PartName().Replace(file.File.Name.ToLowerInvariant(), "")).Select(family => family.ToArray());

    /// <summary>Whether a file is of OFAC's consolidated list, which has the form of the SDN list and does not say which it is.</summary>
    public static bool IsConsolidated(string name) => ConsolidatedName().IsMatch(name);

    [GeneratedRegex("(?<![a-z])(sdn|prim|alt|add)(?![a-z])")]
    private static partial Regex PartName();

    [GeneratedRegex("cons|non-?_?sdn|(?<![a-z])prim(?![a-z])", RegexOptions.IgnoreCase)]
    private static partial Regex ConsolidatedName();
}
