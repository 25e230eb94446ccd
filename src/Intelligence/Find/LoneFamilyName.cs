using System.Text.RegularExpressions;
using Plumbline.Core;

namespace Plumbline.Intelligence;

/// <summary>A nisba or family name that stands alone selects a tribe, a town or a family, not a person: it counts only inside a fuller name. Pure.</summary>
public static partial class LoneFamilyName
{
    /// <summary>What an officer is told.</summary>
    public static Refusal AddAnotherPart { get; } = new("find.add-another-part", "A family name alone selects no person here: add another part of the name.");

    /// <summary>Whether a text is one word in the form of a nisba: الـ…ي, al-…i.</summary>
    /// <remarks>By its form alone, so that the answer does not depend on who is in the register. Parts that were typed as family names are kept out by the index.</remarks>
    public static bool Is(string text) => Nisba().IsMatch(TextNormalisation.Key(text).Trim('"', '*', '~', ' '));

    [GeneratedRegex(@"^(?:ال\p{L}{2,}ي(?:ه)?|(?:al|el|ul|as|ash|ad|at|an|ar|az)[- ']\p{L}{2,}(?:i|y|iyya|iya))$", RegexOptions.CultureInvariant)]
    private static partial Regex Nisba();
}
