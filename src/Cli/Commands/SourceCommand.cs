using System.CommandLine;
using Plumbline.Core;
using Plumbline.Register;
using Plumbline.Safeguards.Sources;

namespace Plumbline.Cli.Commands;

/// <summary><c>plumbline source list | add | basis | assign | reveal</c>: the source register, for its keeper.</summary>
internal static class SourceCommand
{
    public static Command Make() => new("source", "The source register, for its keeper") { List(), Add(), Basis(), Assign(), Reveal() };

    private static Command List()
    {
        var command = new Command("list", "Show sources by number, and what waits for one");
        command.Does(async (parsed, desk, visitor, ct) => await desk.Use<ListSources>().Run(visitor, ct) switch
        {
            Outcome<SourcesView>.Done { Value: var view } => Answer.Give(parsed.GetValue(CommandLine.Json),
                new
                {
                    sources = view.Sources.Select(one => new { one.Reference, one.Kind, since = Clock.FromMicros(one.CreatedAt), one.LegalBasis, one.Items, hasIdentity = one.HasIdentity != 0 }),
                    unregistered = view.Unregistered.Select(one => new { one.Reference, one.Items }),
                    waiting = view.Waiting.Select(one => new { item = desk.Home.Ids.Show(PublicKind.Item, one.Key), one.Kind, one.Number, one.LetterNumber, one.LetterDate, received = Clock.FromMicros(one.ReceivedAt), one.ReceivedBy }),
                    view.TotalWaiting,
                    view.Next,
                },
                () => Lines(view, desk.Home.Ids)),
            var refused => Answer.Decline(parsed.GetValue(CommandLine.Json), refused.Why),
        });
        return command;
    }

    private static IEnumerable<string> Lines(SourcesView view, PublicIds ids) =>
    [
        $"{view.Sources.Count} sources; the next number is {view.Next}.",
        .. view.Sources.Select(one => $"{one.Reference,-12} {one.Kind,-16} {Clock.FromMicros(one.CreatedAt):yyyy-MM-dd}  {one.Items,6} items  {one.LegalBasis ?? "no legal basis stated"}{(one.HasIdentity != 0 ? "  identity sealed" : "")}"),
        .. view.Unregistered.Select(one => $"{one.Reference,-12} {"not entered",-16} {"",10}  {one.Items,6} items"),
        view.TotalWaiting == 0 ? "Nothing waits for a reference." : $"{view.TotalWaiting} items wait for a reference{(view.Waiting.Count < view.TotalWaiting ? $" (the oldest {view.Waiting.Count} are shown)" : "")}:",
        .. view.Waiting.Select(one => $"{ids.Show(PublicKind.Item, one.Key)}  {one.Kind} {one.LetterNumber} · {one.Number}  {Clock.FromMicros(one.ReceivedAt):yyyy-MM-dd HH:mm}  {one.ReceivedBy}"),
    ];

    private static Command Add()
    {
        var kind = new Argument<string>("KIND") { Description = string.Join(", ", SourceKinds.All) };
        var reference = new Option<string?>("--reference") { Description = "Reference number; else the next free one" };
        // Never an argument: whoever lists the processes of the machine reads those.
        var identity = new Option<FileInfo?>("--identity-file") { Description = "File that says who it is, UTF-8; it is sealed. Delete the file afterwards" };
        var basis = new Option<string>("--basis") { Description = "Legal basis of the policy on which it is used, such as authorised-source", Required = true };
        var command = new Command("add", "Enter a source") { kind, basis, reference, identity };
        command.Does(async (parsed, desk, visitor, ct) =>
        {
            var json = parsed.GetValue(CommandLine.Json);
            var file = parsed.GetValue(identity);
            if (file is { Exists: false }) return Answer.Decline(json, new Refusal("source.no-file", $"There is no file {file.Name}."));
            var source = new NewSource(parsed.GetValue(kind)!, parsed.GetValue(basis)!) { Reference = parsed.GetValue(reference), Identity = file is null ? null : await File.ReadAllTextAsync(file.FullName, ct) };
            return await desk.Use<AddSource>().Run(visitor, source, ct) switch
            {
                Outcome<string>.Done { Value: var made } => Answer.Give(json, new { reference = made }, () => [$"Entered {made}."]),
                var refused => Answer.Decline(json, refused.Why),
            };
        });
        return command;
    }

    private static Command Basis()
    {
        var reference = new Argument<string>("REFERENCE") { Description = "Such as S-116" };
        var basis = new Argument<string>("BASIS") { Description = "Code of the policy, such as authorised-source" };
        var command = new Command("basis", "State on which legal basis a source is used; needs --reason, which oversight reads") { reference, basis };
        command.Does(async (parsed, desk, visitor, ct) =>
            await desk.Use<StateSourceBasis>().Run(visitor, parsed.GetValue(reference)!, parsed.GetValue(basis)!, parsed.GetValue(CommandLine.Reason) ?? "", ct) switch
            {
                Outcome<string>.Done { Value: var stated } => Answer.Give(parsed.GetValue(CommandLine.Json), new { reference = parsed.GetValue(reference), legalBasis = stated }, () => [$"{parsed.GetValue(reference)}: {stated}."]),
                var refused => Answer.Decline(parsed.GetValue(CommandLine.Json), refused.Why),
            });
        return command;
    }

    private static Command Assign()
    {
        var reference = new Argument<string>("REFERENCE") { Description = "Such as S-116" };
        var items = new Argument<string[]>("ITEM") { Description = "I-… or numbers", Arity = ArgumentArity.OneOrMore };
        var command = new Command("assign", "Give items that came without a reference the number of a source") { reference, items };
        command.Does(async (parsed, desk, visitor, ct) =>
        {
            var json = parsed.GetValue(CommandLine.Json);
            var read = desk.Home.Ids.ReadKeys(parsed.GetValue(items)!, PublicKind.Item);
            if (read is not Outcome<IReadOnlyList<long>>.Done { Value: var keys }) return Answer.Decline(json, read.Why);
            return await desk.Use<AssignSource>().Run(visitor, keys, parsed.GetValue(reference)!, ct) switch
            {
                Outcome<int>.Done { Value: var count } => Answer.Give(json, new { reference = parsed.GetValue(reference), items = count }, () => [$"{count} items: {parsed.GetValue(reference)}."]),
                var refused => Answer.Decline(json, refused.Why),
            };
        });
        return command;
    }

    private static Command Reveal()
    {
        var reference = new Argument<string>("REFERENCE") { Description = "Such as S-116" };
        var command = new Command("reveal", "Show who a source is; needs --reason, which oversight reads") { reference };
        command.Does(async (parsed, desk, visitor, ct) => await desk.Use<RevealSource>().Run(visitor, parsed.GetValue(reference)!, parsed.GetValue(CommandLine.Reason) ?? "", ct) switch
        {
            Outcome<string>.Done { Value: var identity } => Answer.Give(parsed.GetValue(CommandLine.Json), new { reference = parsed.GetValue(reference), identity }, () => [identity]),
            var refused => Answer.Decline(parsed.GetValue(CommandLine.Json), refused.Why),
        });
        return command;
    }
}
