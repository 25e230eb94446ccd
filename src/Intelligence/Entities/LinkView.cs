using Plumbline.Core;

namespace Plumbline.Intelligence;

/// <summary>A link of an entity, seen from it. It is here only because both its end statements and both its ends may be seen.</summary>
/// <param name="Key">The link's own key: it is an entity too.</param>
/// <param name="Outgoing">Whether the entity looked at is its source.</param>
/// <param name="Other">The other end.</param>
/// <param name="Ends">The live end statements; each item that told of the link gave a pair.</param>
/// <param name="Values">What is said of the link itself: role, share, amount.</param>
/// <param name="Weakest">The weakest grade among the ends; null where none is graded.</param>
/// <param name="Best">The best.</param>
/// <param name="Label">The union of the labels of all its statements.</param>
public sealed record LinkView(long Key, EntityType Type, bool Outgoing, EntityRef Other, IReadOnlyList<CitedStatement> Ends, IReadOnlyList<PropertyGroup> Values,
    Grade? Weakest, Grade? Best, Label Label)
{
    /// <summary>Key of the record that it belongs to, where several are joined.</summary>
    public long Record { get; init; }

    /// <summary>How it reads from the entity looked at: "member of", "has as member".</summary>
    public Caption Reads => Outgoing ? Type.Link!.Label : Type.Link!.ReverseLabel;

    /// <summary>When it held, as each item told; empty where no item said.</summary>
    public IReadOnlyList<string> Validity => [.. Ends.Select(end => end.Row.ValidText).OfType<string>().Distinct(StringComparer.Ordinal)];
}
