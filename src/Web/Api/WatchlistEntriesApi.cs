using System.ComponentModel.DataAnnotations;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Plumbline.Core;
using Plumbline.Exchange.Watchlists;
using Plumbline.Register;
using Plumbline.Screening.Watchlists;
using Plumbline.Web.Accounts;

namespace Plumbline.Web.Api;

/// <summary>A nomination to enter.</summary>
/// <param name="Items">Two at least, of different origin, that tell of conduct.</param>
/// <param name="Until">The last day, within twelve months.</param>
public sealed record NominationEntryForm([property: Required, StringLength(20)] string Watchlist, [property: Required, StringLength(20)] string Person, [property: Required, Length(1, 50)] IReadOnlyList<string> Items,
    [property: Required, StringLength(1000)] string Conduct, [property: Required, StringLength(400)] string Proportionate, [property: Required, StringLength(400)] string Lawful, [property: Required, StringLength(400)] string Accountable,
    [property: Required, StringLength(400)] string Necessary, [property: Required, StringLength(400)] string Instruction, [property: Required, StringLength(10)] string Until);

/// <summary>Another term.</summary>
public sealed record RenewForm([property: Required, StringLength(10)] string Until, [property: Required, StringLength(400)] string Reason);

/// <summary>A decision; a reason may be left out where somebody approves.</summary>
public sealed record DecisionForm([property: StringLength(400)] string Reason = "");

/// <summary>What another unit's file is opened with, and what it is for.</summary>
/// <param name="Key">Name or id of the shared key.</param>
public sealed record ShareForm([property: Required, StringLength(40)] string Key, [property: Required, StringLength(400)] string Reason);

/// <summary>A key to make, or to take in.</summary>
/// <param name="Name">What it is called here, such as the other unit.</param>
/// <param name="Text">As the other unit was shown it; left out to make one.</param>
public sealed record SharedKeyForm([property: Required, StringLength(40)] string Name, [property: StringLength(100)] string? Text = null);

/// <summary>A key that was made: shown now and never again. Left out where one was taken in.</summary>
public sealed record SharedKeyAnswer(string Name, string? Key);

/// <summary>A key by name and id.</summary>
public sealed record SharedKeyLine(string Name, string Id);

/// <summary>What another unit sent of a list.</summary>
/// <param name="Key">Id of the key.</param>
/// <param name="Clearings">How many hold.</param>
public sealed record ReceivedShareLine(string Key, string List, DateTimeOffset MadeAt, long Clearings);

/// <summary>Keys shared with other units, and what came under them.</summary>
public sealed record SharedKeysAnswer(IReadOnlyList<SharedKeyLine> Keys, IReadOnlyList<ReceivedShareLine> Received);

/// <summary>A file as the other unit wrote it.</summary>
/// <param name="Text">All of it.</param>
public sealed record SealedFileForm([property: Required] string Text);

/// <summary>A step of a nomination.</summary>
public sealed record NominationStepAnswer(string Step, string Reason, string By, DateTimeOffset At);

/// <summary>An own entry.</summary>
/// <param name="State">proposed, approved, renewing, declined, removed or expired.</param>
/// <param name="ShortOfStandard">Code of what falls short today; left out where the standard is met.</param>
public sealed record NominationAnswer(string Id, string Watchlist, string Person, string? Name, string State, DateOnly Until, string Conduct, string Proportionate, string Lawful, string Accountable, string Necessary, string Instruction,
    IReadOnlyList<string> Items, IReadOnlyList<NominationStepAnswer> Steps, string? ShortOfStandard, LabelAnswer Label)
{
    internal static NominationAnswer Of(NominationView view, PublicIds ids) => new(ids.Show(PublicKind.Nomination, view.Row.Key), ids.Show(PublicKind.Watchlist, view.Row.Watchlist), ids.Show(PublicKind.Entity, view.Row.Person),
        view.Person?.Name, view.State, DateOnly.FromDayNumber((int)view.Row.ExpiresDay), view.Row.Conduct, view.Row.Proportionate, view.Row.Lawful, view.Row.Accountable, view.Row.Necessary, view.Row.Instruction,
        [.. view.Items.Select(item => ids.Show(PublicKind.Item, item.Key))], [.. view.Steps.Select(step => new NominationStepAnswer(step.Step, step.Reason, step.GivenByName, Clock.FromMicros(step.GivenAt)))], view.Short?.Code, LabelAnswer.Of(view.Label, ids));
}

