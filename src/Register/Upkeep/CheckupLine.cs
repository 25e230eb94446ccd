namespace Plumbline.Register.Upkeep;

/// <summary>One thing that was looked at.</summary>
/// <param name="Subject">Stable code, such as <c>keys</c>.</param>
/// <param name="IsWell">Whether it may stay as it is.</param>
/// <param name="Found">What was found, in words.</param>
/// <param name="Advice">What to do; empty when nothing is.</param>
public sealed record CheckupLine(string Subject, bool IsWell, string Found, string Advice = "");
