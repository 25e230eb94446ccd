using System.Text.Json;
using Plumbline.Exchange.Lists;

namespace Plumbline.Web.Collect;

/// <summary>Files that were sent in one body, one behind the other: what may be the parts of one version of a list must arrive together.</summary>
internal static class SentTogether
{
    private const int MostFiles = 20;

    /// <summary>Cuts the body into its files.</summary>
    /// <param name="header">Names and sizes in their order: JSON, percent-encoded, as Arabic does not fit into a header as it is.</param>
    /// <returns>Null when header and body do not agree.</returns>
    public static IReadOnlyList<ListFile>? Read(string? header, byte[] body)
    {
        ChosenFile[]? said;
        try
        {
            said = JsonSerializer.Deserialize<ChosenFile[]>(Uri.UnescapeDataString(header ?? ""), UploadAnswer.Json);
        }
        catch (JsonException)
        {
            return null;
        }
        if (said is null or { Length: 0 or > MostFiles } || said.Any(file => file?.Name is null || file.Size < 0 || file.Size > body.Length)) return null;
        if (said.Sum(file => file.Size) != body.Length) return null;
        var files = new List<ListFile>();
        var at = 0;
        foreach (var (name, size) in said)
        {
            files.Add(ListFile.Of(Path.GetFileName(name) is { Length: > 0 } own ? own : "file", body.AsSpan(at, (int)size).ToArray()));
            at += (int)size;
        }
        return files;
    }
}
