using System.CommandLine;
using Plumbline.Core;
using Plumbline.Intelligence;
using Plumbline.Register;

namespace Plumbline.Cli.Commands;

/// <summary><c>plumbline show ID</c>: an item with its grade, label and history, or an entity with all that is said of it.</summary>
internal static class ShowCommand
{
    public static Command Make()
    {
        var id = new Argument<string>("ID") { Description = "I-… or a number for an item, E-… or entity:12 for an entity" };
        var command = new Command("show", "Show an item or an entity with grades, labels and history") { id };
        command.Does(async (parsed, desk, visitor, ct) =>
        {
            var json = parsed.GetValue(CommandLine.Json);
            return desk.Home.Ids.Read(parsed.GetValue(id)!, PublicKind.Item) switch
            {
                Outcome<(PublicKind Kind, long Key)>.Done { Value: (PublicKind.Item, var key) } => Item(json, desk.Home.Ids, await desk.Items.Run(visitor, key, ct)),
                Outcome<(PublicKind Kind, long Key)>.Done { Value: (PublicKind.Entity, var key) } => Entity(json, desk.Home.Ids, await desk.Use<ViewEntity>().Run(visitor, key, ct)),
                Outcome<(PublicKind Kind, long Key)>.Done => Answer.Decline(json, new Refusal("id.other-kind", "Items and entities can be shown.")),
                var unread => Answer.Decline(json, unread.Why),
            };
        });
        return command;
    }

    private static int Entity(bool json, PublicIds ids, Outcome<EntityPicture> outcome) => outcome is Outcome<EntityPicture>.Done { Value: var picture }
        ? Answer.Give(json, EntityAnswer.Json(ids, picture), () => EntityAnswer.Lines(ids, picture))
        : Answer.Decline(json, outcome.Why);

    private static int Item(bool json, PublicIds ids, Outcome<ItemView> outcome) => outcome is not Outcome<ItemView>.Done { Value: var view } ? Answer.Decline(json, outcome.Why) : Answer.Give(json, new
    {
        view.Item.Key,
        view.Item.ReportTitle,
        view.Item.Number,
        view.Item.Text,
        view.Item.State,
        grade = Grade(view),
        label = view.Label.Outside(ids),
        history = view.History.Select(step => new { step.Step, step.Scheme, grade = Core.Grade.FromCode(step.Grade).ToString(), at = Clock.FromMicros(step.GivenAt), step.Reason }),
    }, () =>
    [
        $"{view.Item.ReportTitle} · {view.Item.Number}   {Grade(view) ?? view.Item.State}   {view.Label.ShortCode}",
        view.Item.Text,
        .. view.History.Select(step => $"  {Clock.FromMicros(step.GivenAt):yyyy-MM-dd HH:mm} {step.Step} {step.Scheme} {Core.Grade.FromCode(step.Grade)} {step.Reason}".TrimEnd()),
    ]);

    private static string? Grade(ItemView view) => view.Item.CurrentGrade is { } code ? Core.Grade.FromCode(code).WithHandling(view.Label) : null;
}
