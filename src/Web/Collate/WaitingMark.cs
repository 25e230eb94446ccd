using Plumbline.Intelligence;
using Plumbline.Register.Questions;

namespace Plumbline.Web.Collate;

/// <summary>What was marked in one go and is decided in one: a value with the name beside it, a link with its ends.</summary>
internal sealed record WaitingMark(CitedItem Item, IReadOnlyList<MarkView> Marks)
{
    /// <summary>Groups in the order of the marks. Pure.</summary>
    public static List<WaitingMark> Of(IReadOnlyList<MarkView> marks) =>
    [
        .. marks.GroupBy(mark => (mark.Entity.Key, mark.Statement.Row.Item, mark.Statement.Row.RecordedAt, mark.Statement.Row.RecordedBy))
            .Select(group => new WaitingMark(group.First().Statement.Item, [.. group])),
    ];
}
