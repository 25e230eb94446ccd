using Plumbline.Core;
using Plumbline.Register.Questions;

namespace Plumbline.Intelligence;

/// <summary>Something that an officer did to what is known of an entity.</summary>
/// <param name="At">UTC microseconds.</param>
/// <param name="What">What was done.</param>
/// <param name="By">Who; null where the officer is no longer known.</param>
/// <param name="Statements">Statements recorded, accepted or withdrawn together.</param>
/// <param name="Item">The item whose grade changed, or from which the statements come.</param>
/// <param name="Grade">The grade that was given.</param>
/// <param name="Why">The reason, where one was asked.</param>
public sealed record HistoryEntry(long At, HistoryStep What, OfficerName? By, IReadOnlyList<long> Statements, long? Item, Grade? Grade, string? Why);

/// <summary>The steps of a history.</summary>
public enum HistoryStep
{
    /// <summary>Statements were recorded.</summary>
    Recorded = 1,

    /// <summary>Another officer accepted them.</summary>
    Accepted = 2,

    /// <summary>Statements were withdrawn, and stay struck.</summary>
    Withdrawn = 3,

    /// <summary>The item's grade was received, proposed, confirmed or replaced.</summary>
    Graded = 4,

    /// <summary>A category was given.</summary>
    Categorised = 5,

    /// <summary>A legal outcome was recorded.</summary>
    Outcome = 6,

    /// <summary>It was judged to be the same as another record, another, or unsure.</summary>
    Judged = 7,

    /// <summary>Such a judgement was taken back.</summary>
    Unjudged = 8,
}
