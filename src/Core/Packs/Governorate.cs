namespace Plumbline.Core;

/// <summary>A first-level administrative unit of a country.</summary>
/// <param name="Code">Short code, unique in the pack; the second half of the ISO code where there is one.</param>
/// <param name="Iso">ISO 3166-2 code; null where none is known.</param>
/// <param name="PlaceCode">The humanitarian place code (P-code); null where none is known.</param>
/// <param name="PlateCode">The number on current plates; null where there is none.</param>
/// <param name="Label">Its name.</param>
/// <param name="OtherNames">Other spellings and former names.</param>
/// <param name="Source">Where this comes from.</param>
public sealed record Governorate(
    string Code, string? Iso, string? PlaceCode, string? PlateCode, Caption Label, IReadOnlyList<string> OtherNames, PackSource Source)
{
    /// <summary>Every name in every spelling.</summary>
    public IEnumerable<string> Names => OtherNames.Prepend(Label.Ckb).Prepend(Label.Ar).Prepend(Label.En);

    internal static Governorate Read(string code, YamlMap map)
    {
        var read = new Governorate(code, map.Optional("iso"), map.Optional("pcode"), map.Optional("plate"), map.Caption("label"), map.Texts("other"), PackSource.Read(map));
        map.RefuseOthers();
        return read;
    }
}
