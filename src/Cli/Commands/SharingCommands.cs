using System.CommandLine;
using System.Globalization;
using Plumbline.Core;
using Plumbline.Exchange.Export;
using Plumbline.Exchange.Watchlists;
using Plumbline.Register;
using Plumbline.Register.Questions;
using Plumbline.Screening.Watchlists;

namespace Plumbline.Cli.Commands;

/// <summary><c>plumbline watchlist rescreen | stop | rescreened | keys | key | share | receive</c>: what happens to a list in use after it was put to use.</summary>
internal static class SharingCommands
{
    private const int Lately = 20;

    public static IEnumerable<Command> All() => [Rescreen(), Stop(), Rescreened(), Keys(), Key(), Share(), Receive()];

    private static Command Rescreen()
    {
        var id = Id();
        var command = new Command("rescreen", "Screen the register's own persons again: against new and changed entries, and those of whom more is known; goes on where it was stopped") { id };
        command.Does(async (parsed, desk, visitor, ct) =>
        {
            var json = parsed.GetValue(CommandLine.Json);
            if (desk.Home.Ids.ReadKey(parsed.GetValue(id)!, PublicKind.Watchlist) is not Outcome<long>.Done { Value: var key }) return Answer.Decline(json, Unknown);
            var done = await desk.Use<RescreenRegister>().Run(visitor, key, json ? null : new Told(), ct);
            return done is Outcome<RescreeningAnswer>.Done { Value: var answer } ? Answer.Give(json, answer, () =>
            [
                $"{answer.State}: {answer.Entries} entries new or changed; {answer.People} persons compared, {answer.None} met nobody new.",
                $"{answer.Candidates} candidates, {answer.Incomplete} incomplete, {answer.TooCommon} too common; {answer.Changed} candidates were overtaken by a change, {answer.Delisted} delisted. See: plumbline candidate list --state overtaken",
            ]) : Answer.Decline(json, done.Why);
        });
        return command;
    }

    private static Command Stop()
    {
        var id = Id();
        var command = new Command("stop", "Stop a re-screening that runs; rescreen goes on with it") { id };
        command.Does(async (parsed, desk, visitor, ct) =>
        {
            var json = parsed.GetValue(CommandLine.Json);
            if (desk.Home.Ids.ReadKey(parsed.GetValue(id)!, PublicKind.Watchlist) is not Outcome<long>.Done { Value: var key }) return Answer.Decline(json, Unknown);
            return await desk.Use<RescreenRegister>().Cancel(visitor, key, ct) switch
            {
                Outcome<long>.Done => Answer.Give(json, new { stopped = true }, () => ["Stopped: it goes on with rescreen."]),
                var refused => Answer.Decline(json, refused.Why),
            };
        });
        return command;
    }

    private static Command Rescreened()
    {
        var command = new Command("rescreened", "Show the last re-screenings: numbers, and on whose instruction");
        command.Does(async (parsed, desk, visitor, ct) => await desk.Use<RescreenRegister>().Lately(visitor, Lately, ct) switch
        {
            Outcome<IReadOnlyList<RescreeningRow>>.Done { Value: var rows } => Answer.Give(parsed.GetValue(CommandLine.Json), rows.Select(row => new
            {
                watchlist = row.Name,
                row.State,
                row.Entries,
                row.Changed,
                row.Delisted,
                row.People,
                row.None,
                row.Candidates,
                row.Incomplete,
                row.TooCommon,
                row.StartedBy,
                startedAt = Clock.FromMicros(row.StartedAt),
            }), () => rows.Select(row => string.Create(CultureInfo.InvariantCulture, $"{Clock.FromMicros(row.StartedAt):yyyy-MM-dd HH:mm}  {row.State,-9} {row.Name,-24} {row.Entries} entries, {row.People} persons, {row.None} met nobody new, {row.Candidates + row.Incomplete + row.TooCommon} to settle; {row.StartedBy}"))),
            var refused => Answer.Decline(parsed.GetValue(CommandLine.Json), refused.Why),
        });
        return command;
    }

    private static Command Keys()
    {
        var command = new Command("keys", "Show the keys shared with other units, by name and id, and what came under them");
        command.Does(async (parsed, desk, visitor, ct) => await desk.Use<KeepSharedKeys>().All(visitor, ct) switch
        {
            Outcome<SharedKeysView>.Done { Value: var view } => Answer.Give(parsed.GetValue(CommandLine.Json), new
            {
                keys = view.Keys.Select(key => new { key.Name, key.Id }),
                received = view.Received.Select(row => new { key = row.Share, row.List, madeAt = Clock.FromMicros(row.MadeAt), row.Clearings }),
            }, () => view.Keys.Select(key => $"{key.Id}  {key.Name}").Concat(view.Received.Select(row => string.Create(CultureInfo.InvariantCulture, $"{row.Share}  {row.List}: {row.Clearings} clearings that hold, of {Clock.FromMicros(row.MadeAt):yyyy-MM-dd HH:mm}")))),
            var refused => Answer.Decline(parsed.GetValue(CommandLine.Json), refused.Why),
        });
        return command;
    }

