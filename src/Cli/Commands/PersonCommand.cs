using System.CommandLine;
using Plumbline.Core;
using Plumbline.Intelligence;

namespace Plumbline.Cli.Commands;

/// <summary><c>plumbline person category | outcome | clear-custody</c>: what one person is in the case worked in, and what was decided.</summary>
internal static class PersonCommand
{
    public static Command Make() => new("person", "Set a person's category, record a legal outcome, lift the custody bar of an item") { Category(), Outcome(), Custody() };

    private static Command Category()
    {
        var person = new Argument<string>("PERSON") { Description = "E-… or entity:12" };
        var category = new Argument<string>("CATEGORY") { Description = "not_yet_categorised, suspect, convicted, victim, witness, contact or other" };
        var grounds = new Option<string>("--grounds") { Description = "Why, in your own words", Required = true };
        var conduct = new Option<string?>("--conduct-item") { Description = "Item that tells of conduct; required for a suspect" };
        var child = new Option<bool>("--child") { Description = "The person is a child" };
        var command = new Command("category", "Set what one person is in the case worked in") { person, category, grounds, conduct, child };
        command.Does(async (parsed, desk, visitor, ct) =>
        {
            var keys = Read(desk.Home.Ids, parsed.GetValue(person)!, parsed.GetValue(conduct));
            return keys is not Outcome<(long Person, long? Item)>.Done { Value: var (key, item) } ? Answer.Decline(parsed.GetValue(CommandLine.Json), keys.Why)
                : Kept(parsed, parsed.GetValue(category)!, await desk.Use<SetCategory>().Run(visitor,
                    new CategoryChoice(key, parsed.GetValue(category)!, parsed.GetValue(grounds)!) { Child = parsed.GetValue(child), ConductItem = item }, ct));
        });
        return command;
    }

    private static Command Outcome()
    {
        var person = new Argument<string>("PERSON") { Description = "E-… or entity:12" };
        var what = new Argument<string>("OUTCOME") { Description = string.Join(", ", LegalOutcomes.All) };
        var date = new Option<string>("--date") { Description = "When, as far as it is known", Required = true };
        var item = new Option<string>("--item") { Description = "Item that tells of it", Required = true };
        var court = new Option<string?>("--court") { Description = "Court or authority" };
        var command = new Command("outcome", "Record an acquittal, a conviction, a release") { person, what, date, item, court };
        command.Does(async (parsed, desk, visitor, ct) =>
        {
            var keys = Read(desk.Home.Ids, parsed.GetValue(person)!, parsed.GetValue(item));
            return keys is not Outcome<(long Person, long? Item)>.Done { Value: (var key, { } source) } ? Answer.Decline(parsed.GetValue(CommandLine.Json), keys.Why)
                : Kept(parsed, parsed.GetValue(what)!, await desk.Use<RecordOutcome>().Run(visitor,
                    new OutcomeEntry(key, parsed.GetValue(what)!, parsed.GetValue(date)!, source, parsed.GetValue(court)), ct));
        });
        return command;
    }

    private static Command Custody()
    {
        var item = new Argument<string>("ITEM") { Description = "I-… or a number" };
        var review = new Option<string>("--review") { Description = "What the review looked at and found", Required = true };
        var command = new Command("clear-custody", "Lift the custody bar of an item after an independent review") { item, review };
        command.Does(async (parsed, desk, visitor, ct) =>
        {
            var read = desk.Home.Ids.ReadKey(parsed.GetValue(item)!, PublicKind.Item);
            return read is not Outcome<long>.Done { Value: var key } ? Answer.Decline(parsed.GetValue(CommandLine.Json), read.Why)
                : Kept(parsed, "cleared", await desk.Use<ClearCustody>().Run(visitor, key, parsed.GetValue(review)!, ct));
        });
        return command;
    }

    private static Outcome<(long Person, long? Item)> Read(PublicIds ids, string person, string? item) => ids.ReadKey(person, PublicKind.Entity).Then<(long, long?)>(key =>
        item is null ? (key, (long?)null) : ids.ReadKey(item, PublicKind.Item).Then<(long, long?)>(source => (key, (long?)source)));

    private static int Kept(ParseResult parsed, string what, Outcome<long> outcome) => outcome is Outcome<long>.Done
        ? Answer.Give(parsed.GetValue(CommandLine.Json), new { what, done = true }, () => [$"Kept: {what}."])
        : Answer.Decline(parsed.GetValue(CommandLine.Json), outcome.Why);
}
