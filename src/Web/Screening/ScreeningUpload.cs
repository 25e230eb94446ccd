using System.Text.Json;
using Plumbline.Core;
using Plumbline.Screening.Watchlists;
using Plumbline.Web.Collect;

namespace Plumbline.Web.Screening;

/// <summary>What the page says beside a table of people: sent as one header, so that the body is the file and nothing else.</summary>
public sealed class ScreeningFields
{
    public string Name { get; set; } = "";
    public string? Authority { get; set; }
    public string? Grounds { get; set; }
    public string? Until { get; set; }

    /// <summary>A watchlist to try on the table; null to screen.</summary>
    public string? Try { get; set; }

    /// <summary>As a header: JSON, percent-encoded, as Arabic does not fit into one as it is.</summary>
    public string Header() => Uri.EscapeDataString(JsonSerializer.Serialize(this, UploadAnswer.Json));

    /// <summary>Reads the header; null when it is none.</summary>
    public static ScreeningFields? Read(string? header)
    {
        try
        {
            return JsonSerializer.Deserialize<ScreeningFields>(Uri.UnescapeDataString(header ?? ""), UploadAnswer.Json);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The order that the fields state.</summary>
    public ScreeningOrder Order() => new(Name, [])
    {
        Authority = string.IsNullOrWhiteSpace(Authority) ? null : new ScreeningAuthority(Authority, Grounds ?? "", Until ?? ""),
    };
}

/// <summary>What became of a table of people.</summary>
/// <param name="Done">Numbers of the screening; null when it was refused, or a watchlist was tried.</param>
public sealed record ScreeningUploaded(ScreeningAnswer? Done, long People, long Hits, Refusal? Refused)
{
    /// <summary>Reads an answer; anything else is a connection that broke.</summary>
    public static ScreeningUploaded Read(int status, string text) => status != 200
        ? new(null, 0, 0, UploadAnswer.Read(status, "")[0].Refused)
        : JsonSerializer.Deserialize<ScreeningUploaded>(text, UploadAnswer.Json)!;
}
