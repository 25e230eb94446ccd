using Plumbline.Exchange.Lists.Entries;

namespace Plumbline.Exchange.Lists.Ofac;

/// <summary>One kind of remark, known by how it begins.</summary>
/// <param name="Lead">The words before the value.</param>
/// <param name="Property">What it becomes.</param>
/// <param name="Form">How the value is written.</param>
internal sealed record OfacRemarkKind(string Lead, string Property, OfacForm Form)
{
    /// <summary>What stands behind the lead; null if the remark is of another kind.</summary>
    public string? Rest(string text) =>
        text.Length > Lead.Length && text.StartsWith(Lead, StringComparison.OrdinalIgnoreCase) && (text[Lead.Length] == ' ' || Lead[^1] is ':' or '-')
            ? text[Lead.Length..].Trim()
            : null;

    public void Add(EntryDraft draft, string rest, string? note, string whole)
    {
        switch (Form)
        {
            case OfacForm.Date:
                draft.AddDate(Property, rest, note);
                break;
            case OfacForm.Phone:
                draft.Add(new ListValue(Property, OfacNumbers.Phone(rest), rest == OfacNumbers.Phone(rest) ? null : rest, Joined(Lead.StartsWith("Fax", StringComparison.Ordinal) ? "fax" : null, note)));
                break;
            case OfacForm.Number:
                var (number, said) = OfacNumbers.Number(rest);
                draft.Add(Property, number, Joined(Property == ListProperties.Passport ? null : "kind: " + Lead, said, note));
                break;
            case OfacForm.Labelled:
                draft.Add(Property, rest, Joined(Lead.TrimEnd(':'), note));
                break;
            case OfacForm.Plain:
                draft.Add(Property, rest, note);
                break;
            default:
                draft.Remark("", whole);
                break;
        }
    }

    private static string? Joined(params string?[] notes) =>
        string.Join("; ", notes.Where(note => !string.IsNullOrWhiteSpace(note))) is { Length: > 0 } joined ? joined : null;
}

/// <summary>How the value of a remark is written.</summary>
internal enum OfacForm
{
    /// <summary>The rest is the value.</summary>
    Plain,

    /// <summary>The rest is the value, the lead its note.</summary>
    Labelled,

    /// <summary>A date.</summary>
    Date,

    /// <summary>A telephone number.</summary>
    Phone,

    /// <summary>A number, perhaps with country, issue and expiry behind it.</summary>
    Number,
}

/// <summary>The kinds of remarks; the first that fits counts.</summary>
internal static class OfacRemarkKinds
{
    private static readonly string[] PersonNumbers =
    [
        "National ID No.", "Cedula No.", "Cedula de Ciudadania", "Cedula de Extranjeria", "C.U.R.P.", "C.U.I.P.", "D.N.I.", "Personal ID Card", "National Foreign ID Number",
        "Identification Number", "Turkish Identification Number", "Bosnian Personal ID No.", "Citizen's Card Number", "SSN", "Kuwait Civil ID",
        "Moroccan Personal ID No.", "Numero de Identidad", "Tarjeta Profesional", "CNP (Personal Numerical Code)", "Afghan Money Service Provider License Number",
    ];

    private static readonly string[] Documents =
    [
        "Driver's License No.", "Electoral Registry No.", "Credencial electoral", "Voter ID", "Cartilla de Servicio Militar Nacional", "Birth Certificate Number",
        "Stateless Person Passport", "Travel Document Number", "Refugee ID Card", "Residency Number", "Seafarer's Identification Document", "Diplomatic Passport",
        "Interpol: Red Notice. File No.", "Military Registration Number", "British National Overseas Passport", "Stateless Person ID Card", "Residence Visa", "Visa Number ID",
    ];

