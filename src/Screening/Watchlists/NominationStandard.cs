using Plumbline.Core;
using Plumbline.Register.Questions;
using Plumbline.Screening.Matching;

namespace Plumbline.Screening.Watchlists;

/// <summary>What must stand before anybody is put on an own list: conduct told by two independent items, and an identity that tells the person apart. Pure.</summary>
public static class NominationStandard
{
    /// <summary>The fewest parts of a full name.</summary>
    public const int FullName = 3;

    private const int Adult = 18;

    /// <summary>What falls short, as a refusal; null when the standard is met.</summary>
    /// <param name="items">The items cited, as far as they are seen and not withdrawn.</param>
    /// <param name="about">Keys of those items that say something of the person.</param>
    /// <param name="person">What the register says of the person.</param>
    /// <param name="isChild">Whether the person is recorded as a child in the case.</param>
    /// <param name="today">Day number.</param>
    public static Refusal? WhyNot(IReadOnlyCollection<ItemRow> items, IReadOnlySet<long> about, PersonAsked person, bool isChild, long today) =>
        ChildWhy(person, isChild, today) ?? IdentityWhy(person) ?? GroundsWhy([.. items.Where(item => about.Contains(item.Key))]);

    private static Refusal? ChildWhy(PersonAsked person, bool isChild, long today) =>
        isChild || ReadParticular.Births(person.Births).Any(birth => DateOnly.FromDayNumber(birth.Latest).AddYears(Adult).DayNumber > today)
            ? new("nomination.child", "A child, or somebody who may be one, is not put on a list: children recruited by terrorists are victims first. Turn to protection.") : null;

    private static Refusal? IdentityWhy(PersonAsked person)
    {
        var isFull = NameMatcher.Preparer.Prepare(person.Name) is Outcome<PreparedName>.Done { Value: var name } && Screener.Parts(name) >= FullName;
        var hasBirth = ReadParticular.Births(person.Births).Any(birth => !birth.IsWeakBirthDate);
        var hasMore = person.Mother.Length > 0 || person.Documents.Any(number => KnownDocument.Read(number) is not null);
        return isFull && hasBirth && hasMore ? null
            : new("nomination.identity", $"The identity is incomplete: a name of {FullName} parts or more, a date or year of birth (1 January and 1 July do not count), and the mother's name or a document's number must be recorded. Without them every namesake is stopped.");
    }

    private static Refusal? GroundsWhy(IReadOnlyList<ItemRow> items)
    {
        var counted = items.Where(Counts).ToList();
        if (counted.Where(item => item.Origin is not null).Select(item => item.Origin).Distinct().Count() < 2)
            return new("nomination.independent", "Two items of different origin must tell of the person's conduct, both graded and neither barred by custody; a list's entry, an assessment, and two tellings of one report do not count.");
        return counted.Any(IsSure) ? null
            : new("nomination.unsure", "At least one of the items must be graded B2 or better (1A in 3x5x2), or be an official document that rests on no confession and no secret informant.");
    }

    // Conduct is told by facts; a confession without safeguards, and what a list says, tell of nothing.
    private static bool Counts(ItemRow item) =>
        item.Kind != "listing" && item.Nature == "fact" && CustodyRule.Bars(item.Custody, item.CustodyLawyer, item.CustodyComplaint, item.CustodyClearedBy) is null && (item.CurrentGrade is not null || IsOfficial(item));

    private static bool IsSure(ItemRow item) => IsOfficial(item) || (item.CurrentGrade is { } code && Grade.FromCode(code) is var grade && (grade.Scheme, grade.Source, grade.Information) is
        (GradingScheme.FourByFour or GradingScheme.FiveByFiveByFive or GradingScheme.SixBySix, 'A' or 'B', '1' or '2') or (GradingScheme.ThreeByFiveByTwo, '1', 'A'));

    private static bool IsOfficial(ItemRow item) => item.Kind == "document" && item.Custody == "no" && item.Source is null;
}
