namespace Plumbline.Core;

/// <summary>What is particular to a country: its documents, number plates, mobile prefixes and governorates. One folder a country in
/// <c>data/packs/country</c>; everything in it says where it comes from and whether the unit has confirmed it.</summary>
public sealed class CountryPack
{
    private const string Folder = "data/packs/country/";
    private static readonly Lazy<IReadOnlyList<CountryPack>> Packs = new(() =>
        [.. Packaged.Names(Folder).Select(name => name.Split('/')[0]).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)
            .Select(name => Load(Packaged.Files($"{Folder}{name}/"))).OrderByDescending(pack => pack.IsHome)]);

    /// <summary>The packs that travel with the assembly, the home country's first.</summary>
    public static IReadOnlyList<CountryPack> All => Packs.Value;

    /// <summary>The pack of the country in which this installation works: national numbers are read as its own.</summary>
    public static CountryPack Home => All[0];

    /// <summary>ISO 3166-1 alpha-2 code.</summary>
    public required string Code { get; init; }

    /// <summary>The country's name.</summary>
    public required Caption Label { get; init; }

    /// <summary>Whether it is the home country.</summary>
    public required bool IsHome { get; init; }

    /// <summary>The kinds of identity documents.</summary>
    public required IReadOnlyList<DocumentKind> Documents { get; init; }

    /// <summary>The first-level administrative units.</summary>
    public required IReadOnlyList<Governorate> Governorates { get; init; }

    /// <summary>The prefixes of mobile numbers.</summary>
    public required IReadOnlyList<MobilePrefix> MobilePrefixes { get; init; }

    /// <summary>The telephone country code with +.</summary>
    public required string CallingCode { get; init; }

    /// <summary>The forms of number plates.</summary>
    public required PlateForms Plates { get; init; }

    /// <summary>Reads a pack.</summary>
    /// <param name="files">Name and text of country.yaml, documents.yaml, governorates.yaml, phones.yaml and plates.yaml.</param>
    /// <exception cref="SchemaException">Something is missing or wrong; the message names every fault with its file and line.</exception>
    public static CountryPack Load(IEnumerable<(string Name, string Yaml)> files)
    {
        var faults = new SchemaFaults();
        var pack = new CountryPackFiles(files, faults).Read();
        faults.ThrowIfAny();
        return pack;
    }

    /// <summary>The operator to whom a number's prefix was given; null if unknown. Only a hint, never evidence.</summary>
    /// <param name="key">The key of a telephone number, such as <c>+9647701234567</c>.</param>
    public string? OperatorHint(string key)
    {
        if (!key.StartsWith(CallingCode, StringComparison.Ordinal)) return null;
        var national = "0" + key[CallingCode.Length..];
        return MobilePrefixes.FirstOrDefault(prefix => national.StartsWith(prefix.Prefix, StringComparison.Ordinal))?.OperatorHint;
    }

    /// <summary>A governorate by any of its names or codes; null if there is none.</summary>
    public Governorate? Governorate(string nameOrCode)
    {
        var key = Compact.Lower(nameOrCode);
        return Governorates.FirstOrDefault(one => one.Names.Append(one.Code).Append(one.Iso ?? one.Code).Append(one.PlaceCode ?? one.Code).Any(name => Compact.Lower(name) == key));
    }
}
