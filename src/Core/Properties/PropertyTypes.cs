namespace Plumbline.Core;

/// <summary>Every property type there is. A new one is one file and one line here.</summary>
public static class PropertyTypes
{
    /// <summary>Plain words.</summary>
    public static PropertyType Text { get; } = new TextType();

    /// <summary>The name of a person or thing.</summary>
    public static NameType Name { get; } = new();

    /// <summary>A partial date.</summary>
    public static PropertyType Date { get; } = new DateType();

    /// <summary>A telephone number; national ones are read as the home country's.</summary>
    public static PhoneType Phone { get; } = new(() => CountryPack.Home.Code);

    /// <summary>A number of an identity document, with or without its kind.</summary>
    public static IdDocumentType IdDocument { get; } = new(() => CountryPack.All);

    /// <summary>A number plate.</summary>
    public static PlateType Plate { get; } = new(() => CountryPack.All);

    /// <summary>All of them, in the order in which documentation lists them.</summary>
    public static IReadOnlyList<PropertyType> All { get; } =
    [
        Text, Name, Date, new CountryType(), new SexType(), new NumberType(),
        Phone, new EmailType(), new UrlType(), new HandleType(),
        new IbanType(), new AccountNumberType(), new SwiftType(), new WalletType(),
        Plate, new VinType(), new ImoType(), new ImeiType(),
        new PassportType(), IdDocument, new IdentifierType(), new HashType(),
        new CoordinatesType(), new EntityReferenceType(),
    ];

    /// <summary>A type by its name; null if there is none.</summary>
    public static PropertyType? Find(string name) => All.FirstOrDefault(type => type.Name == name);
}
