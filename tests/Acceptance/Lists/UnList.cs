using System.Globalization;
using System.Text;
using Plumbline.Core;
using Plumbline.Exchange.Lists;
using Plumbline.Specs;

namespace Plumbline.Acceptance.Lists;

/// <summary>The published list of the United Nations, read in place: people of it, and how a passenger list would spell them. Nothing of it stands in the tree.</summary>
internal static class UnList
{
    /// <summary>Its name in the register.</summary>
    public const string Name = "UN Consolidated";

    /// <summary>Somebody listed who has a whole name in both scripts and a birth date that tells.</summary>
    /// <param name="Key">The authority's reference, as the register keeps it.</param>
    public sealed record Person(string Key, string Latin, string Arabic, string Birth);

    /// <summary>Where it lies; the test is skipped where it does not.</summary>
    public static string File() => SharedData.Need("data/lists/un_consolidated_2024-10-16_half.xml.gz");

    /// <summary>People of it, in the order of the file.</summary>
    public static IReadOnlyList<Person> People(CancellationToken ct)
    {
        var set = Assert.IsType<Outcome<ListSet>.Done>(Assert.Single(ListFormats.Sort([ListFile.At(File())])).Set).Value;
        return [.. set.Read(ListLimits.Default, ct).Rows().OfType<ListRow.Read>().Select(row => Of(row.Entry)).OfType<Person>()];
    }

    /// <summary>As a clerk would hear it: one vowel another, no hyphens, no doubled letters, not in capitals.</summary>
    public static string HeardLatin(string name)
    {
        var plain = name.ToLowerInvariant().Replace('-', ' ').Replace("ou", "u", StringComparison.Ordinal).Replace("ee", "i", StringComparison.Ordinal).Replace("oo", "u", StringComparison.Ordinal).Replace("mm", "m", StringComparison.Ordinal);
        var at = plain.LastIndexOfAny(['u', 'i', 'e', 'o']);
        var heard = at < 0 ? plain : string.Concat(plain.AsSpan(0, at), plain[at] switch { 'u' => "o", 'o' => "u", 'i' => "e", _ => "i" }, plain.AsSpan(at + 1));
        return CultureInfo.InvariantCulture.TextInfo.ToTitleCase(heard);
    }

    /// <summary>As it is typed in a hurry: no hamza, no dots under the last ya and over the last ha.</summary>
    public static string TypedArabic(string name)
    {
        var typed = new StringBuilder(name.Normalize(NormalizationForm.FormC));
        foreach (var (from, to) in ((char, char)[])[('أ', 'ا'), ('إ', 'ا'), ('آ', 'ا'), ('ئ', 'ي'), ('ؤ', 'و'), ('ة', 'ه'), ('ى', 'ي'), ('ی', 'ي'), ('ک', 'ك')]) typed.Replace(from, to);
        var text = string.Join(' ', typed.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries));
        return text.EndsWith('ي') ? $"{text[..^1]}ى" : text;
    }

    private static Person? Of(ListEntry entry)
    {
        if (entry.TypeName != "person") return null;
        var names = entry.Values.Where(value => value.Property == "name").ToList();
        var latin = names.Select(value => value.Text).FirstOrDefault(text => Whole(text) && text.All(sign => char.IsAscii(sign) && !char.IsDigit(sign)));
        var arabic = names.SelectMany(value => new[] { value.Text, value.Original }).OfType<string>().FirstOrDefault(text => Whole(text) && text.All(sign => sign is ' ' or (>= '\u0620' and <= '\u064A')));
        var birth = entry.Values.FirstOrDefault(value => value is { Property: "birth_date", Date: { IsDay: true, IsWeakBirthDate: false } })?.Date;
        return latin is null || arabic is null || birth is null ? null : new Person(entry.Key, latin, arabic, DateOnly.FromDayNumber(birth.Value.Earliest).ToString("O", CultureInfo.InvariantCulture));
    }

    private static bool Whole(string name) => name.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length is 3 or 4;
}
