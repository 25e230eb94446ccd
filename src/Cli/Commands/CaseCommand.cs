using System.CommandLine;
using Plumbline.Core;
using Plumbline.Safeguards;

namespace Plumbline.Cli.Commands;

/// <summary><c>plumbline case …</c>: cases and who works in them.</summary>
internal static class CaseCommand
{
    public static Command Make() => new("case", "Cases and their members")
    {
        List(), Open(),
        Member("add", "Add a member", (cases, visitor, key, officer, ct) => cases.AddMember(visitor, key, officer, ct)),
        Member("remove", "Take a member out", (cases, visitor, key, officer, ct) => cases.RemoveMember(visitor, key, officer, ct)),
    };

    private static Command List()
    {
        var command = new Command("list", "Show cases and members");
        command.Does(async (parsed, desk, visitor, ct) => await desk.Use<ViewOfficers>().Run(visitor, ct) switch
        {
            Outcome<OfficersView>.Done { Value: var view } => Answer.Give(parsed.GetValue(CommandLine.Json),
                view.Cases.Select(one => new { one.Reference, one.Title, one.LegalBasis, members = view.Members.Where(member => member.CaseKey == one.Key).Select(member => member.Login) }),
                () => view.Cases.Select(one => $"{one.Reference,-16} {one.Title}  {string.Join(", ", view.Members.Where(member => member.CaseKey == one.Key).Select(member => member.Login))}")),
            var refused => Answer.Decline(parsed.GetValue(CommandLine.Json), refused.Why),
        });
        return command;
    }

    private static Command Open()
    {
        var reference = new Argument<string>("REFERENCE");
        var title = new Argument<string>("TITLE");
        var basis = new Option<string>("--legal-basis") { Description = "A code of the policy", DefaultValueFactory = _ => "police-task" };
        var command = new Command("open", "Open a case") { reference, title, basis };
        command.Does(async (parsed, desk, visitor, ct) =>
            await desk.Use<RunCase>().Open(visitor, parsed.GetValue(reference)!, parsed.GetValue(title)!, parsed.GetValue(basis)!, ct) is Outcome<long>.Refused { Reason: var why }
                ? Answer.Decline(parsed.GetValue(CommandLine.Json), why)
                : Answer.Give(parsed.GetValue(CommandLine.Json), new { opened = parsed.GetValue(reference) }, () => [$"Opened {parsed.GetValue(reference)}."]));
        return command;
    }

    private static Command Member(string verb, string help, Func<RunCase, Visitor, long, long, CancellationToken, Task<Outcome<long>>> work)
    {
        var reference = new Argument<string>("REFERENCE");
        var login = new Argument<string>("LOGIN");
        var command = new Command(verb, help) { reference, login };
        command.Does(async (parsed, desk, visitor, ct) =>
        {
            var json = parsed.GetValue(CommandLine.Json);
            var seen = await desk.Use<ViewOfficers>().Run(visitor, ct);
            if (seen is not Outcome<OfficersView>.Done { Value: var view }) return Answer.Decline(json, seen.Why);
            var key = view.Cases.FirstOrDefault(one => one.Reference == parsed.GetValue(reference))?.Key ?? 0;
            var officer = view.Officers.FirstOrDefault(one => one.Login == parsed.GetValue(login))?.Key ?? 0;
            return await work(desk.Use<RunCase>(), visitor, key, officer, ct) is Outcome<long>.Refused { Reason: var why }
                ? Answer.Decline(json, why)
                : Answer.Give(json, new { @case = parsed.GetValue(reference), login = parsed.GetValue(login), done = verb }, () => [$"{verb}: {parsed.GetValue(reference)}, {parsed.GetValue(login)}"]);
        });
        return command;
    }
}
