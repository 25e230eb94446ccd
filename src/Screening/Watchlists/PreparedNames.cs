using Plumbline.Core;
using Plumbline.Screening.Matching;

namespace Plumbline.Screening.Watchlists;

/// <summary>The names of a person, each prepared once. Pure.</summary>
internal static class PreparedNames
{
    /// <summary>All that can be read, in order.</summary>
    /// <returns>Refused with the reason of the first name where none can be read.</returns>
    public static Outcome<IReadOnlyList<PreparedName>> Of(PersonAsked person)
    {
        if (person.Problem is { } problem) return problem;
        Outcome<PreparedName>[] read = [.. person.AllNames().Distinct(StringComparer.Ordinal).Select(NameMatcher.Preparer.Prepare)];
        PreparedName[] names = [.. read.OfType<Outcome<PreparedName>.Done>().Select(done => done.Value)];
        return names.Length > 0 ? new Outcome<IReadOnlyList<PreparedName>>.Done(names) : read[0].Why;
    }
}
