using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Plumbline.Exchange.Lists.Entries;

namespace Plumbline.Exchange.Lists.Shared;

/// <summary>A list of another unit, in our own form.</summary>
/// <param name="Format">Always <see cref="SharedListReader.Form"/>.</param>
/// <param name="Unit">Who lists.</param>
/// <param name="List">The list's key, <c>shared:…</c>.</param>
/// <param name="Version">When it was made, UTC.</param>
public sealed record SharedList(string Format, string Unit, string List, string Version, IReadOnlyList<SharedListEntry> Entries);

/// <summary>An entry of it.</summary>
/// <param name="Instruction">What the other unit asks of who meets the person.</param>
/// <param name="Expires">The last day.</param>
public sealed record SharedListEntry(string Key, string Instruction, DateOnly Expires, IReadOnlyList<SharedListValue> Values);

/// <summary>A value of an entry.</summary>
public sealed record SharedListValue(string Property, string Text);

/// <summary>Reads the own list of another unit, once its seal was opened.</summary>
public sealed class SharedListReader : IListReader
{
    /// <summary>How the form is named in the file.</summary>
    public const string Form = "plumbline-list/1";

    internal static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <inheritdoc/>
    public string Format => "plumbline-list";

    /// <inheritdoc/>
    public string Title => "own list of another unit";

    /// <inheritdoc/>
    public ListPart? Recognise(SniffedFile head) => head.Head.TrimStart().StartsWith($"{{\"format\":\"{Form}\"", StringComparison.Ordinal) ? ListPart.Whole : null;

    /// <inheritdoc/>
    public ListReading Read(IReadOnlyList<SniffedFile> parts, ListLimits limits, CancellationToken ct)
    {
        var log = new ReadingLog(limits);
        SharedList? list = null;
        try
        {
            using var stream = parts[0].File.Open();
            list = JsonSerializer.Deserialize<SharedList>(stream, Json);
        }
        catch (JsonException fault)
        {
            log.Fault = new ListFault(parts[0].Name, (fault.LineNumber ?? 0) + 1, 0, "malformed", "The list cannot be read to its end: ask the unit that sent it for it again.");
        }
        var made = list is null ? "" : list.Version;
        var date = DateOnly.TryParseExact(made.Length >= 10 ? made[..10] : "", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : (DateOnly?)null;
        return new ListReading(new ListHeader(Format, "shared", list?.List ?? "shared", made, date), log, Rows(list, ct));
    }

    private static IEnumerable<ListRow> Rows(SharedList? list, CancellationToken ct)
    {
        foreach (var (entry, n) in (list?.Entries ?? []).Select((entry, n) => (entry, n)))
        {
            ct.ThrowIfCancellationRequested();
            var draft = new EntryDraft(entry.Key, ListTypes.Person, n + 1);
            foreach (var value in entry.Values)
            {
                if (value.Property == ListProperties.BirthDate) draft.AddDate(value.Property, value.Text);
                else draft.Add(value.Property, value.Text);
            }
            draft.Remark("listed by", list!.Unit);
            draft.Remark("instruction", entry.Instruction);
            draft.Remark("until", entry.Expires.ToString("O", CultureInfo.InvariantCulture));
            yield return draft.Finish();
        }
    }
}
