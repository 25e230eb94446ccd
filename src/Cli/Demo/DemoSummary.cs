using Plumbline.Core;
using Spectre.Console;

namespace Plumbline.Cli.Demo;

/// <summary>What happened in the story and what to look at, as a table.</summary>
internal static class DemoSummary
{
    public static void Print(bool json, string folder, Stage stage)
    {
        var lists = stage.Imported.Select(list => new { list.List, list.Version, list.Entries, list.Added, list.Changed, list.Unchanged, list.Withdrawn }).ToArray();
        var ids = stage.Ids;
        var sights = stage.Script.LookAt.Select(sight => new { at = Address(stage, ids, sight.Where), text = sight.Text["en"] }).ToArray();
        if (json)
        {
            Answer.Give(true, new
            {
                home = folder,
                reports = stage.Script.Reports.Count,
                items = stage.Items.Count,
                entities = stage.Entities.Count,
                links = stage.Links.Count,
                officers = stage.Script.Officers.Select(officer => new { officer.Login, officer.Role }),
                lists,
                lookAt = sights,
                astray = stage.Astray,
            }, () => []);
            return;
        }
        var table = new Table().Border(TableBorder.Rounded).AddColumn("what").AddColumn("how many");
        table.AddRow("reports received", $"{stage.Script.Reports.Count}, and {stage.Script.QuickNotes.Count} quick notes");
        table.AddRow("items", $"{stage.Items.Count}");
        table.AddRow("persons and things marked", $"{stage.Entities.Count}, with {stage.Links.Count} links");
        foreach (var list in lists)
            table.AddRow(Markup.Escape($"{list.List}, {list.Version}"), $"{list.Entries} entries: {list.Added} added, {list.Changed} changed, {list.Unchanged} unchanged; {list.Withdrawn} withdrawn");
        AnsiConsole.Write(table);
        var officers = new Table().Border(TableBorder.Rounded).AddColumn("sign in as").AddColumn("role").AddColumn("ready to do");
        foreach (var officer in stage.Script.Officers)
            officers.AddRow(officer.Login, officer.Role.Replace('_', ' '), Markup.Escape(Ready(stage.Script.Today.GetValueOrDefault(officer.Role))));
        AnsiConsole.Write(officers);
        AnsiConsole.MarkupLine($"Everybody's password: [bold]{Play.Password}[/]");
        var look = new Table().Border(TableBorder.Rounded).AddColumn("look at").AddColumn("where");
        foreach (var sight in sights) look.AddRow(Markup.Escape(sight.text), Markup.Escape(sight.at));
        AnsiConsole.Write(look);
        foreach (var astray in stage.Astray) Console.Error.WriteLine($"Not as the script says: {astray}");
    }

    // What has no page says where it is instead: nobody is sent to a page that shows nothing.
    private static string Ready(SampleTask? task) => task switch
    {
        null => "",
        { File: { } file } => $"{task.Text["en"]} (not in the pages: samples/{file} beside the program)",
        _ => task.Text["en"],
    };

    /// <summary>The page of what the script names <c>entity:wisam</c> or <c>item:02.1</c>.</summary>
    public static string Address(Stage stage, PublicIds ids, string where) => where.Split(':') switch
    {
        ["entity", var name] when stage.Entities.TryGetValue(name, out var key) => $"/collate/{ids.Show(PublicKind.Entity, key)}",
        ["item", var id] when stage.Items.TryGetValue(id, out var key) => $"/evaluate/{ids.Show(PublicKind.Item, key)}",
        _ => "/",
    };
}
