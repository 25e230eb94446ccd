using System.CommandLine;
using Plumbline.Cli.Commands;
using Plumbline.Cli.Networks;
using Plumbline.Core;

namespace Plumbline.Cli;

/// <summary>The command table: every command, in the order of the help. A new command is one file and one line here.</summary>
internal static class CommandLine
{
    public static Option<string> HomeOption { get; } = new("--home") { Description = "Folder of the home (else PLUMBLINE_HOME, else ./.plumbline)", Recursive = true };

    public static Option<string?> As { get; } = new("--as") { Description = "Login of the officer", Recursive = true };

    public static Option<string?> Purpose { get; } = new("--purpose") { Description = "What for: a code of the policy, such as investigation or enquiry; else the purpose stated last", Recursive = true };

    public static Option<string?> Case { get; } = new("--case") { Description = "Reference of the case worked in", Recursive = true };

    public static Option<string?> Reason { get; } = new("--reason") { Description = "Why, in a few words", Recursive = true };

    public static Option<string?> OnInstructionOf { get; } = new("--on-instruction-of") { Description = "Who told you to, where someone did; kept in the log", Recursive = true };

    public static Option<bool> Json { get; } = new("--json") { Description = "Answer in JSON, for machines", Recursive = true };

    public static IReadOnlyList<Command> All { get; } =
    [
        InitCommand.Make(),
        LoginCommand.Make(),
        OfficerCommand.Make(),
        CaseCommand.Make(),
        SourceCommand.Make(),
        ImportCommand.Make(),
        NoteCommand.Make(),
        GradeCommand.Make(),
        SearchCommand.Make(),
        CheckCommand.Make(),
        ShowCommand.Make(),
        MarkCommand.Make(),
        PersonCommand.Make(),
        ChartCommand.Make(),
        ExportCommand.Make(),
        NamesCommand.Make(),
        ScreenCommand.Make(),
        WatchlistCommand.Make(),
        CandidateCommand.Make(),
        IdentityCommand.Make(),
        ResolveCommand.Make(),
        NetworkCommand.Make(),
        DemoCommand.Make(),
        ServeCommand.Make(),
        AuditCommand.Make(),
        RebuildCommand.Make(),
        DoctorCommand.Make(),
        BackupCommand.Make(),
        RestoreCommand.Make(),
    ];

    public static RootCommand Root()
    {
        var root = new RootCommand("Plumbline: intelligence-led policing, from a raw report to graded, traceable intelligence.");
        root.Add(HomeOption);
        root.Add(As);
        root.Add(Purpose);
        root.Add(Case);
        root.Add(Reason);
        root.Add(OnInstructionOf);
        root.Add(Json);
        foreach (var command in All) root.Add(command);
        return root;
    }

    public static string Home(this ParseResult parsed) =>
        parsed.GetValue(HomeOption) ?? Environment.GetEnvironmentVariable("PLUMBLINE_HOME") ?? ".plumbline";

    public static Errand Errand(this ParseResult parsed) =>
        new(parsed.GetValue(As), parsed.GetValue(Purpose), parsed.GetValue(Case), parsed.GetValue(Reason), parsed.GetValue(OnInstructionOf));

    /// <summary>Runs a command at an open desk; every refusal has the same form and exit code.</summary>
    public static void Does(this Command command, Func<ParseResult, Desk, Safeguards.Visitor, CancellationToken, Task<int>> work, bool makesHome = false) =>
        command.SetAction(async (parsed, ct) =>
        {
            var opened = await Desk.Open(parsed.Home(), makesHome, ct);
            if (opened is not Outcome<Desk>.Done { Value: var desk }) return Answer.Decline(parsed.GetValue(Json), opened.Why);
            await using var atWork = desk;
            var visitor = await desk.Visitor(parsed.Errand(), ct);
            return visitor is Outcome<Safeguards.Visitor>.Done { Value: var officer }
                ? await work(parsed, desk, officer, ct)
                : Answer.Decline(parsed.GetValue(Json), visitor.Why);
        });
}
