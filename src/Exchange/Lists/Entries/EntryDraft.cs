using System.Text;
using Plumbline.Core;

namespace Plumbline.Exchange.Lists.Entries;

/// <summary>An entry being put together. All that is added also stands in the entry's text, so nothing is dropped silently.</summary>
internal sealed class EntryDraft(string key, string type, long line)
{
    private readonly List<ListValue> values = [];
    private readonly HashSet<ListValue> known = [];
    private readonly StringBuilder text = new();

    public string Type { get; } = type;

    /// <summary>A plain value; blank ones are left out.</summary>
    public void Add(string property, string raw, string? note = null)
    {
        var shown = Blanks.Squeeze(raw);
        if (shown.Length > 0) Add(new ListValue(property, shown, Blanks.Original(raw, shown), Note(note)));
    }

    /// <summary>A name; the parts are those of a person.</summary>
    public void Add(string property, PersonName? name, string raw, string? note = null)
    {
        if (name is null || Type != ListTypes.Person)
        {
            Add(property, raw, note);
            return;
        }

        Add(new ListValue(property, name.Full, Blanks.Original(raw, name.Full), Note(note), name));
    }

    /// <summary>A date; one that cannot be read becomes a remark.</summary>
    public void AddDate(string property, string raw, string? note = null, PartialDate? date = null)
    {
        var shown = Blanks.Squeeze(raw);
        if (shown.Length == 0) return;
        if (date is null && PartialDate.TryParse(WithoutOffset(shown), out var read)) date = read;
        if (date is not { } day || day.IsUnknown) Remark(property, shown + (note is null ? "" : $" ({note})"));
        else Add(new ListValue(property, day.ToString(), Blanks.Original(raw, day.ToString()), Note(note), Date: day));
    }

    /// <summary>What has no property of its own.</summary>
    /// <param name="label">What it is, in the format's words.</param>
    /// <param name="raw">The wording.</param>
    public void Remark(string label, string raw)
    {
        var shown = Blanks.Squeeze(raw);
        if (shown.Length > 0) Add(new ListValue(ListProperties.Remarks, label.Length == 0 ? shown : $"{Label(label)}: {shown}"));
    }

    public void Add(ListValue given)
    {
        var value = ListProperties.IsOf(Type, given.Property) ? given : AsRemark(given);
        if (!known.Add(value)) return;   // a list repeats itself; the same value with the same words is one
        values.Add(value);
        if (text.Length > 0) text.Append(' ');
        if (value.Property != ListProperties.Remarks) text.Append(Label(value.Property)).Append(": ");
        text.Append(value.Text);
        if (value.Original is { } original && Blanks.Squeeze(original) is var said && said != value.Text) text.Append(" [").Append(said).Append(']');
        if (value.Note is { } note) text.Append(" (").Append(note).Append(')');
        if (text[^1] is not ('.' or '!' or '?')) text.Append('.');
    }

    public ListRow Finish() => new ListRow.Read(new ListEntry(key, Type, text.ToString(), values, line));

    // The UN list has days with a time zone: 2015-07-01-04:00.
    private static string WithoutOffset(string date) =>
        date.Length == 16 && (date[10] is '-' or '+') && date[13] == ':' ? date[..10] : date;

    private static ListValue AsRemark(ListValue value) => new(ListProperties.Remarks,
        $"{Label(value.Property)}: {value.Text}{(value.Original is { } original ? $" [{Blanks.Squeeze(original)}]" : "")}{(value.Note is { } note ? $" ({note})" : "")}");

    private static string? Note(string? note) => note is null || Blanks.Squeeze(note) is not { Length: > 0 } shown ? null : shown;

    private static string Label(string property)
    {
        var words = property.Replace('_', ' ');
        return words.Length == 0 ? words : char.ToUpperInvariant(words[0]) + words[1..];
    }
}
