namespace Plumbline.Core;

/// <summary>A type as its file writes it, before inheritance. Lists that the file leaves out are null: they are inherited.</summary>
internal sealed record TypeDraft(string File, string Name)
{
    public required Caption Label { get; init; }

    public required Caption Plural { get; init; }

    public required Caption Description { get; init; }

    public required string? Icon { get; init; }

    public required bool Abstract { get; init; }

    public required bool Kin { get; init; }

    public required IReadOnlyList<string> Parents { get; init; }

    public required IReadOnlyList<string>? Featured { get; init; }

    public required IReadOnlyList<string> Required { get; init; }

    public required IReadOnlyList<string>? CaptionFrom { get; init; }

    public required IReadOnlyList<Property> Own { get; init; }

    public required LinkEnds? Link { get; init; }

    public required string? Stix { get; init; }

    public required string? FollowTheMoney { get; init; }
}
