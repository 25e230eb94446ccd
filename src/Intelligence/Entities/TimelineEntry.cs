namespace Plumbline.Intelligence;

/// <summary>Something that has a date, on an entity's timeline.</summary>
/// <param name="From">First day it can be, as a day number; null where only the end is known.</param>
/// <param name="To">Last day it can be; null where only the beginning is known, which is not open-ended.</param>
/// <param name="DateText">As given.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Key">Key of the statement, link or item.</param>
/// <param name="Statement">The statement, where it is one.</param>
/// <param name="Link">The link, where it is one.</param>
/// <param name="Item">The item, where it is one.</param>
public sealed record TimelineEntry(long? From, long? To, string DateText, TimelineKind Kind, long Key,
    CitedStatement? Statement = null, LinkView? Link = null, Register.Questions.CitedItem? Item = null);

/// <summary>What stands on a timeline.</summary>
public enum TimelineKind
{
    /// <summary>A statement whose value is a date, such as a birth.</summary>
    Value = 1,

    /// <summary>A statement that held for a time, such as an address.</summary>
    Validity = 2,

    /// <summary>A link that held for a time.</summary>
    Link = 3,

    /// <summary>An item, by the date of its information.</summary>
    Item = 4,

    /// <summary>What a court decided.</summary>
    Outcome = 5,
}
