namespace Plumbline.Core;

/// <summary>What a link type joins.</summary>
/// <param name="SourceType">The type its source is of, or inherits from.</param>
/// <param name="TargetType">The type its target is of, or inherits from.</param>
/// <param name="Directed">False where the two ends are alike.</param>
/// <param name="Label">Read from source to target: "member of".</param>
/// <param name="ReverseLabel">Read from target to source: "has as member".</param>
public sealed record LinkEnds(string SourceType, string TargetType, bool Directed, Caption Label, Caption ReverseLabel);
