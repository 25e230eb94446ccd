using Plumbline.Core;

namespace Plumbline.Intelligence;

/// <summary>For how long something held. Pure. An end that is not given is unknown, which is not open-ended.</summary>
/// <param name="From">First day of the beginning, as a day number.</param>
/// <param name="To">Last day of the end.</param>
/// <param name="Text">As given: <c>2014-03/2016</c>, <c>2014/</c>, <c>/2016</c>, or <c>2014</c> where both are the same.</param>
public sealed record Validity(long? From, long? To, string? Text)
{
    /// <summary>Nothing is known of it.</summary>
    public static Validity Unknown { get; } = new(null, null, null);

    /// <summary>Reads the two ends as officers write them.</summary>
    public static Outcome<Validity> Read(string? from, string? to)
    {
        if (string.IsNullOrWhiteSpace(from) && string.IsNullOrWhiteSpace(to)) return Unknown;
        if (End(from) is not { } begins) return Unreadable(from!);
        if (End(to) is not { } ends) return Unreadable(to!);
        if (!begins.IsUnknown && !ends.IsUnknown && begins.Earliest > ends.Latest) return new Refusal("mark.validity-order", $"It cannot end ({to}) before it begins ({from}).");
        var text = begins == ends ? begins.ToString() : $"{Show(begins)}/{Show(ends)}";
        return new Validity(begins.IsUnknown ? null : begins.Earliest, ends.IsUnknown ? null : ends.Latest, text);
    }

    private static PartialDate? End(string? text) => string.IsNullOrWhiteSpace(text) ? default(PartialDate) : PartialDate.TryParse(text, out var date) ? date : null;

    private static string Show(PartialDate date) => date.IsUnknown ? "" : date.ToString();

    private static Refusal Unreadable(string text) => new("mark.validity-unreadable", $"\"{text}\" is no date. Example: {PropertyTypes.Date.Example}");
}
