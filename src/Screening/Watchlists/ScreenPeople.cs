using Plumbline.Core;
using Plumbline.Register;
using Plumbline.Register.Questions;
using Plumbline.Register.Records;
using Plumbline.Safeguards;

namespace Plumbline.Screening.Watchlists;

/// <summary>Why many people are screened at once.</summary>
/// <param name="Reference">Number of the order or letter.</param>
/// <param name="Grounds">The conduct that it rests on; never who people are.</param>
/// <param name="Until">The day after which it ends, at most thirty days from now.</param>
public sealed record ScreeningAuthority(string Reference, string Grounds, string Until);

/// <summary>What to screen.</summary>
/// <param name="Name">What the officer calls it, such as the flight.</param>
/// <param name="Watchlists">Keys; empty for all in use.</param>
public sealed record ScreeningOrder(string Name, IReadOnlyCollection<long> Watchlists)
{
    /// <summary>Needed for more than <see cref="ScreenPeople.MostWithoutAuthority"/> people.</summary>
    public ScreeningAuthority? Authority { get; init; }
}

/// <summary>What came of a screening: numbers of people, and how many rows wait for a person.</summary>
public sealed record ScreeningAnswer(long Run, long People, long Unreadable, long None, long Cleared, long Candidates, long Incomplete, long TooCommon, IReadOnlyList<UnreadableRow> UnreadableRows);

/// <summary>A row of which nobody could be screened.</summary>
/// <param name="Id">How the file calls the row; its number where the row itself is broken.</param>
public sealed record UnreadableRow(string Id, Refusal Why);

/// <summary>Screens people against watchlists in use. Who meets nobody is counted and forgotten; who could be meant waits for two officers.</summary>
public sealed class ScreenPeople(Gate gate, Labels labels, LoadLists lists, ClearingKey clearing, TimeProvider clock)
{
    /// <summary>More people than this from an officer's tables within a day need an authority that ends, and oversight is told.</summary>
    public const int MostWithoutAuthority = 50;

    /// <summary>Fewer people than this try only a draft.</summary>
    public const int SmallestSample = 30;

    private const int Chunk = 512;
    private const int LongestAuthority = 31;
    private const int ToldUnreadable = 200;

    /// <summary>Screens and keeps.</summary>
    /// <param name="people">Read once, as a stream; <see cref="MostWithoutAuthority"/> is counted on the way, and nothing is kept when it is passed.</param>
    /// <param name="progress">People done so far; null for nobody.</param>
    public async Task<Outcome<ScreeningAnswer>> Run(Visitor visitor, ScreeningOrder order, IEnumerable<PersonAsked> people, IProgress<long>? progress, CancellationToken ct)
    {
        var admitted = await gate.Admit(visitor, Actions.Screen, ct);
        if (admitted is not Outcome<Reader>.Done { Value: var reader }) return admitted.Why;
        await using var opened = reader;
        var chosen = (await new WatchlistRows(reader).All(clock.Today(), ct)).Where(row => row.State == "active" && (order.Watchlists.Count == 0 || order.Watchlists.Contains(row.Key))).ToList();
        if (WhyNot(order, chosen) is { } why) return await gate.Refuse(reader, Actions.Screen, why, ct);
        var work = new ScreeningWork(new ClearedRows(reader), clearing, clock.Micros());
        foreach (var row in chosen) work.Against(row, await lists.Of(reader, row.List, ct));
        // A long list cut into short ones is a long list.
        var before = order.Authority is null ? await new CandidateRows(reader).WithoutAuthority(clock.Micros() - (long)TimeSpan.FromDays(1).TotalMicroseconds, ct) : 0;
        foreach (var chunk in people.Chunk(Chunk))
        {
            var asked = work.People + chunk.Length;
            if (order.Authority is null && asked > 1 && before + asked > MostWithoutAuthority) return await gate.Refuse(reader, Actions.Screen, NeedsAuthority, ct);
            await work.Screen(chunk, ct);
            progress?.Report(work.People);
        }
        var run = work.Kept(order.Name.Trim(), order.Authority, order.Authority is { } given ? Day(given.Until) : null);
        return await gate.Perform(reader, Actions.Screen, async writer =>
        {
            // What is kept of people stays in the case in which it was asked.
            var own = reader.Standing.Case is { } working && Label.Create(new LabelDraft { Cases = [working] }) is Outcome<Label>.Done { Value: var inCase } ? inCase : Label.None;
            var label = await labels.Intern(writer, own, ct);
            var found = new List<NewCandidate>();
            // Its reasons tell what the entry says, and an own entry may be seen by few of the case.
            foreach (var one in work.Candidates) found.Add(one with { Label = await labels.Intern(writer, own.Combine(await labels.Union(work.LabelsOf(one), ct)), ct) });
            var (key, first) = await new CandidateRecords(writer, clock.Micros()).Add(run with { Label = label }, found, visitor.Officer, ct);
            var tallies = new WatchlistRecords(writer, clock.Micros());
            foreach (var ((watchlist, script, what), number) in work.Tallies) await tallies.Count(watchlist, script, what, number, ct);
            if (order.Authority is { } authority)
                await new OversightRecords(writer, clock.Micros()).AddConcern($"{work.People} people were screened as \"{run.Name}\" under {authority.Reference.Trim()}, until {authority.Until.Trim()}: {authority.Grounds.Trim()}", visitor.Officer, ct);
            var objects = string.Join(',', Enumerable.Range(0, work.Candidates.Count).Select(n => $"candidate:{first + n}").Prepend($"screening:{key}"));
            return new Written<ScreeningAnswer>(new ScreeningAnswer(key, run.People, run.Unreadable, run.None, run.Cleared, run.Candidates, run.Incomplete, run.TooCommon, [.. work.Unreadable.Take(ToldUnreadable)]), objects, run.People, run.Name);
        }, ct);
    }

