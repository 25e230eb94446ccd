using Plumbline.Core;
using Plumbline.Register.Questions;
using Plumbline.Screening.Matching;
using Plumbline.Screening.Resolution;
using Plumbline.Screening.Watchlists;

namespace Plumbline.Screening.Identity;

/// <summary>Puts the values of one record into the form in which records are compared. Pure.</summary>
internal static class RecordValues
{
    private static readonly string[] OfBodies = ["registration_number", "licence_number", "tax_number"];

    private static readonly Dictionary<long, string> Names = Schema.Builtin.Types.SelectMany(type => LoadLists.Compared.Concat(OfBodies).Select(type.Find)).OfType<Property>()
        .DistinctBy(property => property.Id).ToDictionary(property => (long)property.Id, property => property.Name);

    /// <summary>Keys of the properties that are compared.</summary>
    public static IReadOnlyCollection<long> Properties => Names.Keys;

    /// <summary>Whether a property is compared.</summary>
    public static bool IsCompared(long property) => Names.ContainsKey(property);

    /// <summary>Whether entities of a type are compared: persons, and bodies that persons make.</summary>
    public static bool IsCompared(EntityType type) => !type.IsLink && (type.Is("person") || type.Is("body"));

    /// <summary>The record, with its readable names as they were recorded.</summary>
    public static ComparedRecord Read(long key, EntityType type, IEnumerable<(long Property, string Text, string? Original)> values)
    {
        List<PreparedName> names = [];
        var gathered = new Gathered();
        foreach (var (property, text, original) in values)
        {
            if (Names.GetValueOrDefault(property) is not { } known) continue;
            if (known is not ("name" or "alias" or "weak_alias"))
            {
                if (Gathered.Selects(property, text)) gathered.Add(known, text);
                continue;
            }
            var isParted = original is { Length: > 0 } && original.Contains(',', StringComparison.Ordinal) && Scripts.Of(original) == Scripts.Of(text);
            if (NameMatcher.Preparer.Prepare(isParted ? original! : text) is Outcome<PreparedName>.Done { Value: var name } && names.All(one => one.Text != name.Text)) names.Add(name);
        }
        return new ComparedRecord(key, type.Is("person"), names, gathered.Asked("", "").Particulars());
    }

    /// <summary>The record of statements that are live.</summary>
    public static ComparedRecord Read(long key, EntityType type, IEnumerable<StatementRow> live) =>
        Read(key, type, live.Where(row => row.Target is null).Select(row => (row.Property, row.ValueText, row.Original)));
}
