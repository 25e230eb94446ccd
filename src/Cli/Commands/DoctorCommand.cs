using System.CommandLine;
using Plumbline.Core;
using Plumbline.Register.Upkeep;
using Plumbline.Safeguards.Upkeep;
using Spectre.Console;

namespace Plumbline.Cli.Commands;

/// <summary><c>plumbline doctor</c>: looks the installation over; exit 1 when something is to be done.</summary>
internal static class DoctorCommand
{
    public static Command Make()
    {
        var command = new Command("doctor", "Look the installation over and say what to do");
        command.Does(async (parsed, desk, visitor, ct) =>
        {
            var json = parsed.GetValue(CommandLine.Json);
            var looked = await new LookOverHome(desk.Gate, desk.Home, TimeProvider.System).Run(visitor, ct);
            if (looked is not Outcome<IReadOnlyList<CheckupLine>>.Done { Value: var lines }) return Answer.Decline(json, looked.Why);
            if (json) Answer.Give(json, lines, () => []);
            else Show(lines);
            return lines.All(line => line.IsWell) ? Answer.Done : Answer.Refused;
        });
        return command;
    }

    private static void Show(IReadOnlyList<CheckupLine> lines)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumns("", "what", "found", "what to do");
        foreach (var line in lines) table.AddRow(line.IsWell ? "well" : "DO", Markup.Escape(line.Subject), Markup.Escape(line.Found), Markup.Escape(line.IsWell ? "" : line.Advice));
        AnsiConsole.Write(table);
    }
}
