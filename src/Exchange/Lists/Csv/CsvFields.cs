using System.Text;

namespace Plumbline.Exchange.Lists.Csv;

/// <summary>How the quotes of a row stood.</summary>
internal enum CsvShape
{
    /// <summary>As they should.</summary>
    Sound,

    /// <summary>A quote stood inside a field; it was kept as text.</summary>
    Stray,

    /// <summary>The last quoted field is not closed.</summary>
    Open,
}

/// <summary>Splits one row into fields (RFC 4180, comma), keeping stray quotes as text.</summary>
internal static class CsvFields
{
    public static CsvShape Split(string row, List<string> fields)
    {
        fields.Clear();
        var shape = CsvShape.Sound;
        var field = new StringBuilder();
        var at = 0;
        while (true)
        {
            field.Clear();
            if (at < row.Length && row[at] == '"')
            {
                if (!Quoted(row, ref at, field, ref shape))
                {
                    fields.Add(field.ToString());
                    return CsvShape.Open;
                }
            }
            else
            {
                var end = row.IndexOf(',', at);
                if (end < 0) end = row.Length;
                field.Append(row, at, end - at);
                at = end;
            }

            fields.Add(field.ToString());
            if (at >= row.Length) return shape;
            at++;   // the comma
        }
    }

    /// <summary>Reads from an opening quote to the comma or end behind the closing one; false if there is none.</summary>
    private static bool Quoted(string row, ref int at, StringBuilder field, ref CsvShape shape)
    {
        at++;
        while (true)
        {
            var quote = row.IndexOf('"', at);
            if (quote < 0)
            {
                field.Append(row, at, row.Length - at);
                at = row.Length;
                return false;
            }

            field.Append(row, at, quote - at);
            at = quote + 1;
            if (at == row.Length || row[at] == ',') return true;
            if (row[at] == '"') at++;
            else if (row.AsSpan(at).TrimStart(' ') is [] or [',', ..])
            {
                at += row.AsSpan(at).Length - row.AsSpan(at).TrimStart(' ').Length;   // blanks behind the closing quote
                return true;
            }
            else shape = CsvShape.Stray;

            field.Append('"');
        }
    }
}
