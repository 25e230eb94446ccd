using Plumbline.Core;
using Plumbline.Register.Questions;

namespace Plumbline.Networks.Snapshots;

/// <summary>How firmly a tie stands, by the best of its grades: a drawing makes it solid, dashed or dotted.</summary>
public enum TieStanding
{
    /// <summary>Corroborated, first-hand or confirmed.</summary>
    Confirmed,

    /// <summary>Told once, or listed.</summary>
    Unconfirmed,

    /// <summary>Suspected false, an assessment, not to be judged or not graded yet.</summary>
    Tentative,
}

/// <summary>A tie that exists for a reader: the link, its two end statements and both ends may be seen.</summary>
/// <param name="Link">Key of the link.</param>
/// <param name="Type">Its type.</param>
/// <param name="Source">Key of the entity that it comes from.</param>
/// <param name="Target">Key of the entity that it goes to.</param>
/// <param name="Ends">Its live end statements, both sides, in the order of their keys.</param>
public sealed record VisibleTie(long Link, EntityType Type, long Source, long Target, IReadOnlyList<TieEndRow> Ends)
{
    /// <summary>The best grade among the items that told of it; null where none is graded.</summary>
    public Grade? Best => Graded.MinBy(TieGrades.Order);

    /// <summary>The worst.</summary>
    public Grade? Worst => Graded.MaxBy(TieGrades.Order);

    /// <summary>First day on which it may have held; null where no item said.</summary>
    public long? From => Ends.Min(end => end.ValidFrom ?? end.ValidTo);

    /// <summary>Last day on which it may have held; null where no item said.</summary>
    public long? To => Ends.Max(end => end.ValidTo ?? end.ValidFrom);

    /// <summary>How many items told of it.</summary>
    public int Items => Ends.Select(end => end.Item).Distinct().Count();

    /// <summary>How firmly it stands.</summary>
    public TieStanding Standing => Ends.All(end => end.Nature == "assessment") ? TieStanding.Tentative : Best switch
    {
        null => TieStanding.Tentative,
        var best when TieGrades.Rank(best) is >= 0 and <= 2 => TieStanding.Confirmed,
        var best when TieGrades.Rank(best) == 3 => TieStanding.Unconfirmed,
        _ => TieStanding.Tentative,
    };

    /// <summary>The end that is not this one; itself where both are.</summary>
    public long OtherThan(long entity) => Source == entity ? Target : Source;

    private IEnumerable<Grade> Graded => Ends.Select(end => end.Grade).OfType<long>().Select(Grade.FromCode);

    /// <summary>The ties among end statements: those with a live source and a live target whose ends exist; of several, the oldest statement of each end counts.</summary>
    /// <param name="rows">In the order of links.</param>
    /// <param name="exists">Whether an entity exists for the reader.</param>
    public static IReadOnlyList<VisibleTie> Of(IReadOnlyList<TieEndRow> rows, Func<long, bool> exists)
    {
        var ties = new List<VisibleTie>(rows.Count / 2);
        var (name, type) = ("", (EntityType?)null);
        for (int from = 0, to; from < rows.Count; from = to)
        {
            var (source, target) = ((TieEndRow?)null, (TieEndRow?)null);
            for (to = from; to < rows.Count && rows[to].Link == rows[from].Link; to++)
            {
                if (rows[to].Property == Property.SourceId) source ??= rows[to];
                if (rows[to].Property == Property.TargetId) target ??= rows[to];
            }
            if (source is null || target is null) continue;
            if (rows[from].Type != name) (name, type) = (rows[from].Type, Schema.Builtin.Find(rows[from].Type));
            if (type is not { IsLink: true } || !exists(source.Target) || !exists(target.Target)) continue;
            var ends = new TieEndRow[to - from];
            for (var at = from; at < to; at++) ends[at - from] = rows[at];
            ties.Add(new(rows[from].Link, type, source.Target, target.Target, ends));
        }
        return ties;
    }
}

/// <summary>Grades as a drawing orders them. Coarse rungs of <see cref="GradeOrder"/>; nothing is stored.</summary>
public static class TieGrades
{
    private const int Unjudged = -1;

    /// <summary>0 best to 4 worst by the information; -1 where it cannot be judged.</summary>
    public static int Rank(Grade grade) => GradeOrder.InformationUnjudged(grade) ? Unjudged : 4 - GradeOrder.InformationRung(grade);

    /// <summary>Whether a grade is at least as good as a rank; what cannot be judged never is.</summary>
    public static bool AtLeast(Grade? grade, int rank) => grade is not null && Rank(grade) is >= 0 and var own && own <= rank;

    /// <summary>The order from best to worst: the information decides, the source breaks ties, what cannot be judged stands last.</summary>
    internal static (int Information, int Source) Order(Grade grade) => (Rank(grade) is var rank and >= 0 ? rank : 5, 5 - (GradeOrder.SourceRung(grade) ?? 0));
}
