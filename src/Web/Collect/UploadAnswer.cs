using System.Text.Encodings.Web;
using System.Text.Json;
using Plumbline.Core;
using Plumbline.Exchange.Receiving;

namespace Plumbline.Web.Collect;

/// <summary>What became of one uploaded file, as the server tells the page.</summary>
/// <param name="Report">Id of the report; null when it was refused.</param>
/// <param name="Items">Items that now wait for a grade.</param>
/// <param name="Notes">Guesses and losses of the reader.</param>
public sealed record UploadAnswer(string? Report, string? Title, string? Format, int Items, IReadOnlyList<string> Notes, Refusal? Refused)
{
    /// <summary>How it is written; Arabic as it is, for whoever looks at the traffic.</summary>
    internal static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>It was taken in.</summary>
    public static UploadAnswer Taken(string report, ReceivedDocument document) => new(report, document.Title, document.Format, document.As.Items.Count, document.Notes, null);

    /// <summary>It was not.</summary>
    public static UploadAnswer Declined(Refusal why) => new(null, null, null, 0, [], why);

    /// <summary>Reads an answer; anything else is a connection that broke, or a server that is ill.</summary>
    public static UploadAnswer Read(int status, string text)
    {
        if (status is 401 or 403) return Declined(new("upload.signed-out", "The session has ended: sign in again and send the file again."));
        if (status != 200) return Declined(new("upload.broken", "The connection broke before the file had arrived whole. Nothing was kept: send it again."));
        return JsonSerializer.Deserialize<UploadAnswer>(text, Json)!;
    }
}
