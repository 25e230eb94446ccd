using System.CommandLine;
using Plumbline.Core;
using Plumbline.Intelligence;

namespace Plumbline.Cli.Commands;

/// <summary><c>plumbline check TEXT</c>: do we know this phone, plate, document, account or e-mail address?</summary>
internal static class CheckCommand
{
    public static Command Make()
    {
        var text = new Argument<string>("TEXT") { Description = "One telephone number, plate, document, account or e-mail address" };
        var command = new Command("check", "Ask whether a number, plate, document, account or address is known") { text };
        command.Does(async (parsed, desk, visitor, ct) => await desk.Use<CheckValue>().Run(visitor, parsed.GetValue(text)!, ct) switch
        {
            Outcome<CheckAnswer>.Done { Value: var answer } => Show(parsed.GetValue(CommandLine.Json), desk.Home.Ids, answer),
            var refused => Answer.Decline(parsed.GetValue(CommandLine.Json), refused.Why),
        });
        return command;
    }

    private static int Show(bool json, PublicIds ids, CheckAnswer answer) => Answer.Give(json, new
    {
        answer.Text,
        readings = answer.Readings.Select(reading => new { type = reading.Type.Name, value = reading.Value.Text }),
        known = answer.Known.Select(one => new
        {
            id = ids.Show(PublicKind.Entity, one.Entity.Key),
            type = one.Entity.Type.Name,
            caption = one.Entity.Caption.ToString(),
            one.Entity.Category,
            property = one.Property.Name,
            items = one.Statements.Select(view => new { id = ids.Show(PublicKind.Item, view.Item.Key), view.Item.ReportTitle, view.Item.Number, grade = view.Grade?.WithHandling(view.Label) }),
        }),
    }, () =>
    [
        answer.Known.Count == 0 ? "Nothing that you may see." : "Known:",
        .. answer.Known.Select(one => $"{ids.Show(PublicKind.Entity, one.Entity.Key)}  {one.Entity.Type.Label.En}  {one.Entity.Caption}  {one.Property.Label.En}  "
            + string.Join("; ", one.Statements.Select(view => $"{view.Item.ReportTitle} · {view.Item.Number} {(view.IsListing ? "LIST" : view.Grade?.WithHandling(view.Label) ?? "ungraded")}"))),
    ]);
}
