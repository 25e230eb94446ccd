using System.CommandLine;
using Plumbline.Core;
using Plumbline.Intelligence;

namespace Plumbline.Cli.Commands;

/// <summary><c>plumbline mark value | link | list | accept | reject | withdraw</c>: what an item says, as statements.</summary>
internal static class MarkCommand
{
    public static Command Make() => new("mark", "Mark what an item says: a value, a link; accept, reject or withdraw a mark") { Value(), Link(), List(), MarkJudgements.Accept(), MarkJudgements.Reject(), MarkJudgements.Withdraw() };

    private static Command Value()
    {
        var item = new Argument<string>("ITEM") { Description = "I-… or a number" };
        var property = new Argument<string>("PROPERTY") { Description = "Such as name, phone or birth_date" };
        var about = new Option<string?>("--entity") { Description = "Entity that is there: E-… or entity:12" };
        var type = new Option<string?>("--new") { Description = "Type of a new entity, such as person" };
        var words = new Option<string?>("--words") { Description = "The words in the item's text" };
        var value = new Option<string?>("--value") { Description = "What is meant, where it differs from the words; a name's parts as given=…|father=…" };
        var caption = new Option<string?>("--caption") { Description = "What the entity is called in this item" };
        var (from, to, assessment, asWritten) = Validity();
        var command = new Command("value", "Mark a value of an entity") { item, property, about, type, words, value, caption, from, to, assessment, asWritten };
        command.Does(async (parsed, desk, visitor, ct) =>
        {
            var json = parsed.GetValue(CommandLine.Json);
            var place = await MarkPlace.Find(desk, visitor, parsed.GetValue(item)!, parsed.GetValue(words), ct);
            if (place is not Outcome<MarkPlace>.Done { Value: var (key, span) }) return Answer.Decline(json, place.Why);
            var entity = parsed.GetValue(about) is { } named ? desk.Home.Ids.ReadKey(named, PublicKind.Entity).Then<EntityChoice>(known => EntityChoice.Existing(known))
                : parsed.GetValue(type) is { } made ? EntityChoice.New(made) : new Refusal("mark.no-entity", "Say whom or what it is about: --entity or --new.");
            return entity is Outcome<EntityChoice>.Done { Value: var choice }
                ? Kept(json, desk.Home.Ids, await desk.Use<MarkItem>().Value(visitor, new ValueMark(key, span, choice, parsed.GetValue(property)!)
                {
                    Value = parsed.GetValue(value),
                    Caption = parsed.GetValue(caption),
                    ValidFrom = parsed.GetValue(from),
                    ValidTo = parsed.GetValue(to),
                    Nature = parsed.GetValue(assessment) ? "assessment" : "fact",
                    AsWritten = parsed.GetValue(asWritten),
                }, ct))
                : Answer.Decline(json, entity.Why);
        });
        return command;
    }

    private static Command Link()
    {
        var item = new Argument<string>("ITEM") { Description = "I-… or a number" };
        var type = new Argument<string>("TYPE") { Description = "Such as residence, contact or membership" };
        var source = new Option<string>("--source") { Description = "Entity that it comes from", Required = true };
        var target = new Option<string>("--target") { Description = "Entity that it goes to", Required = true };
        var same = new Option<string?>("--link") { Description = "The same link, as another item told it" };
        var words = new Option<string?>("--words") { Description = "The words in the item's text" };
        var role = new Option<string?>("--role") { Description = "Such as brother, driver or owner" };
        var (from, to, assessment, asWritten) = Validity();
        var command = new Command("link", "Mark a link of two entities") { item, type, source, target, same, words, role, from, to, assessment, asWritten };
        command.Does(async (parsed, desk, visitor, ct) =>
        {
            var json = parsed.GetValue(CommandLine.Json);
            var place = await MarkPlace.Find(desk, visitor, parsed.GetValue(item)!, parsed.GetValue(words), ct);
            if (place is not Outcome<MarkPlace>.Done { Value: var (key, span) }) return Answer.Decline(json, place.Why);
            string[] named = parsed.GetValue(same) is { } known ? [parsed.GetValue(source)!, parsed.GetValue(target)!, known] : [parsed.GetValue(source)!, parsed.GetValue(target)!];
            return desk.Home.Ids.ReadKeys(named, PublicKind.Entity) is Outcome<IReadOnlyList<long>>.Done { Value: var keys }
                ? Kept(json, desk.Home.Ids, await desk.Use<MarkItem>().Link(visitor, new LinkMark(key, span, parsed.GetValue(type)!, keys[0], keys[1])
                {
                    Link = keys.Count > 2 ? keys[2] : null,
                    Values = parsed.GetValue(role) is { } said ? [new LinkValue("role", said)] : [],
                    ValidFrom = parsed.GetValue(from),
                    ValidTo = parsed.GetValue(to),
                    Nature = parsed.GetValue(assessment) ? "assessment" : "fact",
                    AsWritten = parsed.GetValue(asWritten),
                }, ct))
                : Answer.Decline(json, desk.Home.Ids.ReadKeys(named, PublicKind.Entity).Why);
        });
        return command;
    }

    private static Command List()
    {
        var item = new Argument<string?>("ITEM") { Description = "I-… or a number; without it, what waits for acceptance", Arity = ArgumentArity.ZeroOrOne };
        var command = new Command("list", "Show what was marked in an item, or what waits for acceptance") { item };
        command.Does(async (parsed, desk, visitor, ct) =>
        {
            var json = parsed.GetValue(CommandLine.Json);
            var marks = desk.Use<ViewMarks>();
            var found = parsed.GetValue(item) is not { } text ? await marks.Waiting(visitor, 200, ct)
                : desk.Home.Ids.ReadKey(text, PublicKind.Item) is Outcome<long>.Done { Value: var key } ? await marks.Of(visitor, key, ct)
                : desk.Home.Ids.ReadKey(text, PublicKind.Item).Why;
            return found is Outcome<IReadOnlyList<MarkView>>.Done { Value: var views } ? MarkJudgements.Show(json, desk.Home.Ids, views) : Answer.Decline(json, found.Why);
        });
        return command;
    }

    private static (Option<string?> From, Option<string?> To, Option<bool> Assessment, Option<bool> AsWritten) Validity() =>
    (
        new("--valid-from") { Description = "Since when it held, such as 2014-03" }, new("--valid-to") { Description = "Until when" },
        new("--assessment") { Description = "An assessment, not a fact" }, new("--as-written") { Description = "Keep word for word what cannot be read" }
    );

    private static int Kept(bool json, PublicIds ids, Outcome<Marked> outcome) => outcome is Outcome<Marked>.Done { Value: var marked }
        ? Answer.Give(json, new { entity = ids.Show(PublicKind.Entity, marked.Entity), statements = marked.Statements.Select(key => ids.Show(PublicKind.Statement, key)), marked.Waiting }, () =>
            [$"{ids.Show(PublicKind.Entity, marked.Entity)}: {marked.Statements.Count} statements kept{(marked.Waiting ? ", waiting for another officer" : "")}."])
        : Answer.Decline(json, outcome.Why);
}
