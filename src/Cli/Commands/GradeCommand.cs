using System.CommandLine;
using Plumbline.Core;
using Plumbline.Intelligence;

namespace Plumbline.Cli.Commands;

/// <summary><c>plumbline grade</c>: the queue; with an item, propose, confirm or regrade.</summary>
internal static class GradeCommand
{
    private const int QueueShown = 50;

    public static Command Make()
    {
        var item = new Argument<long?>("ITEM") { Description = "Number of the item; without it, the queue", Arity = ArgumentArity.ZeroOrOne };
        var grade = new Argument<string?>("GRADE") { Description = "Such as 2D: source evaluation, then information evaluation", Arity = ArgumentArity.ZeroOrOne };
        var scheme = new Option<string>("--scheme") { Description = "3x5x2, 4x4, 5x5x5 or 6x6", DefaultValueFactory = _ => "3x5x2" };
        var label = new Option<string?>("--label") { Description = "Label of the item, such as handling=C/A1/S2" };
        var corroborated = new Option<long?>("--corroborated-by") { Description = "Item of a different origin" };
        var external = new Option<string?>("--external") { Description = "Reference outside the register that corroborates" };
        var confirm = new Option<bool>("--confirm") { Description = "Confirm what another proposed" };
        var command = new Command("grade", "Show the grading queue, or grade one item") { item, grade, scheme, label, corroborated, external, confirm };
        command.Does(async (parsed, desk, visitor, ct) =>
        {
            var json = parsed.GetValue(CommandLine.Json);
            if (parsed.GetValue(item) is not { } key) return Queue(json, await desk.Items.Queue(visitor, "ungraded", QueueShown, ct));
            if (parsed.GetValue(confirm)) return Graded(json, key, await desk.Grade.Confirm(visitor, key, ct));
            if (!GradingSchemes.TryParse(parsed.GetValue(scheme), out var read) || !Grade.TryParse(read, parsed.GetValue(grade), out var given))
                return Answer.Decline(json, new Refusal("grade.unreadable", "Expected a grade of the scheme, such as 2D in 3x5x2 or B2 in 6x6."));
            Label? own = null;
            if (parsed.GetValue(label) is { } text && !Label.TryParse(text, out own))
                return Answer.Decline(json, new Refusal("label.unreadable", "Expected a label such as handling=C/A1/S2;h2."));
            var proposal = new GradeProposal(key, given)
            {
                Label = own,
                CorroboratedBy = parsed.GetValue(corroborated),
                ExternalReference = parsed.GetValue(external),
                Reason = parsed.GetValue(CommandLine.Reason) ?? "",
            };
            return Graded(json, key, proposal.Reason.Length > 0 ? await desk.Grade.Regrade(visitor, proposal, ct) : await desk.Grade.Propose(visitor, proposal, ct));
        });
        return command;
    }

    private static int Queue(bool json, Outcome<ItemQueue> queue) => queue is Outcome<ItemQueue>.Done { Value: { Items: var items, Total: var total } }
        ? Answer.Give(json, items.Select(one => new { one.Key, one.ReportTitle, one.Number, one.Text }), () =>
        [
            items.Count == 0 ? "Nothing waits for a grade that you may see." : $"{total} items wait{(items.Count < total ? $" (the oldest {items.Count} are shown)" : "")}:",
            .. items.Select(one => $"{one.Key,6}  {one.ReportTitle} · {one.Number}  {one.Text.ReplaceLineEndings(" ")}"),
        ])
        : Answer.Decline(json, queue.Why);

    private static int Graded(bool json, long item, Outcome<long> outcome) => outcome is Outcome<long>.Done
        ? Answer.Give(json, new { item, done = true }, () => [$"Item {item}: kept."])
        : Answer.Decline(json, outcome.Why);
}
