using System.CommandLine;
using Plumbline.Core;
using Plumbline.Register.Upkeep;
using Plumbline.Safeguards.Upkeep;

namespace Plumbline.Cli.Commands;

/// <summary><c>plumbline backup ARCHIVE</c>: the whole home in one file, while others work.</summary>
internal static class BackupCommand
{
    public static Option<FileInfo?> PassphraseFile { get; } = new("--passphrase-file") { Description = "File whose first line seals the archive (AES-256-GCM)" };

    public static Command Make()
    {
        var archive = new Argument<FileInfo>("ARCHIVE") { Description = "File to make; it must not exist" };
        var command = new Command("backup", "Write the whole home into one archive, while others work") { archive, PassphraseFile };
        command.Does(async (parsed, desk, visitor, ct) =>
        {
            var path = parsed.GetValue(archive)!.FullName;
            var passphrase = Passphrase(parsed);
            if (passphrase is "") return Answer.Decline(parsed.GetValue(CommandLine.Json), new Refusal("backup.no-passphrase", "The passphrase file is empty or missing."));
            return await new BackUpHome(desk.Gate, desk.Home, TimeProvider.System).Run(visitor, path, passphrase, ct) switch
            {
                Outcome<BackupManifest>.Done { Value: var made } => Answer.Give(parsed.GetValue(CommandLine.Json),
                    new { archive = path, bytes = new FileInfo(path).Length, isSealed = passphrase is not null, tables = made.Tables.ToDictionary(table => table.Name, table => table.Rows), made.Checkpoint },
                    () =>
                    [
                        $"Backed up {made.Tables.Sum(table => table.Rows):N0} rows into {path} ({new FileInfo(path).Length:N0} bytes).",
                        passphrase is null ? "It holds the home's keys and is not sealed: keep it as safe as the home itself, or use --passphrase-file." : "It is sealed: without the passphrase nobody can restore it.",
                    ]),
                var refused => Answer.Decline(parsed.GetValue(CommandLine.Json), refused.Why),
            };
        });
        return command;
    }

    /// <summary>The passphrase given; null for none, empty when the file has none.</summary>
    public static string? Passphrase(ParseResult parsed) => parsed.GetValue(PassphraseFile) is { } file
        ? file.Exists ? File.ReadLines(file.FullName).FirstOrDefault()?.Trim() ?? "" : ""
        : null;
}
