using Plumbline.Core;

namespace Plumbline.Exchange.Lists.Entries;

/// <summary>Schema types that entries are of.</summary>
internal static class ListTypes
{
    public const string Person = "person";
    public const string Organisation = "organisation";
    public const string Vessel = "vessel";
    public const string Aircraft = "aircraft";
}

/// <summary>Schema properties that the readers fill.</summary>
internal static class ListProperties
{
    public const string Name = "name";
    public const string Alias = "alias";
    public const string WeakAlias = "weak_alias";
    public const string BirthDate = "birth_date";
    public const string BirthPlace = "birth_place";
    public const string Nationality = "nationality";
    public const string Title = "title";
    public const string Position = "position";
    public const string Sex = "sex";
    public const string Passport = "passport";
    public const string NationalId = "national_id";
    public const string Document = "id_document";
    public const string Phone = "phone";
    public const string Email = "email";
    public const string Website = "website";
    public const string Address = "address";
    public const string Country = "country";
    public const string RegistrationNumber = "registration_number";
    public const string TaxNumber = "tax_number";
    public const string Swift = "swift_bic";
    public const string Founded = "founded";
    public const string Imo = "imo";
    public const string Mmsi = "mmsi";
    public const string CallSign = "call_sign";
    public const string Flag = "flag";
    public const string VesselType = "vessel_type";
    public const string Tonnage = "tonnage";
    public const string GrossTonnage = "gross_tonnage";
    public const string Owner = "owner";
    public const string TailNumber = "tail_number";
    public const string SerialNumber = "serial_number";
    public const string Model = "model";
    public const string Built = "built";
    public const string Operator = "operator";
    public const string Wallet = "wallet";
    public const string LinkedTo = "linked_to";
    public const string Program = "list_program";
    public const string ListedOn = "listed_on";
    public const string Reference = "list_reference";
    public const string Remarks = "remarks";

    /// <summary>Whether the schema gives the type this property; what it does not give becomes a remark.</summary>
    public static bool IsOf(string type, string property) => Schema.Builtin.PropertyOf(type, property) is not null;
}
