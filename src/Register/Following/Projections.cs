using Microsoft.Extensions.Logging;
using Plumbline.Core;
using Plumbline.Register.Search;

namespace Plumbline.Register.Following;

/// <summary>A home's projections, open for use: as their owner, who keeps them after the register, or as a reader beside the process that owns them.</summary>
/// <remarks>A long-lived host calls <see cref="Run"/> in the background; a command calls <see cref="CatchUp"/> once.</remarks>
public sealed class Projections : IDisposable
{
    /// <summary>How long a reader waits for the owner before it refuses.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>Past this lag searches are refused: they could count what has meanwhile become hidden.</summary>
    public static readonly TimeSpan MostLag = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(50);

    private readonly RegisterStore store;
    private readonly TimeProvider clock;
    private readonly ILogger logger;
    private readonly HomeOwnership? ownership;
    private readonly Follower? follower;
    private long completeAt;
    private long unsettledAt = long.MinValue;

    private Projections(RegisterStore store, SearchIndex search, HomeOwnership? ownership, TimeProvider clock, ILogger logger)
    {
        (this.store, Search, this.ownership, this.clock, this.logger) = (store, search, ownership, clock, logger);
        completeAt = clock.GetTimestamp();
        if (ownership is not null) follower = new Follower(store, search, clock, logger);
        search.Behind = () => Lag > MostLag || CompleteAt < Interlocked.Read(ref unsettledAt);
        store.Settle = Settle;
    }

    /// <summary>The full-text index.</summary>
    public SearchIndex Search { get; }

    /// <summary>Whether this process keeps the projections; if not, another one does.</summary>
    public bool IsOwner => follower is not null;

    /// <summary>The last leaf that searches can see; −1 for none.</summary>
    public long AppliedTo => Search.AppliedTo;

    /// <summary>Time since all that was then committed was known to be applied.</summary>
    public TimeSpan Lag => clock.GetElapsedTime(CompleteAt);

    /// <summary>Opens them as the owner if nobody is, else as a reader.</summary>
    /// <returns>The projections, or <c>search.none</c> if their owner made none within <see cref="Patience"/>.</returns>
    /// <exception cref="IOException">The home cannot be written.</exception>
    public static async Task<Outcome<Projections>> Open(Home home, TimeProvider clock, ILogger logger, CancellationToken ct)
    {
        var folder = Path.Combine(home.Folder, "index");
        var began = clock.GetTimestamp();
        while (true)
        {
            if (HomeOwnership.TryTake(home.Folder) is { } ownership)
            {
                if (SearchIndex.Open(folder) is Outcome<SearchIndex>.Done { Value: var own }) return new Projections(home.Store, own, ownership, clock, logger);
                ownership.Dispose();
            }
            var read = SearchIndex.OpenReadOnly(folder);
            if (read is Outcome<SearchIndex>.Done { Value: var index }) return new Projections(home.Store, index, null, clock, logger);
            if (clock.GetElapsedTime(began) > Patience) return read.Why;
            await Task.Delay(Look, clock, ct);
        }
    }

    /// <summary>Keeps up until it is stopped.</summary>
    public async Task Run(CancellationToken ct)
    {
        if (follower is not null)
        {
            await follower.Run(ct);
            return;
        }
        while (!ct.IsCancellationRequested)
        {
            try
            {
                _ = await CatchUp(ct);
            }
            catch (Exception fault) when (Follower.IsPassing(fault, ct))
            {
                FollowerLog.CannotFollow(logger, fault.GetType().Name, Follower.Poll.TotalSeconds, AppliedTo);
            }
            await Task.Delay(Follower.Poll, clock, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Waits until everything committed by now is applied: the owner does it, a reader waits for the owner.</summary>
    /// <returns>The last leaf applied, or <c>search.behind</c> after <see cref="Patience"/>.</returns>
    public async Task<Outcome<long>> CatchUp(CancellationToken ct)
    {
        if (follower is not null)
        {
            await follower.CatchUp(ct);
            return AppliedTo;
        }
        var began = clock.GetTimestamp();
        var target = await Progress.Of(store, null, ct);
        while (true)
        {
            if (target.Waiting > 0) target = await Progress.Of(store, target.Newest, ct) with { Newest = target.Newest };
            Search.Follow();
            if (target.Waiting == 0 && AppliedTo >= target.Leaf)
            {
                Interlocked.Exchange(ref completeAt, began);
                return AppliedTo;
            }
            if (clock.GetElapsedTime(began) > Patience) return new Refusal("search.behind", "The process that keeps the search index has not caught up yet: try again in a moment.");
            await Task.Delay(Look, clock, ct);
        }
    }

    /// <summary>Empties the projections and applies the whole log again; searches are refused meanwhile. May be stopped: the next opening goes on.</summary>
    /// <returns>The last leaf applied, or <c>home.owned</c> where another process keeps them.</returns>
    public async Task<Outcome<long>> StartAnew(CancellationToken ct)
    {
        if (follower is null) return new Refusal("home.owned", "Another process keeps the projections of this home.");
        Interlocked.Exchange(ref unsettledAt, clock.GetTimestamp());
        await follower.Clear(ct);
        Interlocked.Exchange(ref unsettledAt, clock.GetTimestamp()); // a pass may have ended between the two
        return await CatchUp(ct);
    }

    private long CompleteAt => follower?.CompleteAt ?? Interlocked.Read(ref completeAt);

    // The act is done and cannot be undone: where it could not be applied, searches are refused until it is.
    private async Task Settle(CancellationToken ct)
    {
        Interlocked.Exchange(ref unsettledAt, clock.GetTimestamp());
        try
        {
            _ = await CatchUp(ct);
        }
        catch (Exception fault) when (Follower.IsPassing(fault, ct))
        {
            FollowerLog.CannotFollow(logger, fault.GetType().Name, 0, AppliedTo);
        }
    }

    /// <summary>Closes them; the ownership goes back last.</summary>
    public void Dispose()
    {
        store.Settle = null;
        follower?.Dispose();
        Search.Dispose();
        ownership?.Dispose();
    }
}
