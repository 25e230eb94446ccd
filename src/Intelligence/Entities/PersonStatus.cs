using Plumbline.Register.Questions;

namespace Plumbline.Intelligence;

/// <summary>What a person is in the case worked in, and what was decided about the person anywhere.</summary>
/// <param name="Category">The category in force; <c>not_yet_categorised</c>, which is treated protectively, until somebody decides.</param>
/// <param name="Child">Whether the category in force says that it is a child.</param>
/// <param name="Categories">All categories given in this case, oldest first.</param>
/// <param name="Outcomes">Legal outcomes, oldest first.</param>
public sealed record PersonStatus(string Category, bool Child, IReadOnlyList<CategoryRow> Categories, IReadOnlyList<LegalOutcomeRow> Outcomes)
{
    /// <summary>The category of everyone about whom nobody has decided yet.</summary>
    public const string NotYetCategorised = "not_yet_categorised";

    /// <summary>Whether a conviction stands: one is recorded, and none was quashed after it.</summary>
    public bool IsConvicted => Outcomes.LastOrDefault(row => row.Outcome is LegalOutcomes.Conviction or LegalOutcomes.Quashed) is { Outcome: LegalOutcomes.Conviction };

    /// <summary>Whether a court found the person not guilty.</summary>
    public bool IsAcquitted => Outcomes.Any(row => row.Outcome == LegalOutcomes.Acquittal);

    /// <summary>The status that the rows amount to.</summary>
    public static PersonStatus Of(IReadOnlyList<CategoryRow> categories, IReadOnlyList<LegalOutcomeRow> outcomes) => categories is [.., var latest]
        ? new PersonStatus(latest.Category, latest.Child != 0, categories, outcomes)
        : new PersonStatus(NotYetCategorised, false, [], outcomes);
}