    private static readonly string[] Registrations =
    [
        "Registration Number", "Registration ID", "Company Number", "UK Company Number", "Commercial Registry Number", "Business Registration Document #", "Business Registration Number",
        "Business Number", "Trade License No.", "C.R. No.", "Matricula Mercantil No", "Folio Mercantil No.", "Government Gazette Number", "D-U-N-S Number", "Chamber of Commerce Number",
        "Public Registration Number", "Certificate of Incorporation Number", "Unified Social Credit Code (USCC)", "Legal Entity Number", "Enterprise Number", "License", "Romanian C.R.",
        "Economic Register Number (CBLS)", "Dubai Chamber of Commerce Membership No.", "Istanbul Chamber of Comm. No.", "Central Registration System Number", "File Number", "Serial No.",
    ];

    private static readonly string[] Taxes =
        ["Tax ID No.", "NIT #", "R.F.C.", "RUC #", "RIF #", "RTN", "RFC", "V.A.T. Number", "Italian Fiscal Code", "Fiscal Code", "C.U.I.T.", "NIE", "N.I.E.", "Numero Unico de Identificacao", "Paraguayan tax identification number"];

    public static IReadOnlyList<OfacRemarkKind> All { get; } =
    [
        new("DOB", ListProperties.BirthDate, OfacForm.Date),
        new("POB", ListProperties.BirthPlace, OfacForm.Plain),
        new("nationality", ListProperties.Nationality, OfacForm.Plain),
        new("citizen", ListProperties.Nationality, OfacForm.Labelled),
        new("Gender", ListProperties.Sex, OfacForm.Plain),
        new("Passport", ListProperties.Passport, OfacForm.Number),
        new("Identification Number IMO", ListProperties.Imo, OfacForm.Plain),
        new("Company Number IMO", ListProperties.RegistrationNumber, OfacForm.Labelled),
        .. PersonNumbers.Select(lead => new OfacRemarkKind(lead, ListProperties.NationalId, OfacForm.Number)),
        .. Documents.Select(lead => new OfacRemarkKind(lead, ListProperties.Document, OfacForm.Number)),
        .. Registrations.Select(lead => new OfacRemarkKind(lead, ListProperties.RegistrationNumber, OfacForm.Number)),
        .. Taxes.Select(lead => new OfacRemarkKind(lead, ListProperties.TaxNumber, OfacForm.Number)),
        new("SWIFT/BIC", ListProperties.Swift, OfacForm.Plain),
        new("Website", ListProperties.Website, OfacForm.Plain),
        new("Email Address", ListProperties.Email, OfacForm.Plain),
        new("Telephone", ListProperties.Phone, OfacForm.Phone),
        new("Phone Number", ListProperties.Phone, OfacForm.Phone),
        new("Fax", ListProperties.Phone, OfacForm.Phone),
        new("Organization Established Date", ListProperties.Founded, OfacForm.Date),
        new("Digital Currency Address -", ListProperties.Wallet, OfacForm.Plain),
        new("Vessel Registration Identification IMO", ListProperties.Imo, OfacForm.Plain),
        new("MMSI", ListProperties.Mmsi, OfacForm.Plain),
        new("Former Vessel Flag", ListProperties.Flag, OfacForm.Labelled),
        new("Aircraft Tail Number", ListProperties.TailNumber, OfacForm.Plain),
        new("Previous Aircraft Tail Number", ListProperties.TailNumber, OfacForm.Labelled),
        new("Aircraft Manufacturer's Serial Number (MSN)", ListProperties.SerialNumber, OfacForm.Plain),
        new("Aircraft Construction Number (also called L/N or S/N or F/N)", ListProperties.SerialNumber, OfacForm.Labelled),
        new("Aircraft Model", ListProperties.Model, OfacForm.Plain),
        new("Aircraft Manufacture Date", ListProperties.Built, OfacForm.Date),
        new("Aircraft Operator", ListProperties.Operator, OfacForm.Plain),
        new("Linked To:", ListProperties.LinkedTo, OfacForm.Plain),
    ];
}
