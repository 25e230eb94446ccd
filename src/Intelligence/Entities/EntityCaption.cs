using Plumbline.Core;
using Plumbline.Register.Questions;

namespace Plumbline.Intelligence;

/// <summary>What an entity is called, for one reader: in the Arabic script, in the Latin, and in neither (a number, a plate).</summary>
public sealed record EntityCaption(string? Arabic, string? Latin, string? Neutral)
{
    /// <summary>Nothing that the reader sees names it.</summary>
    public static EntityCaption None { get; } = new(null, null, null);

    /// <summary>Whether there is a name at all; without one a page shows the type and the id.</summary>
    public bool IsNone => Arabic is null && Latin is null && Neutral is null;

    /// <summary>In the script of a language; in another where that is missing; empty where there is no name.</summary>
    /// <param name="language">A tag such as <c>ar</c>, <c>ckb</c> or <c>en</c>.</param>
    public string In(string language) => (Cursive(language) ? Arabic ?? Latin : Latin ?? Arabic) ?? Neutral ?? "";

    /// <summary>In the other script; null where it is recorded in one only.</summary>
    public string? Other(string language) => Arabic is null || Latin is null ? null : Cursive(language) ? Latin : Arabic;

    /// <summary>A generated Latin form where none is recorded: to be shown as generated, never kept or exported. Null where there is nothing to romanise.</summary>
    public string? Romanised => Latin is null && (Arabic ?? Neutral) is { } recorded ? Romanisation.Of(recorded) : null;

    /// <summary>The caption from the statements that name an entity: the first property of its type's choice in each script, and of that
    /// the wording that most statements have, so that one clerk's slip names nobody; of several the oldest. Where there is a name, a number that
    /// comes after it in the choice is no name in the other script: who has an Arabic name and a passport is not called by the passport.</summary>
    /// <param name="type">The entity's type.</param>
    /// <param name="statements">Statements about this entity; withdrawn ones are passed over.</param>
    public static EntityCaption Of(EntityType type, IEnumerable<StatementRow> statements)
    {
        var naming = NamingProperties(type);
        var values = statements.Where(row => row.WithdrawnAt is null && row.Target is null && naming.Contains((int)row.Property))
            .GroupBy(row => (row.Property, row.ValueText))
            .OrderBy(same => naming.IndexOf((int)same.Key.Property)).ThenByDescending(same => same.Count()).ThenBy(same => same.Min(row => row.Key))
            .Select(same => (Text: same.Key.ValueText, Script: Scripts.Of(same.Key.ValueText), Rank: naming.IndexOf((int)same.Key.Property), IsName: IsName((int)same.Key.Property))).ToList();
        var named = values.Where(value => value.IsName).Select(value => value.Rank).DefaultIfEmpty(int.MaxValue).Min();
        return new EntityCaption(First("Arab"), First("Latn"), values.FirstOrDefault(value => value.Script is not ("Arab" or "Latn")).Text);

        string? First(string script) => values.FirstOrDefault(value => value.Script == script && (value.IsName || value.Rank < named)).Text;

        bool IsName(int property) => type.Properties.First(one => one.Id == property).Type is NameType;
    }

    /// <summary>Numbers of the properties that name entities of a type, in the order in which they are tried.</summary>
    public static List<int> NamingProperties(EntityType type) => [.. type.CaptionFrom.Select(type.Find).OfType<Property>().Select(property => property.Id)];

    /// <summary>In the reader's language, English where none is given.</summary>
    public override string ToString() => In("en");

    private static bool Cursive(string language) => language.Split('-')[0] is "ar" or "ckb" or "ku";
}
