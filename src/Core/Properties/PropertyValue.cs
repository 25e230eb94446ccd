namespace Plumbline.Core;

/// <summary>A value as its property's type understood it.</summary>
/// <param name="Text">As it is shown and kept: canonical, readable again by the same type.</param>
/// <param name="Key">What is compared, ordinally: two values of a type are the same if their keys are.</param>
/// <param name="Date">The date, for a date.</param>
/// <param name="Name">The parts of a name, if somebody has taken it apart; else null.</param>
public sealed record PropertyValue(string Text, string Key, PartialDate? Date = null, PersonName? Name = null)
{
    /// <summary>Whether entities may be found by it. False for the number of a ration card and its like, which name a household.</summary>
    public bool Selector { get; init; } = true;
}
