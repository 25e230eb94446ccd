using Plumbline.Core;
using Plumbline.Networks.Snapshots;
using Plumbline.Register.Questions;

namespace Plumbline.Networks.Charts;

/// <summary>How something on a chart stands to when it was last taken note of.</summary>
public enum ChartState
{
    /// <summary>As it was.</summary>
    Current,

    /// <summary>What is said of it, or how it is graded, changed since.</summary>
    Changed,

    /// <summary>Nothing that was said of it stands any more; it is drawn grey, not gone.</summary>
    Withdrawn,
}

/// <summary>An entity on a chart, for one reader.</summary>
/// <param name="Statements">What the reader sees of it, withdrawn ones included; captions and faces are made of them.</param>
/// <param name="Category">Of a person in the case worked in; null for what is no person, or where nobody has decided.</param>
/// <param name="Child">Whether that category says that it is a child.</param>
/// <param name="HiddenNeighbours">Neighbours that this reader may see and that are not on the chart.</param>
/// <param name="Label">The union of the labels of its statements.</param>
public sealed record ChartItem(long Key, EntityType Type, IReadOnlyList<StatementRow> Statements, string? Category, bool Child, int HiddenNeighbours, Label Label, ChartState State)
{
    /// <summary>The records that people judged to be one, this one included, by key; what is said of any of them is said of it.</summary>
    public IReadOnlyList<long> Records { get; init; } = [Key];

    /// <summary>The union of the labels of the judgements that join those records.</summary>
    public Label Joins { get; init; } = Label.None;

    /// <summary>The statements that name it: those about the record that leads, or about any where that one has no name.</summary>
    public IEnumerable<StatementRow> Naming => Statements.Any(row => row.Entity == Key && row.IsLive && Type.CaptionFrom.Any(name => Type.Find(name)?.Id == row.Property)) ? Statements.Where(row => row.Entity == Key) : Statements;

    /// <summary>The best grade among what is said of it; null where nothing is graded.</summary>
    public Grade? Best => Statements.Where(row => row.IsLive).Select(row => row.CurrentGrade).OfType<long>().Select(Grade.FromCode).MinBy(TieGrades.Order);
}

/// <summary>A tie on a chart, for one reader.</summary>
public sealed record ChartTie(VisibleTie Tie, Label Label, ChartState State);

/// <summary>Items and ties for a chart.</summary>
/// <param name="Total">How many there were to choose from.</param>
/// <param name="Taken">How many of those were taken.</param>
public sealed record ChartPart(IReadOnlyList<ChartItem> Items, IReadOnlyList<ChartTie> Ties, int Total, int Taken)
{
    /// <summary>How all of it must be handled.</summary>
    public Label Label => Label.Combine(Items.Select(item => item.Label).Concat(Ties.Select(tie => tie.Label)));
}
