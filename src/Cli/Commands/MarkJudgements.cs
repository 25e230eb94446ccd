using System.CommandLine;
using Plumbline.Core;
using Plumbline.Intelligence;

namespace Plumbline.Cli.Commands;

/// <summary>The commands that judge marks: accept, reject, withdraw.</summary>
internal static class MarkJudgements
{
    /// <summary>Prints marks, one a line.</summary>
    public static int Show(bool json, PublicIds ids, IReadOnlyList<MarkView> marks) => Answer.Give(json, marks.Select(mark => new
    {
        statement = ids.Show(PublicKind.Statement, mark.Statement.Row.Key),
        entity = ids.Show(PublicKind.Entity, mark.Entity.Key),
        type = mark.Entity.Type.Name,
        caption = mark.Entity.Caption.ToString(),
        property = mark.Statement.Property.Name,
        value = mark.Target?.Caption.ToString() ?? mark.Statement.Row.ValueText,
        mark.Span,
        mark.Waits,
        withdrawn = mark.Statement.Row.WithdrawnWhy,
    }), () => marks.Count == 0 ? ["Nothing that you may see."] : marks.Select(mark =>
        $"{ids.Show(PublicKind.Statement, mark.Statement.Row.Key)}  {mark.Entity.Type.Label.En} {mark.Entity.Caption}  {mark.Statement.Property.Label.En}: {mark.Target?.Caption.ToString() ?? mark.Statement.Row.ValueText}"
        + (mark.Waits ? "  waits" : mark.Statement.Row.WithdrawnWhy is { } why ? $"  {why}" : "")));

    public static Command Accept()
    {
        var statements = Statements();
        var command = new Command("accept", "Accept what another officer marked") { statements };
        command.Does(async (parsed, desk, visitor, ct) => desk.Home.Ids.ReadKeys(parsed.GetValue(statements)!, PublicKind.Statement) switch
        {
            Outcome<IReadOnlyList<long>>.Done { Value: var keys } => Done(parsed, "accepted", await desk.Use<AcceptMark>().Accept(visitor, keys, ct)),
            var unread => Answer.Decline(parsed.GetValue(CommandLine.Json), unread.Why),
        });
        return command;
    }

    public static Command Reject()
    {
        var statements = Statements();
        var reason = Reason();
        var command = new Command("reject", "Reject what another officer marked") { statements, reason };
        command.Does(async (parsed, desk, visitor, ct) => desk.Home.Ids.ReadKeys(parsed.GetValue(statements)!, PublicKind.Statement) switch
        {
            Outcome<IReadOnlyList<long>>.Done { Value: var keys } => Done(parsed, "rejected", await desk.Use<AcceptMark>().Reject(visitor, keys, parsed.GetValue(reason) ?? "", ct)),
            var unread => Answer.Decline(parsed.GetValue(CommandLine.Json), unread.Why),
        });
        return command;
    }

    public static Command Withdraw()
    {
        var statement = new Argument<string>("STATEMENT") { Description = "S-… or a number" };
        var why = new Option<string>("--why") { Description = string.Join(", ", WithdrawStatement.Reasons), DefaultValueFactory = _ => WithdrawStatement.Reasons[0] };
        var reason = Reason();
        var command = new Command("withdraw", "Withdraw a statement: it stays, struck") { statement, why, reason };
        command.Does(async (parsed, desk, visitor, ct) => desk.Home.Ids.ReadKey(parsed.GetValue(statement)!, PublicKind.Statement) switch
        {
            Outcome<long>.Done { Value: var key } => Done(parsed, "withdrawn", (await desk.Use<WithdrawStatement>().Run(visitor, key, parsed.GetValue(why)!, parsed.GetValue(reason) ?? "", ct)).Then<int>(_ => 1)),
            var unread => Answer.Decline(parsed.GetValue(CommandLine.Json), unread.Why),
        });
        return command;
    }

    private static Argument<string[]> Statements() => new("STATEMENT") { Description = "S-… or numbers", Arity = ArgumentArity.OneOrMore };

    private static Option<string?> Reason() => new("--reason") { Description = "Why, in your own words; kept in the log" };

    private static int Done(ParseResult parsed, string what, Outcome<int> outcome) => outcome is Outcome<int>.Done { Value: var count }
        ? Answer.Give(parsed.GetValue(CommandLine.Json), new { what, count }, () => [$"{count} {what}."])
        : Answer.Decline(parsed.GetValue(CommandLine.Json), outcome.Why);
}
