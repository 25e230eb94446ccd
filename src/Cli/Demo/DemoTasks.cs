using System.Text.Json;
using Plumbline.Core;
using Plumbline.Web.Hosting;

namespace Plumbline.Cli.Demo;

/// <summary>One ready thing to do for each role, kept beside the demonstration's register with the addresses that the play gave.</summary>
internal static class DemoTasks
{
    private const string FileName = "tasks.json";

    /// <summary>Keeps the script's tasks.</summary>
    public static Task Keep(string folder, Stage stage, CancellationToken ct)
    {
        var kept = stage.Script.Today.Where(pair => Address(stage, pair.Value) is not null)
            .Select(pair => new Kept(pair.Key, Address(stage, pair.Value)!, pair.Value.Text["en"], pair.Value.Text["ar"], pair.Value.Text["ckb"]));
        return File.WriteAllTextAsync(Path.Combine(folder, FileName), JsonSerializer.Serialize(kept), ct);
    }

    /// <summary>The tasks of a demonstration.</summary>
    public static async Task<IReadOnlyList<TodayTask>> Read(string folder, CancellationToken ct)
    {
        await using var stream = File.OpenRead(Path.Combine(folder, FileName));
        return [.. (await JsonSerializer.DeserializeAsync<Kept[]>(stream, cancellationToken: ct) ?? []).Select(kept => new TodayTask(kept.Role, kept.Href, new Caption(kept.En, kept.Ar, kept.Ckb)))];
    }

    // Where a task is done; a script may name one that has no page yet.
    private static string? Address(Stage stage, SampleTask task) => task.Do switch
    {
        "note" => "/collect/note",
        "grade" => $"/evaluate/{Item(stage, task)}",
        "compare" => $"/collate/{stage.Ids.Show(PublicKind.Entity, stage.Entities[task.Entity!])}",
        "confirm" => "/evaluate/confirm",
        "check" => $"/collate?q={Uri.EscapeDataString(task.Value!)}",
        "assign" => "/collect/sources",
        "sample" => "/oversight",
        "lodge_checkpoint" => "/setup/log",
        "read" or "ask_permission" when task.Refs.Count > 0 => $"/collate/mark/{Item(stage, task)}",
        _ => null,
    };

    private static string Item(Stage stage, SampleTask task) => stage.Ids.Show(PublicKind.Item, stage.Items[task.Refs[0]]);

    private sealed record Kept(string Role, string Href, string En, string Ar, string Ckb);
}