/// <summary>A re-screening.</summary>
/// <param name="State">running, cancelled or done.</param>
public sealed record RescreeningLine(string Watchlist, string State, long Entries, long Changed, long Delisted, long People, long None, long Candidates, long Incomplete, long TooCommon, string StartedBy, DateTimeOffset StartedAt, DateTimeOffset? FinishedAt);

/// <summary>What was taken in of another unit's list.</summary>
/// <param name="List">The imported list on which a watchlist can stand.</param>
/// <param name="Lost">What did not travel, in sentences.</param>
public sealed record ReceivedWatchlistAnswer(string Name, string List, long Clearings, long? Entries, IReadOnlyList<string> Lost);

/// <summary>Own entries, re-screening, and lists shared with another unit.</summary>
internal static class WatchlistEntriesApi
{
    private const int Lately = 50;

    public static void MapWatchlistEntries(this RouteGroupBuilder api)
    {
        var entries = api.MapGroup("/nominations").WithTags("Screening");
        entries.MapGet("/", All).Is("ListNominations", "Own entries: what waits for a second officer first, those that ended last");
        entries.MapPost("/", Propose).Is("Nominate", "Nominates a person of the register for an own list");
        entries.MapPost("/{nomination}/approve", Approve).Is("ApproveNomination", "Approves it, or its renewal; another officer than who asked");
        entries.MapPost("/{nomination}/decline", Decline).Is("DeclineNomination", "Declines it, or its renewal");
        entries.MapPost("/{nomination}/renew", Renew).Is("RenewNomination", "Asks for another term; the standard must be met anew");
        entries.MapPost("/{nomination}/remove", Remove).Is("RemoveNomination", "Takes it off the list at once; its history stays");
        var lists = api.MapGroup("/watchlists").WithTags("Screening");
        lists.MapGet("/rescreenings", Rescreenings).Is("ListRescreenings", "The last re-screenings: numbers, and on whose instruction");
        lists.MapPost("/{watchlist}/rescreen", Rescreen).Is("RescreenWatchlist", "Screens the register's own persons again, or goes on with what was stopped");
        lists.MapPost("/{watchlist}/rescreen/stop", Stop).Is("StopRescreening", "Stops it; it can be taken up again");
        lists.MapGet("/keys", Keys).Is("ListSharedKeys", "The keys shared with other units by name and id, never themselves, and what came under them");
        lists.MapPost("/keys", Key).Is("KeepSharedKey", "Makes a key to share with another unit, or takes in the one it made");
        lists.MapPost("/{watchlist}/share", Share).Is("ShareWatchlist", "A file for another unit that holds the same key: own entries, and clearings as hashes");
        lists.MapPost("/receive", Receive).Is("ReceiveWatchlist", "Takes in the file of another unit that holds the same key");
    }

    private static async Task<Answer<IReadOnlyList<NominationAnswer>>> All(Caller caller, ViewNominations view, PublicIds ids, CancellationToken ct) => (await view.All(caller.Visitor, ct)).Then(views =>
        new Outcome<IReadOnlyList<NominationAnswer>>.Done([.. views.Select(one => NominationAnswer.Of(one, ids))]));

    private static async Task<Answer<Made>> Propose(NominationEntryForm form, Caller caller, Nominate nominate, PublicIds ids, CancellationToken ct) =>
        Id(await nominate.Propose(caller.Visitor, new NominationForm(ids.Key(PublicKind.Watchlist, form.Watchlist), ids.Key(PublicKind.Entity, form.Person), [.. form.Items.Select(item => ids.Key(PublicKind.Item, item))],
            form.Conduct, form.Proportionate, form.Lawful, form.Accountable, form.Necessary, form.Instruction, form.Until), ct), ids);

    private static async Task<Answer<Made>> Approve(string nomination, DecisionForm form, Caller caller, Nominate nominate, PublicIds ids, CancellationToken ct) => Id(await nominate.Approve(caller.Visitor, ids.Key(PublicKind.Nomination, nomination), form.Reason, ct), ids);

