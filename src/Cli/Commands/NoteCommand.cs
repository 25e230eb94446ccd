using System.CommandLine;
using Plumbline.Core;
using Plumbline.Intelligence;

namespace Plumbline.Cli.Commands;

/// <summary><c>plumbline note TEXT</c>: one ungraded item in the grading queue.</summary>
internal static class NoteCommand
{
    public static Command Make()
    {
        var text = new Argument<string>("TEXT") { Description = "What was learnt, in your own words" };
        var command = new Command("note", "Write a quick note: one ungraded item in the grading queue") { text };
        command.Does(async (parsed, desk, visitor, ct) => await desk.Note.Run(visitor, parsed.GetValue(text)!, Label.None, ct) switch
        {
            Outcome<ReceivedAs>.Done { Value: var kept } => Answer.Give(parsed.GetValue(CommandLine.Json), new { report = kept.Report, item = kept.Items[0], kept.Sha256 },
                () => [$"Item {kept.Items[0]} waits for a grade."]),
            var refused => Answer.Decline(parsed.GetValue(CommandLine.Json), refused.Why),
        }, makesHome: true);
        return command;
    }
}
