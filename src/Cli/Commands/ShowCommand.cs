using System.CommandLine;
using Plumbline.Core;
using Plumbline.Intelligence;
using Plumbline.Register;

namespace Plumbline.Cli.Commands;

/// <summary><c>plumbline show ITEM</c>: an item with its grade, label and history.</summary>
internal static class ShowCommand
{
    public static Command Make()
    {
        var item = new Argument<long>("ITEM") { Description = "Number of the item" };
        var command = new Command("show", "Show an item with its grade, label and history") { item };
        command.Does(async (parsed, desk, visitor, ct) => await desk.Items.Run(visitor, parsed.GetValue(item), ct) switch
        {
            Outcome<ItemView>.Done { Value: var view } => Answer.Give(parsed.GetValue(CommandLine.Json), new
            {
                view.Item.Key,
                view.Item.ReportTitle,
                view.Item.Number,
                view.Item.Text,
                view.Item.State,
                grade = Grade(view),
                label = view.Label.ToString(),
                history = view.History.Select(step => new { step.Step, step.Scheme, grade = Core.Grade.FromCode(step.Grade).ToString(), at = Clock.FromMicros(step.GivenAt), step.Reason }),
            }, () =>
            [
                $"{view.Item.ReportTitle} · {view.Item.Number}   {Grade(view) ?? view.Item.State}   {view.Label.ShortCode}",
                view.Item.Text,
                .. view.History.Select(step => $"  {Clock.FromMicros(step.GivenAt):yyyy-MM-dd HH:mm} {step.Step} {step.Scheme} {Core.Grade.FromCode(step.Grade)} {step.Reason}".TrimEnd()),
            ]),
            var refused => Answer.Decline(parsed.GetValue(CommandLine.Json), refused.Why),
        });
        return command;
    }

    private static string? Grade(ItemView view) => view.Item.CurrentGrade is { } code ? Core.Grade.FromCode(code).WithHandling(view.Label) : null;
}
