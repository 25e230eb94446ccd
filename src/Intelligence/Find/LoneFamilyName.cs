using System.Text.RegularExpressions;
using Plumbline.Core;
using Plumbline.Register.Questions;
using Plumbline.Register.Search;

namespace Plumbline.Intelligence;

/// <summary>A nisba or family name that stands alone selects a tribe, a town or a family, not a person: it counts only inside a fuller name. Pure.</summary>
public static partial class LoneFamilyName
{
    /// <summary>What an officer is told.</summary>
    public static Refusal AddAnotherPart { get; } = new("find.add-another-part", "A family name alone selects no person here: add another part of the name.");

    /// <summary>Whether a text is one word in the form of a nisba: الـ…ي, al-…i.</summary>
    /// <remarks>By its form alone, so that the answer does not depend on who is in the register.</remarks>
    public static bool Is(string text) => Nisba().IsMatch(TextNormalisation.Key(text).Trim('"', '*', '~', ' '));

    /// <summary>Whether a name was met in nothing but its family part.</summary>
    /// <param name="name">A name whose parts are known.</param>
    /// <param name="spans">Where in its full form it was met.</param>
    public static bool IsAllOf(PersonName name, IReadOnlyList<MatchSpan> spans)
    {
        var at = 0;
        var family = new List<(int From, int To)>();
        foreach (var (kind, text) in name.Parts)
        {
            if (kind == NamePartKind.Family) family.Add((at, at + text.Length));
            at += text.Length + 1;
        }
        return spans.Count > 0 && spans.All(span => family.Any(part => part.From <= span.Start && span.Start + span.Length <= part.To));
    }

    /// <summary>Whether a query met a name in nothing but its family part.</summary>
    public static bool IsAllOf(StatementRow row, SearchQuery query) =>
        PersonName.TryDecode(row.ValueParts, out var name) && IsAllOf(name, Highlighter.Spans(new SearchText(row.ValueText, row.Language, IsName: true), query));

    [GeneratedRegex(@"^(?:ال\p{L}{2,}ي(?:ه)?|(?:al|el|ul|as|ash|ad|at|an|ar|az)[- ']\p{L}{2,}(?:i|y|iyya|iya))$", RegexOptions.CultureInvariant)]
    private static partial Regex Nisba();
}