    private static Command Key()
    {
        var name = new Argument<string>("NAME") { Description = "What it is called here, such as the other unit" };
        // Never an argument: whoever lists the processes of the machine reads those.
        var file = new Option<FileInfo?>("--file") { Description = "The other unit's key; else one is made and shown once. Delete the file afterwards" };
        var command = new Command("key", "Make a key to share with another unit, or take in the one it made") { name, file };
        command.Does(async (parsed, desk, visitor, ct) =>
        {
            var json = parsed.GetValue(CommandLine.Json);
            var from = parsed.GetValue(file);
            if (from is { Exists: false }) return Answer.Decline(json, new Refusal("file.none", $"There is no file {from.Name}."));
            var text = from is null ? null : await File.ReadAllTextAsync(from.FullName, ct);
            return await desk.Use<KeepSharedKeys>().Keep(visitor, parsed.GetValue(name)!, text, ct) switch
            {
                Outcome<string>.Done { Value: var key } => text is null
                    ? Answer.Give(json, new { key }, () => [key, "Carry it to the other unit by a way that nobody else reads; it is shown once."])
                    : Answer.Give(json, new { name = parsed.GetValue(name) }, () => ["Taken in."]),
                var refused => Answer.Decline(json, refused.Why),
            };
        });
        return command;
    }

    private static Command Share()
    {
        var id = Id();
        var key = new Argument<string>("KEY") { Description = "Name or id of the shared key" };
        var file = new Option<FileInfo?>("--out") { Description = "Where to; without it, a name is made in this folder" };
        var command = new Command("share", "Write a list in use, its own entries and its clearings to a file that only a holder of the key opens; needs --reason") { id, key, file };
        command.Does(async (parsed, desk, visitor, ct) =>
        {
            var json = parsed.GetValue(CommandLine.Json);
            if (desk.Home.Ids.ReadKey(parsed.GetValue(id)!, PublicKind.Watchlist) is not Outcome<long>.Done { Value: var watchlist }) return Answer.Decline(json, Unknown);
            var made = await desk.Use<ExportWatchlist>().Run(visitor, watchlist, parsed.GetValue(key)!, parsed.GetValue(CommandLine.Reason) ?? "", ct);
            if (made is not Outcome<ExportedFile>.Done { Value: var exported }) return Answer.Decline(json, made.Why);
            var path = parsed.GetValue(file)?.FullName ?? Path.GetFullPath(exported.Name);
            await File.WriteAllBytesAsync(path, exported.Bytes, ct);
            return Answer.Give(json, new { file = path, exported.Sha256, exported.Loss }, () =>
            [
                $"{path}  sha256 {exported.Sha256}",
                .. exported.Loss.LeftOut.Select(left => $"  left out: {left.Count} · {left.Words}"),
                .. exported.Loss.Format.Select(words => $"  {words}"),
            ]);
        });
        return command;
    }

    private static Command Receive()
    {
        var file = new Argument<string>("FILE") { Description = "As the other unit wrote it with share" };
        var command = new Command("receive", "Take in another unit's list: its clearings at once, its own entries as an imported list") { file };
        command.Does(async (parsed, desk, visitor, ct) =>
        {
            var json = parsed.GetValue(CommandLine.Json);
            var path = parsed.GetValue(file)!;
            if (!File.Exists(path)) return Answer.Decline(json, new Refusal("file.none", $"There is no file {path}."));
            var taken = await desk.Use<ReceiveWatchlist>().Run(visitor, await File.ReadAllBytesAsync(path, ct), ct);
            return taken is Outcome<ReceivedWatchlist>.Done { Value: var done } ? Answer.Give(json, new { done.Name, done.List, done.Clearings, entries = done.Entries?.Entries, done.Lost }, () =>
            [
                $"{done.Name}: {done.Clearings} clearings{(done.Entries is { } entries ? $", {entries.Entries} entries as the imported list {done.List}: {entries.Added} added, {entries.Changed} changed, {entries.Withdrawn} gone" : "")}.",
                .. done.Lost.Select(words => $"  {words}"),
            ]) : Answer.Decline(json, taken.Why);
        });
        return command;
    }

    private static Refusal Unknown { get; } = new("watchlist.unknown", "There is no such watchlist.");

    private static Argument<string> Id() => new("WATCHLIST") { Description = "W-…" };

    /// <summary>Says how far it is, on the line that is read and forgotten.</summary>
    private sealed class Told : IProgress<RescreeningAnswer>
    {
        public void Report(RescreeningAnswer value) => Console.Error.WriteLine($"{value.People} persons …");
    }
}
