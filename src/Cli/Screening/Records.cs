using Plumbline.Core;
using Plumbline.Exchange.People;

namespace Plumbline.Cli.Screening;

/// <summary>What a column means to resolution.</summary>
internal enum FieldKind
{
    Name,
    Date,
    Document,
    Text,
}

/// <summary>A field of the map: what it is called, what kind it is, and the columns whose cells make it.</summary>
internal sealed record MappedField(string Name, FieldKind Kind, string[] Columns)
{
    /// <summary>Reads <c>name=given_name+surname,birth_date=date_of_birth</c>; a name of several columns is compared part by part as well.</summary>
    public static Outcome<IReadOnlyList<MappedField>> ReadAll(string map)
    {
        var fields = new List<MappedField>();
        foreach (var one in map.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var cut = one.IndexOf('=', StringComparison.Ordinal);
            if (cut <= 0) return new Refusal("resolve.map", $"\"{one}\" is not field=column.");
            var (name, columns) = (one[..cut], one[(cut + 1)..].Split('+', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
            var kind = name switch { "birth_date" or "date" => FieldKind.Date, "document" or "id" or "phone" => FieldKind.Document, "name" or "mother_name" => FieldKind.Name, _ => FieldKind.Text };
            // Each column is evidence of its own: a place of five columns says five things.
            foreach (var column in columns) fields.Add(new MappedField(name, kind, [column]));
            if (kind == FieldKind.Name && columns.Length > 1) fields[^columns.Length] = fields[^columns.Length] with { Columns = [columns[0]] };
        }
        if (PeopleTable.WhyNot(fields.SelectMany(field => field.Columns.Prepend(field.Name))) is { } why) return why;
        return fields.Count == 0 ? new Refusal("resolve.map", "Map at least one field, such as name=given_name+surname.") : fields;
    }
}

/// <summary>Records of one or two files, their cells folded.</summary>
internal sealed class Records(IReadOnlyList<MappedField> fields)
{
    public List<string> Ids { get; } = [];

    public List<string[]> Cells { get; } = [];

    /// <summary>Rows that cannot be read, each with its reason.</summary>
    public List<string> Unreadable { get; } = [];

    /// <summary>How many of the records are of the first file.</summary>
    public int First { get; private set; }

    /// <summary>Adds a file; the column that names its records must be there.</summary>
    public Refusal? Add(string path, string id)
    {
        using var table = new PlainTable(() => PlainFiles.Read(path));
        if (!table.Has(id)) return new Refusal("resolve.id", $"{Path.GetFileName(path)} has no column {id}.");
        if (fields.SelectMany(field => field.Columns).FirstOrDefault(column => !table.Has(column)) is { } missing) return new Refusal("resolve.column", $"{Path.GetFileName(path)} has no column {missing}.");
        while (table.Next())
        {
            if (table.Problem is { } problem)
            {
                Unreadable.Add($"{Path.GetFileName(path)}, {problem.Detail}");
                continue;
            }
            Ids.Add(table[id]);
            Cells.Add([.. fields.Select(field => Fold(field.Kind, string.Join(' ', field.Columns.Select(column => table[column]))))]);
        }
        if (First == 0) First = Ids.Count;
        return null;
    }

    private static string Fold(FieldKind kind, string cell)
    {
        var key = TextNormalisation.Key(cell);
        return kind is FieldKind.Date or FieldKind.Document ? string.Concat(key.Where(char.IsLetterOrDigit)) : key;
    }
}
