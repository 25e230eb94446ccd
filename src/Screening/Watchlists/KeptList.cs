using Plumbline.Register;
using Plumbline.Register.Questions;

namespace Plumbline.Screening.Watchlists;

/// <summary>One list as readers who see the same labels see it, kept ready and brought to the newest state whenever it is asked for.</summary>
/// <remarks>A cheap question tells which entities were touched since; only those are read. What was added goes beside the index, anything else has the list read anew.</remarks>
/// <param name="seen">Labels that the first reader sees.</param>
internal sealed class KeptList(string list, LoadLists lists, IReadOnlyCollection<long> seen) : IDisposable
{
    // So many values of touched entries are read at most; so much may have come later than the index, and in any case less, before the list is read anew behind what is asked.
    private const int MostValues = 100_000, MostLater = 10_000, LeastLater = 1_000;

    // Where reading anew behind does not keep up, it is waited for.
    private const int FarBehind = 4;

    private readonly SemaphoreSlim turn = new(1);
    private readonly CancellationTokenSource ending = new();
    private volatile State? state;
    private Task behind = Task.CompletedTask;

    /// <summary>When it was asked for last, as a number that grows.</summary>
    public long AskedAt { get; set; }

    /// <summary>The list as this reader sees it now; null where what it keeps is not what this reader may see.</summary>
    public async Task<ListedNames?> Of(Reader reader, CancellationToken ct)
    {
        // Nobody waits for what others see.
        if (state is { } kept ? !kept.Serves(reader) : !seen.ToHashSet().SetEquals(reader.VisibleLabels)) return null;
        await turn.WaitAsync(ct);
        try
        {
            if (state is { } now && !now.Serves(reader)) return null;
            state = await Next(reader, state, ct);
            var (later, built) = state.Names.Size;
            if (later > Math.Clamp(built / 8, LeastLater, MostLater) && behind.IsCompleted) behind = ReadBehind(reader);
            return state.Names;
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>Has what it reads behind end soon.</summary>
    public void End() => ending.Cancel();

    /// <inheritdoc/>
    public void Dispose()
    {
        End();
        behind.Wait();
        ending.Dispose();
    }

    private async Task<State> Next(Reader reader, State? now, CancellationToken ct)
    {
        if (now is null) return await lists.Read(reader, list, ct);
        var touches = new TouchedEntities(reader);
        var touched = await touches.Since(now.Next, ct);
        // A register that was set back to an earlier moment is another one.
        if (touched.Next < now.Next) return await lists.Read(reader, list, ct);
        if (touched.Entities.Count == 0) return now with { Next = touched.Next };
        // A label that came between this reader's sight and now is known from now on as one that was not seen.
        var labels = await touches.Labels(ct);
        if (await lists.Read(reader, list, touched.Entities, MostValues, ct) is not { } entries || now.Names.With(touched.Entities, entries, ct) is not { } grown || grown.Size.Later > FarBehind * MostLater) return await lists.Read(reader, list, ct);
        return new State(grown, touched.Next, reader.VisibleLabels, labels);
    }

    // What is read behind is as old as its beginning: the next who asks brings it to the newest state.
    private Task ReadBehind(Reader reader) => Task.Run(async () =>
    {
        try
        {
            await using var own = reader.Beside();
            var made = await lists.Read(own, list, ending.Token);
            await turn.WaitAsync(ending.Token);
            state = made;
            turn.Release();
        }
#pragma warning disable CA1031 // Whatever it was, nothing is lost: what came later stays beside the index, and the next who asks tries again.
        catch (Exception)
#pragma warning restore CA1031
        {
        }
    });

    /// <summary>A list and what it was read with.</summary>
    /// <param name="Names">The list.</param>
    /// <param name="Next">The moment from which on to ask what was touched.</param>
    /// <param name="Seen">Labels that its reader saw.</param>
    /// <param name="Labels">Labels that there were.</param>
    internal sealed record State(ListedNames Names, long Next, IReadOnlyCollection<long> Seen, IReadOnlySet<long> Labels)
    {
        /// <summary>Whether a reader sees the same of it: of the labels that there were, the very ones. What bears a later label came later, and is asked for.</summary>
        public bool Serves(Reader reader) => ReferenceEquals(reader.VisibleLabels, Seen) || reader.VisibleLabels.Where(Labels.Contains).ToHashSet().SetEquals(Seen.Where(Labels.Contains));
    }
}