    /// <summary>Tries a draft on a sample: how many of it would meet somebody. Nothing is kept but the two numbers.</summary>
    public async Task<Outcome<(long People, long Hits)>> Try(Visitor visitor, long watchlist, IEnumerable<PersonAsked> sample, CancellationToken ct)
    {
        var admitted = await gate.Admit(visitor, Actions.KeepWatchlist, ct);
        if (admitted is not Outcome<Reader>.Done { Value: var reader }) return admitted.Why;
        await using var opened = reader;
        if ((await new WatchlistRows(reader).All(clock.Today(), ct)).FirstOrDefault(row => row.Key == watchlist) is not { } row) return await gate.Refuse(reader, Actions.KeepWatchlist, KeepWatchlists.NoSuch, ct);
        var work = new ScreeningWork(new ClearedRows(reader), clearing, clock.Micros());
        work.Against(row, await lists.Of(reader, row.List, ct));
        foreach (var chunk in sample.Chunk(Chunk)) await work.Screen(chunk, ct);
        var read = work.People - work.Unreadable.Count;
        if (read == 0) return await gate.Refuse(reader, Actions.KeepWatchlist, new("watchlist.no-sample", "There is nobody in the sample whose name can be read."), ct);
        // Of a list in use a sample of one would tell whether that one is on it, past the two officers and the case.
        if (row.State != "draft" && read < SmallestSample) return await gate.Refuse(reader, Actions.KeepWatchlist, SmallSample, ct);
        var hits = work.Met;
        return await gate.Perform(reader, Actions.KeepWatchlist, async writer =>
        {
            await new WatchlistRecords(writer, clock.Micros()).Sampled(watchlist, read, hits, ct);
            return new Written<(long, long)>((read, hits), $"watchlist:{watchlist}", 1, $"{row.Name} tried: {hits} of {read}");
        }, ct);
    }

    private static Refusal SmallSample { get; } = new("watchlist.small-sample", $"A list that is or was in use is tried on {SmallestSample} people at least: a smaller sample would tell who is on it. To ask about one person, screen.");

    private static Refusal NeedsAuthority { get; } = new("screen.needs-authority", $"More than {MostWithoutAuthority} people a day are screened from tables only under an authority: its number, the conduct it rests on, and the day it ends. Oversight is told.");

    private Refusal? WhyNot(ScreeningOrder order, IReadOnlyCollection<WatchlistRow> chosen) =>
        order.Name.Trim().Length is < 2 or > 120 ? new("screen.name", "Say what is screened, such as the flight and its day.")
        : chosen.Count == 0 ? new("screen.no-watchlist", "No watchlist is in use: a supervisor enters one, another puts it to use.")
        : chosen.FirstOrDefault(row => row.ReviewDay < clock.Today()) is { } late ? new("screen.review-due", $"The review of {late.Name} is overdue: nobody is screened against it until its owner has looked it over.")
        : order.Authority is { } given && (given.Reference.Trim().Length < 2 || given.Grounds.Trim().Length < 20 || Day(given.Until) is null)
            ? new("screen.authority", "An authority has a number, grounds of at least 20 characters that tell of conduct, and a day within a month on which it ends.") : null;

    private long? Day(string text) => PartialDate.TryParse(text, out var date) && date.IsDay && date.Earliest is var day && day >= clock.Today() && day <= clock.Today() + LongestAuthority ? day : null;
}
