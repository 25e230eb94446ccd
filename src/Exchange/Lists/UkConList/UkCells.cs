using System.Text.RegularExpressions;
using Plumbline.Exchange.Lists.Entries;

namespace Plumbline.Exchange.Lists.UkConList;

/// <summary>Cells that hold several values in prose.</summary>
internal static partial class UkCells
{
    /// <summary>"1) Saudi Arabia 2) Qatar" as two; a plain cell as one.</summary>
    public static IReadOnlyList<string> Counted(string cell) => Pieces.Counted(Blanks.Squeeze(cell));

    /// <summary>Town and country; with several of one they are kept apart, because the file does not say which belong together.</summary>
    public static void AddBirthPlace(EntryDraft draft, string town, string country)
    {
        var (towns, countries) = (Counted(town), Counted(country));
        if (countries.Count == 1)
        {
            foreach (var one in towns) draft.Add(ListProperties.BirthPlace, string.Join(", ", new[] { one, countries[0] }.Where(text => text.Length > 0)));
            return;
        }

        foreach (var one in towns.Concat(countries)) draft.Add(ListProperties.BirthPlace, one);
    }

    /// <summary>Numbers in prose, such as "Passport No: A1234567 (issued in X)". What has not exactly one number stays prose.</summary>
    public static void AddNumbers(EntryDraft draft, string property, string cell)
    {
        foreach (var piece in Counted(cell))
        {
            var numbers = DocumentNumber().Matches(piece).Select(match => match.Value).Where(number => number.Count(char.IsAsciiDigit) > 3 && !Year().IsMatch(number)).Distinct(StringComparer.Ordinal).ToList();
            if (numbers.Count == 1) draft.Add(property, numbers[0], numbers[0] == piece ? null : piece);
            else draft.Remark(property == ListProperties.Passport ? "Passport" : "National identification", piece);
        }
    }

    [GeneratedRegex(@"(?<![\w/]|-\s)(?:[A-Z]{1,3}[ -]?)?\d[\dA-Z]*(?:[-/.][\dA-Z]+)*(?![\w/])")]
    private static partial Regex DocumentNumber();

    [GeneratedRegex(@"^(?:19|20)\d\d$|^\d{1,2}[./]\d{1,2}[./](?:\d\d|\d{4})$")]
    private static partial Regex Year();
}
