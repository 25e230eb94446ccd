using Plumbline.Core;

namespace Plumbline.Web.Collate;

/// <summary>A way in which two entities may be linked, read from the first to the second.</summary>
/// <param name="Forwards">Whether the first is the link's source.</param>
public sealed record LinkWay(EntityType Type, bool Forwards)
{
    /// <summary>"lives at", or from the other side "home of".</summary>
    public Caption Label => Forwards ? Type.Link!.Label : Type.Link!.ReverseLabel;

    /// <summary>What the schema allows between two types, the narrowest first. Pure.</summary>
    public static IReadOnlyList<LinkWay> Between(EntityType first, EntityType second) =>
    [
        .. from type in Schema.Builtin.Types
           where type is { IsLink: true, Abstract: false }
           let ends = type.Link!
           from forwards in ends.Directed ? new[] { true, false } : [true]
           where forwards ? first.Is(ends.SourceType) && second.Is(ends.TargetType) : second.Is(ends.SourceType) && first.Is(ends.TargetType)
           let width = Width(ends.SourceType) + Width(ends.TargetType)
           orderby width, !forwards, type.Name
           select new LinkWay(type, forwards),
    ];

    private static int Width(string type) => Schema.Builtin.Types.Count(one => one.Is(type));
}
