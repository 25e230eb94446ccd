using Plumbline.Core;

namespace Plumbline.Intelligence;

/// <summary>The weakest and the best of several grades, to show beside a link. Pure; it compares by the coarse rungs of <see cref="GradeOrder"/> and stores nothing.</summary>
public static class LinkGrades
{
    /// <summary>The two; null for no grades. Of equals the one that comes first.</summary>
    public static (Grade? Weakest, Grade? Best) Of(IEnumerable<Grade?> grades)
    {
        var given = grades.OfType<Grade>().ToList();
        return given.Count == 0 ? (null, null) : (given.MinBy(Rung), given.MaxBy(Rung));
    }

    // The information decides, as a reliable source may be wrong; the source breaks ties. What cannot be judged stands lowest.
    private static (int Information, int Source) Rung(Grade grade) =>
        (GradeOrder.InformationUnjudged(grade) ? 0 : GradeOrder.InformationRung(grade), GradeOrder.SourceRung(grade) ?? 0);
}
