using Plumbline.Core;

namespace Plumbline.Screening.Watchlists;

/// <summary>What is said of one person besides the names, gathered value by value: the one form of lists, of the register's persons and of its records.</summary>
internal sealed class Gathered
{
    private readonly List<string> births = [], nationalities = [], documents = [], places = [];
    private string sex = "", mother = "";

    /// <summary>Takes a value by the name of its property in the schema; one that is not compared is passed over.</summary>
    public void Add(string property, string text)
    {
        switch (property)
        {
            case "birth_date":
                births.Add(text);
                break;
            case "nationality":
                nationalities.Add(text);
                break;
            case "sex":
                sex = text;
                break;
            case "mother_name":
                mother = text;
                break;
            case "birth_place" or "birth_country":
                places.Add(text);
                break;
            // A body's registration is to it what a passport is to a person.
            case var _ when IsNumber(property):
                documents.Add(text);
                break;
        }
    }

    /// <summary>Takes all that is known of a person but the names.</summary>
    public void Add(PersonAsked person)
    {
        births.AddRange(person.Births);
        nationalities.AddRange(person.Nationalities);
        documents.AddRange(person.Documents);
        places.AddRange(person.Places);
        if (person.Sex.Length > 0) sex = person.Sex;
        if (person.Mother.Length > 0) mother = person.Mother;
    }

    /// <summary>Whether a number tells one person apart: that of a household or of a ration card is that of many.</summary>
    public static bool Selects(long property, string text) => Schema.Builtin.TryProperty((int)property, out var known) && (!IsNumber(known.Name) || known.Selects(text));

    /// <summary>As a person to compare, under a name.</summary>
    public PersonAsked Asked(string id, string name) => new(id, name)
    {
        Births = [.. births.Distinct(StringComparer.Ordinal)],
        Nationalities = [.. nationalities.Distinct(StringComparer.Ordinal)],
        Documents = [.. documents.Distinct(StringComparer.Ordinal)],
        Sex = sex,
        Mother = mother,
        Places = [.. places.Distinct(StringComparer.Ordinal)],
    };

    private static bool IsNumber(string property) => property is "passport" or "national_id" or "id_document" or "registration_number" or "licence_number" or "tax_number";
}
