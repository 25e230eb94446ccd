namespace Plumbline.Core;

/// <summary>What statements of one kind say about an entity: a date of birth, a number plate, the source of a link.</summary>
/// <param name="Id">The stable number that the register keeps; given in the YAML, unique over all types, never used again.</param>
/// <param name="Name">Lower-case words joined by _, unique within a type and what it inherits.</param>
/// <param name="Owner">The name of the type that declares it.</param>
/// <param name="Type">How values are read, compared and shown.</param>
/// <param name="Label">What people call it.</param>
/// <param name="Reverse">For a reference: what it is called from the other side; else null.</param>
/// <param name="Featured">Shown first for the type from which it was asked.</param>
/// <param name="Required">An entity of that type is not complete without it.</param>
/// <param name="Sensitive">Left out of exports and prints unless asked for by name.</param>
/// <param name="Selector">Whether entities may be searched, filtered, sorted or joined by it. False for what would select
/// persons by kinship, household, origin or language.</param>
/// <param name="Single">Whether only one value of it can be true: two that differ are in conflict, and shown so.</param>
public sealed record Property(
    int Id, string Name, string Owner, PropertyType Type, Caption Label, Caption? Reverse = null,
    bool Featured = false, bool Required = false, bool Sensitive = false, bool Selector = true, bool Single = false)
{
    /// <summary>The source end of every link.</summary>
    public const int SourceId = 1;

    /// <summary>The target end of every link.</summary>
    public const int TargetId = 2;

    /// <summary>The name of every thing.</summary>
    public const int NameId = 3;

    /// <summary>Declaring type and name, such as <c>person.birth_date</c>.</summary>
    public string Qualified => $"{Owner}.{Name}";

    /// <summary>Whether its values point to another entity.</summary>
    public bool IsReference => Type is EntityReferenceType;

    /// <summary>Whether entities may be found by this value: neither the property nor the kind of document forbids it.</summary>
    public bool Finds(PropertyValue value) => Selector && value.Selector;

    /// <summary>Whether a value as it is kept tells one person or thing from another: the number of a household or of a ration card is that of many.</summary>
    public bool Selects(string text) => Selector && (Type is not IdDocumentType || Type.Read(text) is not Outcome<PropertyValue>.Done { Value.Selector: false });
}
