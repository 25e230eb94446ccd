namespace Plumbline.Register.Following;

/// <summary>A bell that rings once however often it is pulled before somebody listens.</summary>
internal sealed class Signal : IDisposable
{
    private readonly SemaphoreSlim rung = new(0, 1);
    private int waiting;

    /// <summary>Rings.</summary>
    public void Ring()
    {
        if (Interlocked.Exchange(ref waiting, 1) == 0) rung.Release();
    }

    /// <summary>Waits for a ring, or as long as given.</summary>
    public async Task Wait(TimeSpan most, CancellationToken ct)
    {
        if (await rung.WaitAsync(most, ct)) Interlocked.Exchange(ref waiting, 0);
    }

    /// <inheritdoc/>
    public void Dispose() => rung.Dispose();
}
