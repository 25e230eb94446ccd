using Plumbline.Core;

namespace Plumbline.Web.Api;

/// <summary>Ids as they come in.</summary>
internal static class Ids
{
    /// <summary>The key behind an id; one that nothing has where the text is no id of that kind, so that a wrong id, a hidden and an absent thing are answered, and logged, alike.</summary>
    public static long Key(this PublicIds ids, PublicKind kind, string? text) => ids.TryRead(text, out var read, out var key) && read == kind ? key : -1;

    /// <summary>What was given as <c>after</c> is no <c>next</c>: to begin anew in silence would send a program round and round.</summary>
    public static Refusal NoSuchPart { get; } = new("page.after", "Pass as \"after\" what the part before gave as \"next\".");

    /// <summary>The same where an id may be missing.</summary>
    public static long? Maybe(this PublicIds ids, PublicKind kind, string? text) => string.IsNullOrWhiteSpace(text) ? null : ids.Key(kind, text);
}

/// <summary>A part of a list, and where it goes on.</summary>
/// <param name="Items">In the order that the call names.</param>
/// <param name="Total">How many there are in all, of those that you may see.</param>
/// <param name="Next">Pass it as <c>after</c> for the next part; null at the end.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, long Total, string? Next)
{
    /// <summary>Where the next one begins: after the last of a full page.</summary>
    internal static string? After(int most, IEnumerable<string> ids) => ids.ElementAtOrDefault(most - 1);
}
