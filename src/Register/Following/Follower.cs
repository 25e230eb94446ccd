using System.Data.Common;
using Microsoft.Extensions.Logging;
using Plumbline.Register.Audit;
using Plumbline.Register.Search;

namespace Plumbline.Register.Following;

/// <summary>Keeps the log and the projections after what is written: gives acts their place in the tree and applies them to the search index.</summary>
/// <remarks>Only the owner of a home makes one. A commit of this process wakes it at once; those of others are seen within <see cref="Poll"/>.
/// Passes are taken one at a time; safe for several threads.</remarks>
public sealed class Follower : IDisposable
{
    /// <summary>How often it looks for what other processes wrote.</summary>
    public static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(250);

    private static readonly TimeSpan Gather = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan DurableEvery = TimeSpan.FromSeconds(1);
    private const int MostPasses = 3;
    private static readonly TimeSpan LongPass = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(10);

    private readonly RegisterStore store;
    private readonly SearchIndex index;
    private readonly TimeProvider clock;
    private readonly ILogger logger;
    private readonly Sequencer sequencer;
    private readonly SearchFeed feed;
    private readonly SemaphoreSlim turn = new(1, 1);
    private readonly Signal signal = new();
    private long durableTo;
    private long durableAt;
    private long completeAt;

    /// <summary>A follower that begins where the index stands.</summary>
    /// <param name="logger">Gets ids and counts, never content.</param>
    public Follower(RegisterStore store, SearchIndex index, TimeProvider clock, ILogger logger)
    {
        (this.store, this.index, this.clock, this.logger) = (store, index, clock, logger);
        (sequencer, feed) = (new Sequencer(store, clock), new SearchFeed(store, index));
        (durableTo, durableAt, completeAt) = (index.AppliedTo, clock.GetTimestamp(), clock.GetTimestamp());
        store.Committed += signal.Ring;
    }

    /// <summary>The last leaf that searches can see; −1 for none.</summary>
    public long AppliedTo => index.AppliedTo;

    /// <summary>The moment, in the clock's own count, by which all that was committed is known to be applied.</summary>
    public long CompleteAt => Interlocked.Read(ref completeAt);

    /// <summary>Follows until it is stopped. A lost database is waited for; what was applied is made durable once a second and at the end.</summary>
    public async Task Run(CancellationToken ct)
    {
        var pause = Poll;
        try
        {
            while (!ct.IsCancellationRequested)
            {
                try
                {
                    await CatchUp(ct);
                    if (pause > Poll) FollowerLog.FollowsAgain(logger, AppliedTo);
                    pause = Poll;
                }
#pragma warning disable CA1031 // Whatever it was may pass; a follower that gave up would leave every search behind.
                catch (Exception fault) when (!ct.IsCancellationRequested)
#pragma warning restore CA1031
                {
                    pause = pause < LongestPause / 2 ? pause * 2 : LongestPause;
                    FollowerLog.CannotFollow(logger, fault.GetType().Name, pause.TotalSeconds, AppliedTo);
                }
                await signal.Wait(pause, ct);
                // What is written together is applied together.
                await Task.Delay(Gather, clock, ct);
            }
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            // Being stopped is how it ends.
        }
        finally
        {
            MakeDurable(atOnce: true);
        }
    }

    /// <summary>Applies all that is committed by now; when this returns, no search sees the state before.</summary>
    /// <exception cref="DbException">The database cannot be reached; the next call goes on from there.</exception>
    public async Task CatchUp(CancellationToken ct)
    {
        await turn.WaitAsync(ct);
        try
        {
            // After a long pass what came meanwhile is little: with it, the word "complete" is of now.
            for (var (passes, began) = (0, 0L); passes == 0 || (passes < MostPasses && clock.GetElapsedTime(began) > LongPass); passes++)
            {
                began = clock.GetTimestamp();
                await Pass(ct);
                Interlocked.Exchange(ref completeAt, began);
            }
            MakeDurable(atOnce: false);
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>Empties the index: the next pass begins at the first leaf.</summary>
    internal async Task Clear(CancellationToken ct)
    {
        await turn.WaitAsync(ct);
        try
        {
            index.Clear();
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>Stops listening; what was applied is made durable if the disk allows.</summary>
    public void Dispose()
    {
        store.Committed -= signal.Ring;
        try
        {
            MakeDurable(atOnce: true);
        }
        catch (IOException fault)
        {
            // Nothing is lost: the next owner applies the log again from the last commit.
            FollowerLog.CannotFollow(logger, fault.GetType().Name, 0, AppliedTo);
        }
        signal.Dispose();
        turn.Dispose();
    }

    /// <summary>Whether a fault may pass by itself: the database or the disk was gone for a while.</summary>
    internal static bool IsPassing(Exception fault, CancellationToken ct) =>
        !ct.IsCancellationRequested && fault is DbException or IOException or TimeoutException or System.Net.Sockets.SocketException;

    private async Task Pass(CancellationToken ct)
    {
        var target = await Progress.Of(store, null, AppliedTo, ct);
        if (index.Mark is { Length: > 0 } mark && mark != target.Mark)
        {
            // The database was set back to an earlier moment: what the index saw after it never was.
            FollowerLog.StartsAnew(logger, AppliedTo);
            index.Clear();
        }
        while (target.Waiting > 0 || target.Leaf > AppliedTo)
        {
            if (target.Waiting > 0) await sequencer.Run(ct);
            await feed.Run(durable: false, ct);
            target = await Progress.Of(store, target.Newest, AppliedTo, ct) with { Newest = target.Newest };
            // Another server's sequencer may be at it just now.
            if (target.Waiting > 0) await Task.Delay(Gather, clock, ct);
        }
    }

    private void MakeDurable(bool atOnce)
    {
        if (AppliedTo == durableTo || (!atOnce && clock.GetElapsedTime(durableAt) < DurableEvery)) return;
        index.Commit(AppliedTo);
        (durableTo, durableAt) = (AppliedTo, clock.GetTimestamp());
    }
}
