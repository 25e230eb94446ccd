using Plumbline.Core;
using Plumbline.Register;
using Plumbline.Register.Questions;
using Plumbline.Register.Records;
using Plumbline.Safeguards;

namespace Plumbline.Screening.Watchlists;

/// <summary>A watchlist to enter.</summary>
/// <param name="List">An imported list; empty for entries of the unit's own.</param>
/// <param name="Owner">Login of the officer who answers for it; empty for oneself.</param>
/// <param name="Instruction">What an officer does who meets somebody of it.</param>
/// <param name="Review">The day by which its owner reviews it, at most twelve months from now.</param>
public sealed record WatchlistForm(string Name, string List, string Owner, string LegalBasis, string Instruction, string Review);

/// <summary>The watchlists, and the imported lists on which one can stand.</summary>
public sealed record WatchlistsView(IReadOnlyList<WatchlistRow> Watchlists, IReadOnlyList<string> Lists);

/// <summary>Keeps watchlists: one officer enters a list with its owner, law and instruction, it is tried on a sample, and another officer puts it to use.</summary>
public sealed class KeepWatchlists(Gate gate, TimeProvider clock)
{
    private const int LongestReview = 366;

    /// <summary>There is no such watchlist.</summary>
    internal static Refusal NoSuch { get; } = new("watchlist.unknown", "There is no such watchlist.");

    /// <summary>All watchlists.</summary>
    public async Task<Outcome<WatchlistsView>> All(Visitor visitor, CancellationToken ct)
    {
        var admitted = await gate.Admit(visitor, Actions.ReadWatchlists, ct);
        if (admitted is not Outcome<Reader>.Done { Value: var reader }) return admitted.Why;
        await using var opened = reader;
        var rows = new WatchlistRows(reader);
        var view = new WatchlistsView(await rows.All(clock.Today(), ct), await rows.Imported(ct));
        await gate.Record(reader, Actions.ReadWatchlists, "", view.Watchlists.Count, "", ct);
        return view;
    }

    /// <summary>Enters a draft.</summary>
    public async Task<Outcome<long>> Add(Visitor visitor, WatchlistForm form, CancellationToken ct)
    {
        var admitted = await gate.Admit(visitor, Actions.KeepWatchlist, ct);
        if (admitted is not Outcome<Reader>.Done { Value: var reader }) return admitted.Why;
        await using var opened = reader;
        var rows = new WatchlistRows(reader);
        var owner = form.Owner.Length == 0 ? visitor.Officer : (await gate.Rights.Officers(ct)).FirstOrDefault(officer => officer.Login == form.Owner.Trim())?.Key;
        if (await WhyNot(form, owner, rows, ct) is { } why) return await gate.Refuse(reader, Actions.KeepWatchlist, why, ct);
        var review = ReviewDay(form.Review)!.Value;
        return await gate.Perform(reader, Actions.KeepWatchlist, async writer =>
        {
            var key = await new WatchlistRecords(writer, clock.Micros()).Add(new NewWatchlist(form.Name.Trim(), form.List, owner!.Value, form.LegalBasis, form.Instruction.Trim(), review), visitor.Officer, ct);
            return key is { } made ? new Written<long>(made, $"watchlist:{made}", 1, $"{form.Name.Trim()} {form.List} {form.LegalBasis}") : new Written<long>(new Refusal("watchlist.taken", "There is a watchlist of this name."));
        }, ct);
    }

    /// <summary>Puts a tried draft to use; another officer than the one who entered it does so.</summary>
    public Task<Outcome<long>> Activate(Visitor visitor, long watchlist, CancellationToken ct) => Change(visitor, watchlist, async (row, records) =>
        row.State != "draft" ? new Refusal("watchlist.not-draft", "Only a draft is put to use.")
        : row.Sampled is null ? new Refusal("watchlist.untried", "Try it on a sample first: how many a day it would stop must be known before anybody is stopped.")
        : row.CreatedBy == visitor.Officer && !await gate.IsPersonal(ct) ? new Refusal("watchlist.own", "You entered this watchlist: another officer puts it to use.")
        : await records.Activate(watchlist, visitor.Officer, ct) ? null : NoSuch, "active", ct);

    /// <summary>Takes a watchlist out of use.</summary>
    public Task<Outcome<long>> Retire(Visitor visitor, long watchlist, CancellationToken ct) =>
        Change(visitor, watchlist, async (_, records) => await records.Retire(watchlist, ct) ? null : new Refusal("watchlist.retired", "It is out of use already."), "retired", ct);

    /// <summary>Its owner looked it over: sets the next day of review.</summary>
    public Task<Outcome<long>> Review(Visitor visitor, long watchlist, string day, CancellationToken ct) => Change(visitor, watchlist, async (_, records) =>
        ReviewDay(day) is not { } review ? ReviewWhy : await records.Review(watchlist, review, ct) ? null : new Refusal("watchlist.not-active", "Only a watchlist in use is reviewed."), $"review {day}", ct);

    private static Refusal ReviewWhy { get; } = new("watchlist.review", "State a day within the next twelve months by which its owner reviews it, such as 2026-11-30.");

    private async Task<Outcome<long>> Change(Visitor visitor, long watchlist, Func<WatchlistRow, WatchlistRecords, Task<Refusal?>> change, string content, CancellationToken ct)
    {
        var admitted = await gate.Admit(visitor, Actions.KeepWatchlist, ct);
        if (admitted is not Outcome<Reader>.Done { Value: var reader }) return admitted.Why;
        await using var opened = reader;
        if ((await new WatchlistRows(reader).All(clock.Today(), ct)).FirstOrDefault(row => row.Key == watchlist) is not { } row) return await gate.Refuse(reader, Actions.KeepWatchlist, NoSuch, ct);
        return await gate.Perform(reader, Actions.KeepWatchlist, async writer =>
            await change(row, new WatchlistRecords(writer, clock.Micros())) is { } why ? new Written<long>(why) : new Written<long>(watchlist, $"watchlist:{watchlist}", 1, $"{row.Name} {content}"), ct);
    }

    private async Task<Refusal?> WhyNot(WatchlistForm form, long? owner, WatchlistRows rows, CancellationToken ct) =>
        form.Name.Trim().Length is < 3 or > 80 ? new("watchlist.name", "A watchlist has a name of 3 to 80 characters.")
        : form.Instruction.Trim().Length is < 10 or > 400 ? new("watchlist.instruction", "Say in 10 to 400 characters what an officer does who meets somebody of it.")
        : owner is null ? new("watchlist.owner", "There is no such officer: the owner answers for the list.")
        : gate.Policy.LegalBases.All(basis => basis.Code != form.LegalBasis) ? new("watchlist.legal-basis", $"State on which law people are screened against it: {string.Join(", ", gate.Policy.LegalBases.Select(basis => basis.Code))}.")
        : ReviewDay(form.Review) is null ? ReviewWhy
        : form.List.Length == 0 || (await rows.Imported(ct)).Contains(form.List) ? null : new("watchlist.no-list", "No complete version of such a list was imported.");

    private long? ReviewDay(string text) => PartialDate.TryParse(text, out var date) && date.IsDay && date.Earliest is var day && day > clock.Today() && day <= clock.Today() + LongestReview ? day : null;
}
