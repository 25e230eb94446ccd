using System.CommandLine;
using Plumbline.Core;
using Plumbline.Register.Upkeep;

namespace Plumbline.Cli.Commands;

/// <summary><c>plumbline restore ARCHIVE --home NEW</c>: a new home from an archive, on either engine. There is no officer yet who could be asked; the restored log says that it was done.</summary>
internal static class RestoreCommand
{
    public static Command Make()
    {
        var archive = new Argument<FileInfo>("ARCHIVE") { Description = "An archive that plumbline backup made" };
        var postgres = new Option<string?>("--postgres") { Description = "Connection string of an empty PostgreSQL database; without it, an embedded file" };
        var command = new Command("restore", "Make a new home from an archive") { archive, postgres, BackupCommand.PassphraseFile };
        command.SetAction(async (parsed, ct) =>
            await new HomeRestore(TimeProvider.System).Run(parsed.GetValue(archive)!.FullName, BackupCommand.Passphrase(parsed), Path.GetFullPath(parsed.Home()), parsed.GetValue(postgres), ct) switch
            {
                Outcome<RestoredHome>.Done { Value: var restored } => Answer.Give(parsed.GetValue(CommandLine.Json),
                    new { home = Path.GetFullPath(parsed.Home()), restored.Rows, acts = restored.Leaves, restored.Manifest.Checkpoint },
                    () => [$"Restored {restored.Rows:N0} rows; the log of {restored.Leaves:N0} acts is whole against the archive's checkpoint; the search index is made."]),
                var refused => Answer.Decline(parsed.GetValue(CommandLine.Json), refused.Why),
            });
        return command;
    }
}
