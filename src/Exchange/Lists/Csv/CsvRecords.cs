using System.Globalization;
using Plumbline.Core;

namespace Plumbline.Exchange.Lists.Csv;

/// <summary>A record of a CSV file, or why it is none.</summary>
/// <param name="Line">Its first line, from 1.</param>
/// <param name="Fields">The fields; empty if it could not be split.</param>
/// <param name="Problem">Why it cannot be used; null if it can.</param>
/// <param name="Raw">The record as it stands.</param>
internal sealed record CsvRecord(long Line, IReadOnlyList<string> Fields, Refusal? Problem, string Raw);

/// <summary>Streams records. A broken quote loses no more than its own line: the lines behind it are read again.</summary>
internal sealed class CsvRecords(string name, TextReader text, ReadingLog log)
{
    private const int MostLines = 64;
    private readonly PhysicalLines lines = new(text, log.Limits.RecordChars);
    private readonly Queue<PhysicalLine> back = new();
    private readonly List<string> fields = [];

    /// <summary>How many fields a sound record has as a rule, where any number is taken: by that a broken quote is told from a field of several lines. 0 where it is not known.</summary>
    public int Usual { get; set; }

    /// <summary>The next record as any number of fields; null at the end. For header lines.</summary>
    public CsvRecord? First(CancellationToken ct) => Records(0, ct).FirstOrDefault();

    /// <summary>The records that are left.</summary>
    /// <param name="width">How many fields a record has; 0 takes any number.</param>
    /// <param name="ct">Checked once per record.</param>
    public IEnumerable<CsvRecord> Records(int width, CancellationToken ct)
    {
        while (Take() is { } line)
        {
            ct.ThrowIfCancellationRequested();
            log.Place = (name, line.Number);
            if (line.Text.AsSpan().Trim(" \t\u001A\0").IsEmpty && !line.TooLong)
            {
                continue;   // blank, or the DOS end mark of the OFAC files
            }

            var record = Read(line, width);
            if (!line.Ended && record.Problem is null && record.Line == line.Number)
                log.Note(name, line.Number, ReaderNote.Of("end.open"));
            yield return record;
        }
    }

    private CsvRecord Read(PhysicalLine line, int width)
    {
        if (line.TooLong) return Broken(line, "row.long", $"The line is longer than {log.Limits.RecordChars:N0} characters; it was skipped.", ("most", log.Limits.RecordChars));
        var shape = CsvFields.Split(line.Text, fields);
        if (shape == CsvShape.Open) return ReadOn(line, width);
        if (width > 0 && fields.Count != width) return Broken(line, "row.fields", $"{fields.Count} fields where {width} were expected.", ("cells", fields.Count), ("columns", width));
        if (shape == CsvShape.Stray) log.Note(name, line.Number, ReaderNote.Of("repair.quotation"));
        return new CsvRecord(line.Number, [.. fields], null, line.Text);
    }

    /// <summary>A quoted field that runs over line ends, or a quote that was never closed.</summary>
    private CsvRecord ReadOn(PhysicalLine first, int width)
    {
        var taken = new List<PhysicalLine>();
        var text = new System.Text.StringBuilder(first.Text);
        while (taken.Count < MostLines && Take() is { } next)
        {
            taken.Add(next);
            if (next.TooLong || text.Length + next.Text.Length > log.Limits.RecordChars) break;
            // A line that is a sound record by itself is one: the quote before it was broken.
            if (Math.Max(width, Usual) > 1 && CsvFields.Split(next.Text, fields) == CsvShape.Sound && fields.Count == Math.Max(width, Usual)) break;
            text.Append('\n').Append(next.Text);
            if (!next.Text.Contains('"', StringComparison.Ordinal)) continue;
            var shape = CsvFields.Split(text.ToString(), fields);
            if (shape == CsvShape.Open) continue;
            if (shape == CsvShape.Sound && (width == 0 || fields.Count == width)) return new CsvRecord(first.Number, [.. fields], null, text.ToString());
            break;
        }

        PutBack(taken);
        return Broken(first, "row.quote", "A quoted field is not closed; the line was skipped.");
    }

    private static CsvRecord Broken(PhysicalLine line, string code, string reason, params ReadOnlySpan<(string Name, long Number)> values)
    {
        var said = new Dictionary<string, string>();
        foreach (var (name, number) in values) said[name] = number.ToString(CultureInfo.InvariantCulture);
        return new(line.Number, [], new Refusal(code, reason) { Values = said }, line.Text);
    }

    private PhysicalLine? Take() => back.TryDequeue(out var line) ? line : lines.Next();

    private void PutBack(List<PhysicalLine> taken)
    {
        taken.AddRange(back);
        back.Clear();
        foreach (var line in taken) back.Enqueue(line);
    }
}
