using Plumbline.Core;

namespace Plumbline.Intelligence;

/// <summary>An entity as others point to it.</summary>
/// <param name="Category">What a person is in the case worked in; null for what is no person. <c>not_yet_categorised</c> until somebody decides.</param>
public sealed record EntityRef(long Key, EntityType Type, EntityCaption Caption, string? Category)
{
    /// <summary>How many records people judged to be one, this one included, as far as the reader sees; null where it stands alone, or where nobody asked.</summary>
    public int? Records { get; init; }
}
