using System.Text.RegularExpressions;
using Plumbline.Core;
using Plumbline.Screening.Watchlists;

namespace Plumbline.Exchange.People;

/// <summary>Reads people to screen from a table with a header: id or query_id, name, and whatever else is known of birth_date, nationality, sex, document, mother_name, birth_place; several values are parted by semicolons.</summary>
public static partial class PeopleTable
{
    // No column may select people by who they are born as: such a table is refused whole.
    private static readonly string[] Beginnings = ["relig", "sectarian", "ethnic", "tribe", "tribal", "nisba", "clan", "household", "ration", "politic", "health", "ديانة", "الديانة", "مذهب", "المذهب", "قومية", "القومية", "عشيرة", "العشيرة", "قبيلة", "القبيلة", "ئایین", "مەزهەب", "هۆز"];

    // Words that others begin with: a sector, a campaign.
    private static readonly string[] Whole = ["sect", "camp"];

    /// <summary>Why a table cannot be screened; null when it can.</summary>
    public static Refusal? WhyNot(PlainTable table) =>
        WhyNot(table.Columns) ?? (table.Has("name") ? null : new Refusal("screen.columns", "The first line names the columns: at least name, and id or query_id."));

    /// <summary>Why people are not compared by these columns; null when they may be.</summary>
    public static Refusal? WhyNot(IEnumerable<string> columns) => columns.FirstOrDefault(column => Words().Matches(column).Any(word => Whole.Contains(word.Value, StringComparer.OrdinalIgnoreCase) || Beginnings.Any(one => word.Value.StartsWith(one, StringComparison.OrdinalIgnoreCase)))) is { } column
        ? new Refusal("screen.column-refused", $"The column {column} says what people are, not what they did: take it out. Nobody is compared by it.") : null;

    /// <summary>The people, in order; a row without an id is called by its number.</summary>
    public static IEnumerable<PersonAsked> Read(PlainTable table)
    {
        for (var row = 1; table.Next(); row++)
        {
            var id = table["query_id"] is { Length: > 0 } given ? given : table["id"] is { Length: > 0 } other ? other : $"{row}";
            yield return new PersonAsked(id, table["name"])
            {
                Problem = table.Problem,
                Births = Split(table["birth_date"]),
                Nationalities = Split(table["nationality"]),
                Documents = Split(table["document"]),
                Sex = table["sex"],
                Mother = table["mother_name"],
                Places = Split(table["birth_place"]),
            };
        }
    }

    // A column's words, however they are joined: tribe_name, TribeName, "tribe name".
    [GeneratedRegex(@"\p{Lu}+(?!\p{Ll})|\p{Lu}?[\p{Ll}\p{Lo}\p{M}]+")]
    private static partial Regex Words();

    private static string[] Split(string cell) => cell.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
