using System.Text;

namespace Plumbline.Networks.Files;

/// <summary>One row of comma-separated text: fields cut at commas outside quotes, doubled quotes undone (RFC 4180, one line a row).</summary>
internal static class CsvRow
{
    /// <summary>The fields of a line, without blanks around them; null where a quote is not closed.</summary>
    public static string[]? Cut(string line)
    {
        if (!line.Contains('"', StringComparison.Ordinal)) return line.Split(',', StringSplitOptions.TrimEntries);
        var (fields, field, quoted) = (new List<string>(), new StringBuilder(), false);
        for (var at = 0; at < line.Length; at++)
        {
            var one = line[at];
            if (one == '"' && quoted && at + 1 < line.Length && line[at + 1] == '"') field.Append(line[at++]);
            else if (one == '"') quoted = !quoted;
            else if (one == ',' && !quoted) Close();
            else field.Append(one);
        }
        Close();
        return quoted ? null : [.. fields];

        void Close()
        {
            fields.Add(field.ToString().Trim());
            field.Clear();
        }
    }
}
