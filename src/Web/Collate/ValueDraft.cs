using Plumbline.Core;
using Plumbline.Intelligence;

namespace Plumbline.Web.Collate;

/// <summary>A value while an officer marks it: which property, how it reads, the parts of a name.</summary>
public sealed class ValueDraft(long item, TextSpan? span, string text)
{
    public string Written { get; } = text;

    public EntityPick? Entity { get; private set; }

    public string Property { get; set; } = "";

    public string Value { get; set; } = text;

    public List<NamePiece> Parts { get; private set; } = [];

    public string ValidFrom { get; set; } = "";

    public string ValidTo { get; set; } = "";

    public bool Assessment { get; set; }

    public bool AsWritten { get; set; }

    public string Caption { get; set; } = "";

    public bool AsksCaption { get; set; }

    /// <summary>What can be marked of the chosen type: featured ones first; what points to another entity is a link.</summary>
    public IReadOnlyList<Property> Properties => Entity is not { } pick ? [] :
        [.. pick.Type.Properties.Where(one => !one.IsReference).OrderByDescending(one => one.Featured)];

    public Property? Chosen => Properties.FirstOrDefault(one => one.Name == Property);

    /// <summary>Whether the value is the name of a person, which has parts.</summary>
    public bool HasParts => Entity?.Type.Is("person") == true && Chosen?.Type is NameType && Parts.Count > 0;

    /// <summary>How the property's type reads the value; null before a property is chosen.</summary>
    public Outcome<PropertyValue>? Reading => Chosen?.Type.Read(HasParts ? Name?.Full ?? "" : Value);

    public PersonName? Name => PersonName.Of(Parts.Select(part => (part.Kind, (string?)part.Text)));

    public void Take(EntityPick? pick)
    {
        Entity = pick;
        Property = Guess() ?? "";
        Split();
    }

    /// <summary>Takes the name apart as the words stand: the officer corrects it.</summary>
    public void Split() => Parts = Entity?.Type.Is("person") == true && Chosen?.Type is NameType ? NamePieces.Of(Value) : [];

    public ValueMark Mark() => new(item, span, Entity!.Choice, Property)
    {
        Value = HasParts || Value.Trim() == Written ? null : Value.Trim(),
        Name = HasParts ? Name : null,
        ValidFrom = Blank(ValidFrom),
        ValidTo = Blank(ValidTo),
        Nature = Assessment ? "assessment" : "fact",
        AsWritten = AsWritten,
        Caption = AsksCaption ? Blank(Caption) : null,
    };

    // The narrowest type that reads the words; a name for what has letters only.
    private string? Guess()
    {
        var narrow = Properties.Where(one => one.Type is not (TextType or NameType or IdentifierType or NumberType or HandleType or AccountNumberType or HashType) && one.Type.Read(Written) is Outcome<PropertyValue>.Done);
        if (Written.Any(char.IsDigit) && narrow.FirstOrDefault() is { } read) return read.Name;
        return (Properties.FirstOrDefault(one => Entity!.Type.CaptionFrom.Contains(one.Name)) ?? (Properties.Count > 0 ? Properties[0] : null))?.Name;
    }

    private static string? Blank(string text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
