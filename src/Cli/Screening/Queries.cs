using Plumbline.Core;
using Plumbline.Screening.Matching;

namespace Plumbline.Cli.Screening;

/// <summary>A person asked about.</summary>
/// <param name="Why">Why the name cannot be read; null when it can.</param>
internal sealed record ScreenQuery(string Id, PreparedName? Name, Particulars Particulars, Refusal? Why);

/// <summary>Reads who is asked about: id or query_id, name, and whatever else is known.</summary>
internal static class Queries
{
    /// <summary>The rows, in order; a name that cannot be read comes with its reason.</summary>
    public static IEnumerable<ScreenQuery> Read(PlainTable table)
    {
        for (var row = 1; table.Next(); row++)
        {
            var id = table["query_id"] is { Length: > 0 } given ? given : table["id"] is { Length: > 0 } other ? other : $"{row}";
            var prepared = NameMatcher.Preparer.Prepare(table["name"]);
            yield return prepared is Outcome<PreparedName>.Done { Value: var name } ? new ScreenQuery(id, name, Of(table), null) : new ScreenQuery(id, null, Particulars.None, prepared.Why);
        }
    }

    /// <summary>A country as it is compared: its code where the text is known.</summary>
    public static string Country(string text) => PropertyTypes.All.OfType<CountryType>().First().Read(text) is Outcome<PropertyValue>.Done { Value: var value } ? value.Key : TextNormalisation.Key(text);

    public static char? SexOf(string text) => text.Trim().ToLowerInvariant() switch
    {
        "m" or "male" or "ذكر" or "نێر" => 'M',
        "f" or "female" or "أنثى" or "انثى" or "مێ" => 'F',
        _ => null,
    };

    /// <summary>Letters and figures of a document's number.</summary>
    public static string Document(string text) => string.Concat(TextNormalisation.Key(text).Where(char.IsLetterOrDigit)).ToUpperInvariant();

    private static Particulars Of(PlainTable table) => new()
    {
        Births = [.. Split(table["birth_date"]).Select(text => PartialDate.TryParse(text, out var date) ? date : default).Where(date => !date.IsUnknown)],
        Nationalities = [.. Split(table["nationality"]).Select(Country)],
        Sex = SexOf(table["sex"]),
        Documents = [.. Split(table["document"]).Select(Document).Where(number => number.Length > 0)],
        Mother = NameMatcher.Preparer.Prepare(table["mother_name"]) is Outcome<PreparedName>.Done { Value: var mother } ? mother : null,
    };

    private static string[] Split(string cell) => cell.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
