using Plumbline.Core;
using Plumbline.Register.Questions;

namespace Plumbline.Intelligence;

/// <summary>Whether statements contradict one another. Pure.</summary>
public static class Conflicts
{
    /// <summary>Whether live statements give values of which only one can be true.</summary>
    /// <param name="property">Only one that is <see cref="Property.Single"/> can be in conflict.</param>
    /// <param name="statements">Statements of this property about one entity.</param>
    /// <remarks>Dates conflict when no day fits both: "1961" and "1961-03-05" agree. Texts and names are compared within one
    /// script only: a name in Arabic and its transcription do not contradict one another.</remarks>
    public static bool In(Property property, IEnumerable<StatementRow> statements)
    {
        if (!property.Single) return false;
        var live = statements.Where(row => row.IsLive).DistinctBy(row => row.ValueKey).ToList();
        return live.Where((one, at) => live.Skip(at + 1).Any(other => Contradict(one, other))).Any();
    }

    private static bool Contradict(StatementRow one, StatementRow other)
    {
        if (one is { ValueFrom: { } from, ValueTo: { } to } && other is { ValueFrom: { } otherFrom, ValueTo: { } otherTo }) return from > otherTo || otherFrom > to;
        return one.ValueKey != other.ValueKey && Scripts.Of(one.ValueText) == Scripts.Of(other.ValueText);
    }
}
