using Plumbline.Core;

namespace Plumbline.Web.Collate;

/// <summary>A part of a name while it is edited.</summary>
public sealed class NamePiece(NamePartKind kind, string text)
{
    public NamePartKind Kind { get; set; } = kind;

    public string Text { get; set; } = text;
}

/// <summary>A first cut of a name as it is written in the region: given, father, grandfather. An offer, which the officer corrects. Pure.</summary>
public static class NamePieces
{
    private static readonly NamePartKind[] Order = [NamePartKind.Given, NamePartKind.Father, NamePartKind.Grandfather, NamePartKind.GreatGrandfather];
    private static readonly HashSet<string> Kunya = new(["أبو", "ابو", "أم", "ام", "abu", "umm"], StringComparer.OrdinalIgnoreCase);
    private static readonly HashSet<string> Joins = new(["عبد", "بن", "ابن", "بنت", "آل", "abd", "abdul", "bin", "ibn", "bint", "al"], StringComparer.OrdinalIgnoreCase);
    private static readonly HashSet<string> Titles = new(["السيد", "السيدة", "الدكتور", "الشيخ", "الحاج", "الحاجة", "الملا", "العميد", "النقيب", "الرائد", "dr", "dr.", "mr", "mr.", "mrs", "mrs.", "haji"], StringComparer.OrdinalIgnoreCase);

    public static List<NamePiece> Of(string text)
    {
        var words = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        List<NamePiece> pieces = [];
        var next = 0;
        for (var at = 0; at < words.Length; at++)
        {
            var word = words[at];
            var kind = Kind(word, at, words.Length, next);
            if (at + 1 < words.Length && (Kunya.Contains(word) || Joins.Contains(word))) word = $"{word} {words[++at]}";
            if (kind is not (NamePartKind.Kunya or NamePartKind.Title or NamePartKind.Family)) next++;
            pieces.Add(new NamePiece(kind, word));
        }
        return pieces;
    }

    private static NamePartKind Kind(string word, int at, int of, int next) =>
        Kunya.Contains(word) && at + 1 < of ? NamePartKind.Kunya
        : at == 0 && Titles.Contains(word) ? NamePartKind.Title
        : at > 0 && at == of - 1 && (word.StartsWith("ال", StringComparison.Ordinal) || word.StartsWith("al-", StringComparison.OrdinalIgnoreCase)) ? NamePartKind.Family
        : next < Order.Length ? Order[next] : NamePartKind.Unknown;
}