    private static async Task<Answer<Made>> Decline(string nomination, WhyForm form, Caller caller, Nominate nominate, PublicIds ids, CancellationToken ct) => Id(await nominate.Decline(caller.Visitor, ids.Key(PublicKind.Nomination, nomination), form.Reason, ct), ids);

    private static async Task<Answer<Made>> Renew(string nomination, RenewForm form, Caller caller, Nominate nominate, PublicIds ids, CancellationToken ct) => Id(await nominate.Renew(caller.Visitor, ids.Key(PublicKind.Nomination, nomination), form.Until, form.Reason, ct), ids);

    private static async Task<Answer<Made>> Remove(string nomination, WhyForm form, Caller caller, Nominate nominate, PublicIds ids, CancellationToken ct) => Id(await nominate.Remove(caller.Visitor, ids.Key(PublicKind.Nomination, nomination), form.Reason, ct), ids);

    private static async Task<Answer<IReadOnlyList<RescreeningLine>>> Rescreenings(Caller caller, RescreenRegister rescreen, PublicIds ids, CancellationToken ct) => (await rescreen.Lately(caller.Visitor, Lately, ct)).Then(rows =>
        new Outcome<IReadOnlyList<RescreeningLine>>.Done([.. rows.Select(row => new RescreeningLine(ids.Show(PublicKind.Watchlist, row.Watchlist), row.State, row.Entries, row.Changed, row.Delisted, row.People, row.None, row.Candidates, row.Incomplete,
            row.TooCommon, row.StartedBy, Clock.FromMicros(row.StartedAt), row.FinishedAt is { } at ? Clock.FromMicros(at) : null))]));

    private static async Task<Answer<RescreeningAnswer>> Rescreen(string watchlist, Caller caller, RescreenRegister rescreen, PublicIds ids, CancellationToken ct) => await rescreen.Run(caller.Visitor, ids.Key(PublicKind.Watchlist, watchlist), null, ct);

    private static async Task<Answer<Counted>> Stop(string watchlist, Caller caller, RescreenRegister rescreen, PublicIds ids, CancellationToken ct) => (await rescreen.Cancel(caller.Visitor, ids.Key(PublicKind.Watchlist, watchlist), ct)).Then<Counted>(_ => new Counted(1));

    private static async Task<Answer<SharedKeysAnswer>> Keys(Caller caller, KeepSharedKeys keys, CancellationToken ct) => (await keys.All(caller.Visitor, ct)).Then<SharedKeysAnswer>(view => new SharedKeysAnswer(
        [.. view.Keys.Select(key => new SharedKeyLine(key.Name, key.Id))], [.. view.Received.Select(row => new ReceivedShareLine(row.Share, row.List, Clock.FromMicros(row.MadeAt), row.Clearings))]));

    private static async Task<Answer<SharedKeyAnswer>> Key(SharedKeyForm form, Caller caller, KeepSharedKeys keys, CancellationToken ct) =>
        (await keys.Keep(caller.Visitor, form.Name, form.Text, ct)).Then<SharedKeyAnswer>(key => new SharedKeyAnswer(form.Name, form.Text is null ? key : null));

    private static async Task<Download> Share(string watchlist, ShareForm form, Caller caller, ExportWatchlist export, PublicIds ids, CancellationToken ct) =>
        Download.Of(await export.Run(caller.Visitor, ids.Key(PublicKind.Watchlist, watchlist), form.Key, form.Reason, ct));

    private static async Task<Answer<ReceivedWatchlistAnswer>> Receive(SealedFileForm form, Caller caller, ReceiveWatchlist receive, CancellationToken ct) =>
        (await receive.Run(caller.Visitor, Encoding.UTF8.GetBytes(form.Text), ct)).Then<ReceivedWatchlistAnswer>(done => new ReceivedWatchlistAnswer(done.Name, done.List, done.Clearings, done.Entries?.Entries, done.Lost));

    private static Outcome<Made> Id(Outcome<long> outcome, PublicIds ids) => outcome.Then<Made>(key => new Made(ids.Show(PublicKind.Nomination, key)));
}
