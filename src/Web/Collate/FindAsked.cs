using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using Plumbline.Core;
using Plumbline.Intelligence;

namespace Plumbline.Web.Collate;

/// <summary>What the search page was asked; all of it stands in the address, so that back and a copied address return to the same answer.</summary>
public sealed record FindAsked
{
    public string Text { get; init; } = "";

    public string Kind { get; init; } = "";

    public string Type { get; init; } = "";

    public string From { get; init; } = "";

    public string To { get; init; } = "";

    public string Scheme { get; init; } = "";

    public string Source { get; init; } = "";

    public string Handling { get; init; } = "";

    public int Most { get; init; } = 20;

    /// <summary>How many filters are set.</summary>
    public int Filters => new[] { Kind, Type, From, To, Source, Handling }.Count(value => value.Length > 0);

    /// <summary>The question for the use case; a date that cannot be read filters nothing.</summary>
    public FindQuestion Question => new(Text)
    {
        Kind = Kind switch { "items" => FindKind.Items, "entities" => FindKind.Entities, _ => FindKind.Both },
        Types = Type.Length == 0 ? [] : [Type],
        From = Day(From, date => date.Earliest),
        To = Day(To, date => date.Latest),
        Grades = Source.Length == 1 && GradingSchemes.TryParse(Scheme, out var scheme) ? [.. Grade.All(scheme).Where(grade => grade.Source == Source[0])] : [],
        Handling = Handling.Length == 0 ? [] : [Handling],
        Most = Most,
    };

    public string Href => QueryHelpers.AddQueryString("/collate", new Dictionary<string, string?>
    {
        ["q"] = Text,
        ["kind"] = Kind,
        ["type"] = Type,
        ["from"] = From,
        ["to"] = To,
        ["scheme"] = Source.Length == 0 ? "" : Scheme,
        ["source"] = Source,
        ["handling"] = Handling,
        ["most"] = Most == 20 ? "" : Most.ToString(CultureInfo.InvariantCulture),
    }.Where(pair => !string.IsNullOrEmpty(pair.Value)));

    public static FindAsked Read(string query)
    {
        var values = QueryHelpers.ParseQuery(query);
        string One(string key) => values.TryGetValue(key, out var value) ? value.ToString().Trim() : "";
        return new FindAsked
        {
            Text = One("q"),
            Kind = One("kind"),
            Type = One("type"),
            From = One("from"),
            To = One("to"),
            Scheme = One("scheme"),
            Source = One("source"),
            Handling = One("handling"),
            Most = int.TryParse(One("most"), NumberStyles.None, CultureInfo.InvariantCulture, out var most) ? Math.Clamp(most, 1, 200) : 20,
        };
    }

    // A year or a month counts from its first day or to its last.
    private static DateOnly? Day(string text, Func<PartialDate, long> edge) =>
        text.Length > 0 && PartialDate.TryParse(text, out var date) && !date.IsUnknown ? DateOnly.FromDayNumber((int)edge(date)) : null;
}
