using System.Text.Json;
using Plumbline.Core;
using Plumbline.Exchange.Receiving;

namespace Plumbline.Web.Collect;

/// <summary>What the page says of the whole report, beside the file: sent as one header, so that the body is the file and nothing else.</summary>
public sealed class UploadFields
{
    public string? Sender { get; set; }
    public string? LetterNumber { get; set; }
    public string? LetterDate { get; set; }
    public string? Label { get; set; }
    public string LegalBasis { get; set; } = "police-task";
    public string? Origin { get; set; }
    public string? Source { get; set; }
    public string Custody { get; set; } = "no";

    /// <summary>As a header: JSON, percent-encoded, as Arabic does not fit into one as it is.</summary>
    public string Header() => Uri.EscapeDataString(JsonSerializer.Serialize(this, UploadAnswer.Json));

    /// <summary>Reads the header; refuses a date, a label or an answer about custody that means nothing.</summary>
    public static Outcome<ReportFields> Read(string? header)
    {
        UploadFields? said;
        try
        {
            said = JsonSerializer.Deserialize<UploadFields>(Uri.UnescapeDataString(header ?? ""), UploadAnswer.Json);
        }
        catch (JsonException)
        {
            said = null;
        }
        if (said is null) return new Refusal("upload.unreadable", "The fields of the report did not arrive: load the page again.");
        var label = Core.Label.None;
        if (Filled(said.Label) is { } text && !Core.Label.TryParse(text, out label)) return new Refusal("label.unreadable", "Expected a label such as handling=C/A1/S2;h2.");
        if (Filled(said.LetterDate) is { } date && !PartialDate.TryParse(date, out _)) return new Refusal("date.unreadable", "The date of the letter cannot be read: write 2026-03-14, 2026-03 or 2026.");
        if (said.Custody is not ("no" or "yes" or "unknown")) return new Refusal("custody.unreadable", "Say whether anyone was deprived of liberty: no, yes or unknown.");
        return new ReportFields
        {
            Sender = Filled(said.Sender),
            LetterNumber = Filled(said.LetterNumber),
            LetterDate = Filled(said.LetterDate),
            Label = label,
            LegalBasis = said.LegalBasis,
            Origin = Filled(said.Origin),
            Source = Filled(said.Source),
            Custody = said.Custody,
        };
    }

    private static string? Filled(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
