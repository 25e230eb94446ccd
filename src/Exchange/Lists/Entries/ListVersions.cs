using System.Globalization;
using System.Text.RegularExpressions;
using Plumbline.Core;

namespace Plumbline.Exchange.Lists.Entries;

/// <summary>Finds the version of a list.</summary>
internal static partial class ListVersions
{
    /// <summary>The header of a version.</summary>
    /// <param name="reader">The format.</param>
    /// <param name="authority">Who lists.</param>
    /// <param name="list">The list.</param>
    /// <param name="file">The main file.</param>
    /// <param name="stated">Time or date as the file states it; blank if it states none.</param>
    /// <param name="log">Told where the version comes from, if not from the file's contents.</param>
    public static ListHeader Header(IListReader reader, string authority, string list, SniffedFile file, string stated, ReadingLog log)
    {
        var (version, date) = Stated(stated) ?? Elsewhere(file, log);
        return new ListHeader(reader.Format, authority, list, version, date);
    }

    private static (string Version, DateOnly? Date)? Stated(string stated)
    {
        if (stated.Contains('T', StringComparison.Ordinal) && DateTimeOffset.TryParse(stated, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time))
        {
            var utc = time.ToUniversalTime();
            return (utc.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture), DateOnly.FromDateTime(utc.DateTime));
        }

        return PartialDate.TryParse(stated, out var date) && date.IsDay ? OfDay(DateOnly.FromDayNumber(date.Earliest)) : null;
    }

    private static (string Version, DateOnly? Date) Elsewhere(SniffedFile file, ReadingLog log)
    {
        if (FromName(file.Name) is { } named)
        {
            log.Note(file.Name, 0, ReaderNote.Of("version.named", ("version", named.Version)));
            return named;
        }

        if (file.File.Date is { } given)
        {
            log.Note(file.Name, 0, ReaderNote.Of("version.given", ("date", given.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))));
            return OfDay(given);
        }

        log.Note(file.Name, 0, ReaderNote.Of("version.none"));
        return ("", null);
    }

    private static (string Version, DateOnly? Date)? FromName(string name)
    {
        var match = NameDate().Match(name);
        if (!match.Success) return null;
        var (year, month, day) = (Number(match, 1), Number(match, 2), match.Groups[3].Success ? Number(match, 3) : 0);
        if (year is < 1990 or > 2999 || month is < 1 or > 12) return null;
        if (day == 0) return (FormattableString.Invariant($"{year:D4}-{month:D2}"), null);
        return day <= DateTime.DaysInMonth(year, month) ? OfDay(new DateOnly(year, month, day)) : null;
    }

    private static (string Version, DateOnly? Date) OfDay(DateOnly day) => (day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), day);

    private static int Number(Match match, int group) => int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(?<!\d)([12]\d{3})[-_.]?([01]\d)(?:[-_.]?([0-3]\d))?(?!\d)")]
    private static partial Regex NameDate();
}
