namespace Plumbline.Core;

/// <summary>Reads the files of a country pack.</summary>
internal sealed class CountryPackFiles(IEnumerable<(string Name, string Yaml)> files, SchemaFaults faults)
{
    private readonly Dictionary<string, string> files = files.ToDictionary(file => file.Name, file => file.Yaml, StringComparer.Ordinal);

    public CountryPack Read()
    {
        var (country, documents, governorates, phones, plates) = (File("country"), File("documents"), File("governorates"), File("phones"), File("plates"));
        var code = country.Text("code");
        var units = governorates.Maps("governorates").Select(row => Governorate.Read(row.Key, row.Map)).ToList();
        var parts = new PlateParts(units, plates.Maps("classes"));
        var pack = new CountryPack
        {
            Code = code,
            Label = country.Caption("label"),
            IsHome = country.Flag("home", otherwise: false),
            Documents = [.. documents.Maps("documents").Select(row => DocumentKind.Read(code, row.Key, row.Map))],
            Governorates = units,
            CallingCode = phones.Text("calling_code"),
            MobilePrefixes = [.. phones.Maps("mobile_prefixes").Select(row => MobilePrefix.Read(row.Key, row.Map))],
            Plates = new PlateForms(code, parts, [.. plates.Maps("forms").Select(row => PlateForm.Read(row.Map, parts))]),
        };
        foreach (var file in new[] { country, documents, governorates, phones, plates }) file.RefuseOthers();
        return pack;
    }

    private YamlMap File(string name)
    {
        var file = name + ".yaml";
        if (!files.TryGetValue(file, out var yaml)) faults.Add(file, 0, "The pack lacks this file.");
        else if (YamlMap.Parse(file, yaml, faults) is { } map) return map;
        return YamlMap.Parse(file, "{}", faults)!;
    }
}
