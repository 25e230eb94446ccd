namespace Plumbline.Cli.Commands;

/// <summary>What a part of a name is, behind it in brackets.</summary>
internal static class PartWords
{
    /// <summary>Such as " (father)"; nothing where it is not known.</summary>
    public static string Kind(string? kind) => string.IsNullOrEmpty(kind) ? "" : $" ({kind})";
}
