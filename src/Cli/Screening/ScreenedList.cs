using Plumbline.Core;
using Plumbline.Exchange.Lists;
using Plumbline.Screening.Matching;

namespace Plumbline.Cli.Screening;

/// <summary>Lists to screen against: any that <c>import</c> reads, or a table of entity_id, kind and name with several rows an entity.</summary>
internal sealed class ScreenedList
{
    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);
    private readonly List<string> ids = [];
    private readonly List<IndexedName> names = [];
    private readonly Dictionary<int, Draft> drafts = [];

    /// <summary>Ids of the entities, as the list gives them.</summary>
    public IReadOnlyList<string> Ids => ids;

    /// <summary>All names.</summary>
    public IReadOnlyList<IndexedName> Names => names;

    /// <summary>Names that could not be read, each with its reason.</summary>
    public List<string> Rejected { get; } = [];

    /// <summary>What a list says of an entity besides its names.</summary>
    public Particulars Of(int entity) => drafts.TryGetValue(entity, out var draft) ? draft.Made ??= draft.Make() : Particulars.None;

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
        return list.names.Count == 0 ? new Refusal("list.no-names", "There is no name in the list.") : list;
    }

    private static bool IsTable(string path)
    {
        using var head = PlainFiles.Read(path);
        var first = head.ReadLine() ?? "";
        return first.Split('\t') is var columns && columns.Contains("entity_id") && columns.Contains("name");
    }

    private void ReadTable(string path, CancellationToken ct)
    {
        using var table = new PlainTable(path);
        while (table.Next())
        {
            ct.ThrowIfCancellationRequested();
            Name(Number(table["entity_id"]), table["name"]);
        }
    }

    private void Add(ListEntry entry)
    {
        var number = Number(entry.Key);
        var draft = drafts[number] = new Draft();
        foreach (var value in entry.Values)
        {
            switch (value.Property)
            {
                case "name" or "alias" or "weak_alias":
                    Name(number, value.Original is { Length: > 0 } original && Scripts.Of(original) == Scripts.Of(value.Text) && original.Contains(',', StringComparison.Ordinal) ? original : value.Text);
                    break;
                case "birth_date" when value.Date is { } date:
                    draft.Births.Add(date);
                    break;
                case "nationality":
                    draft.Nationalities.Add(Queries.Country(value.Text));
                    break;
                case "sex":
                    draft.Sex = Queries.SexOf(value.Text);
                    break;
                case "passport" or "national_id" or "id_document":
                    draft.Documents.Add(Queries.Document(value.Text));
                    break;
            }
        }
    }

    private int Number(string id)
    {
        if (numbers.TryGetValue(id, out var number)) return number;
        numbers[id] = number = ids.Count;
        ids.Add(id);
        return number;
    }

    private void Name(int entity, string text)
    {
        if (NameMatcher.Preparer.Prepare(text) is Outcome<PreparedName>.Done { Value: var name }) names.Add(new IndexedName(entity, name));
        else Rejected.Add($"{ids[entity]}: a name that cannot be read");
    }

    private sealed class Draft
    {
        public List<PartialDate> Births { get; } = [];

        public List<string> Nationalities { get; } = [];

        public List<string> Documents { get; } = [];

        public char? Sex { get; set; }

        public Particulars? Made { get; set; }

        public Particulars Make() => new() { Births = Births, Nationalities = Nationalities, Documents = Documents, Sex = Sex };
    }
}
