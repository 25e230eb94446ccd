using Plumbline.Core;
using Plumbline.Screening.Watchlists;

namespace Plumbline.Exchange.People;

/// <summary>Reads people to screen from a table with a header: id or query_id, name, and whatever else is known of birth_date, nationality, sex, document, mother_name, birth_place; several values are parted by semicolons.</summary>
public static class PeopleTable
{
    // No column may select people by who they are born as: such a table is refused whole.
    private static readonly string[] Refused = ["religion", "sect", "ethnicity", "tribe", "nisba", "clan", "household", "ration", "camp", "politics", "health", "الديانة", "المذهب", "القومية", "العشيرة"];

    /// <summary>Why a table cannot be screened; null when it can.</summary>
    public static Refusal? WhyNot(PlainTable table)
    {
        if (table.Columns.FirstOrDefault(column => Refused.Any(word => column.Contains(word, StringComparison.OrdinalIgnoreCase))) is { } column)
            return new Refusal("screen.column-refused", $"The column {column} says what people are, not what they did: take it out. Nobody is screened with it.");
        return table.Has("name") ? null : new Refusal("screen.columns", "The first line names the columns: at least name, and id or query_id.");
    }

    /// <summary>The people, in order; a row without an id is called by its number.</summary>
    public static IEnumerable<PersonAsked> Read(PlainTable table)
    {
        for (var row = 1; table.Next(); row++)
        {
            var id = table["query_id"] is { Length: > 0 } given ? given : table["id"] is { Length: > 0 } other ? other : $"{row}";
            yield return new PersonAsked(id, table["name"])
            {
                Births = Split(table["birth_date"]),
                Nationalities = Split(table["nationality"]),
                Documents = Split(table["document"]),
                Sex = table["sex"],
                Mother = table["mother_name"],
                Places = Split(table["birth_place"]),
            };
        }
    }

    private static string[] Split(string cell) => cell.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
